import { limits } from '@/lib/limits'
import { answer, freshJson, readChange } from '@/lib/server/control/request-guard'
import { requireEditor } from '@/lib/server/editor/access'
import { draftApart } from '@/lib/server/editor/draft-apart'
import { draftSchema, editFailed } from '@/lib/server/editor/wire-schema'

/** `POST /editing/drafts`: what rules make of a report; nothing is written. */
export function POST(request: Request): Promise<Response> {
  return answer(async () => {
    requireEditor(request)
    const { base64, ...asked } = await readChange(request, draftSchema, limits.editor.bodyBytes)
    return freshJson(await draftApart({ ...asked, bytes: Buffer.from(base64, 'base64') }))
  }, editFailed)
}
