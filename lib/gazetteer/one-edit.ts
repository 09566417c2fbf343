const alphabet = 'abcdefghijklmnopqrstuvwxyz '

/**
 * What a Latin `word` may have been meant to be: a letter less, one more, another, or two neighbours the other way round.
 * Of words in other scripts only what needs no letter to be guessed.
 */
export function oneEditAway(word: string): Set<string> {
  const found = new Set<string>()
  const more = /^[a-z0-9 ]+$/.test(word) ? alphabet : ''
  for (let at = 0; at <= word.length; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)]
    if (after !== '') found.add(before + after.slice(1))
    if (after.length > 1) found.add(`${before}${after[1]}${after[0]}${after.slice(2)}`)
    for (const letter of more) {
      if (after !== '') found.add(before + letter + after.slice(1))
      found.add(before + letter + after)
    }
  }
  found.delete(word)
  return found
}
