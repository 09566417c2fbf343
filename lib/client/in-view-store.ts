'use client'
import { createValueStore } from './value-store'

/** Ids of the places in the part of the map that is seen; null before there is a map. */
export const placesInView = createValueStore<ReadonlySet<string> | null>(null)

/** Says which places the part of the map that no panel covers has. */
export const setPlacesInView = placesInView.set

/** The same in a component. */
export const usePlacesInView = placesInView.use
