import { describe, expect, it } from 'vitest'
import { readChoices } from '@/lib/client/bring/remembered-choices'
import { emptyMapping } from '@/lib/import/columns/mapping'

const columns = ['a', 'b', 'c']
const proposed = { ...emptyMapping, name: 'a', position: { kind: 'column', column: 'b' } as const }

describe('what was chosen for a file of the same columns', () => {
  it('comes back as it was', () => {
    const chosen = {
      ...proposed,
      name: null,
      words: 'c',
      position: { kind: 'columns', lat: 'a', lng: 'b' } as const,
      dates: { order: 'day', zone: '+02:00' } as const,
    }
    expect(readChoices(JSON.parse(JSON.stringify(chosen)), columns, proposed)).toEqual(chosen)
  })

  it('is as proposed where it fits no more, or was never written by us', () => {
    const odd = {
      name: 'gone',
      words: 7,
      position: { kind: 'columns', lat: 'a', lng: 'gone' },
      dates: { order: 'year', zone: 'Nowhere' },
    }
    for (const kept of [odd, null, [], 'text', { dates: 1, position: [] }])
      expect(readChoices(kept, columns, proposed)).toEqual(proposed)
  })
})
