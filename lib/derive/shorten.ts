const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The first `most` characters of a text, as a reader counts them: no emoji and no accent is cut from its letter. */
function firstCharacters(text: string, most: number): string {
  let end = 0
  let count = 0
  // A character may be many units long, and a text may be an article.
  for (const { index, segment } of graphemes.segment(text.slice(0, most * 16))) {
    if (count === most) break
    count += 1
    end = index + segment.length
  }
  return text.slice(0, end)
}

/** A text of at most `most` characters and an ellipsis, cut between words where it has any; a short one as it is. */
export function shorten(text: string, most: number): string {
  const kept = text.length <= most ? text : firstCharacters(text, most)
  if (kept.length === text.length) return text
  const endsWord = /^\s/.test(text.slice(kept.length))
  const words = endsWord ? kept.trimEnd() : kept.replace(/\s+\S*$/, '')
  // One word, or a script without spaces, is cut where it must be.
  return `${words.length < kept.length / 2 ? kept : words}…`
}
