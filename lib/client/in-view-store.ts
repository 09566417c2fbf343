'use client'
import { createValueStore } from './value-store'

const seen = createValueStore<ReadonlySet<string> | null>(null)

/** Says which places the part of the map that no panel covers has. */
export const setPlacesInView = seen.set

/** Ids of the places in the part of the map that is seen; null before there is a map. */
export const usePlacesInView = seen.use
