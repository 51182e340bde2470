import { Worker } from 'node:worker_threads'
import sharp from 'sharp'

export const maxPhotoBytes = 12 * 1024 * 1024
export const maxRecordingBytes = 6 * 1024 * 1024
/** In seconds: two minutes, and what a person needs to find the button that stops. */
export const maxRecordingSeconds = 125

const longestSide = 1600
/** A small file may claim to be a huge picture. */
const maxPixels = 60_000_000

// One picture at a time on each of two threads: a server of two cores goes on answering.
sharp.concurrency(1)
sharp.cache(false)

export type MediaFault = 'tooBig' | 'notAPicture' | 'notARecording' | 'tooLongRecording' | 'empty'

/**
 * Makes a new picture of a photo: at most 1,600 pixels long, upright, without the place, the time and the telephone
 * that the camera wrote into the file. What it is, is read from its content, never from its name.
 */
export async function cleanPhoto(bytes: Uint8Array): Promise<{ photo: Buffer } | { fault: MediaFault }> {
  if (bytes.length === 0) return { fault: 'empty' }
  if (bytes.length > maxPhotoBytes) return { fault: 'tooBig' }
  if (!isPhoto(bytes)) return { fault: 'notAPicture' }
  try {
    const photo = await sharp(bytes, { limitInputPixels: maxPixels, failOn: 'truncated', pages: 1 })
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 76 })
      .toBuffer()
    return { photo }
  } catch {
    return { fault: 'notAPicture' }
  }
}

/** A small picture for the page on which a person looks at what they chose, as a data address. */
export async function thumbnail(photo: Uint8Array): Promise<string> {
  const small = await sharp(photo).resize({ width: 240, height: 240, fit: 'inside' }).jpeg({ quality: 60 }).toBuffer()
  return `data:image/jpeg;base64,${small.toString('base64')}`
}

/** JPEG, PNG and WebP by their first bytes; the library reads many more formats, among them some that run or load. */
function isPhoto(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  return head.startsWith('\xff\xd8\xff') || head.startsWith('\x89PNG\r\n\x1a\n') || /^RIFF....WEBP$/s.test(head)
}

/**
 * Checks a recording: a sound format by its content, two minutes at most. It is kept as it is, but for what a telephone
 * may have written beside the sound (place, time, device), which is emptied.
 */
export async function checkRecording(
  bytes: Uint8Array,
): Promise<{ recording: Buffer; type: string; seconds: number } | { fault: MediaFault }> {
  if (bytes.length === 0) return { fault: 'empty' }
  if (bytes.length > maxRecordingBytes) return { fault: 'tooBig' }
  const type = soundType(bytes)
  if (type === null) return { fault: 'notARecording' }
  const seconds = type === 'audio/amr' ? amrSeconds(bytes) : await durationOf(bytes, type)
  if (seconds === null || seconds === 0) return { fault: 'notARecording' }
  if (seconds > maxRecordingSeconds) return { fault: 'tooLongRecording' }
  return { recording: type === 'audio/mp4' ? withoutNotes(bytes) : Buffer.from(bytes), type, seconds }
}

/** By the first bytes: what telephones and browsers record. */
export function soundType(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  if (head.slice(4, 8) === 'ftyp') return 'audio/mp4'
  if (head.startsWith('OggS')) return 'audio/ogg'
  if (head.startsWith('\x1a\x45\xdf\xa3')) return 'audio/webm'
  if (/^RIFF....WAVE/s.test(head)) return 'audio/wav'
  if (head.startsWith('#!AMR\n')) return 'audio/amr'
  if (head.startsWith('ID3') || /^\xff[\xe2-\xe7\xf2-\xf7\xfa-\xff]/.test(head)) return 'audio/mpeg'
  if (/^\xff[\xf0\xf1\xf8\xf9]/.test(head)) return 'audio/aac'
  return null
}

type Sound = { seconds: number | null; codec: string | null }

/**
 * In milliseconds. What a file takes is counted from when the thread stands: on a machine ten times slower two minutes
 * of sound took three seconds with the start, and of those the reading at most one.
 */
const longest = { start: 20_000, reading: 4_000 }
const reader = `
  const { parentPort, workerData: { bytes, mimeType } } = require('node:worker_threads')
  import('music-metadata')
    .then(({ parseBuffer }) => {
      parentPort.postMessage('ready')
      return parseBuffer(bytes, { mimeType, size: bytes.length }, { duration: true, skipCovers: true })
    })
    .then(({ format }) => ({ seconds: format.duration ?? null, codec: format.codec ?? null }))
    .catch(() => null)
    .then((sound) => parentPort.postMessage(sound))`

let reading: Promise<unknown> = Promise.resolve()

/** One after the other: a file that was made to be slow must not take every processor. */
function durationOf(bytes: Uint8Array, mimeType: string): Promise<number | null> {
  const turn = reading.then(() => readSound(bytes, mimeType))
  reading = turn
  return turn.then((sound) => {
    if (!sound) return null
    // A browser that records does not know the length when it writes the head: the size must do then.
    const isLive = mimeType === 'audio/webm' && sound.codec !== null
    return sound.seconds ?? (isLive ? Math.max(1, bytes.length / 16_000) : null)
  })
}

/**
 * Reads what a file says of its sound in a thread of its own, for so long and no longer: some files of a few megabytes
 * keep the library busy for minutes, and in this thread nobody else would be answered meanwhile.
 */
function readSound(bytes: Uint8Array, mimeType: string): Promise<Sound | null> {
  return new Promise((done) => {
    const worker = new Worker(reader, {
      eval: true,
      execArgv: [],
      workerData: { bytes, mimeType },
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    })
    const end = (sound: Sound | null) => {
      clearTimeout(timer)
      void worker.terminate()
      done(sound)
    }
    let timer = setTimeout(() => end(null), longest.start)
    worker.on('message', (said: 'ready' | Sound | null) => {
      if (said !== 'ready') return end(said)
      clearTimeout(timer)
      timer = setTimeout(() => end(null), longest.reading)
    })
    worker.once('error', () => end(null))
    worker.once('exit', () => end(null))
  })
}

/** 3GPP TS 26.101: after the head each frame of 20 ms says its kind, and that its length. */
function amrSeconds(bytes: Uint8Array): number | null {
  const lengths = [13, 14, 16, 18, 20, 21, 27, 32, 6]
  let frames = 0
  for (let at = 6; at < bytes.length; frames += 1) {
    const kind = ((bytes[at] ?? 0) >> 3) & 15
    const length = kind === 15 ? 1 : lengths[kind]
    if (length === undefined) return null
    at += length
  }
  return frames / 50
}

/** The boxes of an MP4 file that hold notes (place, time, device) keep their size and lose their content. */
function withoutNotes(bytes: Uint8Array): Buffer {
  const file = Buffer.from(bytes)
  emptyNotes(file, 0, file.length, 0)
  return file
}

const containers = new Set(['moov', 'trak', 'mdia'])
const notes = new Set(['udta', 'meta', 'uuid'])

function emptyNotes(file: Buffer, from: number, to: number, depth: number): void {
  for (let at = from; at + 8 <= to && depth < 6;) {
    const short = file.readUInt32BE(at)
    const size = short === 1 && at + 16 <= to ? Number(file.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short
    if (size < 8 || at + size > to) return
    const name = file.toString('latin1', at + 4, at + 8)
    if (notes.has(name)) {
      file.write('free', at + 4, 'latin1')
      file.fill(0, at + 8, at + size)
    } else if (containers.has(name)) emptyNotes(file, at + 8, at + size, depth + 1)
    at += size
  }
}
