import { CODE_LENGTH, codeAlphabet } from '@/lib/wall/pairing-code'

/** What stands in a field for a code: as many of its characters as there are, in capitals, without what is between them. */
export function readCode(typed: string): string {
  const characters = [...typed.toUpperCase()].filter((character) => codeAlphabet.includes(character))
  return characters.slice(0, CODE_LENGTH).join('')
}

/** Whether all eight characters are there. */
export function isWholeCode(code: string): boolean {
  return code.length === CODE_LENGTH
}
