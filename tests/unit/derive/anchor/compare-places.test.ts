import { describe, expect, it } from 'vitest'
import {
  type Comparison,
  countRun,
  countSeams,
  countTile,
  findEchoes,
  findNeighboured,
  findNextTiled,
  findTile,
  growRun,
  growTile,
  isAtHome,
  joinEchoes,
} from '@/lib/derive/anchor/compare-places'
import { findGap } from '@/lib/derive/anchor/find-altered'
import { indexText } from '@/lib/derive/anchor/index-text'
import { tileTexts } from '@/lib/derive/anchor/tile-texts'

function compare(before: string, after: string): Comparison {
  const vocabulary = new Map<string, number>()
  const [was, now] = [indexText(before, vocabulary), indexText(after, vocabulary)]
  return { was, now, tiling: tileTexts(was, now) }
}

const range = (left: number, right: number) => ({ left, right })
/** As many words that stand nowhere else. */
const words = (letter: string, count: number) => Array.from({ length: count }, (_, at) => `${letter}${at}`).join(' ')
const pair = (old: [number, number], now: [number, number]) => ({ old: range(...old), now: range(...now) })

describe('the words next to a place', () => {
  const comparison = compare('a b c d e f g', 'x b c d e f y')

  it('are alike in both texts as far as they go', () => {
    expect(countRun(comparison, pair([3, 4], [3, 4]))).toEqual(range(2, 2))
    expect(growRun(comparison, pair([3, 4], [3, 4]))).toEqual(pair([1, 6], [1, 6]))
    expect(countRun(comparison, pair([0, 1], [0, 1]))).toEqual(range(0, 5))
    expect(countRun(compare('a b', 'a b'), pair([0, 1], [0, 1]))).toEqual(range(0, 1))
  })

  it('prove no more beyond forty', () => {
    const long = Array.from({ length: 100 }, (_, at) => `w${at}`).join(' ')
    expect(countRun(compare(long, long), pair([50, 51], [50, 51]))).toEqual(range(40, 40))
  })

  it('are laid out with it, unless they were alike by chance', () => {
    expect(countTile(comparison, pair([3, 4], [3, 4]))).toEqual(range(2, 2))
    expect(growTile(comparison, pair([3, 4], [3, 4]))).toEqual(pair([1, 6], [1, 6]))
    expect(countTile(compare('a b c', 'a b c'), pair([1, 2], [1, 2]))).toEqual(range(1, 1))
    expect(countTile(compare('a b c d. e f g h', 'e f g h. a b c d'), pair([1, 2], [5, 6]))).toEqual(range(1, 2))
  })
})

describe('where all words of a place stand', () => {
  it('is told only where they stand in a row', () => {
    const comparison = compare('a b c. d e f. g', 'd e f. a b c. x')
    expect(findTile(comparison, range(0, 3))).toEqual(range(3, 6))
    expect(findTile(comparison, range(4, 6))).toEqual(range(1, 3))
    expect(findTile(comparison, range(2, 4))).toBeNull()
    expect(findTile(comparison, range(6, 7))).toBeNull()
    expect(findTile(comparison, range(5, 7))).toBeNull()
    expect(findTile(comparison, range(1, 1))).toBeNull()
  })
})

describe('the nearest word that is in a tile', () => {
  const tiles = Int32Array.from([-1, 5, -1, -1, 7, -1])

  it('is looked for in reach, up to the ends of the text', () => {
    expect(findNextTiled(tiles, 1, 1)).toBe(1)
    expect(findNextTiled(tiles, 2, 1)).toBe(4)
    expect(findNextTiled(tiles, 3, -1)).toBe(1)
    expect(findNextTiled(tiles, 5, 1)).toBe(6)
    expect(findNextTiled(tiles, 0, -1)).toBe(-1)
    expect(findNextTiled(tiles, 2, 1, 1)).toBeNull()
    expect(findNextTiled(tiles, 2, 1, 2)).toBe(4)
    expect(findNextTiled(new Int32Array(100).fill(-1), 50, 1)).toBeNull()
    expect(findNextTiled(new Int32Array(0), 0, 1)).toBe(0)
  })
})

describe('the neighbours of a block', () => {
  const block = 'd e f g'

  it.each([
    ['are the same where nothing changed', `a b c. ${block}. x y z`, `a b c. ${block}. x y z`, 3, 3, true, true],
    ['are the ends of both texts', block, block, 0, 0, true, true],
    ['are the ends where what stood before was taken out', `a b c. ${block}`, block, 3, 0, true, true],
    ['are others where both changed places', `a b c. ${block}. x y z`, `x y z. ${block}. a b c`, 3, 3, false, false],
    ['are the ends where the text went on', block, `${block}. x y z`, 0, 0, true, true],
    ['may stand a few new words away', `a b c. ${block}. x y z`, `a b c. n. ${block}. n. x y z`, 3, 4, true, true],
    ['may stand a few lost words away', `a b c. n. ${block}. n. x y z`, `a b c. ${block}. x y z`, 4, 3, true, true],
    [
      'are doubtful far off',
      `a b c. ${block}. x y z`,
      `a b c. ${words('n', 30)}. ${block}. ${words('m', 30)}. x y z`,
      3,
      33,
      false,
      false,
    ],
    [
      'may have been cut off',
      `a b c. ${words('n', 30)}. ${block}. ${words('m', 30)}. x y z`,
      `a b c. ${block}. x y z`,
      33,
      3,
      false,
      false,
    ],
    [
      'may be copies where nothing was taken out',
      `a b c. ${block}. x y z`,
      `a b c. d e. ${block}. g f. x y z`,
      3,
      5,
      true,
      true,
    ],
    ['may share a word with it', `a b c. n. ${block}. n. x y z`, `a b c. d. ${block}. g. x y z`, 4, 4, true, true],
    ['are others where it moved', `a b c. ${block}. x y z`, `${block}. a b c. x y z`, 3, 0, false, false],
    [
      'are doubtful where words of its edge stand for what was taken out',
      `a b c. n. ${block}. n. x y z`,
      `a b c. d e. ${block}. g f. x y z`,
      4,
      5,
      false,
      false,
    ],
  ])('%s', (_what, was, now, old, at, left, right) => {
    expect(findNeighboured(compare(was, now), pair([old, old + 4], [at, at + 4]))).toEqual({ left, right })
  })
})

describe('words of a passage that stand elsewhere too', () => {
  const sentence = 'the old ferry carried ninety people'
  const others = 'nobody had asked the crews about it'

  it('are its echo, as far as they are alike', () => {
    const comparison = compare(`${sentence}. ${others}.`, `${sentence}. ${others}. some old ferry carried ninety dogs.`)
    expect(findEchoes(comparison, range(2, 4))).toEqual([pair([1, 5], [14, 18])])
  })

  it('are none where they only changed places', () => {
    expect(findEchoes(compare(`${sentence}. ${others}.`, `${others}. ${sentence}.`), range(2, 4))).toEqual([])
    expect(findEchoes(compare(sentence, sentence), range(2, 4))).toEqual([])
  })

  it('are looked for near the passage', () => {
    const far = Array.from({ length: 30 }, (_, at) => `w${at}`).join(' ')
    const comparison = compare(
      `${sentence}. ${far}. ${others}.`,
      `${sentence}. ${far}. ${others}. had asked the crews.`,
    )
    expect(findEchoes(comparison, range(0, 2))).toEqual([])
    expect(findEchoes(comparison, range(38, 40))).toEqual([pair([37, 41], [43, 47])])
  })

  it('are none where they stand everywhere', () => {
    const everywhere = Array.from({ length: 120 }, () => 'ferry carried ninety.').join(' ')
    expect(findEchoes(compare(sentence, `${sentence}. ${everywhere}`), range(2, 5))).toEqual([])
  })

  it('are one where no more than three words changed between two of them', () => {
    expect(joinEchoes([pair([6, 9], [26, 29]), pair([0, 3], [20, 23])])).toEqual([pair([0, 9], [20, 29])])
    const apart = [pair([0, 3], [20, 23]), pair([7, 9], [26, 28])]
    expect(joinEchoes(apart)).toEqual(apart)
    const apartNow = [pair([0, 3], [20, 23]), pair([6, 9], [27, 30])]
    expect(joinEchoes(apartNow)).toEqual(apartNow)
    const backwards = [pair([6, 9], [20, 23]), pair([0, 3], [24, 27])]
    expect(joinEchoes(backwards)).toEqual(backwards)
    expect(joinEchoes([pair([0, 9], [20, 29]), pair([2, 4], [22, 24])])).toEqual([pair([0, 9], [20, 29])])
    expect(joinEchoes([])).toEqual([])
  })
})

describe('what stands next to an echo', () => {
  const [first, second, third] = ['a b c d', 'e f g h', 'i j k l']

  it('tells that it is at home where it stood near the passage', () => {
    const comparison = compare(`${first}. ${second}. ${third}.`, `${first}. e x f. ${third}.`)
    expect(isAtHome(comparison, pair([4, 5], [4, 5]), range(4, 8))).toBe(true)
    expect(isAtHome(comparison, pair([5, 6], [6, 7]), range(4, 8))).toBe(true)
  })

  it('tells nothing where it is the passage’s own', () => {
    const far = Array.from({ length: 40 }, (_, at) => `w${at}`).join(' ')
    const comparison = compare(`${first}. ${second}. ${third}.`, `${second}. e f. ${far}`)
    expect(isAtHome(comparison, pair([4, 6], [4, 6]), range(4, 8))).toBe(false)
  })

  it('tells so on one side alone', () => {
    const [new1, new2] = [words('n', 40), words('m', 40)]
    const left = compare(`${first}. ${second}. ${third}.`, `${first}. f g. ${new1}`)
    expect(isAtHome(left, pair([5, 7], [4, 6]), range(4, 8))).toBe(true)
    const right = compare(`${second}. ${third}. ${new2}`, `${new1}. e f. ${third}`)
    expect(isAtHome(right, pair([0, 2], [40, 42]), range(0, 2))).toBe(true)
  })

  it('tells nothing where it stood far away, or on the other side', () => {
    const [old, new1] = [words('w', 40), words('n', 40)]
    const left = compare(`${first}. ${old}. ${second}.`, `${first}. e f. ${new1}`)
    expect(isAtHome(left, pair([44, 46], [4, 6]), range(44, 48))).toBe(false)
    const right = compare(`${second}. ${old}. ${third}`, `${new1}. e f. ${third}`)
    expect(isAtHome(right, pair([0, 2], [40, 42]), range(0, 4))).toBe(false)
    const turned = compare(`${third}. ${second}. ${old}`, `${new1}. e f. ${third}. ${words('m', 40)}`)
    expect(isAtHome(turned, pair([4, 6], [40, 42]), range(4, 8))).toBe(false)
    const turnedLeft = compare(`${second}. ${third}. ${old}`, `${third}. e f. ${new1}`)
    expect(isAtHome(turnedLeft, pair([0, 2], [4, 6]), range(0, 4))).toBe(false)
  })

  it('is far from it among strangers', () => {
    const far = Array.from({ length: 40 }, (_, at) => `w${at}`).join(' ')
    const comparison = compare(`${first}. ${far}. ${third}.`, `${far}. b c. ${third}. ${far}`)
    expect(isAtHome(comparison, pair([1, 3], [40, 42]), range(1, 3))).toBe(false)
  })
})

describe('words at the edges of a block that stand a second time', () => {
  it('are none where nothing was copied', () => {
    const text = 'a b c. d e f. g h i'
    expect(countSeams(compare(text, text), pair([3, 6], [3, 6]))).toBe(0)
    expect(countSeams(compare(text, 'd e f. a b c. g h i'), pair([3, 6], [0, 3]))).toBe(0)
  })

  it('are counted beside the block and where its neighbours are now', () => {
    const was = 'a b c d e f g h. i j k l'
    expect(countSeams(compare(was, `${was}. g h`), pair([8, 12], [8, 12]))).toBe(0)
    expect(countSeams(compare(was, 'a b c d e f g h. x. g h. i j k l'), pair([8, 12], [11, 15]))).toBe(2)
    expect(countSeams(compare(was, 'a b c d e f g h. i j. x. i j k l'), pair([8, 12], [11, 15]))).toBe(2)
    expect(countSeams(compare(was, 'i j k l. a b. x. a b c d e f g h'), pair([8, 12], [0, 4]))).toBe(0)
  })
})

describe('a block that left part of itself behind', () => {
  const start = 'a b c d e f g h'
  const was = `${start}. i j k l. m n o p`

  it.each([
    ['its beginning after what was before it', `${start}. i j. m n o p. i j k l`, 14],
    ['its end before what was after it', `${start}. k l. m n o p. i j k l`, 14],
    ['the beginning of what was after it', `${start}. i j k l. m n. x. m n o p`, 8],
  ])('has a seam of two words: %s', (_what, now, at) => {
    expect(countSeams(compare(was, now), pair([8, 12], [at, at + 4]))).toBe(2)
  })

  it('has one at the ends of a text too', () => {
    expect(countSeams(compare(`${start}. i j k l`, `i j k l. ${start}. k l`), pair([8, 12], [0, 4]))).toBe(2)
    expect(countSeams(compare(`${start}. i j k l`, `a b. i j k l. ${start}`), pair([0, 8], [6, 14]))).toBe(2)
  })
})

describe('the gap that a passage left', () => {
  const was = 'a b c d e f g h i j'

  it('is between the nearest words that still stand', () => {
    expect(findGap(compare(was, 'a b c d x y h i j'), range(4, 7))).toEqual(pair([4, 7], [4, 6]))
    expect(findGap(compare(was, 'a b c x y z h i j'), range(4, 6))).toEqual(pair([3, 7], [3, 6]))
  })

  it('reaches to the ends of the text', () => {
    expect(findGap(compare(was, 'x y d e f g h i j'), range(0, 3))).toEqual(pair([0, 3], [0, 2]))
    expect(findGap(compare(was, 'a b c d e f g x'), range(7, 10))).toEqual(pair([7, 10], [7, 8]))
  })

  it('is none where nothing is in it, something else is, or too much changed', () => {
    expect(findGap(compare(was, 'a b c d h i j'), range(4, 7))).toBeNull()
    expect(findGap(compare(`${was}. k l m`, 'a b c d. k l m. h i j'), range(4, 7))).toBeNull()
    expect(findGap(compare(`a b c ${'n '.repeat(20)} h i j`, 'a b c x h i j'), range(12, 13))).toBeNull()
    expect(findGap(compare(`a b c ${'n '.repeat(10)} h i j`, 'a b c x h i j'), range(12, 13))).toBeNull()
    expect(findGap(compare(`a b c ${'n '.repeat(10)} h i j`, 'a b c x h i j'), range(3, 4))).toBeNull()
    expect(findGap(compare(`${was}. k l m`, 'a b c d. x. k l m. h i j'), range(4, 7))).toBeNull()
    expect(findGap(compare('a b c. d e f. g h i', 'g h i. x. a b c'), range(3, 6))).toBeNull()
  })
})
