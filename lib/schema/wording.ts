/**
 * The words alone: lower case, one kind of apostrophe, no other punctuation, single spaces. Two wordings that agree
 * after this have the same words.
 */
export function normaliseWording(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’‘]/gu, "'")
    .replace(/[^\p{L}\p{N}'\s]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}
