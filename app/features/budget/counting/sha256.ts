/**
 * SHA-256 of a text in UTF-8, as 64 hexadecimal digits. Written out here so that a browser page, a worker and Node draw
 * the same lot at once (crypto.subtle is asynchronous and absent outside secure pages). Source: FIPS 180-4, 2015.
 */
export function sha256(text: string): string {
  const state = firstWords(primes.slice(0, 8), (prime) => Math.sqrt(prime))
  const words = padded(new TextEncoder().encode(text))
  for (let block = 0; block < words.length; block += 16) absorb(state, words.subarray(block, block + 16))
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('')
}

const primes = firstPrimes(64)
const roundConstants = firstWords(primes, (prime) => Math.cbrt(prime))

function firstPrimes(count: number): number[] {
  const found: number[] = []
  for (let n = 2; found.length < count; n += 1) if (found.every((prime) => n % prime !== 0)) found.push(n)
  return found
}

/** The first 32 bits of the fractional parts: the constants are defined so, and the test vectors prove them (§4.2.2). */
function firstWords(values: number[], root: (value: number) => number): Uint32Array {
  return Uint32Array.from(values, (value) => Math.floor((root(value) % 1) * 2 ** 32))
}

/** The message, a 1 bit, zeros, and its length in bits, as words of 32 bits in blocks of 16 (§5.1.1). */
function padded(bytes: Uint8Array): Uint32Array {
  const words = new Uint32Array(Math.ceil((bytes.length + 9) / 64) * 16)
  const put = (byte: number, at: number) => (words[at >> 2] = (words[at >> 2] ?? 0) | (byte << (24 - (at % 4) * 8)))
  bytes.forEach(put)
  put(0x80, bytes.length)
  words[words.length - 2] = Math.floor(bytes.length / 2 ** 29)
  words[words.length - 1] = bytes.length << 3
  return words
}

/** One block into the state (§6.2.2); `a`…`h` are the standard's names. */
function absorb(state: Uint32Array, block: Uint32Array): void {
  const w = schedule(block)
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  w.forEach((word, t) => {
    const choice = (e & f) ^ (~e & g)
    const majority = (a & b) ^ (a & c) ^ (b & c)
    const t1 = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + (roundConstants[t] ?? 0) + word) | 0
    const t2 = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0]
  })
  ;[a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] = (state[i] ?? 0) + word))
}

function schedule(block: Uint32Array): Uint32Array {
  const w = new Uint32Array(64)
  w.set(block)
  for (let t = 16; t < 64; t += 1) {
    const [w2 = 0, w7 = 0, w15 = 0, w16 = 0] = [w[t - 2], w[t - 7], w[t - 15], w[t - 16]]
    const s1 = turn(w2, 17) ^ turn(w2, 19) ^ (w2 >>> 10)
    const s0 = turn(w15, 7) ^ turn(w15, 18) ^ (w15 >>> 3)
    w[t] = s1 + w7 + s0 + w16
  }
  return w
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}
