import { describe, expect, it } from 'vitest'
import { didYouMean, findNearest } from '@/lib/schema/nearest'

describe('findNearest', () => {
  it.each([
    ['publishr', 'publisher'],
    ['pubilsher', 'publisher'],
    ['Publisher', 'publisher'],
    ['puublishers', 'publisher'],
    ['ur', 'url'],
  ])('takes %s for %s', (word, meant) => {
    expect(findNearest(word, ['title', 'publisher', 'url'])).toBe(meant)
  })

  it.each(['colour', 'pub', 'x', ''])('takes %j for nothing', (word) => {
    expect(findNearest(word, ['title', 'publisher', 'address'])).toBeNull()
  })

  it('takes the nearest of several, and the first of two that are as near', () => {
    expect(findNearest('reportt', ['rapports', 'report', 'reports'])).toBe('report')
    expect(findNearest('cat', ['hat', 'bat'])).toBe('hat')
  })

  it('never suggests the word itself', () => {
    expect(findNearest('report', ['report'])).toBeNull()
  })

  it('says so only where something is near', () => {
    expect(didYouMean('abot', ['about'])).toBe('; did you mean “about”?')
    expect(didYouMean('colour', ['about'])).toBe('')
  })
})
