'use client'
import { useSyncExternalStore } from 'react'
import type { Passage } from '@/lib/schema/passage'

let asked: Passage | null = null
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Says which passage a reader has asked for, to be brought into sight as soon as it is on the page; null once it is. No
 * part of the view: a link leads to the record, and the record shows its passage.
 */
export function askForPassage(passage: Passage | null): void {
  asked = passage
  for (const listener of listeners) listener()
}

/** The passage that was asked for and has not been shown yet. */
export function useAskedPassage(): Passage | null {
  return useSyncExternalStore(
    subscribe,
    () => asked,
    () => null,
  )
}
