import { describe, expect, it } from 'vitest'
import { indexText } from '@/lib/derive/anchor/index-text'
import { tileTexts } from '@/lib/derive/anchor/tile-texts'

/** The new text word for word; one that is laid out with a word of the old text has its place there after it. */
function lay(was: string, now: string): string {
  const vocabulary = new Map<string, number>()
  const [old, current] = [indexText(was, vocabulary), indexText(now, vocabulary)]
  const { toNew, toOld } = tileTexts(old, current)
  toOld.forEach((word, at) => {
    if (word !== -1) expect(toNew[word]).toBe(at)
  })
  expect(toNew.filter((at) => at !== -1)).toHaveLength(toOld.filter((at) => at !== -1).length)
  return current.words.map(({ word }, at) => (toOld[at] === -1 ? word : `${word}:${toOld[at]}`)).join(' ')
}

describe('a new text laid out with words of the old one', () => {
  it('has each word where it was, where nothing changed', () => {
    expect(lay('the ferry sails at noon', 'The ferry sails at noon')).toBe('the:0 ferry:1 sails:2 at:3 noon:4')
  })

  it('leaves out what is new, and what stands in any two texts', () => {
    expect(lay('the ferry sails', 'now the ferry sails daily')).toBe('now the:0 ferry:1 sails:2 daily')
    expect(lay('a b x y', 'a b z y')).toBe('a b z y')
    expect(lay('a b', 'a b')).toBe('a b')
    expect(lay('', 'a b c')).toBe('a b c')
  })

  it('sees sentences that changed places', () => {
    expect(lay('One boat sank. Two men died.', 'Two men died. One boat sank.')).toBe(
      'two:3 men:4 died:5 one:0 boat:1 sank:2',
    )
  })

  it('uses each word once: of a doubled sentence, the one with more alike around it is the old one', () => {
    expect(lay('The sea is calm. The boat sails.', 'The boat sails. The sea is calm. The boat sails.')).toBe(
      'the boat sails the:0 sea:1 is:2 calm:3 the:4 boat:5 sails:6',
    )
    expect(lay('The boat sails. The sea is calm.', 'The boat sails. The boat sails. The sea is calm.')).toBe(
      'the boat sails the:0 boat:1 sails:2 the:3 sea:4 is:5 calm:6',
    )
  })

  it('gives a word to the longest row that it is in', () => {
    expect(lay('p a b c q a b c d e', 'a b c d e')).toBe('a:5 b:6 c:7 d:8 e:9')
    expect(lay('a b c d e f', 'c d e f x a b c d')).toBe('c:2 d:3 e:4 f:5 x a b c d')
    expect(lay('a b c d e f g', 'd e f g x a b c d')).toBe('d:3 e:4 f:5 g:6 x a:0 b:1 c:2 d')
  })

  it('lets a word or two join their neighbours, which are too few by themselves', () => {
    expect(lay('a b c. d e. f', 'a b c. d e. x')).toBe('a:0 b:1 c:2 d:3 e:4 x')
    expect(lay('x. d e. a b c', 'y. d e. a b c')).toBe('y d:1 e:2 a:3 b:4 c:5')
  })

  it('tells nothing by words that stand everywhere', () => {
    const everywhere = Array.from({ length: 120 }, () => 'so it goes.').join(' ')
    expect(lay(everywhere, 'So it goes.')).toBe('so it goes')
    expect(lay('So it goes.', everywhere)).not.toContain(':')
    expect(lay(`${everywhere} The boat has sunk.`, 'So it goes. The boat has sunk.')).toBe(
      'so:357 it:358 goes:359 the:360 boat:361 has:362 sunk:363',
    )
  })
})
