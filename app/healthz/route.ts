import { listCases } from '@/lib/server/case-store'
import { theControl } from '@/lib/server/control/control-instance'
import { lastError, readRelease } from '@/lib/server/health'

export const dynamic = 'force-dynamic'

/** `GET /healthz`: that the server answers, what it runs, which cases in which version, who is connected, what failed. */
export async function GET(): Promise<Response> {
  const cases = (await listCases()).map(({ id, version, setAside }) => ({ id, version, setAside }))
  const { screens, remotes } = await theControl().hub.census()
  const health = { status: 'ok', version: readRelease(), cases, screens, remotes, lastError: lastError() }
  return Response.json(health, { headers: { 'cache-control': 'no-store' } })
}
