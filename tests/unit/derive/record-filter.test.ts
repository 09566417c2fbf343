import { expect, it } from 'vitest'
import { partOf, unitCodeOf, withinUnit } from '@/lib/derive/record-filter'

it('a unit is asked for by its code, and what is seen or drawn is none', () => {
  expect(withinUnit('DE-BY')).toBe('unit:DE-BY')
  expect([unitCodeOf('unit:DE-BY'), unitCodeOf('view'), unitCodeOf('area'), unitCodeOf(null)]).toEqual([
    ...['DE-BY', null, null, null],
  ])
  expect([partOf('unit:DE-BY'), partOf('view'), partOf('area')]).toEqual(['unit', 'view', 'area'])
})
