import { controlInstance } from '@/lib/server/control/control-instance'
import { requireCredential } from '@/lib/server/control/credentials'
import { Refusal } from '@/lib/server/control/refusal'
import { answer, freshJson, readChange } from '@/lib/server/control/request-guard'
import { commandSchema } from '@/lib/server/control/wire-schema'
import { metrics } from '@/lib/server/metrics'

export const dynamic = 'force-dynamic'

/** `POST /control/commands`: one command to the wall, from the list of `WallCommand`. */
export function POST(request: Request): Promise<Response> {
  return answer(async () => {
    const { commands, commandSeconds } = metrics()
    let kind = 'unknown'
    try {
      const command = await readChange(request, commandSchema)
      kind = command.kind
      const credential = requireCredential(request)
      const stop = commandSeconds.startTimer()
      const snapshot = await controlInstance().command(credential, command)
      stop()
      commands.inc({ kind, result: 'obeyed' })
      return freshJson(snapshot)
    } catch (error) {
      commands.inc({ kind, result: error instanceof Refusal ? 'refused' : 'failed' })
      throw error
    }
  })
}
