import { sendArchive } from '@/lib/server/archive-range'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** The whole archive, for readers that ask for ranges of it. */
export function GET(request: Request): Promise<Response> {
  return sendArchive(request, 'world')
}

export {
  plainReadOnly as DELETE,
  plainReadOnly as PATCH,
  plainReadOnly as POST,
  plainReadOnly as PUT,
} from '@/lib/server/http'
