import { describe, expect, it } from 'vitest'
import { accessFeatures, serviceLanguages } from '../../../app/features/directory/facts'
import { readAccessibility } from '../../../app/features/mapping/accessibility'

describe('what a mapping says of access', () => {
  it.each([
    ['rampë', { access: { ramp: true } }],
    ['Rampa; ashensor; tualet i përshtatur', { access: { ramp: true, lift: true, accessible_toilet: true } }],
    ['RAMPE, pa ashensor', { access: { ramp: true, lift: false } }],
    ['no lift | without ramp', { access: { lift: false, ramp: false } }],
    ['nuk ka ashensor', { access: { lift: false } }],
    ['pa shkallë', { access: { step_free_entrance: true } }],
    ['sign language\nAlbanian, English', { access: { sign_language_interpreter: true }, languages: ['sq', 'en'] }],
    ['shqip; romisht; shqip', { languages: ['sq', 'rom'] }],
    ['easy_read_information', { access: { easy_read_information: true } }],
    ['', {}],
    ['hyrje e gjerë, shkallë me parmak', {}],
    ['rampë e prishur', {}],
    ['ndoshta rampë', {}],
    ['jo', {}],
    ['__proto__; constructor', {}],
  ])('%j', (cell, expected) => expect(readAccessibility(cell)).toEqual(expected))

  it('has a word for every feature, and for every language but signs, which are an interpreter', () => {
    for (const feature of accessFeatures) expect(readAccessibility(feature)).toEqual({ access: { [feature]: true } })
    for (const language of serviceLanguages.filter((code) => code !== 'sqk'))
      expect(readAccessibility(language)).toEqual({ languages: [language] })
  })
})
