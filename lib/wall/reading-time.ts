/**
 * Words that a public reads in a minute: the slow end of the 160 to 180 that broadcasters ask of subtitles (BBC Subtitle
 * Guidelines, "Target minimum timing"; Ofcom), which are read as a wall is: standing words beside a moving picture, at a
 * pace that the reader did not choose.
 */
const WORDS_PER_MINUTE = 160

/** A number takes as long as two words: it is read digit by digit (the same guidelines, "Long figures"). */
const WORDS_PER_NUMBER = 2

/** How many words a reader has before them. A sign that stands alone is none. */
function countWords(text: string): number {
  const words = text.match(/\S*[\p{L}\p{N}]\S*/gu) ?? []
  return words.reduce((sum, word) => sum + (/\p{N}/u.test(word) ? WORDS_PER_NUMBER : 1), 0)
}

/** How long texts take to be read one after the other, ms. More words never take less time. */
export function readingMs(texts: readonly string[]): number {
  const words = texts.reduce((sum, text) => sum + countWords(text), 0)
  return Math.round((words / WORDS_PER_MINUTE) * 60_000)
}
