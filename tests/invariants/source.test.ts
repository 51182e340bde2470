import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import type { RouteConfigEntry } from '@remix-run/route-config'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { registers } from '../../app/i18n/registers'
import { deskPaths, machinePaths, paths } from '../../app/paths'
import routes from '../../app/routes'
import { appSources, filesUnder, placeOf, readSource, walk, type SourceFile } from '../support/source'
import { importTable } from './import-table'

const programSources = [
  ...appSources,
  ...[...filesUnder('scripts', ['.ts']), ...filesUnder('prisma', ['.ts']), 'server.ts'].map(readSource),
]

/** Every place in the files where a node is as asked. */
function find(sources: SourceFile[], is: (node: ts.Node) => boolean): string[] {
  return sources.flatMap((source) => {
    const places: string[] = []
    walk(source.tree, (node) => void (is(node) && places.push(placeOf(source, node))))
    return places
  })
}

const fileOf = (place: string) => place.replace(/:\d+$/, '')

/** What a file in app/ imports from app/, as paths; type-only and dynamic imports count too. */
function importsOf({ path, text }: SourceFile): string[] {
  const { importedFiles } = ts.preProcessFile(text, true, true)
  return importedFiles.flatMap(({ fileName }) => {
    const name = fileName.replace(/\?.*$/, '')
    if (!name.startsWith('.') && !name.startsWith('~/')) return []
    const target = name.startsWith('~/') ? `app/${name.slice(2)}` : posix.join(posix.dirname(path), name)
    const found = [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`].find(
      (file) => existsSync(file) && /\.\w+$/.test(file),
    )
    if (!found && !target.startsWith('generated/')) throw new Error(`${path}: ${fileName} is no file`)
    return found?.startsWith('app/') ? [found] : []
  })
}

describe('who may import whom', () => {
  /** "features/*" in a rule about a feature means that same feature; its queries and commands serve others too. */
  const inFolder = (pattern: string, path: string, own: string | undefined) => {
    const shared = pattern.endsWith('.server.ts') || own === undefined
    const parts = pattern.split('/').map((part, index, all) => {
      if (part === '*' && all[index - 1] === 'features') return shared ? '[^/]+' : own
      return part.replaceAll('.', '\\.').replaceAll('*', '[^/]+')
    })
    return new RegExp(`^app/${parts.join('/')}${/\.tsx?$/.test(pattern) ? '$' : '/'}`).test(path)
  }
  const areaOf = (path: string) =>
    importTable.find(({ files }) => inFolder(files.replace('./app/', ''), path, undefined))

  test('every file in a folder has its area, and every area has files', () => {
    const outside = appSources.filter(({ path }) => areaOf(path) === undefined).map(({ path }) => path)
    expect(outside.filter((path) => dirname(path) !== 'app')).toEqual([])
    for (const { area } of importTable) {
      expect(
        appSources.some(({ path }) => areaOf(path)?.area === area),
        area,
      ).toBe(true)
    }
  })

  test('nobody imports past the table', () => {
    const breaches = appSources.flatMap((source) => {
      const area = areaOf(source.path)
      const own = /^app\/features\/([^/]+)\//.exec(source.path)?.[1]
      if (!area) return []
      return importsOf(source)
        .filter((target) => !area.may.some((folder) => inFolder(folder, target, own)))
        .map((target) => `${source.path} (${area.area}) imports ${target}`)
    })
    expect(breaches).toEqual([])
  })

  test('no file imports itself by way of others', () => {
    const graph = new Map(appSources.map((source) => [source.path, importsOf(source)]))
    expect([...graph.keys()].flatMap((path) => cycleFrom(path, graph))).toEqual([])
  })

  test('only .server files and routes reach server files', () => {
    const reaching = appSources
      .filter(({ path }) => !/\.server\.tsx?$|^app\/(routes\/|root\.tsx|entry\.server\.tsx)/.test(path))
      .filter((source) => importsOf(source).some((target) => /\.server\.tsx?$/.test(target)))
    expect(reaching.map(({ path }) => path)).toEqual([])
  })
})

/** The shortest way back to a file, written once: from the first of its files by name. */
function cycleFrom(start: string, graph: Map<string, string[]>): string[] {
  const ways = [[start]]
  const seen = new Set<string>()
  for (let way = ways.shift(); way; way = ways.shift()) {
    for (const next of graph.get(way.at(-1) ?? '') ?? []) {
      if (next === start) return way.every((file) => file >= start) ? [[...way, start].join(' → ')] : []
      if (!seen.has(next)) ways.push([...way, next])
      seen.add(next)
    }
  }
  return []
}

describe('things that stand in one place', () => {
  test('the database client is made in one file', () => {
    const made = find(
      programSources,
      (node) => ts.isNewExpression(node) && node.expression.getText() === 'PrismaClient',
    )
    expect([...new Set(made.map(fileOf))]).toEqual(['app/server/db.server.ts'])
  })

  test('settings are read in one file', () => {
    const read = find(programSources, (node) => ts.isPropertyAccessExpression(node) && node.getText() === 'process.env')
    expect([...new Set(read.map(fileOf))]).toEqual(['app/server/env.server.ts'])
  })

  test('a query names the columns it reads', () => {
    const queries = /^(findMany|findFirst|findUnique)(OrThrow)?$/
    const isQuery = (node: ts.Node): node is ts.CallExpression =>
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      queries.test(node.expression.name.text)
    expect(find(appSources, isQuery).length).toBeGreaterThan(10)
    expect(find(appSources, (node) => isQuery(node) && !hasSelect(node))).toEqual([])
    expect(find(appSources, (node) => ts.isPropertyAssignment(node) && node.name.getText() === 'include')).toEqual([])
  })

  test('no file has grown past 350 lines', () => {
    const css = filesUnder('app', ['.css']).map(readSource)
    const long = [...programSources, ...css].filter(({ text }) => text.trimEnd().split('\n').length > 350)
    expect(long.map(({ path }) => path)).toEqual([])
  })
})

function hasSelect(call: ts.CallExpression): boolean {
  const [options] = call.arguments
  return (
    options !== undefined &&
    ts.isObjectLiteralExpression(options) &&
    options.properties.some((property) => property.name?.getText() === 'select')
  )
}

describe('markup', () => {
  const components = appSources.filter(({ path }) => path.endsWith('.tsx'))

  /** The gallery speaks to those who build Pranë, and its name is the same in every language. */
  test('no words stand in the code', () => {
    const written = components
      .filter(({ path }) => path !== 'app/ui/gallery.tsx')
      .flatMap((source) =>
        find([source], (node) => {
          if (ts.isJsxText(node)) return /\p{L}/u.test(node.text) && node.text.trim() !== 'Pranë'
          const isRead =
            ts.isJsxAttribute(node) && /^(aria-label|aria-description|alt|title|label)$/.test(node.name.getText())
          return (
            isRead &&
            node.initializer !== undefined &&
            ts.isStringLiteral(node.initializer) &&
            node.initializer.text !== ''
          )
        }),
      )
    expect(written).toEqual([])
  })

  test('no style, no raw markup, no handler, no new window', () => {
    const forbidden = /^(style|dangerouslySetInnerHTML|on[A-Z]\w*|target|placeholder|required)$/
    expect(find(components, (node) => ts.isJsxAttribute(node) && forbidden.test(node.name.getText()))).toEqual([])
  })
})

/** Every builder takes a register and then words. */
type Builder = (...parts: string[]) => string

describe('the site map', () => {
  const entries = flatten(routes)

  /** Reached by the server itself, by failing, or by nobody but those who build Pranë. */
  const withoutBuilder = ['/', '/*', '/:register/gallery/broken']
  /** Answered before the pages. */
  const byTheServer = [machinePaths.healthz, machinePaths.readyz]

  const built = [
    ...Object.values(paths).map((build) => (build as Builder)('sq', 'some-slug', 'some_type', 'some-part')),
    ...Object.values(machinePaths).map((build) => (typeof build === 'string' ? build : build('some-slug'))),
    ...Object.values(deskPaths).map((build) =>
      typeof build === 'string' ? build : (build as Builder)('some-id', '1'),
    ),
  ].map((path) => new URL(path, 'http://prane.example').pathname)

  const pages = built.filter((path) => !byTheServer.some((own) => own === path))

  test('every route has a builder of its address', () => {
    const lonely = entries.filter(({ pattern }) => !pages.some((path) => routeFor(path) === pattern))
    expect(lonely.map(({ pattern }) => pattern).sort()).toEqual(withoutBuilder.sort())
  })

  test('every builder leads to a route', () => {
    expect(pages.filter((path) => routeFor(path) === '/*')).toEqual([])
    const server = readFileSync('server.ts', 'utf8')
    for (const path of byTheServer) expect(server).toContain(`app.get('${path}'`)
  })

  test('a builder escapes what it is given', () => {
    expect(paths.service('sq', '../a b/ë?#')).toBe('/sq/services/..%2Fa%20b%2F%C3%AB%3F%23')
    expect(paths.county('en', 'a&b=c')).toBe('/en/municipalities?county=a%26b%3Dc')
  })

  test('every file in routes/ is a route, or helps one', () => {
    const used = entries.map(({ file }) => file.replace('routes/', ''))
    expect(
      readdirSync('app/routes')
        .filter((file) => !/\.server\.tsx?$/.test(file))
        .sort(),
    ).toEqual(used.sort())
  })

  test('every page has a head; what has no page answers by itself', () => {
    const faults = entries.flatMap(({ file }) => {
      const { tree, text } = readSource(join('app', file))
      const loader = tree.statements.find((node) => ts.isFunctionDeclaration(node) && node.name?.text === 'loader')
      const body = loader?.getText(tree) ?? ''
      if (body === '') return [`${file} has no loader`]
      const isPage = /^export default /m.test(text)
      if (!isPage)
        return /\breturn (new Response|Response\.json|redirect)\(/.test(body) ? [] : [`${file} gives no answer`]
      return /\bhead[:,]/.test(body) || !/\breturn\b/.test(body) ? [] : [`${file} has no head`]
    })
    expect(faults).toEqual([])
  })

  /** The route that answers: fixed words before a part that varies, and what is left to the page "not found". */
  function routeFor(path: string): string | undefined {
    const looseness = ({ pattern }: { pattern: string }) => (pattern === '/*' ? 99 : pattern.split(':').length)
    const expression = (pattern: string) =>
      pattern
        .replace(':register', `(${registers.join('|')})`)
        .replace(/:\w+/g, '[^/]+')
        .replace('*', '.*')
    const ranked = [...entries].sort((a, b) => looseness(a) - looseness(b))
    return ranked.find(({ pattern }) => new RegExp(`^${expression(pattern)}$`).test(path))?.pattern
  }
})

function flatten(entries: RouteConfigEntry[], above = ''): { pattern: string; file: string }[] {
  return entries.flatMap(({ path, file, children }) => {
    const pattern = path ? `${above}/${path}` : above
    return [{ pattern: pattern || '/', file }, ...flatten(children ?? [], pattern)]
  })
}

test.each(readdirSync('app/features'))('the feature %s says what it is in about ten lines', (feature) => {
  const lines = readFileSync(`app/features/${feature}/README.md`, 'utf8').trimEnd().split('\n')
  expect(lines[0]).toMatch(/^# /)
  expect(lines.length).toBeLessThanOrEqual(20)
})
