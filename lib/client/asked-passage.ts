'use client'
import type { Passage } from '@/lib/schema/passage'
import { createValueStore } from './value-store'

const asked = createValueStore<Passage | null>(null)

/**
 * Says which passage a reader has asked for, to be brought into sight as soon as it is on the page; null once it is. No
 * part of the view: a link leads to the record, and the record shows its passage.
 */
export const askForPassage = asked.set

/** The passage that was asked for and has not been shown yet. */
export const useAskedPassage = asked.use
