'use client'
import { createValueStore } from './value-store'

/** A source that was asked for; a new object each time, so that the same one can be asked for twice. */
interface AskedSource {
  id: string
}

const asked = createValueStore<AskedSource | null>(null)

/** Says which source was found, to be brought into sight in the list of sources. No part of the view, as a source is no focus. */
export function askForSource(id: string): void {
  asked.set({ id })
}

/** The source that was asked for last; null before any was. */
export const useAskedSource = asked.use
