import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { checkRecording, cleanPhoto, maxPhotoBytes, maxRecordingBytes } from '../../../app/features/voice/media.server'
import { aac, amr, box, hugePng, mp3, mp4, wav } from '../../support/media'

const marker = 'qxzvara'
const plain = (width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } })
const photoOf = async (bytes: Uint8Array) => {
  const made = await cleanPhoto(bytes)
  if ('fault' in made) throw new Error(made.fault)
  return made.photo
}

describe('a photo', () => {
  test('loses place, time, telephone, title and whatever else stood beside the picture', async () => {
    const bytes = await plain()
      .withExif({
        IFD0: { Make: marker, Model: marker, ImageDescription: marker, DateTime: '2026:06:01 09:00:00' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '41/1 19/1 39/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '19/1 49/1 8/1',
        },
      })
      .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${marker}</a></x:xmpmeta>`)
      .jpeg()
      .toBuffer()
    const before = await sharp(bytes).metadata()
    expect([bytes.includes(marker), before.exif !== undefined, before.xmp !== undefined]).toEqual([true, true, true])
    expect(before.exif?.includes(Buffer.from([0x88, 0x25]).reverse())).toBe(true) // where the place is written

    const photo = await photoOf(bytes)
    const { exif, xmp, iptc, icc, format } = await sharp(photo).metadata()
    expect([format, exif, xmp, iptc, icc]).toEqual(['jpeg', undefined, undefined, undefined, undefined])
    expect(photo.includes(marker)).toBe(false)
  })

  test('is turned upright before the note of how it was held is lost', async () => {
    const photo = await photoOf(await plain(60, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer())
    const { width, height, orientation } = await sharp(photo).metadata()
    expect([width, height, orientation]).toEqual([40, 60, undefined])
  })

  test('is at most 1,600 pixels long, and never made larger', async () => {
    const sides = async (bytes: Buffer) => {
      const { width, height } = await sharp(await photoOf(bytes)).metadata()
      return [width, height]
    }
    expect(await sides(await plain(2_000, 1_000).jpeg().toBuffer())).toEqual([1_600, 800])
    expect(await sides(await plain(60, 40).png().toBuffer())).toEqual([60, 40])
    expect(await sides(await plain(60, 40).webp().toBuffer())).toEqual([60, 40])
  })

  test('is made anew: nothing that was hidden in the file is left', async () => {
    const script = Buffer.from(`<script>alert('${marker}')</script><?php ${marker} ?>`)
    const jpeg = Buffer.concat([await plain().jpeg().toBuffer(), script])
    const png = Buffer.concat([await plain().png().toBuffer(), Buffer.from('PK\x03\x04'), script])
    const commented = await plain().jpeg().toBuffer()
    const comment = Buffer.concat([
      commented.subarray(0, 2),
      Buffer.from([0xff, 0xfe, 0, script.length + 2]),
      script,
      commented.subarray(2),
    ])
    for (const bytes of [jpeg, png, comment]) {
      expect(bytes.includes(marker)).toBe(true)
      const photo = await photoOf(bytes)
      expect([photo.includes(marker), photo.includes('PK\x03\x04')]).toEqual([false, false])
    }
  })

  const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><image href="file:///etc/passwd"/></svg>`
  const jpegStart = '\xff\xd8\xff\xe0'
  test.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['nothing', () => Buffer.alloc(0), 'empty'],
    ['SVG', () => Buffer.from(svg), 'notAPicture'],
    ['a page under the name of a photo', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'notAPicture'],
    ['GIF', () => plain().gif().toBuffer(), 'notAPicture'],
    ['TIFF', () => plain().tiff().toBuffer(), 'notAPicture'],
    ['AVIF', () => Buffer.from('\0\0\0\x1cftypavif\0\0\0\0avifmif1', 'latin1'), 'notAPicture'],
    ['PDF', () => Buffer.from('%PDF-1.7 \xff\xd8\xff', 'latin1'), 'notAPicture'],
    ['the first bytes of a JPEG, then SVG', () => Buffer.from(jpegStart + svg, 'latin1'), 'notAPicture'],
    ['the first bytes of a PNG, then nothing', () => Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'notAPicture'],
    ['the first bytes of a WebP, then a page', () => Buffer.from(`RIFF\0\0\0\0WEBP${svg}`), 'notAPicture'],
    ['a JPEG that breaks off', async () => (await plain(900, 900).jpeg().toBuffer()).subarray(0, 1_500), 'notAPicture'],
    ['a few bytes that claim 900 million pixels', () => hugePng(30_000, 30_000), 'notAPicture'],
    ['a side of two thousand million pixels', () => hugePng(2_000_000_000, 1), 'notAPicture'],
    ['too many bytes', () => Buffer.concat([Buffer.from(jpegStart, 'latin1'), Buffer.alloc(maxPhotoBytes)]), 'tooBig'],
  ])('is not: %s', async (_, make, fault) => expect(await cleanPhoto(await make())).toEqual({ fault }))
})

describe('a recording', () => {
  test.each([
    ['WAV', wav(125), 'audio/wav', 125],
    ['AMR', amr(120), 'audio/amr', 120],
    ['MP4', mp4({ seconds: 110 }), 'audio/mp4', 110],
    ['MP3', mp3(120), 'audio/mpeg', 120],
    ['AAC', aac(120), 'audio/aac', 120],
  ])('%s is taken as it is', async (_, bytes, type, seconds) => {
    const checked = await checkRecording(bytes)
    if ('fault' in checked) throw new Error(checked.fault)
    expect([checked.type, Math.round(checked.seconds)]).toEqual([type, seconds])
    expect(checked.recording.equals(bytes)).toBe(true)
  })

  test('MP4 loses place, title and device, wherever they stand, and its sound stays where it was', async () => {
    const places = [
      box('loci', Buffer.alloc(4), Buffer.from(`${marker}\0`)),
      box('\xa9xyz', Buffer.from(`+41.3275+019.8189/${marker}`)),
    ]
    const notes = [
      box('udta', ...places),
      box('meta', Buffer.alloc(4), box('free', Buffer.from(marker))),
      box('uuid', Buffer.from(`<x>${marker}</x>`)),
    ]
    const bytes = mp4({ notes })
    expect(bytes.includes(marker)).toBe(true)
    const checked = await checkRecording(bytes)
    if ('fault' in checked) throw new Error(checked.fault)
    const { recording, seconds } = checked
    expect([recording.includes(marker), recording.includes('41.3275'), recording.length]).toEqual([
      false,
      false,
      bytes.length,
    ])
    expect([seconds, recording.indexOf('mdat')]).toEqual([5, bytes.indexOf('mdat')])
    expect(await checkRecording(recording)).toEqual(checked)
  })

  const garbage = Buffer.from('<script>alert(1)</script>'.repeat(2_000))
  const magic = {
    MP4: '\0\0\0\x18ftypM4A ',
    Ogg: 'OggS\0\x02',
    WebM: '\x1a\x45\xdf\xa3',
    AMR: '#!AMR\n',
    MP3: '\xff\xfb\x90\0',
  }
  test.each<[string, Buffer, string]>([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['a page', garbage, 'notARecording'],
    ['a photo', Buffer.from('\xff\xd8\xff\xe0', 'latin1'), 'notARecording'],
    ['a program', Buffer.from('MZ\x90\0'), 'notARecording'],
    ['half a second too long, WAV', wav(125.5), 'tooLongRecording'],
    ['too long, AMR', amr(126), 'tooLongRecording'],
    ['too long, MP4', mp4({ seconds: 3_600 }), 'tooLongRecording'],
    ['too many bytes', Buffer.concat([wav(1), Buffer.alloc(maxRecordingBytes)]), 'tooBig'],
    ['of no length, WAV', wav(0), 'notARecording'],
    ['of no length, AMR', amr(0), 'notARecording'],
    ...Object.entries(magic).map(([name, head]): [string, Buffer, string] => [
      `the first bytes of ${name}, then a page`,
      Buffer.concat([Buffer.from(head, 'latin1'), garbage]),
      'notARecording',
    ]),
  ])('is not: %s', async (_, bytes, fault) => expect(await checkRecording(bytes)).toEqual({ fault }))

  test('that was made to take minutes is given up, and the server goes on answering meanwhile', async () => {
    const head = Buffer.from([
      0x1a,
      0x45,
      0xdf,
      0xa3,
      0x80,
      0x18,
      0x53,
      0x80,
      0x67,
      0x01,
      ...Array<number>(7).fill(255),
    ])
    const slow = Buffer.concat([head, Buffer.alloc(6_000_000, 0x80)])
    let answered = 0
    const others = setInterval(() => answered++, 20)
    const started = performance.now()
    expect(await checkRecording(slow)).toEqual({ fault: 'notARecording' })
    clearInterval(others)
    expect(performance.now() - started).toBeLessThan(10_000)
    expect(answered).toBeGreaterThan(50)
  })
})
