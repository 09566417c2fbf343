import { ownOrigin } from './request-guard'

/** A cookie that a request brings; null where it brings none of that name. */
export function readCookie(request: Request, name: string): string | null {
  const cookies = (request.headers.get('cookie') ?? '').split(';').map((cookie) => cookie.trim())
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1) ?? null
}

interface Cookie {
  name: string
  value: string
  /** Where the browser sends it: what begins so. */
  path: string
  maxAgeS: number
}

/** A Set-Cookie that no script reads and no other site's page sends. */
export function writeCookie(request: Request, { name, value, path, maxAgeS }: Cookie): string {
  const secure = ownOrigin(request).startsWith('https:') ? '; Secure' : ''
  return `${name}=${value}; Path=${path}; Max-Age=${maxAgeS}; HttpOnly; SameSite=Strict${secure}`
}
