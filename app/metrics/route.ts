import { listCases } from '@/lib/server/case-store'
import { controlInstance } from '@/lib/server/control/control-instance'
import { readRelease } from '@/lib/server/health'
import { metrics } from '@/lib/server/metrics'

export const dynamic = 'force-dynamic'

/** `GET /metrics`: what this process counts of itself, in Prometheus' text format. */
export async function GET(): Promise<Response> {
  const { registry, screens, remotes, streams, setAside, release } = metrics()
  const counts = controlInstance().hub.counts()
  screens.set(counts.screens)
  remotes.set(counts.remotes)
  streams.set(counts.streams)
  setAside.reset()
  for (const summary of await listCases()) setAside.set({ case: summary.id }, summary.setAside)
  release.set({ version: readRelease() }, 1)
  const headers = { 'content-type': registry.contentType, 'cache-control': 'no-store' }
  return new Response(await registry.metrics(), { headers })
}
