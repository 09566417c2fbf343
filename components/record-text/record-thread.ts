import type { CaseIndex } from '@/lib/client/case-context'
import { findThread } from '@/lib/derive/find-thread'
import type { Thread } from '@/lib/schema/case'
import type { Focus } from '@/lib/url/view'

/** The thread of the story that what is in focus belongs to; a speaker may speak in all of them. */
export function threadOf(index: CaseIndex, { kind, id }: Focus): Thread | undefined {
  const { event, figure, quotation, statement } = index
  if (kind === 'speaker') return undefined
  if (kind === 'place') return findThread(index, { about: [id] })
  const stands = kind === 'figure' ? index.linked.threads?.find((thread) => thread.figure === id) : undefined
  const record = { event, figure, quotation, statement }[kind](id)
  return stands ?? (record === undefined ? undefined : findThread(index, record))
}
