import path from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { spellings, wordsOf } from '@/lib/derive/spellings'
import { type FindDocument, type FoundKind, listDocuments } from '@/lib/find/find-documents'
import { type FindIndex, isMatched, makeFindIndex } from '@/lib/find/find-index'
import { createCaseStore } from '@/lib/server/case-store'

const LIMIT = 5
let documents: FindDocument[] = []
let find: FindIndex

beforeAll(async () => {
  const loaded = await createCaseStore(path.join(process.cwd(), 'data')).loadCase('2022-10-annexation')
  if (loaded === null) throw new Error('the committed case cannot be read')
  documents = listDocuments(loaded.linked)
  find = await makeFindIndex(documents)
})

/** Ids of a kind that are found, best first. */
function found(typed: string, kind: FoundKind = 'place'): string[] {
  return find(typed, LIMIT)
    .groups.filter((group) => group.kind === kind)
    .flatMap((group) => group.found.map(({ id }) => id))
}

const places = () => documents.filter(({ kind }) => kind === 'place')
/** Several places may have a name together, as the strings of a pipeline do its beginning. */
const anyPlaceName = () => fc.constantFrom(...places().flatMap(({ id, names }) => names.map((name) => ({ id, name }))))

describe('finding places', () => {
  it.each([
    ...['Херсон', 'Kherson', 'Hersson', 'herson', 'khers', 'ХЕРСОНСЬКА ОБЛАСТЬ', 'Khersonskaya', 'Khreson'].map(
      (typed) => [typed, 'UA-65'],
    ),
    ...['Lugansk', 'Luhansk', 'Луганская', 'luhanshchyna'].map((typed) => [typed, 'UA-09']),
    ...['Zaporozhye', 'Zaporizhia', 'Запоріжжя'].map((typed) => [typed, 'UA-23']),
    ...['Верхний Ларс', 'ლარსი', 'Verhny Lars', 'Verkhnii Lars', 'Верхніе Ларс'].map((typed) => [
      typed,
      'verkhny-lars',
    ]),
    ...['Северный поток', 'Severny potok 1', 'north stream 1'].map((typed) => [typed, 'nord-stream-1']),
    ['Ostersjon', 'baltic-sea'],
    ['UA-65', 'UA-65'],
  ] as [string, string][])('%s leads to %s', (typed, id) => {
    expect(found(typed)[0]).toBe(id)
  })

  it('finds any place by any of its names', () => {
    fc.assert(
      fc.property(anyPlaceName(), ({ id, name }) => {
        expect(found(name)).toContain(id)
      }),
      { numRuns: 300 },
    )
  })

  it('finds a place by a name with one letter wrong, missing or too many', () => {
    const latin = fc.constantFrom(...'aeiknorst')
    const cyrillic = fc.constantFrom(...'аеикнорст')
    fc.assert(
      fc.property(
        anyPlaceName(),
        fc.nat(),
        fc.constantFrom('wrong', 'missing', 'more'),
        latin,
        cyrillic,
        (place, at, kind, latinLetter, cyrillicLetter) => {
          const long = wordsOf(place.name).filter((word) => word.length >= 5)
          const word = long[at % Math.max(1, long.length)]
          fc.pre(word !== undefined)
          const letters = [...word]
          const letter = /\p{Script=Cyrillic}/u.test(word) ? cyrillicLetter : latinLetter
          const index = at % letters.length
          letters.splice(index, kind === 'more' ? 0 : 1, ...(kind === 'missing' ? [] : [letter]))
          const typed = place.name.replace(word, letters.join(''))
          // What a typo happens to make another word of, or the beginning of one, is that word.
          const spelt = [...find(typed, LIMIT).matched]
          fc.pre(!spellings(letters.join('')).some((written) => spelt.some((term) => term.startsWith(written))))
          expect(found(typed), typed).toContain(place.id)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('finding the rest', () => {
  it('finds a person before what they said', () => {
    expect(found('Hill', 'speaker')[0]).toBe('hill')
    expect(find('hill', LIMIT).groups[0]?.kind).toBe('speaker')
    expect(found('Путин', 'speaker')[0]).toBe('putin')
  })

  it('finds a quotation by its words, by those of another record, and with its speaker', () => {
    expect(found('losing momentum', 'quotation')).toContain('hill-losing-momentum')
    expect(found('brennan sabotage', 'quotation')[0]).toBe('brennan-sabotage')
    expect(found('betray', 'quotation')).toContain('putin-not-negotiate')
  })

  it.each(['220,000', '220000', '220 000'])('finds a figure by its number, as %s', (typed) => {
    expect(found(typed, 'figure')[0]).toBe('left-220000')
  })

  it('finds figures by unit, decimals and ranges', () => {
    expect(found('40 km', 'figure')).toContain('queue-40')
    for (const typed of ['2.3', '2,3']) expect(found(typed, 'figure')).toContain('magnitude-first-geus')
    expect(found('190,000', 'figure')).toEqual(['fought-160000-190000'])
  })

  it('finds events by title and sources by publisher', () => {
    expect(found('fourth leak', 'event')).toEqual(['fourth-leak-reported'])
    expect(found('Natural Earth', 'source')[0]).toBe('natural-earth')
  })

  it('asks for all of the words, and takes what is nearly so only where nothing is', () => {
    expect(find('putin xyzzyq', LIMIT).groups).toEqual([])
    expect(found('mosk', 'place')).toEqual(['moscow'])
    expect(find('  ', LIMIT).groups).toEqual([])
  })

  it('answers no more than it is asked for, and says how many there are', () => {
    const group = find('crossing', 3).groups.find(({ kind }) => kind === 'place')
    expect([group?.found.length, group?.count]).toEqual([3, 23])
  })

  it('says which words were taken for it', () => {
    const { matched } = find('Херсон', LIMIT)
    expect(['Kherson', 'Херсонська', 'oblast'].map((word) => isMatched(word, matched))).toEqual([true, true, false])
    expect(isMatched('220,000', find('220000', LIMIT).matched)).toBe(true)
  })

  it('stands whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (typed) => void find(typed, LIMIT)))
  })
})
