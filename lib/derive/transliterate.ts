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
