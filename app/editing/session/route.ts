import { Refusal } from '@/lib/server/control/refusal'
import { answer, freshJson, readChange } from '@/lib/server/control/request-guard'
import { editorCookie, isEditorToken, requireEditorOn } from '@/lib/server/editor/access'
import { editFailed, tokenSchema } from '@/lib/server/editor/wire-schema'

/** `POST /editing/session`: the token that the server printed, for a cookie that only this server reads. */
export function POST(request: Request): Promise<Response> {
  return answer(async () => {
    requireEditorOn()
    const { token } = await readChange(request, tokenSchema)
    if (!isEditorToken(token))
      throw new Refusal(
        401,
        'Not the token',
        'It holds until the server is started anew: look at what it printed last.',
      )
    return freshJson({ access: 'token' }, [editorCookie(request)])
  }, editFailed)
}
