'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { visibleBounds } from '@/components/map/visible-bounds'
import { useFocusName } from '@/components/record-text/use-names'
import { useCase } from '@/lib/client/case-context'
import { useFocus, useView } from '@/lib/client/view-context'
import { useVisible } from '@/lib/client/visible-context'
import { isolate } from '@/lib/derive/isolate'
import type { Scene } from '@/lib/schema/scene'
import { toSceneCamera, writeWindow } from '@/lib/wall/scene-view'
import { addScene, changeScene, moveScene, removeScene, type SeenScene } from '@/lib/wall/tour-draft'
import { useTourDraft } from './use-tour-draft'

/** Answers what is on screen at the moment as a scene: what the map shows, the layers that are on, the window of time, what is in focus. */
function useSeenScene(): () => SeenScene {
  const board = useCase()
  const focus = useFocus()
  const visibleLayers = useView((view) => view.visibleLayers)
  const { time } = useVisible().query
  const nameOf = useFocusName()
  return () => {
    const event = focus?.kind === 'event' ? board.event(focus.id) : undefined
    return {
      title: (focus === null ? null : nameOf(focus)) ?? '',
      camera: toSceneCamera(visibleBounds(board, focus)),
      layers: [...visibleLayers],
      time: time === null ? undefined : { window: writeWindow(time) },
      ...(focus?.kind === 'place' && { focus: focus.id }),
      ...(focus?.kind === 'quotation' && { quotation: focus.id }),
      ...(focus?.kind === 'figure' && { figure: focus.id }),
      ...(event !== undefined && { when: event.date }),
    }
  }
}

/** The tour as it was before something was taken away, and the words that told of it. */
interface Before {
  scenes: readonly Scene[] | null
  words: string
}

/** What can be done to the tour, each step with the words that tell somebody who does not see the list. */
export function useTourSteps() {
  const { linked } = useCase()
  const t = useTranslations('tour')
  const draft = useTourDraft(linked)
  const { scenes } = draft
  const seen = useSeenScene()
  const [opened, setOpened] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const [before, setBefore] = useState<Before | null>(null)
  const nameOf = ({ title }: Scene) => (title.trim() === '' ? t('untitled') : title)
  /** After any other change, to go back would take that away too. */
  const change = (next: readonly Scene[]) => {
    draft.set(next)
    setBefore(null)
  }
  const takeAway = (next: readonly Scene[] | null, words: string) => {
    setBefore({ scenes: draft.changed ? scenes : null, words })
    draft.set(next)
    setOpened(null)
    setSaid(words)
  }
  return {
    draft,
    opened,
    said,
    before,
    toggle: ({ id }: Scene) => setOpened(opened === id ? null : id),
    add: () => {
      const next = addScene(scenes, seen())
      change(next)
      setOpened(next.at(-1)?.id ?? null)
      setSaid(t('added', { place: next.length }))
    },
    move: (scene: Scene, by: 1 | -1) => {
      const next = moveScene(scenes, scene.id, by)
      const place = next.findIndex(({ id }) => id === scene.id)
      if (next[place] !== scenes[place]) change(next)
      setSaid(t('nowAt', { title: isolate(nameOf(scene)), place: place + 1, count: next.length }))
    },
    word: (scene: Scene, words: Partial<Scene>) => change(changeScene(scenes, scene.id, words)),
    lookAgain: (scene: Scene) => {
      const { camera, layers, time } = seen()
      change(changeScene(scenes, scene.id, { camera, layers, time }))
      setSaid(t('viewTaken', { title: isolate(nameOf(scene)) }))
    },
    remove: (scene: Scene) => takeAway(removeScene(scenes, scene.id), t('removed', { title: isolate(nameOf(scene)) })),
    restore: () => takeAway(null, t('restored')),
    undo: () => {
      if (before !== null) draft.set(before.scenes)
      setBefore(null)
      setSaid(t('undone'))
    },
  }
}
