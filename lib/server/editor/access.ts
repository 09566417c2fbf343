import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { addressBelow } from '@/lib/url/base-path'
import { readCookie, writeCookie } from '../control/cookies'
import { Refusal } from '../control/refusal'
import { LOCAL_HEADER, localMark } from './local-request'

declare global {
  // Printed by the start of the server, compared by route handlers, which are bundled apart.
  var caseboardEditorToken: string | undefined
}

const COOKIE = 'caseboard-editor'
const DAY_S = 86_400

/** Whether the server was started so that cases can be edited over the network. */
export function isEditorOn(): boolean {
  return process.env.CASEBOARD_EDITOR === '1'
}

/** The token of this run of the server, by which another machine may edit; kept in memory alone. */
export function editorToken(): string {
  globalThis.caseboardEditorToken ??= randomBytes(32).toString('base64url')
  return globalThis.caseboardEditorToken
}

/** Whether this is the token; takes as long for any two. */
export function isEditorToken(given: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(editorToken()))
}

/** A Set-Cookie by which a browser may edit until the server is started anew, for a day at most. */
export function editorCookie(request: Request): string {
  return writeCookie(request, { name: COOKIE, value: editorToken(), path: addressBelow('/editing'), maxAgeS: DAY_S })
}

/** By what a request may edit; `locked`: by nothing yet. */
export function editorAccess(request: Request): 'local' | 'token' | 'locked' {
  if (request.headers.get(LOCAL_HEADER) === localMark()) return 'local'
  const token = readCookie(request, COOKIE)
  return token !== null && isEditorToken(token) ? 'token' : 'locked'
}

/** Refuses where cases are not edited over the network: nothing is here, for anyone. */
export function requireEditorOn(): void {
  if (!isEditorOn())
    throw new Refusal(404, 'Nothing at this address', 'This server was not started with CASEBOARD_EDITOR=1.')
}

/** Refuses whoever may not edit here. Of every route below /editing, reading ones too: what is there is unpublished. */
export function requireEditor(request: Request): void {
  requireEditorOn()
  // A page of another site may ask for what is here, though it could not read the answer.
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none')
    throw new Refusal(403, 'Not from here', 'Only pages of this server can ask this.')
  if (editorAccess(request) === 'locked')
    throw new Refusal(401, 'Not an editor', 'Open the address that the server printed when it was started.')
}
