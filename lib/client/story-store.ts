'use client'
import type { LinkedScene } from '@/lib/derive/linked-case'
import type { TimeWindow } from '@/lib/derive/record-filter'
import { cameraToBounds, sceneFrame } from '@/lib/geo/camera-to-bounds'
import type { View } from '@/lib/url/view'
import { showBounds } from './map-commands'
import { createValueStore } from './value-store'
import { currentView, pushView, replaceView } from './view-store'

const playing = createValueStore(false)

/** Whether the story goes on by itself. */
export const useIsStoryPlaying = playing.use
export const setStoryPlaying = playing.set

/** What was on the map before the story was begun: there it goes back when it is left. */
let before: Pick<View, 'layers' | 'time'> | null = null

const left = createValueStore<string | null>(null)

/** The scene at which the story was left; null where it was not begun yet. */
export const useLeftScene = left.use

/** Has the map show what a scene shows; `window` is the part of its time that has been played. */
function viewOf({ id, layers, timeWindow }: LinkedScene, window: TimeWindow | null): Partial<View> {
  return { scene: id, thread: null, layers, time: window ?? timeWindow ?? null, focus: null, map: null }
}

/** Tells a scene: the map goes where it is, with its layers and its time. The first one is a choice, which Back undoes. */
export function tellScene(scene: LinkedScene, window: TimeWindow | null = null): void {
  const now = currentView()
  if (now.scene === null) {
    before = { layers: now.layers, time: now.time }
    pushView(viewOf(scene, window))
  } else replaceView(viewOf(scene, window))
  showBounds(cameraToBounds(scene.camera, sceneFrame), true)
}

/** Leaves the story where it is: the map shows again what it showed before. */
export function leaveStory(): void {
  playing.set(false)
  left.set(currentView().scene)
  pushView({ scene: null, ...(before ?? { layers: null, time: null }) })
  before = null
}
