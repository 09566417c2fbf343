import { transliterate } from './transliterate'

/** Without case and accents, so that "Kyiv", "КИЇВ" and "kyiv" are the same. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/ı/g, 'i')
}

/** Every way to write `text` that is worth looking for: folded, and Cyrillic in Latin letters too. */
export function spellings(text: string): string[] {
  return [...new Set([fold(text), ...transliterate(text)])]
}

/** Whether `part` stands anywhere in one of `names`, each in any of its spellings: "Одеса" and "odes" in "Odesa", "lodz" in "Łódź". */
export function isSpeltIn(names: readonly string[], part: string): boolean {
  const sought = spellings(part)
  return names.flatMap(spellings).some((name) => sought.some((each) => name.includes(each)))
}

/** What is heard alike and spelt in several ways, mostly in names out of Cyrillic: Homel and Gomel, Odessa. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/[kg]h|g/g, 'h'],
  [/w/g, 'v'],
  [/[yj]/g, 'i'],
  [/i+(?=[aeiou])/g, ''],
  [/(.)\1+/g, '$1'],
]

/** A folded Latin spelling with what is heard alike spelt alike: "kherson", "hersson" and "herson" are all "herson". */
export function soundOf(folded: string): string {
  return alike.reduce((text, [pattern, plain]) => text.replace(pattern, plain), folded)
}

/**
 * The words and numbers of a text, in order and as they are written but for what separates thousands and decimals:
 * "220,000" and "220 000" are "220000", "2,3" is "2.3". Apostrophes go: "Anna’s" is found as "annas", and so by what it begins with.
 */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFC')
    .replace(/(?<=\d)[, \u00a0\u2009\u202f](?=\d{3}(?!\d))/gu, '')
    .replace(/(?<=\d),(?=\d{1,2}(?!\d))/gu, '.')
    .replace(/['’ʼ]/gu, '')
  return plain.match(/\d+(?:\.\d+)?|[\p{Letter}\p{Mark}\p{Number}]+/gu) ?? []
}
