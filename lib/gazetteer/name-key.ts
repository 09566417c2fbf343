import { spellings } from '@/lib/derive/spellings'

/** Letters that are no accented form of another for Unicode, as people write them who do not have them. */
const letters: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ə: 'a', ŋ: 'ng' },
  // Arabic as it is typed: alef with or without hamza, final ya and alef maqsura, ta marbuta and ha; and Persian's own.
  ...{ أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ی: 'ي', ة: 'ه', ک: 'ك', ـ: '' },
}
const special = new RegExp(`[${Object.keys(letters).join('')}]`, 'gu')

/** Without what people write differently in one and the same name: case, accents, hyphens and apostrophes, “St” and “Saint”. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(special, (letter) => letters[letter] ?? letter)
    .replace(/['’ʼʻ‘`ʹ]/gu, '')
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim()
    .replace(/\bst(?=\s)/gu, 'saint')
}

/** By what a name is looked up: each of its spellings, Cyrillic in Latin letters too. Empty for a text without letters. */
export function nameKeys(name: string): string[] {
  // The first spelling of `spellings` is the name in its own script; folded further, German umlauts count as their vowel.
  return [...new Set([name, ...spellings(name.slice(0, 200))].map(plain))].filter((key) => key !== '')
}
