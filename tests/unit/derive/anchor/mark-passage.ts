import { createAnchor, type PassageOutcome } from '@/lib/derive/anchor/anchor-passage'

const CONTEXT = 32

const bare = (marked: string) => marked.replace(/[[\]]/g, '')

/** What became of the passage that brackets mark in the old text; `isHeld`: whether the old text is there. */
export function follow(marked: string, now: string, isHeld = true): PassageOutcome {
  const [before = '', exact = '', after = ''] = marked.split(/[[\]]/)
  const points = Array.from(before)
  const [prefix, suffix] = [points.slice(-CONTEXT).join(''), Array.from(after).slice(0, CONTEXT).join('')]
  const { length: start } = points
  const end = start + Array.from(exact).length
  return createAnchor(bare(now), isHeld ? bare(marked) : null)({ exact, prefix, suffix, start, end })
}

/** What became of it in a word, and the new text with brackets around where it is or may be. Those of `now` are left out. */
export function followed(marked: string, now: string, isHeld = true): [status: string, now: string] {
  const outcome = follow(marked, now, isHeld)
  const spans = 'places' in outcome ? outcome.places : 'elsewhere' in outcome ? outcome.elsewhere : [outcome]
  const points = Array.from(bare(now))
  for (const { start, end } of spans.toReversed()) {
    points.splice(end, 0, ']')
    points.splice(start, 0, '[')
  }
  return [outcome.status, points.join('')]
}
