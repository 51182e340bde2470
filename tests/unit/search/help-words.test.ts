import { describe, expect, test } from 'vitest'
import { helpKinds } from '../../../app/features/directory/help-kinds'
import { helpAskedFor } from '../../../app/features/directory/search/help-words'
import { queryWords } from '../../../app/features/directory/search/read-words'

const asked = (query: string) => helpAskedFor(queryWords(query).map(({ stem }) => stem))

describe('words for help that is not a place lead to its page', () => {
  test.each([
    ['karrige me rrota', ['assistive-devices']],
    ['KARRIGEN ME RROTA', ['assistive-devices']],
    ['dua nje karrige me rrota per babain', ['assistive-devices']],
    ['ndihmen ekonomike', ['economic-aid']],
    ["s'kam lek", ['economic-aid']],
    ['lekë', ['economic-aid']],
    ['wheel chair', ['assistive-devices']],
    ['interpret', ['sign-language']],
    ['banesë sociale në Fier', ['social-housing']],
    ['mesues ndihmes', ['assistant-teacher']],
    ['përkthyesi i gjuhës së shenjave', ['sign-language']],
    ['sign language interpreter', ['sign-language']],
    ['planifikimi familjar', ['health-counselling']],
    ['psikolog shkolle', ['youth-counselling']],
    ['wheelchair or economic aid', ['economic-aid', 'assistive-devices']],
  ])('%s', (query, kinds) => expect(asked(query)).toEqual(kinds))

  test.each(['', 'logoped', 'qendër ditore', 'ndihmë', 'mensë Korçë', 'shtëpi për të moshuar', 'shkollë', 'rrota'])(
    'other words do not: %j',
    (query) => expect(asked(query)).toEqual([]),
  )

  test('every kind can be asked for in both languages', () => {
    const found = new Set(
      [
        ['ndihmë ekonomike', 'strehim social', 'paterica', 'gjuha e shenjave', 'mësues ndihmës', 'këshillim rinor'],
        ['këshillim shëndetësor', 'cash assistance', 'social housing', 'crutches', 'sign language'],
        ['assistant teacher', 'youth counselling', 'family planning'],
      ]
        .flat()
        .flatMap(asked),
    )
    expect([...found].sort()).toEqual([...helpKinds].sort())
  })
})
