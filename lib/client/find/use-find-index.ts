'use client'
import { useEffect, useState } from 'react'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { keepLatest } from '@/lib/derive/once'
import { listDocuments } from './find-documents'
import type { FindIndex } from './find-index'

/** The library and what is made with it; fetched when someone first looks for something. */
type Finder = typeof import('./find-index')

/** An index of the case as it is: ready, being made, or not to be had, when the server could not give the library. */
export type FindState = { is: 'ready'; find: FindIndex; isMatched: Finder['isMatched'] } | { is: 'making' | 'failed' }

/** The index of a version of a case: made once, whoever asks. */
const keepFinder = keepLatest<FindState>(1)

async function makeFinder(linked: LinkedCase): Promise<FindState> {
  const { makeFindIndex, isMatched } = await import('./find-index')
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
