import { listCases } from '@/lib/server/case-store'

export const dynamic = 'force-dynamic'

/** `GET /healthz`: that the server answers, and which cases it can read in which version. */
export async function GET(): Promise<Response> {
  const cases = (await listCases()).map(({ id, version, setAside }) => ({ id, version, setAside }))
  return Response.json({ status: 'ok', cases }, { headers: { 'cache-control': 'no-store' } })
}
