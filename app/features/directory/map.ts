import { mapHeight as dotsHeight, mapWidth, placeAt, positionOf } from '~/lib/dot-map'

/** The drawing of the dots with room above it: the country reaches further north than its northernmost seat. */
const roomAbove = 36
export { mapWidth }
export const mapHeight = dotsHeight + roomAbove

type Coordinates = { lat: number; lon: number }

/** Where a place stands in the drawing, in its units. Latitude and longitude in degrees. */
export function pointOf(place: Coordinates): { x: number; y: number } {
  const { x, y } = positionOf(place)
  return { x, y: y + roomAbove }
}

/** What part of the country is drawn: its middle in units of the drawing, and how much larger than the whole. */
export type MapView = { zoom: number; x: number; y: number }

/** How many times larger each step of the zoom is. */
const scales = [1, 2, 4, 8, 16] as const
export const maxZoom = scales.length - 1

export const wholeCountry: MapView = { zoom: 0, x: mapWidth / 2, y: mapHeight / 2 }

/** How many times larger than the whole country a view draws. */
export function scaleOf({ zoom }: MapView): number {
  return scales[Math.min(maxZoom, Math.max(0, Math.round(zoom)))] ?? 1
}

/** The view nearest to the one asked for that stays inside the drawing. */
export function inside(view: MapView): MapView {
  const scale = scaleOf(view)
  const [halfWidth, halfHeight] = [mapWidth / scale / 2, mapHeight / scale / 2]
  return {
    zoom: scales.indexOf(scale as (typeof scales)[number]),
    x: Math.round(Math.min(mapWidth - halfWidth, Math.max(halfWidth, view.x))),
    y: Math.round(Math.min(mapHeight - halfHeight, Math.max(halfHeight, view.y))),
  }
}

/** What is drawn: left, top, width and height in units of the drawing. */
function boxOf(view: MapView) {
  const [width, height] = [mapWidth / scaleOf(view), mapHeight / scaleOf(view)]
  return { left: view.x - width / 2, top: view.y - height / 2, width, height }
}

/** The viewBox of an SVG that shows the view. */
export function viewBoxOf(view: MapView): string {
  const { left, top, width, height } = boxOf(view)
  return [left, top, width, height].join(' ')
}

/** Between which coordinates, in degrees, a view lies. */
export function boundsOf(view: MapView): { lat: [number, number]; lon: [number, number] } {
  const { left, top, width, height } = boxOf(view)
  const northWest = placeAt({ x: left, y: top - roomAbove })
  const southEast = placeAt({ x: left + width, y: top + height - roomAbove })
  return { lat: [southEast.lat, northWest.lat], lon: [northWest.lon, southEast.lon] }
}

/** Whether a place lies in a view, or so near its edge that a part of its sign does. */
export function isInView(place: Coordinates, view: MapView): boolean {
  const { left, top, width, height } = boxOf(view)
  const { x, y } = pointOf(place)
  const [across, down] = [width / 8, height / 8]
  return x > left - across && x < left + width + across && y > top - down && y < top + height + down
}

/** A place and what lies around it, as large as a municipality's town and its villages. */
export function viewAround(place: Coordinates): MapView {
  return inside({ zoom: 3, ...pointOf(place) })
}

export const mapMoves = ['in', 'out', 'north', 'south', 'west', 'east'] as const
export type MapMove = (typeof mapMoves)[number]

/** The view after a press on a control, or null where the control can do nothing. Half a view at a time. */
export function moved(view: MapView, move: MapMove): MapView | null {
  const from = inside(view)
  const scale = scaleOf(from)
  const [right, down] = [mapWidth / scale / 2, mapHeight / scale / 2]
  const to = {
    in: { ...from, zoom: from.zoom + 1 },
    out: { ...from, zoom: from.zoom - 1 },
    north: { ...from, y: from.y - down },
    south: { ...from, y: from.y + down },
    west: { ...from, x: from.x - right },
    east: { ...from, x: from.x + right },
  }[move]
  const next = inside(to)
  return next.zoom === from.zoom && next.x === from.x && next.y === from.y ? null : next
}

/** "2-118-220": step of zoom and middle, as an address carries it. */
export function writeView(view: MapView): string {
  const { zoom, x, y } = inside(view)
  return `${zoom}-${x}-${y}`
}

/** The view an address asks for, or null when it asks for none that can be drawn. */
export function readView(text: string): MapView | null {
  const [, zoom, x, y] = /^([0-4])-(\d{1,3})-(\d{1,3})$/.exec(text) ?? []
  return zoom === undefined ? null : inside({ zoom: Number(zoom), x: Number(x), y: Number(y) })
}
