import fc from 'fast-check'
import { describe, it } from 'vitest'
import { createLocator } from '@/lib/derive/locate-passage'

describe('what is located', () => {
  it('never throws, whatever is given', () => {
    const known = fc.record(
      {
        exact: fc.string({ unit: 'binary' }),
        prefix: fc.string(),
        suffix: fc.string(),
        start: fc.double(),
        end: fc.integer(),
      },
      { requiredKeys: ['exact'] },
    )
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), known, (text, passage) => void createLocator(text, 32)(passage)),
    )
  })
})
