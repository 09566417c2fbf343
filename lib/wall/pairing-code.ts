/** Nothing that is taken for something else when it is read aloud or across a room: no 0, O, 1, I, L. */
export const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
export const CODE_LENGTH = 8
/** The first characters say only which display; the others, 31⁵ of them, are the secret. */
export const LOCATOR_LENGTH = 3

/** A code, or the beginning of one, as it is written for people: "K7M 3XQ9P". */
export function groupCode(code: string): string {
  return code.length <= LOCATOR_LENGTH ? code : `${code.slice(0, LOCATOR_LENGTH)} ${code.slice(LOCATOR_LENGTH)}`
}

/** Seconds as a clock counts them down: "0:32", "10:00". */
export function writeCountdown(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
