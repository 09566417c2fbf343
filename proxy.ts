import { type NextRequest, NextResponse } from 'next/server'

/** The pages that another's page may show in a frame: these and, as next.config.mjs has it too, no others. */
const embedded = /^\/embed\/[^/]+$/

/**
 * The policy of every page: nothing from another origin, no script without this answer's nonce. Not a lock: it decides
 * nothing about who may see what.
 */
function contentSecurityPolicy(nonce: string, secure: boolean, framable: boolean): string {
  const development = process.env.NODE_ENV === 'development'
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    // Films among the evidence.
    "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    // The search over all cases is a form of the first page.
    "form-action 'self'",
    `frame-ancestors ${framable ? '*' : "'none'"}`,
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

/** A page is only read; Next would answer anything else as if it were. */
function refuseWriting(): NextResponse {
  const body = { type: 'about:blank', title: 'This can only be read', status: 405, detail: 'Ask with GET.' }
  const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store', allow: 'GET, HEAD' }
  return new NextResponse(JSON.stringify(body), { status: 405, headers })
}

export function proxy(request: NextRequest): NextResponse {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuseWriting()
  const nonce = btoa(crypto.randomUUID())
  // Each of several proxies adds what it was asked by: the first is the reader's.
  const [forwarded] = (request.headers.get('x-forwarded-proto') ?? request.nextUrl.protocol.replace(':', '')).split(',')
  const secure = forwarded?.trim() === 'https'
  const policy = contentSecurityPolicy(nonce, secure, embedded.test(request.nextUrl.pathname))
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  headers.set('x-nonce', nonce)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

/** Pages only: data and files carry no script. */
export const config = {
  matcher: [
    '/((?!api/|control/|editing/|evidence/|_next/|basemap/|changes$|editing$|healthz$|metrics$|theme\\.css$|icon\\.svg$).*)',
  ],
}
