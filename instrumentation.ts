import type { Instrumentation } from 'next'

/** A case that takes longer to build is waited for by whoever asks for it, and by nobody else. */
const START_MS = 2000

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
    { removeDrafts, stateFolder },
    { ownStateFolder },
  ] = await Promise.all([
    import('@/lib/server/basemap-archive'),
    import('@/app/drawing/draw-apart'),
    import('@/lib/server/case-store'),
    import('@/lib/server/health'),
    import('@/lib/server/control/control-instance'),
    import('@/lib/server/request-cleaning'),
    import('@/lib/server/state-folder'),
    import('@/lib/server/state-lock'),
  ])
  cleanRequests()
  if ((await ownStateFolder(stateFolder())) !== null) removeDrafts(stateFolder())
  readRelease()
  endWithSignals()
  // Reading any tile opens the archive; reading its version reads it through.
  await Promise.all([basemapTile(0, 0, 0), basemapVersion(), drawApart({ kind: 'prepare' }), listCases(START_MS)])
}

/** What a page or a route threw; Next logs it. */
export const onRequestError: Instrumentation.onRequestError = async (error) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { keepError } = await import('@/lib/server/health')
  keepError('A request failed', error)
}
