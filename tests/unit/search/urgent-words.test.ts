import { describe, expect, test } from 'vitest'
import { placeNames } from '~/features/directory/search/places'
import { queryWords, readWords } from '~/features/directory/search/read-words'

const read = (query: string) => readWords(queryWords(query), placeNames([]), () => true)

describe('words of violence and trafficking', () => {
  test.each([
    ...['trafikuar', 'jam e trafikuar', 'perdhunuar', 'abuzon', 'jam abuzuar', 'me abuzon burri', 'keqtrajtim'],
    ...['rrahje', 'jam e dhunueme', 'me qellon', 'me ka goditur burri', 'burri me mbyt', 'do te me vrase'],
    ...['burri me ndjek', 'dua te largohem nga burri', 'me mbajne me zor', 'me detyrojne', 'shfrytezim seksual'],
    ...['shantazh', 'martese e detyruar', 'prostitute', 'vend i sigurt', 'shtepi e sigurt', 'më godet', 'kam frikë'],
    ...['kam frikë nga burri', 'kam frikë të kthehem në shtëpi', 'më preku', 'me reh', "m'rreh", 'po më kërcënon'],
    ...['he hit me', 'my partner hurts me', 'battered women', 'he wants to kill me', 'sexual assault', 'molested'],
    ...['locked in', 'sold me', 'forced marriage', 'exploitation', 'slavery', 'scared of my husband'],
    ...['women shelter', 'women’s refuge', 'womens refuge', 'safe place', 'safe house', 'victim of violence', 'rape'],
    ...['husband beating', 'stalking', 'beats me', 'abuse', 'abuzim', 'abuzim seksual'],
    ...['116117', '116 117', '116006', '116 006'],
  ])('%s', (query) => expect(read(query)).toMatchObject({ urgent: 'violence', clauses: [], unknown: [] }))

  test('the number for all danger is other danger', () => expect(read('112').urgent).toBe('danger'))

  test('a bare shelter may be either: the numbers, and shelters for homeless people', () => {
    for (const query of ['streha', 'strehë', 'shelter']) {
      const { urgent, clauses } = read(query)
      expect(urgent).toBe('violence')
      expect(clauses[0]?.alternatives).toContainEqual({ terms: ['type:shelter_homeless'], points: 2 })
    }
  })

  test('what else is asked for stays', () => {
    const { urgent, clauses } = read('burri më abuzon, dua avokat')
    expect(urgent).toBe('violence')
    expect(clauses.filter(({ required }) => required)).toMatchObject([{ known: true }])
    expect(read('abused by a drug addict').urgent).toBe('violence')
  })

  test.each([
    ...['godina', 'prek', 'rap music', 'beats', 'heart beats', 'kam frikë nga qeni', 'dune', 'drug abuse'],
    ...['abuse of alcohol', 'abuzim me alkoolin', 'abuzim me drogën', 'burri abuzon me alkool', 'alcohol abuse'],
    ...['shkolla e trafikut', 'trafik rrugor', 'rrahjet e zemrës', 'zemra më rreh fort', 'my heart is beating'],
    ...['homeless shelter', 'strehë për të pastrehët', 'violin', 'battery', 'i dhuntuar', 'kërcim', 'me zor eci'],
    ...['rehabilitim', 'my knee hurts me', '116111', '116000'],
  ])('not: %s', (query) => expect(read(query).urgent).toBeNull())
})
