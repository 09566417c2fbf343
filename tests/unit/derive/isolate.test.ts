import fc from 'fast-check'
import { expect, it } from 'vitest'
import { writePlainCitation } from '@/lib/derive/cite/cite-formats'
import { isolate } from '@/lib/derive/isolate'
import { shorten } from '@/lib/derive/shorten'
import { citation, citationWords } from '../share/citation-words'

it.each(['الجزيرة', 'קרן', '“عربي” 12', 'ދިވެހި'])('%s is isolated from what stands beside it', (text) => {
  expect(isolate(text)).toBe(`\u2068${text}\u2069`)
})

it.each(['Kyiv', '東京', '', '12 °', '👩‍👩‍👧'])('%s is left as it is', (text) => {
  expect(isolate(text)).toBe(text)
})

it('a short text is cut between characters, and not longer than asked', () => {
  const count = (text: string) => [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].length
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 99 }), fc.integer({ min: 1, max: 40 }), (text, most) => {
      const short = shorten(text, most)
      expect(() => encodeURIComponent(short)).not.toThrow()
      expect(count(short)).toBeLessThanOrEqual(Math.max(most, 1) + 1)
    }),
  )
  expect(shorten('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 2)).toBe('👩‍👩‍👧👩‍👩‍👧…')
  expect(shorten('a'.repeat(80), 30)).toBe(`${'a'.repeat(30)}…`)
  expect(shorten('the long way round the harbour', 14)).toBe('the long way…')
})

it('a citation keeps names of both directions apart', () => {
  const source = { id: 'report', title: 'عنوان', publisher: 'الجزيرة', author: 'מחבר' }
  const cited = writePlainCitation({ ...citation, statement: '“كلمات”. قائل', source, passage: null }, citationWords)
  expect(cited).toContain('\u2068“كلمات”. قائل.\u2069 In: \u2068מחבר\u2069, “\u2068عنوان\u2069”, \u2068الجزيرة\u2069.')
})
