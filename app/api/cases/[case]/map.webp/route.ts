import { answerStill } from '@/app/answer-still'

export const dynamic = 'force-dynamic'

/** `GET /api/cases/{case}/map.webp`: the case's map as pixels. */
export async function GET(request: Request, { params }: RouteContext<'/api/cases/[case]/map.webp'>): Promise<Response> {
  return answerStill(request, (await params).case, 'webp')
}

export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/lib/server/http'
