import { describe, expect, test } from 'vitest'
import { checkReply } from '../../../app/features/voice/check-reply'
import { deskForms, gapsIn, readDeskAct, readDeskForm, readMeeting } from '../../../app/features/voice/desk-forms'
import { initialsOf, queueQuery, readQueueFilter, statusesOf } from '../../../app/features/voice/queue'
import { closingReasons, helpTextKey, maxNotes, officeMay, openStatuses } from '../../../app/features/voice/rules'

const id = '1f0c2b1e-5a44-4a0a-9d55-3a4cf3a3f001'
const form = (fields: Record<string, string>) => {
  const made = new FormData()
  for (const [name, value] of Object.entries(fields)) made.set(name, value)
  return made
}

describe('a form beside a message', () => {
  test.each([
    [
      { do: 'reply', words: ' Po. ' },
      { do: 'reply', words: 'Po.' },
    ],
    [
      { do: 'nonsense', words: 'Po.' },
      { do: 'reply', words: 'Po.' },
    ],
    [
      { do: 'ask', words: 'Ku?' },
      { do: 'ask', words: 'Ku?' },
    ],
    [
      { do: 'note', words: '[kush?]' },
      { do: 'note', words: '[kush?]' },
    ],
    [
      { do: 'assign', to: id },
      { do: 'assign', to: id },
    ],
    [
      { do: 'merge', into: id },
      { do: 'merge', into: id },
    ],
    [
      { do: 'part', id },
      { do: 'part', id },
    ],
    [
      { do: 'release', show: '1' },
      { do: 'release', show: true },
    ],
    [{ do: 'release' }, { do: 'release', show: false }],
    [
      { do: 'pass_on', to: 'AL555', words: 'x' },
      { do: 'pass_on', to: 'AL555', words: 'x' },
    ],
    [
      { do: 'close', reason: 'not_ours', words: 'x' },
      { do: 'close', reason: 'not_ours', words: 'x' },
    ],
  ])('%j is read', (fields, act) => expect(readDeskAct(form(fields as Record<string, string>))).toEqual({ act }))

  test.each([
    [{ do: 'reply', words: ' \n ' }, { words: 'write' }],
    [{}, { words: 'write' }],
    [{ do: 'reply', words: 'x'.repeat(5_001) }, { words: 'tooLong' }],
    [{ do: 'reply', words: 'Vini më [data].' }, { words: 'gaps' }],
    [{ do: 'ask', words: '[pyetja]' }, { words: 'gaps' }],
    [{ do: 'assign', to: 'x' }, { to: 'person' }],
    [{ do: 'merge' }, { into: 'message' }],
    [{ do: 'part', id: '1; DROP' }, { id: 'message' }],
    [
      { do: 'pass_on', to: '', words: '' },
      { words: 'write', to: 'municipality' },
    ],
    [{ do: 'pass_on', to: 'XX1', words: 'x' }, { to: 'municipality' }],
    [{ do: 'close', reason: 'because', words: 'x' }, { reason: 'reason' }],
    [
      { do: 'close', words: '' },
      { words: 'write', reason: 'reason' },
    ],
  ])('%j is refused', (fields, errors) =>
    expect(readDeskAct(form(fields as Record<string, string>))).toEqual({ errors }),
  )

  test('control characters go, line ends become one kind', () => {
    expect(readDeskAct(form({ do: 'reply', words: 'a\r\nb\u0000\u202ec' }))).toEqual({
      act: { do: 'reply', words: 'a\nb c' },
    })
  })

  test('exactly as long as allowed is taken', () => {
    expect(readDeskAct(form({ do: 'reply', words: 'x'.repeat(5_000) }))).toHaveProperty('act')
  })

  test('gaps are found, other brackets are not gaps', () => {
    expect(gapsIn('Më [data] te [vendi].')).toEqual(['[data]', '[vendi]'])
    expect(gapsIn('a[] [\n]')).toEqual([])
  })

  test('only forms that exist open', () => {
    for (const name of deskForms) expect(readDeskForm(name)).toBe(name)
    for (const name of ['constructor', '', null, 1]) expect(readDeskForm(name)).toBeNull()
  })
})

describe('what may be done', () => {
  test('nothing with what was taken back; only beside what is closed', () => {
    expect(officeMay.withdrawn).toEqual([])
    expect(officeMay.closed).toEqual(['note', 'release'])
  })
  test('whatever is open can be answered, passed on and closed', () => {
    for (const status of openStatuses)
      expect(officeMay[status]).toEqual(expect.arrayContaining(['reply', 'pass_on', 'close']))
  })
  test('who is asked already is not asked again', () => expect(officeMay.needs_information).not.toContain('ask'))
})

describe('the filter of the queue', () => {
  const read = (query: string) => readQueueFilter(new URLSearchParams(query))

  test('nothing asked for: what is open, from the beginning', () => {
    expect(read('')).toEqual({ status: 'open', page: 1 })
    expect(queueQuery(read(''))).toBe('')
  })

  test.each([
    ['status=closed&kind=barrier&unit=3&mine=1&overdue=1&assisted=1&service=qendra-x&page=2'],
    ['status=all'],
    ['kind=need'],
    ['unit=0'],
  ])('%s comes back as it was', (query) => {
    expect(Object.fromEntries(new URLSearchParams(queueQuery(read(query))))).toEqual(
      Object.fromEntries(new URLSearchParams(query)),
    )
  })

  test.each([
    'status=x',
    'kind=harm2',
    'unit=-1',
    'unit=1.5',
    'unit=x',
    'mine=2',
    'service=A%20B',
    'page=0',
    'page=1e9',
    'page=x',
    'status=constructor',
  ])('%s counts as not given', (query) => expect(read(query)).toEqual({ status: 'open', page: 1 }))

  test('statuses of a choice', () => {
    expect(statusesOf('open')).toEqual(openStatuses)
    expect(statusesOf('all')).toBeNull()
    expect(statusesOf('closed')).toEqual(['closed'])
  })

  test.each([
    ['Arta Doda', 'A. D.'],
    ['Nëpunësja e shpikur', 'N. S.'],
    ['çiljeta', 'Ç.'],
    ['  ', ''],
  ])('%j is %j', (name, initials) => expect(initialsOf(name)).toBe(initials))
})

describe('notes of a meeting', () => {
  const base = { origin: 'forum', batch: id }
  const read = (fields: Record<string, string>) => readMeeting(form({ ...base, ...fields }), [1, 2])

  test('rows that were left empty are no needs', () => {
    expect(read({ 'help-2': 'transport', 'unit-2': '2', 'howMany-2': '2-5', 'words-2': ' x ' })).toEqual({
      meeting: { ...base, notes: [{ help: 'transport', unit: 2, howMany: '2-5', words: 'x' }] },
    })
  })

  test('a part of life does where nobody said more; a unit of elsewhere is not known', () => {
    expect(read({ 'help-1': 'care', 'unit-1': '9', 'howMany-1': 'x' })).toEqual({
      meeting: { ...base, notes: [{ help: 'care', unit: null, howMany: null, words: '' }] },
    })
  })

  test.each([
    [{}, { 'help-1': 'none' }],
    [{ origin: 'party', 'help-1': 'care' }, { origin: 'origin' }],
    [{ batch: 'x', 'help-1': 'care' }, { origin: 'again' }],
    [{ 'words-3': 'x' }, { 'help-3': 'help' }],
    [{ 'help-1': 'care', 'words-1': 'x'.repeat(5_001) }, { 'words-1': 'tooLong' }],
  ])('%j is refused', (fields, errors) => expect(read(fields as Record<string, string>)).toEqual({ errors }))

  test('no more rows than the form has', () => {
    const many = Object.fromEntries(Array.from({ length: maxNotes + 5 }, (_, row) => [`help-${row + 1}`, 'food']))
    const done = read(many)
    expect('meeting' in done && done.meeting.notes.length).toBe(maxNotes)
  })
})

describe('how an answer reads', () => {
  const sq = { language: 'sq', isEasy: false } as const

  test('words, sentences, the longest of them, gaps', () => {
    expect(checkReply('Vini nesër. Sillni letrat [e cilat]!\nJu presim.', sq)).toMatchObject({
      words: 8,
      sentences: 3,
      longest: 4,
      gaps: ['[e cilat]'],
    })
  })
  test('nothing to read', () => {
    expect(checkReply('', sq)).toEqual({
      words: 0,
      sentences: 0,
      longest: 0,
      lix: 0,
      gaps: [],
      findings: [],
      isEasy: false,
    })
  })
  test('a long sentence is found', () => {
    const long = `${'fjalë '.repeat(20)}fund.`
    expect(checkReply(long, sq).findings.map(({ rule }) => rule)).toContain('long-sentence')
  })
  test('a text of many faults is answered shortly', () => {
    expect(checkReply('A.B.C. 50 % (x) XIV 04.03.2026. '.repeat(400), sq).findings.length).toBeLessThanOrEqual(8)
  })
})

test('each reason and kind of help has a key of words', () => {
  expect(new Set(closingReasons).size).toBe(closingReasons.length)
  expect(helpTextKey('transport')).toBe('help.transport')
  expect(helpTextKey('care')).toBe('area.care')
})
