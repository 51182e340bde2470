import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  asides,
  firstOpen,
  isStep,
  placeOf,
  questionAfter,
  questionBefore,
  questionsOf,
  type QuestionId,
} from '../../../app/features/voice/questions'
import {
  categories,
  forWhom,
  helpAreas,
  helps,
  inGroup,
  kindOf,
  mayHandle,
  mayKeep,
  officeMay,
  personMay,
  purposes,
  topics,
  type Answers,
  type HelpArea,
  type Status,
  type Topic,
} from '../../../app/features/voice/rules'

/** What a person can answer to each question, as far as it changes what is asked next. */
function answersTo(id: QuestionId, { topic, area, forWhom }: Answers): Partial<Answers>[] {
  switch (id) {
    case 'who':
      return [{ who: 'me' }, { who: 'young' }, { who: 'other' }]
    case 'adult':
      return [{ adult: 'here' }]
    case 'agreement':
      return [['send'], ['send', 'contact'], ['send', 'about'], [...purposes]].map((agreed) => ({
        agreed: agreed as Answers['agreed'],
      }))
    case 'category':
      return (topic === 'other' ? categories.other : categories.wrong).map((category) => ({ category }))
    case 'area':
      return [...helpAreas.map((each) => ({ area: each, help: null })), { area: null, help: null }]
    case 'help':
      return [{ help: helps[area as HelpArea][0] }, { help: null }]
    case 'where':
      return topic === 'harm'
        ? [true, false].map((isRead) => ({ municipality: 'korce', isRead }))
        : [{ municipality: 'korce' }]
    case 'unit':
      return [{ unit: 3 }, { unit: null }]
    case 'for-whom':
      return [{ forWhom: 'child' }, { forWhom: 'adult' }, { forWhom: 'family' }, { forWhom: null }]
    case 'disability':
      return [{ forWhom: inGroup(forWhom as string, true) }, {}]
    case 'words':
      return [
        { words: 'Fjalë', mayShow: true },
        { words: '', mayShow: false },
      ]
    case 'contact':
      return [{ contact: { phone: '0690000000' } }, { contact: {} }]
    default:
      return [{}]
  }
}

type Walk = { steps: QuestionId[]; answers: Answers }

/** Every way through the questions that begins with a topic, by "continue" alone. */
function walksFrom(topic: Topic): Walk[] {
  const ended: Walk[] = []
  const walk = (steps: QuestionId[], id: QuestionId | null, answers: Answers): void => {
    if (id === null || id === 'unread') {
      ended.push({ steps: id === null ? steps : [...steps, id], answers })
      return
    }
    if (steps.includes(id)) throw new Error(`${id} is asked twice: ${steps.join(', ')}`)
    for (const given of answersTo(id, answers)) {
      const all = { ...answers, ...given }
      walk([...steps, id], questionAfter(id, all), all)
    }
  }
  walk([], questionsOf({ topic })[0] ?? null, { topic })
  return ended
}

const walks = topics.flatMap(walksFrom)
const stepsFor = (answers: Answers) => questionsOf(answers).join(' ')

describe('the questions of a message', () => {
  const need = 'area where for-whom how-many since without words'
  test.each<[string, Answers, string]>([
    ['a need of my own', { topic: 'missing', who: 'me' }, `who ${need} contact about-you`],
    [
      'a need, with a part of life and a place',
      { topic: 'missing', who: 'me', area: 'care', municipality: 'korce' },
      'who area help where unit for-whom how-many since without words contact about-you',
    ],
    [
      'a need of an adult',
      { topic: 'missing', who: 'me', forWhom: 'adult' },
      `who ${need.replace('for-whom', 'for-whom disability')} contact about-you`,
    ],
    [
      'a need of a child with a disability, when it is changed',
      { topic: 'missing', who: 'me', forWhom: 'child_disability' },
      `who ${need.replace('for-whom', 'for-whom disability')} contact about-you`,
    ],
    ['a need of a family', { topic: 'missing', who: 'me', forWhom: 'family' }, `who ${need} contact about-you`],
    [
      'a need, the part of life not known',
      { topic: 'missing', who: 'me', area: null },
      `who ${need} contact about-you`,
    ],
    ['a need of one under 16', { topic: 'missing', who: 'young' }, `who adult ${need} contact about-you`],
    [
      'a need of another person who agreed to all',
      { topic: 'missing', who: 'other', agreed: ['send', 'contact', 'about'] },
      `who agreement ${need} contact about-you`,
    ],
    [
      'a need of another person who agreed to sending alone',
      { topic: 'missing', who: 'other', agreed: ['send'] },
      `who agreement ${need}`,
    ],
    ['something wrong', { topic: 'wrong', who: 'me' }, 'who category where words contact about-you'],
    ['something else', { topic: 'other', who: 'me' }, 'who category where words contact about-you'],
    [
      'something wrong, for one who lets the contact be kept',
      { topic: 'wrong', who: 'other', agreed: ['send', 'contact'] },
      'who agreement category where words contact',
    ],
    [
      'something wrong, for one who lets the self-description be kept',
      { topic: 'wrong', who: 'other', agreed: ['send', 'about'] },
      'who agreement category where words about-you',
    ],
    ['danger', { topic: 'harm' }, 'before where words contact'],
    [
      'danger where somebody reads',
      { topic: 'harm', municipality: 'korce', isRead: true },
      'before where words contact',
    ],
    ['danger where nobody reads', { topic: 'harm', municipality: 'korce', isRead: false }, 'before where unread'],
    [
      'danger, of one under 16: nothing more stands in the way',
      { topic: 'harm', who: 'young' },
      'before where words contact',
    ],
  ])('%s', (_, answers, steps) => expect(stepsFor(answers)).toBe(steps))

  test('come to an end on every way through, each asked once', () => {
    expect(walks.length).toBeGreaterThan(500)
    for (const { steps, answers } of walks) {
      expect(steps).toEqual(questionsOf(answers))
      expect(steps.at(-1)).toMatch(/^(about-you|contact|words|unread)$/)
    }
  })

  test('lead back the way they came', () => {
    for (const { steps, answers } of walks) {
      const back = []
      for (let at = steps.at(-1) ?? null; at !== null; at = questionBefore(at, answers)) back.unshift(at)
      expect(back).toEqual(steps)
      for (const [index, step] of steps.entries()) {
        const next = questionAfter(step, answers)
        expect(next).toBe(steps[index + 1] ?? null)
        if (next !== null) expect(questionBefore(next, answers)).toBe(step)
      }
    }
  })

  test('are numbered one by one, after the first of all, and the last number is how many there are', () => {
    for (const { steps, answers } of walks) {
      const places = steps.map((step) => placeOf(step, answers))
      expect(places.map(({ number }) => number)).toEqual(steps.map((_, index) => index + 2))
      expect(new Set(places.map(({ of }) => of))).toEqual(new Set([steps.length + 1]))
    }
  })

  test('never ask for what the person did not let be kept', () => {
    const refusing = walks.filter(({ answers }) => answers.who === 'other' && answers.agreed?.length === 1)
    expect(refusing.length).toBeGreaterThan(10)
    for (const { steps } of refusing) expect(steps).not.toEqual(expect.arrayContaining(['contact']))
    for (const { steps } of refusing) expect(steps).not.toEqual(expect.arrayContaining(['about-you']))
  })

  test('of danger ask nothing about the person, and nothing but the numbers comes first', () => {
    for (const { steps } of walks.filter(({ answers }) => answers.topic === 'harm')) {
      expect(steps.slice(0, 2)).toEqual(['before', 'where'])
      for (const step of ['who', 'adult', 'agreement', 'about-you']) expect(steps).not.toContain(step)
    }
  })

  test('a question that is not asked leads to the first one, and back to the beginning', () => {
    expect(questionAfter('unit', { topic: 'wrong' })).toBe('who')
    expect(questionBefore('unit', { topic: 'wrong' })).toBeNull()
    expect(questionAfter('about-you', { topic: 'harm' })).toBe('before')
  })

  test('photos and recordings are reached from the words and lead back to them', () => {
    for (const { answers } of walks) {
      for (const aside of asides) {
        expect([questionAfter(aside, answers), questionBefore(aside, answers)]).toEqual(['words', 'words'])
        expect(placeOf(aside, answers)).toEqual(placeOf('words', answers))
      }
    }
  })

  test.each(['', 'WORDS', 'toString', '__proto__', 'constructor', 'words ', 'length', '0'])('%j is no step', (id) => {
    expect(isStep(id)).toBe(false)
  })
})

describe('what is still open', () => {
  test('is nothing at the end of every way, unless nobody would read it', () => {
    for (const { steps, answers } of walks) expect(firstOpen(answers)).toBe(steps.at(-1) === 'unread' ? 'unread' : null)
  })

  test('is a question that is asked and was not answered, and answering what is open is enough', () => {
    for (const topic of topics) {
      let answers: Answers = { topic }
      const seen: QuestionId[] = []
      for (let open = firstOpen(answers); open !== null && open !== 'unread'; open = firstOpen(answers)) {
        expect(questionsOf(answers)).toContain(open)
        expect(seen).not.toContain(open)
        seen.push(open)
        answers = { ...answers, ...answersTo(open, answers).at(-1) }
      }
      expect(answers.municipality).toBe('korce')
    }
  })

  test('nothing is sent for another person without their word', () => {
    const answers: Answers = { topic: 'missing', who: 'other', municipality: 'korce' }
    expect(firstOpen(answers)).toBe('agreement')
    expect(firstOpen({ ...answers, agreed: ['contact', 'about'] })).toBe('agreement')
    expect(firstOpen({ ...answers, agreed: ['send'] })).toBeNull()
  })

  test('one under 16 is asked for an adult, again when they had said "me" before', () => {
    expect(firstOpen({ topic: 'wrong', who: 'young', category: 'problem', municipality: 'korce' })).toBe('adult')
    expect(firstOpen({ topic: 'harm', who: 'young', municipality: 'korce' })).toBeNull()
  })
})

describe('rules', () => {
  test('what is missing is a need, all else is feedback', () => {
    expect(topics.map((topic) => kindOf({ topic }))).toEqual(['need', 'feedback', 'feedback', 'feedback'])
  })

  test('nobody needs to agree to what they do themselves', () => {
    for (const who of ['me', 'young', undefined] as const) {
      const answers: Answers = who ? { topic: 'wrong', who } : { topic: 'wrong' }
      for (const purpose of purposes) expect(mayKeep(answers, purpose)).toBe(true)
    }
    expect(mayKeep({ topic: 'wrong', who: 'other' }, 'contact')).toBe(false)
  })

  test('a message is handled by its own municipality alone, one of danger by protection officers alone', () => {
    const roles = [
      'officer',
      'protection_officer',
      'head_of_service',
      'budget_officer',
      'municipal_administrator',
      'national',
    ] as const
    const handling = (isProtection: boolean, viewerAt: string | null) =>
      roles.filter((role) =>
        mayHandle({ staffId: 'x', role, municipalityCode: viewerAt }, { municipalityCode: 'AL343', isProtection }),
      )
    expect(handling(false, 'AL343')).toEqual(['officer', 'head_of_service', 'municipal_administrator'])
    expect(handling(true, 'AL343')).toEqual(['protection_officer'])
    for (const at of ['AL344', '', null]) expect([...handling(true, at), ...handling(false, at)]).toEqual([])
  })

  test('a message can be taken back until it was, and one that was taken back is left alone', () => {
    for (const status of Object.keys(personMay) as Status[]) {
      expect(personMay[status].includes('withdraw'), status).toBe(status !== 'withdrawn')
    }
    expect([personMay.withdrawn, officeMay.withdrawn]).toEqual([[], []])
  })

  test('there is no dispute before an answer, and always one after', () => {
    const disputable = (Object.keys(personMay) as Status[]).filter((status) => personMay[status].includes('dispute'))
    expect(disputable).toEqual(['answered', 'closed'])
  })

  test('the order of questions is the same whatever was answered', () => {
    const anything = fc.record(
      {
        topic: fc.constantFrom(...topics),
        who: fc.constantFrom('me', 'young', 'other'),
        adult: fc.constant('here'),
        agreed: fc.subarray([...purposes]),
        municipality: fc.constant('korce'),
        isRead: fc.boolean(),
        area: fc.constantFrom(...helpAreas, null),
        forWhom: fc.constantFrom(...forWhom, null),
      },
      { requiredKeys: ['topic'] },
    )
    const order =
      'before who adult agreement category area help where unread unit for-whom disability how-many since without words'
    const all = [...order.split(' '), 'contact', 'about-you']
    fc.assert(
      fc.property(anything, (given) => {
        const asked = questionsOf(given as Answers)
        expect(asked).toEqual(all.filter((id) => asked.includes(id as QuestionId)))
        const open = firstOpen(given as Answers)
        if (open !== null) expect(asked).toContain(open)
      }),
    )
  })
})
