'use client'
import { useSyncExternalStore } from 'react'

/** Long enough to be read. */
const SAID_MS = 5000

let said = ''
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function set(text: string): void {
  said = text
  for (const listener of listeners) listener()
}

/** Says for a few seconds what a command has done that is seen nowhere else. */
export function say(text: string): void {
  clearTimeout(timer)
  set(text)
  timer = setTimeout(() => set(''), SAID_MS)
}

/** What is being said; empty for nothing. */
export function useSaid(): string {
  return useSyncExternalStore(
    subscribe,
    () => said,
    () => '',
  )
}
