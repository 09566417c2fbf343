import { limits } from '@/lib/limits'
import { listCases } from '@/lib/server/case-store'
import { controlInstance } from '@/lib/server/control/control-instance'
import { slotLimits } from '@/lib/server/control/stream-slots'
import { readRelease } from '@/lib/server/health'
import { metrics } from '@/lib/server/metrics'

export const dynamic = 'force-dynamic'

/** The limits by name: `control.bodyBytes`. */
function listLimits(): [name: string, value: number][] {
  const { total, perAddress, perMember } = slotLimits()
  const own = {
    ...limits,
    control: { ...limits.control, streams: total, streamsPerAddress: perAddress, streamsPerMember: perMember },
  }
  return Object.entries(own).flatMap(([group, values]) =>
    Object.entries(values).map(([name, value]): [string, number] => [`${group}.${name}`, value]),
  )
}

/** `GET /metrics`: what this process counts of itself, in Prometheus' text format. */
export async function GET(): Promise<Response> {
  const { registry, screens, remotes, streams, setAside, limit, release } = metrics()
  const counts = controlInstance().hub.counts()
  screens.set(counts.screens)
  remotes.set(counts.remotes)
  streams.set(counts.streams)
  setAside.reset()
  for (const summary of await listCases()) setAside.set({ case: summary.id }, summary.setAside)
  for (const [name, value] of listLimits()) limit.set({ name }, value)
  release.set({ version: readRelease() }, 1)
  const headers = { 'content-type': registry.contentType, 'cache-control': 'no-store' }
  return new Response(await registry.metrics(), { headers })
}
