import { describe, expect, it } from 'vitest'
import { findPlaces } from '@/components/remote/place-finder'

const places = [
  { name: 'Verkhny Lars', kind: 'Border crossing', localName: { text: 'Верхний Ларс', language: 'ru' } },
  { name: 'Kherson', kind: 'Oblast of Ukraine', localName: { text: 'Херсон', language: 'uk' } },
  { name: 'Crimea', kind: 'Peninsula', localName: { text: 'Крим', language: 'uk' } },
  { name: 'Larnaca', kind: 'City' },
  { name: 'Bornholm', kind: 'Island' },
  { name: 'Świnoujście', kind: 'Port' },
]
const find = (typed: string) => findPlaces(places, typed).map(({ name }) => name)

describe('findPlaces', () => {
  it('finds a name in the script of the place, in any case', () => {
    expect(find('ХЕРС')).toEqual(['Kherson'])
  })

  it('puts a name that begins so before a word that does, and that before the rest', () => {
    expect(find('la').slice(0, 2)).toEqual(['Larnaca', 'Verkhny Lars'])
  })

  it('puts a name that is just so before one that goes on', () => {
    const named = [
      { name: 'Georgian Road', kind: 'Road' },
      { name: 'Georgia', kind: 'Country' },
    ]
    expect(findPlaces(named, 'georgia')[0]?.name).toBe('Georgia')
  })

  it('does without accents', () => {
    expect(find('swinoujscie')).toEqual(['Świnoujście'])
  })

  it('finds a name that the place has besides, and Cyrillic in Latin letters', () => {
    const named = [{ name: 'Germany', kind: 'Country', otherNames: [{ text: 'Німеччина', language: 'uk' }] }]
    expect(['німе', 'nimech', 'germ'].map((typed) => findPlaces(named, typed).length)).toEqual([1, 1, 1])
    expect(find('krym')).toEqual(['Crimea'])
  })

  it('finds by kind, last', () => {
    expect(find('oblast')).toEqual(['Kherson'])
  })

  it('has all places, in their order, while nothing is typed', () => {
    expect(find('  ')).toEqual(places.map(({ name }) => name))
  })

  it('says when there is none', () => {
    expect(find('Atlantis')).toEqual([])
  })
})
