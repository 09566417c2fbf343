import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { PassageSelectors } from '@/lib/derive/anchor/anchor-by-selectors'
import { createAnchor, type PassageFate } from '@/lib/derive/anchor-passage'
import { bare, type EditedText, editHostilely, listPassageWords, seededRandom, writeReport } from './hostile-edits'
import { fixtures } from './read-fixture'

const EDITS = 10_000

/** What an answer is beside the planted truth. */
function judge(fate: PassageFate, { truth, tookAlong, home }: EditedText): 'found' | 'missed' | 'wrong' {
  if (fate.status === 'ambiguous') return 'missed'
  const isThere = fate.status !== 'gone' && truth.kind !== 'gone' && fate.start === truth.start
  const isHome = ({ start, end }: { start: number; end: number }) => home.start <= start && end <= home.end
  switch (truth.kind) {
    case 'stands':
      return isThere && (fate.status === 'exact' || fate.status === 'moved') ? 'found' : 'wrong'
    case 'typography':
      return isThere && fate.status === 'altered' && fate.typographyOnly ? 'found' : 'wrong'
    case 'altered':
      if (fate.status === 'gone') return 'missed'
      if (fate.status !== 'altered') return 'wrong'
      if (fate.start < truth.end && truth.start < fate.end) return 'found'
      return isHome(fate) ? 'missed' : 'wrong'
    case 'gone':
      if (fate.status === 'gone') return 'found'
      // Words put in where it was taken out have replaced it.
      if (fate.status === 'altered' && isHome(fate)) return 'missed'
      return fate.status !== 'exact' && tookAlong.includes(fate.start) ? 'missed' : 'wrong'
  }
}

/** Whether all that a record keeps of a passage's surroundings stands around a place. */
function isFramed(text: string, { prefix, suffix }: PassageSelectors, { start, end }: { start: number; end: number }) {
  const [before, after] = [bare(text.slice(0, start)), bare(text.slice(end))]
  return before.endsWith(bare(prefix)) && after.startsWith(bare(suffix))
}

/**
 * Without the old text, an edit that takes part of the kept surroundings from the passage and leaves them whole around its
 * copy is the same as one that moves it there.
 */
function isToldElsewhere(fate: PassageFate, selectors: PassageSelectors, { text, truth }: EditedText): boolean {
  if (!('start' in fate) || !isFramed(text, selectors, fate)) return false
  const end = (start: number) => ('end' in truth ? truth.end : start + selectors.exact.length)
  return truth.kind === 'gone' || !isFramed(text, selectors, { start: truth.start, end: end(truth.start) })
}

/** A passage as records have them: up to fourteen words of one paragraph, and not "the" alone. */
function choosePassage(random: ReturnType<typeof seededRandom>, text: string): { start: number; end: number } {
  const words = listPassageWords(text)
  const length = random.pick([1, 1, 1, 2, 2, 3, 4, 6, 9, 14])
  const first = random.below(Math.max(1, words.length - length))
  const [start, end] = [words[first]?.start ?? 0, words[Math.min(words.length, first + length) - 1]?.end ?? 0]
  const says = /\d|\p{L}{4}/u.test(text.slice(start, end))
  return says && !text.slice(start, end).includes('\n') ? { start, end } : choosePassage(random, text)
}

/** Selectors as a record keeps them: no more context than tells the passage from its repeats, or all that is allowed. */
function select(random: ReturnType<typeof seededRandom>, text: string, { start, end }: { start: number; end: number }) {
  const exact = text.slice(start, end)
  let length = random.next() < 0.5 ? 0 : 32
  const parts = () => ({
    prefix: text.slice(Math.max(0, start - length), start),
    suffix: text.slice(end, end + length),
  })
  const isTold = () => {
    const words = parts().prefix + exact + parts().suffix
    return text.indexOf(words) === text.lastIndexOf(words)
  }
  while (length < 32 && !isTold()) length++
  return isTold() ? { exact, ...parts(), start, end } : null
}

/** Whether the passage, and enough around it to be told by, came through the edits: what is left has to be found. */
const merelyMoved = ({ truth, told }: EditedText): boolean => truth.kind === 'stands' && told

describe('createAnchor under hostile edits', () => {
  it('is never wrong, and finds at least 95 % of what merely moved', { timeout: 300_000 }, () => {
    const random = seededRandom(20260801)
    const texts = [
      readFileSync(`${fixtures}/sources/report.txt`, 'utf8'),
      ...Array.from({ length: 60 }, (_, index) => writeReport(random, index % 3 === 0 ? 'form' : 'report')),
    ]
    const wrong: string[] = []
    const moved = { found: 0, all: 0 }
    for (let turn = 0; turn < EDITS; turn++) {
      const was = random.pick(texts)
      const place = choosePassage(random, was)
      const selectors = select(random, was, place)
      if (selectors === null) {
        turn--
        continue
      }
      const edited = editHostilely(random, was, place)
      for (const old of [was, null]) {
        const fate = createAnchor(edited.text, old)(selectors)
        const judged = judge(fate, edited)
        if (old !== null && merelyMoved(edited)) {
          moved.all++
          if (judged === 'found') moved.found++
        }
        if (judged === 'wrong' && !(old === null && isToldElsewhere(fate, selectors, edited)))
          wrong.push(
            `#${turn} [${edited.edits.join('; ')}] “${selectors.exact}”: ${JSON.stringify([edited.truth, fate])}`,
          )
      }
    }
    expect(wrong).toEqual([])
    expect(moved.all).toBeGreaterThan(EDITS / 10)
    expect(moved.found / moved.all).toBeGreaterThanOrEqual(0.95)
  })
})
