import { expect, it } from 'vitest'
import { isNothing } from '@/lib/import/columns/column-values'

it.each(['', ' ', 'n/a', 'n.a.', 'n.d.', 's. d.', 'k.A.', '--', '…', '???', '<NA>', 'Undated', 'not available'])(
  '“%s” says nothing',
  (cell) => expect(isNothing(cell)).toBe(true),
)

it.each(['ND', 'SD', 'KA', 'nat', '0', 'no', 'Nd.'])('“%s” says something', (cell) => {
  expect(isNothing(cell)).toBe(false)
})
