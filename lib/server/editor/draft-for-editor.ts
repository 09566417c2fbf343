import { readReportBytes } from '@/lib/command/read-report'
import { findPlacesByName, GAZETTEER } from '@/lib/command/verbs/draft'
import { writeDay } from '@/lib/derive/calendar'
import { draftRecords } from '@/lib/draft/draft-records'
import { draftReport } from '@/lib/draft/draft-report'
import { recordsIn } from '@/lib/edit/file-records'
import type { DraftAnswer } from '@/lib/edit/wire'
import { limits } from '@/lib/limits'
import { Refusal } from '../control/refusal'
import { sha256 } from './write-case'

export interface DraftRequest {
  caseId: string
  /** The file's name, by which it is read; that of a pasted text ends in `.txt`. */
  name: string
  bytes: Uint8Array
  /** The report's day; without it, what its file says. */
  reported?: string | undefined
  title?: string | undefined
  publisher?: string | undefined
  address?: string | undefined
}

const MOST_TITLE = 300

/** Reads a report for an editor, as the `draft` verb does, and writes nothing. Throws a Refusal with what to do. */
export async function draftForEditor(asked: DraftRequest): Promise<DraftAnswer> {
  const { caseId, name, bytes } = asked
  if (bytes.length > limits.editor.reportBytes)
    throw new Refusal(413, 'Too much', `A report may have ${limits.editor.reportBytes} bytes.`)
  const read = await readReportBytes(name, bytes).catch((error: unknown) => {
    throw new Refusal(422, 'Not a report', error instanceof Error ? error.message : 'It cannot be read.')
  })
  const reported = asked.reported ?? read.published
  if (reported === undefined)
    throw new Refusal(422, 'No day', 'The report does not tell its day, from which “last Friday” is counted: give it.')
  const draft = draftReport(read.text, reported, await findPlacesByName())
  const title = (asked.title ?? read.title ?? read.text.trimStart().split('\n')[0] ?? '').slice(0, MOST_TITLE).trim()
  const files = draftRecords(draft, caseId, {
    title: title || name,
    publisher: asked.publisher ?? read.publisher ?? 'Publisher not told',
    reported,
    today: writeDay(Date.now()),
    sha256: sha256(read.text),
    address: asked.address,
    gazetteer: GAZETTEER,
  })
  return { text: read.text, records: [...files].flatMap(([file, content]) => recordsIn(file, content)) }
}
