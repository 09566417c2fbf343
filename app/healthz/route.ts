import { listCases, listFaults } from '@/lib/server/case-store'
import { controlInstance } from '@/lib/server/control/control-instance'
import { databaseState } from '@/lib/server/database/connection'
import { lastError, readRelease } from '@/lib/server/health'
import { stateHealth } from '@/lib/server/state-folder'
import { ownsState } from '@/lib/server/state-lock'

export const dynamic = 'force-dynamic'

/** Whoever asks wants to know that there is an answer: a case that is still being built is not waited for. */
const ANSWER_MS = 20

/** `GET /healthz`: that the server answers, what it runs, which cases in which version, who is connected, what failed. */
export async function GET(): Promise<Response> {
  const cases = (await listCases(ANSWER_MS)).map(({ id, version, setAside }) => ({ id, version, setAside }))
  const { screens, remotes } = await controlInstance().hub.connections()
  const health = {
    status: 'ok',
    version: readRelease(),
    cases,
    screens,
    remotes,
    lastError: lastError(),
    faults: listFaults(),
    database: databaseState(),
    state: { owned: ownsState(), ...stateHealth() },
  }
  return Response.json(health, { headers: { 'cache-control': 'no-store' } })
}
