import { createIds } from '@/lib/draft/proposals'
import type { RecordAt, RecordValue } from './record-edit'
import { kindOfFile, mapReferences, type ReferenceKind } from './references'

type Drafted = RecordAt & { value: RecordValue }

const nameOf = (value: RecordValue) => Object(value.properties).name ?? value.name

const listOf = (value: unknown): readonly Record<string, unknown>[] => (Array.isArray(value) ? value : [])

/** The case's head with the questions and sides that drafted records name and it does not have yet. */
function widenHead(head: Drafted, drafted: RecordValue, questionIds: ReadonlyMap<string, string>): Drafted {
  const { sides, questions } = head.value
  const known = new Set(listOf(sides).map(({ id }) => id))
  const others = listOf(drafted.sides).filter(({ id }) => !known.has(id))
  const asked = listOf(drafted.questions).map((each) => ({ ...each, id: questionIds.get(String(each.id)) ?? each.id }))
  return {
    ...head,
    value: { ...head.value, sides: [...listOf(sides), ...others], questions: [...listOf(questions), ...asked] },
  }
}

/**
 * Records that rules made of a report, as they fit into a case that is there: each with an id that nothing there has, who
 * and what is there by the same name named instead, and the case's head with the questions that its figures answer.
 */
export function fitReport(drafted: readonly Drafted[], existing: readonly Drafted[]): Drafted[] {
  const ids = new Map<string, ReturnType<typeof createIds>>()
  const spaceOf = (file: string) => kindOfFile(file) ?? file
  const idsOf = (space: string) => {
    const known = ids.get(space) ?? createIds()
    ids.set(space, known)
    return known
  }
  for (const { file, id } of existing) idsOf(spaceOf(file))(id, id)
  const head = existing.find(({ file }) => file === 'case.json')
  for (const { id } of listOf(head?.value.questions)) idsOf('question')(String(id), 'question')
  const byName = new Map(existing.map((each) => [`${spaceOf(each.file)} ${nameOf(each.value)}`, each.id]))
  const renamed = new Map<string, string>()
  const kept: Drafted[] = []
  let draftedHead: RecordValue = {}
  const questionIds = new Map<string, string>()
  for (const each of drafted) {
    const { file, id, value } = each
    const space = spaceOf(file)
    if (file === 'case.json') {
      draftedHead = value
      for (const question of listOf(value.questions)) {
        const next = idsOf('question')(String(question.id), 'question')
        questionIds.set(String(question.id), next)
        renamed.set(`question ${question.id}`, next)
      }
      continue
    }
    // A second report's places go into the layer that the first has made.
    if (file === 'layers.json' && existing.some((other) => other.file === file && other.id === id)) continue
    const known = file === 'actors.json' || space === 'place' ? byName.get(`${space} ${nameOf(value)}`) : undefined
    const next = known ?? (file === 'layers.json' ? id : idsOf(space)(id, id))
    renamed.set(`${space} ${id}`, next)
    if (known === undefined) kept.push({ file, id: next, value: { ...value, id: next } })
  }
  const records = kept.map((each) => {
    const change = (kind: ReferenceKind, id: string) => renamed.get(`${kind} ${id}`) ?? id
    return { ...each, value: mapReferences(each.file, each.value, change) as RecordValue }
  })
  return head === undefined ? records : [widenHead(head, draftedHead, questionIds), ...records]
}
