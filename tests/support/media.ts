/** Small files of each kind that telephones record, made byte by byte so that a test can put anything into them. */

const bigEndian = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
const littleEndian = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

export function box(name: string, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content)
  return Buffer.concat([bigEndian(body.length + 8), Buffer.from(name, 'latin1'), body])
}

/** An MP4 file with one track of sound; `notes` are boxes beside it: places, titles, devices. */
export function mp4({ seconds = 5, notes = [] as Buffer[] } = {}): Buffer {
  const times = [bigEndian(0), bigEndian(0), bigEndian(0)]
  const movie = box('mvhd', ...times, bigEndian(1_000), bigEndian(seconds * 1_000), Buffer.alloc(80))
  const media = box('mdhd', ...times, bigEndian(8_000), bigEndian(seconds * 8_000), Buffer.alloc(4))
  const handler = box('hdlr', Buffer.alloc(8), Buffer.from('soun'), Buffer.alloc(13))
  const sound = Buffer.concat([Buffer.alloc(6), Buffer.from([0, 1]), Buffer.alloc(8)])
  const channels = Buffer.from([0, 1, 0, 16, 0, 0, 0, 0, 0x1f, 0x40, 0, 0])
  const description = box('stsd', bigEndian(0), bigEndian(1), box('mp4a', sound, channels))
  const table = (name: string, ...values: number[]) => box(name, bigEndian(0), ...values.map(bigEndian))
  const tables = box(
    'stbl',
    description,
    table('stts', 1, seconds, 8_000),
    table('stsc', 0),
    table('stsz', 0, 0),
    table('stco', 0),
  )
  const header = box('tkhd', ...times.slice(1), bigEndian(0), bigEndian(1), bigEndian(0), Buffer.alloc(64))
  const track = box('trak', header, box('mdia', media, handler, box('minf', tables)), ...notes)
  const kind = box('ftyp', Buffer.from('M4A \0\0\0\0M4A mp42', 'latin1'))
  return Buffer.concat([kind, box('moov', movie, track, ...notes), ...notes, box('mdat', Buffer.alloc(500))])
}

/** A WAV file of silence, 8,000 bytes a second. */
export function wav(seconds: number): Buffer {
  const size = seconds * 8_000
  const format = Buffer.concat([Buffer.from([1, 0, 1, 0]), littleEndian(8_000), littleEndian(8_000)])
  return Buffer.concat([
    Buffer.from('RIFF'),
    littleEndian(36 + size),
    Buffer.from('WAVEfmt '),
    littleEndian(16),
    format,
    Buffer.from([1, 0, 8, 0]),
    Buffer.from('data'),
    littleEndian(size),
    Buffer.alloc(size, 128),
  ])
}

/** An AMR file: 50 frames a second, here of 13 bytes. */
export function amr(seconds: number): Buffer {
  const frame = Buffer.concat([Buffer.from([0x04]), Buffer.alloc(12)])
  return Buffer.concat([Buffer.from('#!AMR\n'), ...Array.from({ length: seconds * 50 }, () => frame)])
}

/** An MP3 file at 128 kbit/s: 44,100 samples a second, 1,152 a frame, and no table of them at its head. */
export function mp3(seconds: number): Buffer {
  const frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0xc4]), Buffer.alloc(413)])
  return Buffer.concat(Array.from({ length: Math.round((seconds * 44_100) / 1_152) }, () => frame))
}

/** An AAC file (ADTS) at 127 kbit/s: 44,100 samples a second, 1,024 a frame of 370 bytes. */
export function aac(seconds: number): Buffer {
  const frame = Buffer.concat([Buffer.from([0xff, 0xf1, 0x50, 0x80, 0x2e, 0x5f, 0xfc]), Buffer.alloc(363, 0x21)])
  return Buffer.concat(Array.from({ length: Math.round((seconds * 44_100) / 1_024) }, () => frame))
}

/** A PNG file that claims to be of this size and holds nothing of it. */
export function hugePng(width: number, height: number): Buffer {
  const header = Buffer.concat([bigEndian(width), bigEndian(height), Buffer.from([8, 2, 0, 0, 0])])
  const chunk = (name: string, data: Buffer) =>
    Buffer.concat([
      bigEndian(data.length),
      Buffer.from(name),
      data,
      bigEndian(crc(Buffer.concat([Buffer.from(name), data]))),
    ])
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', Buffer.from('789c030000000001', 'hex')),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  }
  return (value ^ 0xffffffff) >>> 0
}
