import type { Instrumentation } from 'next'
import { addressBelow } from '@/lib/url/base-path'

/** A case that takes longer to build is waited for by whoever asks for it, and by nobody else. */
const START_MS = 2000

/** The only time that the token is shown: it is in no log of requests, as what stands after # is sent to no server. */
function tellEditorToken(token: string): void {
  const below = addressBelow('/editor')
  console.log(`Cases can be edited at ${below} from this machine, and from another one at ${below}#${token}`)
}

/** Runs once when the server starts: what the first visitor would wait for is prepared before they come. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const [
    { basemapTile, basemapVersion },
    { drawApart },
    { listCases },
    { readRelease },
    { endWithSignals },
    { cleanRequests },
    { lineUpRequests },
    { guardConnections },
    { removeDrafts, stateFolder },
    { ownStateFolder },
    { editorToken, isEditorOn },
    { startFeeds },
    { sendPackedTexts },
  ] = await Promise.all([
    import('@/lib/server/basemap-archive'),
    import('@/app/drawing/draw-apart'),
    import('@/lib/server/case-store'),
    import('@/lib/server/health'),
    import('@/lib/server/control/control-instance'),
    import('@/lib/server/request-cleaning'),
    import('@/lib/server/request-turns'),
    import('@/lib/server/connection-guard'),
    import('@/lib/server/state-folder'),
    import('@/lib/server/state-lock'),
    import('@/lib/server/editor/access'),
    import('@/lib/server/feeds/start-feeds'),
    import('@/lib/server/packed-texts'),
  ])
  // Turns are taken by the address that cleaning has written down.
  cleanRequests()
  sendPackedTexts()
  lineUpRequests()
  guardConnections()
  if ((await ownStateFolder(stateFolder())) !== null) removeDrafts(stateFolder())
  startFeeds()
  readRelease()
  endWithSignals()
  if (isEditorOn()) tellEditorToken(editorToken())
  // Reading any tile opens the archive; reading its version reads it through.
  await Promise.all([basemapTile(0, 0, 0), basemapVersion(), drawApart({ kind: 'prepare' }), listCases(START_MS)])
}

/** What a page or a route threw; Next logs it. */
export const onRequestError: Instrumentation.onRequestError = async (error) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { keepError } = await import('@/lib/server/health')
  keepError('A request failed', error)
}
