import { themeSheet } from '@/lib/map/theme-sheet'

export const dynamic = 'force-static'

/** `GET /theme.css`: the table of tokens as custom properties. Its address carries its hash, so it is kept for ever. */
export function GET(): Response {
  return new Response(themeSheet, {
    headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable' },
  })
}
