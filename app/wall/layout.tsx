import { headers } from 'next/headers'
import type { ReactNode } from 'react'

/**
 * A page whose scripts did not all arrive, because the server went away in between, looks well and does nothing for
 * ever: this comes with the page itself and has it fetched anew, once the server answers, until it is alive.
 */
const startGuard = `setInterval(function () {
  if (document.documentElement.dataset.alive === undefined)
    fetch(location.href).then(function (answer) { if (answer.ok) location.reload() }, function () {})
}, 60000)`

/** What every page of a wall has: a way out of a bad start. */
export default async function WallsLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? ''
  return (
    <>
      {children}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file */}
      <script nonce={nonce} dangerouslySetInnerHTML={{ __html: startGuard }} suppressHydrationWarning />
    </>
  )
}
