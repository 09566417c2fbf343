import { recordIdSchema } from '@/lib/schema/identifier'
import { addressBelow } from '@/lib/url/base-path'
import type { Credential } from './control'
import { readCookie, writeCookie } from './cookies'
import { notPaired, Refusal } from './refusal'

const REMOTE_COOKIE = 'caseboard-remote'
const YEAR_S = 31_536_000

/** The cookie of a remote, or of a screen of a case: one browser can be a screen of each case. */
function cookieName(holder: Holder): string {
  return holder.as === 'remote' ? REMOTE_COOKIE : `caseboard-screen-${holder.caseId}`
}

/** Whose cookie: the browser's as a remote, or as a screen of a case. */
export type Holder = { as: 'remote' } | { as: 'screen'; caseId: string }

/** What the browser holds, or null. */
export function heldCredential(request: Request, holder: Holder): Credential | null {
  const token = readCookie(request, cookieName(holder))
  return token === null ? null : { ...holder, token }
}

function holderCookie(request: Request, holder: Holder, value: string, maxAgeS: number): string {
  return writeCookie(request, { name: cookieName(holder), value, path: addressBelow('/control'), maxAgeS })
}

/** A Set-Cookie that only this server reads, for a year. */
export function tokenCookie(request: Request, holder: Holder, token: string): string {
  return holderCookie(request, holder, token, YEAR_S)
}

/** A Set-Cookie that takes the token away. */
export function endedCookie(request: Request, holder: Holder): string {
  return holderCookie(request, holder, '', 0)
}

/** Whom an address names: `?as=remote`, or `?as=screen&case=<id>`; without `as`, a screen. Throws a Refusal. */
export function readHolder(request: Request): Holder {
  const { searchParams } = new URL(request.url)
  const as = searchParams.get('as') ?? 'screen'
  if (as === 'remote') return { as }
  const caseId = recordIdSchema.safeParse(searchParams.get('case'))
  if (as === 'screen' && caseId.success) return { as, caseId: caseId.data }
  throw new Refusal(400, 'Not an address', 'Ask with ?as=remote, or with ?as=screen&case=<case-id>.')
}

/** What the browser holds as whom its address names. Throws a Refusal where it holds nothing. */
export function requireCredential(request: Request, holder: Holder = readHolder(request)): Credential {
  const credential = heldCredential(request, holder)
  if (credential === null) throw notPaired()
  return credential
}
