'use client'
import { useEffect, useState } from 'react'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { keepLatest } from '@/lib/derive/once'
import { listDocuments } from '@/lib/find/find-documents'
import type { FindIndex, Found } from '@/lib/find/find-index'

/** As many as fit beside the commands on a phone. */
const KEPT = 5

let recent: { caseId: string; found: readonly Found[] } = { caseId: '', found: [] }
const runs = new Map<string, number>()

/** What was last found and opened in this session, the last one first. */
export function recentFinds(caseId: string): readonly Found[] {
  return recent.caseId === caseId ? recent.found : []
}

/** Remembers what was opened, as long as the page lives. */
export function rememberFind(caseId: string, found: Found): void {
  const others = recentFinds(caseId).filter(({ kind, id }) => kind !== found.kind || id !== found.id)
  recent = { caseId, found: [found, ...others].slice(0, KEPT) }
}

/** Remembers that a command was run. */
export function rememberCommand(id: string): void {
  runs.set(id, (runs.get(id) ?? 0) + 1)
}

/** Commands in the order of how often they were run in this session, and else in their own. */
export function mostUsed<T extends { id: string }>(commands: readonly T[]): T[] {
  return commands.toSorted((one, other) => (runs.get(other.id) ?? 0) - (runs.get(one.id) ?? 0))
}

/** The library and what is made with it; fetched when someone first looks for something. */
type Finder = typeof import('@/lib/find/find-index')

/** An index of the case as it is: ready, being made, or not to be had, when the server could not give the library. */
export type FindState = { is: 'ready'; find: FindIndex; isMatched: Finder['isMatched'] } | { is: 'making' | 'failed' }

/** The index of a version of a case: made once, whoever asks. */
const keepFinder = keepLatest<FindState>(1)

async function makeFinder(linked: LinkedCase): Promise<FindState> {
  const { makeFindIndex, isMatched } = await import('@/lib/find/find-index')
  return { is: 'ready', find: await makeFindIndex(listDocuments(linked)), isMatched }
}

/** The index of the case; while a newer one is being made, the one before goes on. */
export function useFindIndex(linked: LinkedCase): FindState {
  const [state, setState] = useState<FindState>({ is: 'making' })
  useEffect(() => {
    let wanted = true
    keepFinder(`${linked.id} ${linked.version}`, () => makeFinder(linked))
      // The next one who looks tries again.
      .catch((): FindState => ({ is: 'failed' }))
      .then((next) => wanted && setState(next))
    return () => {
      wanted = false
    }
  }, [linked])
  return state
}
