'use client'
import { createValueStore } from './value-store'

const hovered = createValueStore<string | null>(null)

/** Says which place the pointer, or the keyboard's focus in a list, is at. */
export const setHovered = hovered.set

/**
 * The place that is hovered. Kept apart from the rest of the view, since it changes with every move of the pointer and
 * only the map shows it.
 */
export const useHovered = hovered.use
