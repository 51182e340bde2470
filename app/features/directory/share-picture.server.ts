import { Resvg } from '@resvg/resvg-js'
import { dotsOf, mapHeight, mapWidth, ownPair } from '~/lib/dot-map'
import { remember } from '~/server/remember.server'
import type { MunicipalityLine } from './rules'

const width = 1200
const height = 630
const drawn = remember('share-pictures', () => new Map<string, Buffer>())

/**
 * The country in dots with one municipality as the pair, 1200 × 630 px, and the mark beside it.
 * Without words: the title stands beside the picture wherever it is shown.
 */
export function sharePicture(municipalities: readonly MunicipalityLine[], slug: string): Buffer {
  const known = drawn.get(slug)
  if (known) return known
  const png = new Resvg(drawing(municipalities, slug)).render().asPng()
  drawn.set(slug, png)
  return png
}

function drawing(municipalities: readonly MunicipalityLine[], slug: string): string {
  const dots = dotsOf(municipalities)
  const own = dots.find((dot) => dot.slug === slug)
  const scale = (height - 60) / mapHeight
  const left = width - mapWidth * scale - 140
  const circles = dots
    .filter((dot) => dot !== own)
    .map(({ x, y, r }) => `<circle cx="${x}" cy="${y}" r="${r}" fill="#7fa5d8"/>`)
  const pair = own ? ownPair(own).map(({ x, y, r }) => `<circle cx="${x}" cy="${y}" r="${r}" fill="#ffd400"/>`) : []
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<rect width="${width}" height="${height}" fill="#0a3d7a"/>
<circle cx="250" cy="${height / 2}" r="90" fill="#ffffff"/><circle cx="470" cy="${height / 2}" r="90" fill="#ffffff"/>
<g transform="translate(${left} 30) scale(${scale})">${[...circles, ...pair].join('')}</g></svg>`
}
