import { createHash, randomInt, timingSafeEqual } from 'node:crypto'

/** Nothing that is taken for something else when it is read aloud or across a room: no 0, O, 1, I, L. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const CODE = new RegExp(`^[${ALPHABET}]{8}$`)
/** The first characters say only which display; the others, 31⁵ of them, are the secret. */
const LOCATOR_LENGTH = 3

/** A code from the system's random numbers, every one as likely. */
export function createCode(): string {
  return Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}

/** The code in what someone typed, in any case and with spaces or hyphens; null for what is none. */
export function readCode(typed: string): string | null {
  const code = typed.replace(/[\s-]/g, '').toUpperCase()
  return CODE.test(code) ? code : null
}

/** Which display a code is for. */
export function locatorOf(code: string): string {
  return code.slice(0, LOCATOR_LENGTH)
}

/** Whether two codes are the same; takes as long for any two. */
export function sameCode(a: string, b: string): boolean {
  const digest = (code: string) => createHash('sha256').update(code).digest()
  return timingSafeEqual(digest(a), digest(b))
}
