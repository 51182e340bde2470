import { describe, expect, test } from 'vitest'
import {
  aboutYou,
  allHelps,
  categories,
  forWhom,
  helpAreas,
  howMany,
  maxWords,
  since,
  without,
  type Answers,
} from '../../../app/features/voice/rules'
import {
  readAbout,
  readStep,
  readUnit,
  readWhere,
  readWords,
  topicForm,
  type ReadStep,
} from '../../../app/features/voice/schema'

type Fields = [string, string | File][]

function formOf(...fields: Fields): FormData {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}

const hostile = [
  '',
  ' ',
  '\0',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'NaN',
  '-1',
  '1e3',
  '[object Object]',
  '{"a":1}',
  '["send"]',
  'me\n',
  'ME',
  '\ud800',
  '\u202eabc',
  '<script>alert(1)</script>',
  '{{7*7}}',
  'x\r\nSet-Cookie: a=b',
  "' or 1=1--",
  'ë'.repeat(100_000),
]
const names = [
  'answer',
  'agreed',
  'agreed-send',
  'words',
  'mayShow',
  'phone',
  'email',
  'sex',
  'age',
  'disability',
  'group',
]
const answersOf = (read: ReadStep): Partial<Answers> => ('answers' in read ? read.answers : {})
const steps = Object.keys(readStep) as (keyof typeof readStep)[]

/** Every value that each answer may have; what is not listed here is text. */
const allowed: Partial<Record<keyof Answers, readonly unknown[]>> = {
  who: ['me', 'young', 'other'],
  adult: ['here'],
  category: [...categories.wrong, ...categories.other],
  area: [...helpAreas, null],
  help: [...allHelps, null],
  forWhom: [...forWhom, 'child_disability', null],
  howMany: [...howMany, null],
  since: [...since, null],
  without: [...without, null],
}

describe('the form of a step', () => {
  test.each(steps)('%s takes nothing that is no answer, whatever comes', (step) => {
    const values: (string | File)[] = [...hostile, new File(['x'], 'x.txt')]
    const forms = [
      formOf(),
      ...values.map((value) => formOf(...names.map((name): [string, string | File] => [name, value]))),
      ...values.map((value) =>
        formOf(
          ...names.flatMap((name): Fields => [
            [name, value],
            [name, 'me'],
            [name, value],
          ]),
        ),
      ),
      ...hostile.map((name) => formOf([name, 'me'], [`${name}[]`, 'send'], [`answer.${name}`, '1'])),
    ]
    for (const answers of [
      { topic: 'wrong' },
      { topic: 'other' },
      { topic: 'missing', area: 'care', forWhom: 'child' },
    ] as Answers[]) {
      for (const form of forms) {
        const read = readStep[step](form, answers)
        if ('errors' in read) {
          expect(Object.values(read.errors).every((error) => /^[a-zA-Z]+$/.test(error))).toBe(true)
          continue
        }
        for (const [name, value] of Object.entries(read.answers)) {
          const known = allowed[name as keyof Answers]
          if (known) expect(known).toContain(value)
        }
        expect(Object.getPrototypeOf(read.answers)).toBe(Object.prototype)
        expect(JSON.stringify(read.answers).length).toBeLessThan(3 * maxWords)
      }
    }
  })

  test('a disability is said by a yes alone; no and "I do not know" are kept as neither', () => {
    const kept = (answer: string, forWhom: string) =>
      answersOf(readStep.disability(formOf(['answer', answer]), { topic: 'missing', forWhom })).forWhom
    expect(kept('yes', 'child')).toBe('child_disability')
    expect(kept('yes', 'adult')).toBe('adult_disability')
    for (const answer of ['no', '']) expect(kept(answer, 'adult_disability')).toBe('adult')
    expect(kept('yes', 'family')).toBeUndefined()
  })

  test('the first of several values counts', () => {
    expect(readStep.who(formOf(['answer', 'other'], ['answer', 'me']), { topic: 'wrong' })).toEqual({
      answers: { who: 'other' },
    })
  })

  test('an empty answer is "I do not know" where that is one, and no answer elsewhere', () => {
    const empty = formOf(['answer', ''])
    expect(readStep.since(empty, { topic: 'missing' })).toEqual({ answers: { since: null } })
    for (const step of ['who', 'adult', 'category'] as const) {
      expect(readStep[step](empty, { topic: 'wrong' })).toEqual({ errors: { answer: 'choose' } })
    }
    expect(readStep.since(formOf(), { topic: 'missing' })).toEqual({ errors: { answer: 'choose' } })
  })

  test('the help is one of its part of life', () => {
    const help = (answer: string, answers: Answers) => readStep.help(formOf(['answer', answer]), answers)
    expect(help('home_help', { topic: 'missing', area: 'care' })).toEqual({ answers: { help: 'home_help' } })
    expect(help('housing', { topic: 'missing', area: 'care' })).toHaveProperty('errors')
    expect(help('home_help', { topic: 'missing', area: null })).toHaveProperty('errors')
  })

  test('another part of life forgets the help of the last one, the same one keeps it', () => {
    const before: Answers = { topic: 'missing', area: 'care', help: 'home_help' }
    expect(readStep.area(formOf(['answer', 'care']), before)).toEqual({ answers: { area: 'care' } })
    expect(readStep.area(formOf(['answer', 'health']), before)).toEqual({ answers: { area: 'health', help: null } })
    expect(readStep.area(formOf(['answer', '']), before)).toEqual({ answers: { area: null, help: null } })
  })

  test('a category belongs to its topic', () => {
    const category = (topic: 'wrong' | 'other', answer: string) =>
      readStep.category(formOf(['answer', answer]), { topic })
    expect(category('wrong', 'barrier')).toEqual({ answers: { category: 'barrier' } })
    for (const answer of ['thanks', 'harm', '']) expect(category('wrong', answer)).toHaveProperty('errors')
    expect(category('other', 'barrier')).toHaveProperty('errors')
  })

  test('consent is each purpose that was ticked, and none without the first', () => {
    const agree = (...agreed: string[]) =>
      readStep.agreement(formOf(...agreed.map((each): [string, string] => [`agreed-${each}`, '1'])), { topic: 'wrong' })
    expect(agree('about', 'send', 'send', 'constructor')).toEqual({ answers: { agreed: ['send', 'about'] } })
    expect(agree('contact', 'about')).toEqual({ errors: { agreed: 'agree' } })
    expect(agree('send,contact')).toEqual({ errors: { agreed: 'agree' } })
    expect(agree()).toEqual({ errors: { agreed: 'agree' } })
  })
})

describe('words', () => {
  const read = (words: string) => answersOf(readStep.words(formOf(['words', words]), { topic: 'wrong' })).words

  test.each([
    ['  Nuk ka rampë.\r\nHyrja\rështë e lartë. \n', 'Nuk ka rampë.\nHyrja\nështë e lartë.'],
    ['a\0b\u0007c\u001b[31md', 'a b c [31md'],
    ['a\u202eb\u2066c', 'a b c'],
    ['half a letter \ud800.', 'half a letter \ufffd.'],
    ['👩‍🦽 dhe 🇦🇱', '👩‍🦽 dhe 🇦🇱'],
    ['<b>&amp;</b> {{x}} ${y}', '<b>&amp;</b> {{x}} ${y}'],
    ['', ''],
  ])('%j is kept as %j', (given, kept) => expect(read(given)).toBe(kept))

  test('may be as long as is said, counted as they are kept', () => {
    expect(read('ë'.repeat(maxWords))).toHaveLength(maxWords)
    expect(read(`${' '.repeat(1_000)}${'a\r\n'.repeat(maxWords / 2 - 1)}aa`)).toHaveLength(maxWords)
    expect(readStep.words(formOf(['words', 'ë'.repeat(maxWords + 1)]), { topic: 'wrong' })).toEqual({
      errors: { words: 'tooLong' },
    })
  })

  test('may be shown only when that was ticked', () => {
    const shown = (value: string) =>
      answersOf(readStep.words(formOf(['words', 'x'], ['mayShow', value]), { topic: 'wrong' })).mayShow
    expect(shown('1')).toBe(true)
    for (const value of ['', '0', 'true', 'on', '1 ']) expect(shown(value)).toBe(false)
  })

  test('to a message that was sent cannot be empty', () => {
    expect(readWords(formOf(['words', ' Po '])).valueOf()).toEqual({ words: 'Po' })
    for (const words of ['', ' \n\0 ']) expect(readWords(formOf(['words', words]))).toEqual({ error: 'write' })
    expect(readWords(formOf())).toEqual({ error: 'write' })
    expect(readWords(formOf(['words', new File(['x'], 'x')]))).toEqual({ error: 'write' })
    expect(readWords(formOf(['words', 'x'.repeat(maxWords + 1)]))).toEqual({ error: 'tooLong' })
  })
})

describe('a contact', () => {
  const read = (phone: string, email: string) =>
    readStep.contact(formOf(['phone', phone], ['email', email]), { topic: 'wrong' })

  test.each([
    ['069 00 00 000', '', { phone: '0690000000' }],
    ['+355 (0)69-000.0000', ' a@example.org ', { phone: '+3550690000000', email: 'a@example.org' }],
    ['', '', {}],
  ])('%j and %j are taken', (phone, email, contact) => expect(read(phone, email)).toEqual({ answers: { contact } }))

  test.each([
    ['12345', '', ['phone']],
    ['069abc0000', '', ['phone']],
    ['1'.repeat(16), '', ['phone']],
    ['', 'nobody', ['email']],
    ['', `${'a'.repeat(200)}@example.org`, ['email']],
    ['', 'a@example.org\r\nBcc: b@example.org', ['email']],
    ['javascript:1', '<x@y.z>', ['phone', 'email']],
  ])('%j and %j are refused', (phone, email, fields) => {
    const result = read(phone, email)
    expect('errors' in result && Object.keys(result.errors)).toEqual(fields)
  })
})

describe('who somebody is', () => {
  test('is only what was chosen out of the lists', () => {
    const form = formOf(['sex', 'woman'], ['age', '200'], ['group', 'roma'], ['disability', ''], ['religion', 'x'])
    expect(readStep['about-you'](form, { topic: 'wrong' })).toEqual({
      answers: { aboutYou: { sex: 'woman', group: 'roma' } },
    })
    for (const [name, options] of Object.entries(aboutYou)) {
      for (const option of options) {
        expect(answersOf(readStep['about-you'](formOf([name, option]), { topic: 'wrong' })).aboutYou).toEqual({
          [name]: option,
        })
      }
    }
  })
})

describe('a place', () => {
  test('is a municipality that exists', () => {
    const read = (slug: string) => readWhere(formOf(['municipality', slug]), ['korce', 'tirane'])
    expect(read('korce')).toEqual({ answers: { municipality: 'korce' } })
    for (const slug of ['', 'Korce', 'korce ', 'paris', ...hostile]) expect(read(slug)).toHaveProperty('errors')
  })

  test('is a unit of that municipality, or not known', () => {
    const read = (unit: string) => answersOf(readUnit(formOf(['unit', unit]), [1, 2, 12])).unit
    expect([read('2'), read('12'), read('')]).toEqual([2, 12, null])
    for (const unit of ['3', '-1', '1.0', '1e0', '0x1', ' 1', '١', ...hostile]) expect(read(unit)).toBeNull()
  })
})

describe('what it is about', () => {
  test.each(['service:qendra-ditore', 'entitlement:kempp', 'words:karrige me rrota', 'words:a\nb'])(
    '%j is read',
    (text) => expect(readAbout(text)).toBe(text),
  )

  test.each([
    null,
    'words:',
    'service:',
    'service:../../etc',
    'service:A',
    'person:x',
    'javascript:alert(1)',
    `words:${'x'.repeat(151)}`,
    `service:${'x'.repeat(81)}`,
  ])('%j counts as not given', (text) => expect(readAbout(text)).toBeUndefined())

  test('nothing else counts as given', () => {
    for (const text of hostile) expect(readAbout(text)).toBeUndefined()
  })

  test('a topic is one of four, and nothing strange goes with it', () => {
    expect(topicForm.parse({ topic: 'harm', about: 'x' })).toEqual({ topic: 'harm', about: undefined })
    for (const topic of [...hostile, ['harm'], {}, undefined])
      expect(topicForm.safeParse({ topic }).success).toBe(false)
    const parsed = topicForm.parse(Object.fromEntries(formOf(['topic', 'wrong'], ['__proto__', 'x'], ['sent', '1'])))
    expect(parsed).toEqual({ topic: 'wrong' })
  })
})
