import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Tokens = Record<string, string>

const css = readFileSync('app/ui/styles/tokens.css', 'utf8').replace(/\/\*.*?\*\//gs, '')

/** The colours set by the block after a selector. */
function block(selector: string, media = ''): Tokens {
  const inMedia = media === '' ? css : css.slice(css.indexOf(`@media (${media})`))
  const start = inMedia.indexOf(`${selector} {`)
  if (start < 0) throw new Error(`tokens.css has no ${media} ${selector}`)
  const body = inMedia.slice(start, inMedia.indexOf('}', start))
  return Object.fromEntries(
    [...body.matchAll(/--([a-z-]+):\s*(#[0-9a-f]+)/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

const light = block(':root')
const dark = block(":root[data-theme='dark']")
const contrast = block(":root[data-theme='contrast']")
const themes = { light, dark: { ...light, ...dark }, contrast: { ...light, ...contrast } }

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function ratio(a: string, b: string): number {
  const [dim = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (bright + 0.05) / (dim + 0.05)
}

test('the formula gives the known values', () => {
  expect(ratio('#000000', '#ffffff')).toBeCloseTo(21)
  expect(ratio('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(ratio('#0a3d7a', '#0a3d7a')).toBe(1)
})

test('every colour is written in six digits', () => {
  for (const [name, tokens] of Object.entries(themes)) {
    expect(Object.keys(tokens).length, name).toBeGreaterThan(20)
    for (const value of Object.values(tokens)) expect(value).toMatch(/^#[0-9a-f]{6}$/)
  }
})

const texts = ['ink', 'ink-soft', 'link', 'visited', 'ok', 'error', 'warn']
const papers = ['paper', 'cream', 'tint']

/** WCAG 2.2: 1.4.6 asks 7 of text; 1.4.11 and 2.4.13 ask 3 of edges and of focus. Ours are stricter for edges. */
const pairs: [front: string, back: string, least: number][] = [
  ...texts.flatMap((front) => papers.map((back): [string, string, number] => [front, back, 7])),
  ['on-band', 'band', 7],
  ['on-button', 'button', 7],
  ['ink', 'error-paper', 7],
  ['error', 'error-paper', 7],
  ...papers.map((back): [string, string, number] => ['edge', back, 5]),
  ...papers.map((back): [string, string, number] => ['focus', back, 3]),
  ['focus', 'focus-ring', 3],
  ['own-dot', 'band', 3],
  ['dots', 'band', 1.5], // decorative, but it has to be there
]

describe.each(Object.entries(themes))('%s', (_, tokens) => {
  test.each(pairs)('%s on %s has at least %d : 1', (front, back, least) => {
    expect(tokens).toHaveProperty(front)
    expect(tokens).toHaveProperty(back)
    expect(ratio(tokens[front] ?? '', tokens[back] ?? '')).toBeGreaterThanOrEqual(least)
  })
})

test.each([
  ['prefers-color-scheme: dark', dark],
  ['prefers-contrast: more', contrast],
])('the device’s wish (%s) gives the same as the reader’s own choice', (media, chosen) => {
  expect(block(":root[data-theme='auto']", media)).toEqual(chosen)
})
