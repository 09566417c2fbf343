import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import { CODE_LENGTH, codeAlphabet, LOCATOR_LENGTH } from '@/lib/wall/pairing-code'

const CODE = new RegExp(`^[${codeAlphabet}]{${CODE_LENGTH}}$`)

/** A code from the system's random numbers, every one as likely. */
export function createCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join('')
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
