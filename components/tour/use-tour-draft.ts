'use client'
import { useEffect, useMemo, useState } from 'react'
import { useCase } from '@/lib/client/case-context'
import type { LinkedCase } from '@/lib/derive/linked-case'
import type { Scene } from '@/lib/schema/scene'
import { readDraft, settleDraft } from '@/lib/wall/read-draft'
import { type SceneWords, sceneFaults } from '@/lib/wall/tour-draft'

/** A tour of a case as it is being worked on in this browser. */
export interface TourDraft {
  scenes: readonly Scene[]
  /** False while it is the case's own. */
  changed: boolean
  /** Whether this browser keeps it; where it does not, a reload loses it. */
  kept: boolean
  /** Takes on another tour; null goes back to the case's own. */
  set(scenes: readonly Scene[] | null): void
}

function recall(key: string): Scene[] | null {
  try {
    return readDraft(localStorage.getItem(key))
  } catch {
    return null
  }
}

/** Answers whether it could be kept: storage may be barred or full. */
function keep(key: string, scenes: readonly Scene[] | null): boolean {
  try {
    if (scenes === null) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(scenes))
    return true
  } catch {
    return false
  }
}

/**
 * The tour of a case, to be changed: it begins as the case's own scenes, is kept by this browser per case, and follows
 * what another tab does to it. For the browser only: never rendered on the server.
 */
export function useTourDraft(linked: LinkedCase): TourDraft {
  const key = `caseboard-tour-${linked.id}`
  const [draft, setDraft] = useState(() => recall(key))
  const [kept, setKept] = useState(true)
  useEffect(() => {
    const follow = (event: StorageEvent) => {
      // Null: everything that was kept is gone.
      if (event.key === key || event.key === null) setDraft(recall(key))
    }
    window.addEventListener('storage', follow)
    return () => window.removeEventListener('storage', follow)
  }, [key])
  return useMemo(
    () => ({
      scenes: draft === null ? linked.scenes : settleDraft(draft, linked),
      changed: draft !== null,
      kept,
      set: (scenes) => {
        setDraft(scenes === null ? null : [...scenes])
        setKept(keep(key, scenes))
      },
    }),
    [draft, kept, key, linked],
  )
}

/** Answers what keeps a scene from being written to the case's file. */
export function useSceneFaults(): (scene: Scene) => (keyof SceneWords)[] {
  const { linked } = useCase()
  const ownDates = useMemo(
    () =>
      new Set(
        [...linked.scenes.map(({ when }) => when), ...linked.events.map(({ date }) => date)].filter(
          (date) => date !== undefined,
        ),
      ),
    [linked],
  )
  return (scene) => sceneFaults(scene, ownDates)
}
