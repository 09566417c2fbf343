'use client'
import { createValueStore } from './value-store'

/** A correction that was asked for; a new object each time, so that the same one can be asked for twice. */
interface AskedCorrection {
  id: string
}

const asked = createValueStore<AskedCorrection | null>(null)

/** Says which correction is to be brought into sight among the corrections. No part of the view, as it is no focus. */
export function askForCorrection(id: string): void {
  asked.set({ id })
}

/** The correction that was asked for last; null before any was. */
export const useAskedCorrection = asked.use
