import { describe, expect, it } from 'vitest'
import type { CaseRecord } from '@/lib/derive/case-records'
import { createPredicate, isFacetActive, type RecordQuery } from '@/lib/derive/filter-records'
import { noFilter } from '@/lib/derive/record-filter'

const query: RecordQuery = { filter: noFilter, time: null, hiddenLayers: ['wells'], placesWithin: null }
const nothing = { speakers: [], sides: [], status: null, wording: [], start: null, end: null }
const well: CaseRecord = { kind: 'place', id: 'well', layers: ['wells'], places: ['well'], ...nothing }

describe('layers that the case opens without', () => {
  const asOpened = { ...query, layersAsOpened: true }

  it('are nothing that the reader has asked for', () => {
    expect(isFacetActive('layer', asOpened)).toBe(false)
    expect(isFacetActive('layer', query)).toBe(true)
  })

  it('are not shown all the same', () => {
    expect(createPredicate(asOpened)(well)).toBe(false)
    expect(createPredicate({ ...asOpened, hiddenLayers: [] })(well)).toBe(true)
  })
})
