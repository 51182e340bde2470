import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { groupPicture, typePicture } from '../../app/features/directory/components/pictures'
import { pictures, type PictureName } from '../../app/ui/pictures'
import { loadSeedFiles } from '../../prisma/seed/index'
import { appSources } from '../support/source'
import { stringsIn, texts } from '../support/texts'

const folder = 'public/pictograms'
const names = Object.keys(pictures) as PictureName[]
const files = names.map((name) => `${pictures[name].file}.svg`)

describe.each(names)('%s', (name) => {
  test.each([folder, `${folder}/black`])('stands in %s, small and without anything that runs or loads', (place) => {
    const file = `${place}/${pictures[name].file}.svg`
    expect(existsSync(file), file).toBe(true)
    expect(statSync(file).size).toBeLessThanOrEqual(15 * 1024)
    const svg = readFileSync(file, 'utf8')
    expect(svg).toMatch(/<svg[^>]*viewBox/)
    expect(svg).not.toMatch(/<script|\son\w+=|<image|<foreignObject|href="(?!#)/i)
  })
})

test('one picture stands for one idea', () => {
  expect(files.filter((file, index) => files.indexOf(file) !== index)).toEqual([])
})

test('no file lies there unused', () => {
  for (const place of [folder, `${folder}/black`]) {
    const there = readdirSync(place).filter((file) => file.endsWith('.svg'))
    expect(there.sort(), place).toEqual([...files].sort())
  }
})

test('every idea is used', () => {
  const code = appSources.filter(({ path, text }) => /picture/i.test(text) && path !== 'app/ui/pictures.ts')
  const prose = JSON.stringify([...texts['sq-simple'].values()])
  const isUsed = (name: string) =>
    prose.includes(`"picture":"${name}"`) ||
    code.some(({ text }) => text.includes(`'${name}'`) || text.includes(`"${name}"`))
  expect(names.filter((name) => !isUsed(name))).toEqual([])
})

test('each kind of service has a picture of its own', () => {
  const kinds = loadSeedFiles().serviceTypes.map(({ code }) => code)
  const shown = kinds.map(typePicture)
  expect(shown.filter((picture, index) => shown.indexOf(picture) !== index)).toEqual([])
})

test('each group has a picture; only what is said with the same words shares one', () => {
  const groups = loadSeedFiles().targetGroups.filter(({ isPublic }) => isPublic)
  const words = (code: string) => stringsIn(texts['sq-simple'].get(`directory:group.${code}`)).join()
  for (const { code } of groups) {
    for (const { code: other } of groups) {
      if (code === other || groupPicture(code) !== groupPicture(other)) continue
      const [one = '', two = ''] = [words(code), words(other)].map((text) => text.replace(/^(Fëmijë|Persona)/, ''))
      expect(one, `${code} and ${other} share a picture`).toBe(two)
    }
  }
})

test('the makers are named where the files lie', () => {
  expect(readFileSync(`${folder}/LICENSE.md`, 'utf8')).toMatch(/OpenMoji[\s\S]*CC BY-SA 4\.0/)
})
