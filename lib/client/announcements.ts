'use client'
import { createValueStore } from './value-store'

/** Long enough to be read. */
const SAID_MS = 5000

let timer: ReturnType<typeof setTimeout> | undefined
const said = createValueStore('')

/** Says for a few seconds what a command has done that is seen nowhere else. */
export function announce(text: string): void {
  clearTimeout(timer)
  said.set(text)
  timer = setTimeout(() => said.set(''), SAID_MS)
}

/** What is being said; empty for nothing. */
export const useAnnouncement = said.use
