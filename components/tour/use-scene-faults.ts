'use client'
import { useMemo } from 'react'
import { useCase } from '@/lib/client/case-context'
import type { Scene } from '@/lib/schema/scene'
import { type SceneWords, sceneFaults } from '@/lib/wall/tour-draft'

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
