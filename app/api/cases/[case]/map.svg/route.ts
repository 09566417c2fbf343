import { answerStill } from '@/app/answer-still'

export const dynamic = 'force-dynamic'

/** `GET /api/cases/{case}/map.svg`: the case's map as a drawing. */
export async function GET(request: Request, { params }: RouteContext<'/api/cases/[case]/map.svg'>): Promise<Response> {
  return answerStill(request, (await params).case, 'svg')
}

export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/lib/server/http'
