import { describe, expect, it } from 'vitest'
import { condense } from './origin-kit'

describe('condenseGraph', () => {
  it('walks chains and circles longer than the call stack', () => {
    const length = 100_000
    const chain = Array.from({ length }, (_, node) => (node + 1 < length ? [node + 1] : []))
    expect(condense(chain).members).toHaveLength(length)
    expect(condense([...chain.slice(0, -1), [0]]).members).toHaveLength(1)
  })
})
