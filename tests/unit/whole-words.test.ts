import { describe, expect, it } from 'vitest'
import { wholeWords } from '@/lib/derive/place-passages'

describe('wholeWords', () => {
  it('leaves out a word that the selector cuts, and nothing else', () => {
    expect(wholeWords({ prefix: 't ', suffix: ' would beco' })).toEqual({ before: ' ', after: ' would ' })
    expect(wholeWords({ prefix: ', “', suffix: '” and, ' })).toEqual({ before: ', “', after: '” and, ' })
    expect(wholeWords({ prefix: 'що ', suffix: ' с' })).toEqual({ before: ' ', after: ' ' })
    expect(wholeWords({})).toEqual({ before: '', after: '' })
  })
})
