import type { SaveOutcome } from '@/lib/edit/wire'
import { parseChange } from '../control/request-guard'
import type { EditAnswer, EditOrder } from './edit-order'
import type { Editor } from './editor'
import { previewCase } from './preview-case'
import { previewSchema, saveSchema } from './wire-schema'

function json(value: unknown, status = 200): EditAnswer {
  return { status, body: Buffer.from(JSON.stringify(value)) }
}

function outcomeOf(outcome: SaveOutcome): EditAnswer {
  return json(outcome, { saved: 200, waiting: 202, conflict: 409, refused: 422 }[outcome.kind])
}

/** What an editor answers to an order. Throws a Refusal. */
export async function carryOut(editor: Editor, order: EditOrder): Promise<EditAnswer> {
  const { caseId } = order
  switch (order.does) {
    case 'read':
      return json(await editor.read(caseId))
    case 'list-versions':
      return json(await editor.versions(caseId))
    case 'save':
      return outcomeOf(await editor.save(caseId, parseChange(order.body, saveSchema)))
    case 'preview': {
      const { edits } = parseChange(order.body, previewSchema)
      const { answer, ...rest } = await previewCase(editor, caseId, edits)
      return { ...json(answer), ...rest }
    }
    case 'compare':
      return json(await editor.changesSince(caseId, order.number))
    case 'restore':
      return outcomeOf(await editor.restore(caseId, order.number, order.by))
    case 'sign':
      return outcomeOf(await editor.sign(caseId, order.seen, order.signer))
    case 'read-waiting':
      return json(await editor.waitingTexts(caseId, order.seen))
    case 'take-back':
      await editor.takeBack(caseId, order.seen)
      return json({ kind: 'done' })
    case 'keep-evidence':
      return json(
        await editor.keepEvidence(caseId, Buffer.from(order.body.buffer, order.body.byteOffset, order.body.byteLength)),
      )
    case 'describe-evidence':
      return json(await editor.evidence(caseId, order.sha256))
  }
}
