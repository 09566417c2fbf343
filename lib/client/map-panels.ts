'use client'
import { createValueStore } from './value-store'

const legend = createValueStore<boolean | null>(null)

/** Whether the reader has opened the legend or folded it; null while its place decides, see the legend's own sheet. */
export const useLegendChoice = legend.use
export const setLegendOpen = legend.set

const pad = createValueStore(false)

/** Whether the buttons that pan, turn and zoom the map are asked for; whoever needs them keeps them. */
export const useIsPadOpen = pad.use
export const setPadOpen = pad.set
