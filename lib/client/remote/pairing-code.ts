/** Letters and digits that cannot be taken for one another; no 0, 1, I, L or O. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const LENGTH = 8
/** The first three say which display, the rest are the secret. */
const LOCATOR_LENGTH = 3

/** What stands in a field for a code: as many of its characters as there are, in capitals, without what is between them. */
export function readCode(typed: string): string {
  const characters = [...typed.toUpperCase()].filter((character) => ALPHABET.includes(character))
  return characters.slice(0, LENGTH).join('')
}

/** Whether all eight characters are there. */
export function isWholeCode(code: string): boolean {
  return code.length === LENGTH
}

/** The code as it is written for people: "K7M 3XQ9P". */
export function groupCode(code: string): string {
  return code.length <= LOCATOR_LENGTH ? code : `${code.slice(0, LOCATOR_LENGTH)} ${code.slice(LOCATOR_LENGTH)}`
}
