import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { CODE_LENGTH, codeAlphabet, LOCATOR_LENGTH } from '@/lib/wall/pairing-code'

/** What a paired browser holds in its cookie, and all that the server keeps of it. */
export interface NewToken {
  token: string
  hash: string
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** A token of 32 random bytes for the wall `wall`, which it names so that it can be found. */
export function createToken(wall: string): NewToken {
  const token = `${wall}.${randomBytes(32).toString('base64url')}`
  return { token, hash: hashOf(token).toString('base64url') }
}

/** The wall that a token names; null for what cannot be a token. */
export function wallOfToken(token: string): string | null {
  return /^([\w-]{1,32})\.[\w-]{43}$/.exec(token)?.[1] ?? null
}

/** Whether `hash` is the token's; takes as long for any two. */
export function matchesToken(token: string, hash: string): boolean {
  const kept = Buffer.from(hash, 'base64url')
  const given = hashOf(token)
  return kept.length === given.length && timingSafeEqual(kept, given)
}

/** An id of a wall, a screen or a remote; no secret. */
export function createId(): string {
  return randomBytes(8).toString('hex')
}

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
