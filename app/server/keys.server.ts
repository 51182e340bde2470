import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { getEnv } from './env.server'
import { remember } from './remember.server'

const keyBytes = 32
const ivBytes = 12
const tagBytes = 16
const version = 1

/** The file that holds the key of an installation that sets no SECRET_KEY. */
export const keyFile = (dataDir: string) => join(dataDir, 'secret-key')

/** One key for each use, made from the one secret that is kept outside the database. */
function keys() {
  return remember('keys', () => {
    const secret = readSecret()
    const derive = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', `prane ${use}`, keyBytes))
    return { code: derive('code'), text: derive('text'), cookie: derive('cookie'), check: derive('check') }
  })
}

function readSecret(): Buffer {
  const { SECRET_KEY, DATA_DIR } = getEnv()
  if (SECRET_KEY !== undefined) return Buffer.from(SECRET_KEY, 'base64')
  const file = keyFile(DATA_DIR)
  if (!existsSync(file)) makeKeyFile(DATA_DIR, file)
  const secret = Buffer.from(readFileSync(file, 'utf8'), 'base64')
  if (secret.length < keyBytes) throw new Error(`${file} does not hold a key: put back the file that was kept apart.`)
  return secret
}

/** It must be on the disk before anything is sealed with it. */
function makeKeyFile(dataDir: string, file: string): void {
  mkdirSync(dataDir, { recursive: true })
  const handle = openSync(file, 'wx', 0o600)
  writeSync(handle, `${randomBytes(keyBytes).toString('base64')}\n`)
  fsyncSync(handle)
  closeSync(handle)
}

/** What is stored for a code: the code cannot be found from it, not even by trying all codes, without the key. */
export function codeHash(code: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac('sha256', keys().code).update(code).digest())
}

/** Says of which keys a database is, and tells nothing about them. */
export function keyMark(): string {
  return createHmac('sha256', keys().check).update('prane').digest('hex')
}

/**
 * Seals with AES-256-GCM.
 *
 * @param bound what the text belongs to, for example the id of its row: it cannot be opened in another place
 */
export function sealWith(key: Uint8Array, content: Uint8Array | string, bound: string): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(bound))
  const sealed = Buffer.concat([cipher.update(content), cipher.final()])
  return new Uint8Array(Buffer.concat([Buffer.from([version]), iv, cipher.getAuthTag(), sealed]))
}

/** Opens what sealWith made; null when it was changed, cut, or sealed with another key or for another place. */
export function openWith(key: Uint8Array, sealed: Uint8Array, bound: string): Buffer | null {
  if (sealed.length < 1 + ivBytes + tagBytes || sealed[0] !== version) return null
  const bytes = Buffer.from(sealed)
  const tagAt = 1 + ivBytes
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, tagAt))
      .setAAD(Buffer.from(bound))
      .setAuthTag(bytes.subarray(tagAt, tagAt + tagBytes))
    return Buffer.concat([decipher.update(bytes.subarray(tagAt + tagBytes)), decipher.final()])
  } catch {
    return null
  }
}

/** Seals what people write, for the database. */
export const sealText = (content: Uint8Array | string, bound: string) => sealWith(keys().text, content, bound)
export const openText = (sealed: Uint8Array, bound: string) => openWith(keys().text, sealed, bound)

/** Seals the value of a cookie for a time; the browser cannot read or lengthen it. */
export function sealCookie(value: string, use: string, until: number): string {
  return Buffer.from(sealWith(keys().cookie, JSON.stringify({ value, until }), use)).toString('base64url')
}

/** Null when it is not ours, or its time is over. */
export function openCookie(sealed: string, use: string, now: number): string | null {
  const bytes = Buffer.from(sealed.slice(0, 4_000), 'base64url')
  // Decoding overlooks signs and bits that say nothing; a changed cookie is no cookie of ours.
  if (bytes.toString('base64url') !== sealed) return null
  const opened = openWith(keys().cookie, bytes, use)
  if (opened === null) return null
  const { value, until } = JSON.parse(opened.toString()) as { value: string; until: number }
  return now < until ? value : null
}
