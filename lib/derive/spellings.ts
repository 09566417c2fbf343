/**
 * Ukrainian, by the Cabinet of Ministers' table of 2010 (resolution 55), which the UN uses; in two forms where a letter
 * is spelt otherwise at the beginning of a word. The soft sign and the apostrophe are left out.
 */
const ukrainian: Readonly<Record<string, string | readonly [first: string, later: string]>> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'h', ґ: 'g', д: 'd', е: 'e', є: ['ye', 'ie'], ж: 'zh', з: 'z', и: 'y', і: 'i' },
  ...{ ї: ['yi', 'i'], й: ['y', 'i'], к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u' },
  ...{ ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ь: '', ю: ['yu', 'iu'], я: ['ya', 'ia'] },
}

/** Russian, by the table of BGN and PCGN of 1947, its apostrophes and diaereses left out. */
const russian: Readonly<Record<string, string>> = {
  ...{
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    д: 'd',
    е: 'e',
    ё: 'e',
    ж: 'zh',
    з: 'z',
    и: 'i',
    й: 'y',
    к: 'k',
    л: 'l',
    м: 'm',
  },
  ...{ н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch' },
  ...{ ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya' },
}

const isCyrillic = /\p{Script=Cyrillic}/u
/** Before а "е" or "ё" that is spelt with a y: the beginning of a word, a vowel, й, and the two signs. */
const beforeYe = /^[аеёиоуыэюяйъь]?$/u

function spell(text: string, letter: (each: string, before: string) => string | undefined): string | null {
  let spelt = ''
  let before = ''
  for (const each of text) {
    const latin = isCyrillic.test(each) ? letter(each, before) : each
    if (latin === undefined) return null
    spelt += latin
    before = /\p{Letter}/u.test(each) ? each : ''
  }
  return spelt
}

function ukrainianLetter(each: string, before: string): string | undefined {
  if (each === 'г' && before === 'з') return 'gh'
  const latin = ukrainian[each]
  return typeof latin === 'object' ? latin[before === '' ? 0 : 1] : latin
}

function russianLetter(each: string, before: string): string | undefined {
  return (each === 'е' || each === 'ё') && beforeYe.test(before) ? 'ye' : russian[each]
}

/**
 * How Cyrillic `text` is spelt in Latin letters, lower case: as Ukrainian and as Russian, where it may be either, the
 * same spelling once. Empty for text without Cyrillic letters, and for letters of other languages.
 */
export function transliterate(text: string): string[] {
  const plain = text.normalize('NFC').toLowerCase().replace(/['’ʼ]/gu, '')
  if (!isCyrillic.test(plain)) return []
  const spelt = [spell(plain, ukrainianLetter), spell(plain, russianLetter)]
  return [...new Set(spelt.filter((each) => each !== null))]
}

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

/** What words are made of in scripts that put no space between them. */
const unspaced =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]\\p{Mark}*'
const unspacedRun = new RegExp(`(?:${unspaced})+`, 'gu')
const unspacedLetter = new RegExp(unspaced, 'gu')

/** The letters of a word that is of a script without spaces, and of whatever stands among them; null for any other. */
export function lettersOf(word: string): string[] | null {
  return word.search(unspacedLetter) < 0 ? null : (word.match(new RegExp(`${unspaced}|.`, 'gsu')) ?? [])
}

/** Each two neighbours of a run of letters; of one letter, itself. */
function pairsOf(run: string): string[] {
  const letters = run.match(unspacedLetter) ?? []
  return letters.length === 1 ? letters : letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
}

function wordsAnd(text: string, runWords: (run: string) => string[]): string[] {
  const runs = text.normalize('NFC').match(unspacedRun) ?? []
  return [...wordsOf(text.normalize('NFC').replace(unspacedRun, ' ')), ...runs.flatMap(runWords)]
}

/**
 * The words by which a text is found. Where a script puts no space between them, each letter and each two neighbours: what
 * a dictionary takes for words differs from one engine to the next, and from a sentence to what is typed.
 */
export function indexedWords(text: string): string[] {
  return wordsAnd(text, (run) => [...new Set([...(run.match(unspacedLetter) ?? []), ...pairsOf(run)])])
}

/** The words of what was typed, as `indexedWords` has them in the index: two neighbours at a time, a single letter alone. */
export function soughtWords(text: string): string[] {
  return wordsAnd(text, pairsOf)
}
