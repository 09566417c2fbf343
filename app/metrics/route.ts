import { limits } from '@/lib/limits'
import { caseChanges } from '@/lib/server/case-changes'
import { listCases } from '@/lib/server/case-store'
import { controlInstance } from '@/lib/server/control/control-instance'
import { type StreamLimits, slotLimits } from '@/lib/server/control/stream-slots'
import { readRelease } from '@/lib/server/health'
import { metrics } from '@/lib/server/metrics'

export const dynamic = 'force-dynamic'

/** Limits of streams as this process may have them. */
function asHere<T extends StreamLimits>(written: T): T {
  const { total, perAddress, perMember } = slotLimits(written)
  return { ...written, streams: total, streamsPerAddress: perAddress, streamsPerMember: perMember }
}

/** The limits by name: `control.bodyBytes`. */
function listLimits(): [name: string, value: number][] {
  const own = { ...limits, control: asHere(limits.control), changes: asHere(limits.changes) }
  return Object.entries(own).flatMap(([group, values]) =>
    Object.entries(values).map(([name, value]): [string, number] => [`${group}.${name}`, value]),
  )
}

/** `GET /metrics`: what this process counts of itself, in Prometheus' text format. */
export async function GET(): Promise<Response> {
  const { registry, screens, remotes, streams, followers, setAside, limit, release } = metrics()
  const counts = controlInstance().hub.counts()
  screens.set(counts.screens)
  remotes.set(counts.remotes)
  streams.set(counts.streams)
  followers.set(caseChanges().changes.count())
  setAside.reset()
  for (const summary of await listCases()) setAside.set({ case: summary.id }, summary.setAside)
  for (const [name, value] of listLimits()) limit.set({ name }, value)
  release.set({ version: readRelease() }, 1)
  const headers = { 'content-type': registry.contentType, 'cache-control': 'no-store' }
  return new Response(await registry.metrics(), { headers })
}
