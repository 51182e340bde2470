import { mapHeight, mapWidth } from '~/lib/dot-map'

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

/** The viewBox of an SVG that shows the view. */
export function viewBoxOf(view: MapView): string {
  const scale = scaleOf(view)
  const [width, height] = [mapWidth / scale, mapHeight / scale]
  return [view.x - width / 2, view.y - height / 2, width, height].join(' ')
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
