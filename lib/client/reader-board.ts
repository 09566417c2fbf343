'use client'
import { useEffect, useMemo } from 'react'
import { indexCorrections } from '@/lib/derive/case-version'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { chooseLayers, type LayerChoice, switchedLayers, toggledLayers } from '@/lib/derive/visible-layers'
import type { Choices, Focus } from '@/lib/url/view'
import type { Board, BoardActions } from './board-actions'
import type { CaseIndex } from './case-context'
import { showBounds, showFocus } from './map-commands'
import type { BoardView, ViewStore } from './view-context'
import { choicesStore, currentView, pushView, replaceView } from './view-store'

/** The case with its records by id. */
export function indexCase(linked: LinkedCase): CaseIndex {
  const byId = <T extends { id: string }>(records: readonly T[]) => {
    let map: ReadonlyMap<string, T> | null = null
    return (id: string) => {
      map ??= new Map(records.map((record) => [record.id, record]))
      return map.get(id)
    }
  }
  return {
    linked,
    layer: byId(linked.layers),
    place: byId(linked.places),
    actor: byId(linked.actors),
    quotation: byId(linked.quotations),
    statement: byId(linked.statements),
    figure: byId(linked.figures),
    event: byId(linked.events),
    source: byId(linked.sources),
    corrected: indexCorrections(linked.corrections),
  }
}

/** A focus on a record that the case does not have is no focus. */
function knownFocus(index: CaseIndex, focus: Focus | null): Focus | null {
  if (focus === null) return null
  const lookUp = { ...index, speaker: index.actor }[focus.kind]
  return lookUp(focus.id) === undefined ? null : focus
}

/** Puts a record in focus. The one that is in focus already is looked at again, from wherever the map is now. */
function chooseFocus(focus: Focus | null, before: Focus | null): void {
  pushView(focus === null ? { focus } : { focus, map: null })
  if (focus !== null && focus.kind === before?.kind && focus.id === before.id) showFocus()
}

/** The view that the address says, of a case: what it does not have is not in focus. */
export function addressedView(index: CaseIndex, initialSearch: string): ViewStore {
  const choices = choicesStore(initialSearch)
  let last: { choices: Choices; view: BoardView } | null = null
  let layers: { asked: Choices['layers']; chosen: LayerChoice } | null = null
  const viewOf = (asked: Choices) => {
    if (last?.choices === asked) return last.view
    if (layers?.asked !== asked.layers || layers === null)
      layers = { asked: asked.layers, chosen: chooseLayers(index.linked, asked.layers) }
    const scene = index.linked.scenes.some(({ id }) => id === asked.scene) ? asked.scene : null
    const thread = index.linked.threads?.some(({ id }) => id === asked.thread) ? asked.thread : null
    const view = { ...asked, scene, thread, focus: knownFocus(index, asked.focus), ...layers.chosen }
    last = { choices: asked, view }
    return view
  }
  return {
    get: () => viewOf(choices.get()),
    getServer: () => viewOf(choices.getServer()),
    subscribe: choices.subscribe,
  }
}

/** From that width on what is in focus stands beside the pages of the case, as in the page's own sheet. */
const BESIDE = '(width >= 1680px)'

function readerActions(index: CaseIndex, view: ViewStore): BoardActions {
  return {
    choose: (focus) => chooseFocus(focus, view.get().focus),
    toggleLayer: (id) => pushView({ layers: toggledLayers(index.linked, view.get().visibleLayers, id) }),
    toggleCategory: (layer, category) => {
      const [named, { off }] = [`${layer}.${category}`, view.get()]
      pushView({ off: off.includes(named) ? off.filter((each) => each !== named) : [...off, named] })
    },
    switchLayers: (ids, on) => pushView({ layers: switchedLayers(index.linked, view.get().visibleLayers, ids, on) }),
    setTheme: (theme) => pushView({ theme }),
    showThread: (id) => {
      const { thread } = view.get()
      const shown = id === thread ? undefined : index.linked.threads?.find((each) => each.id === id)
      if (shown === undefined) return pushView({ thread: null })
      pushView({ thread: shown.id, page: null, focus: null, scene: null, map: null })
      showBounds(shown.bounds, true)
    },
    // Leafing is no choice that Back would have to undo, unless it puts away the story, a thread, or what lies over the pages.
    openPage: (page) => {
      const { focus, scene, thread } = view.get()
      const covers = focus !== null && !window.matchMedia(BESIDE).matches
      if (!covers && scene === null && thread === null) replaceView({ page })
      else pushView({ page, focus: covers ? null : focus, scene: null, thread: null })
    },
    setFilter: (change) => pushView({ filter: { ...view.get().filter, ...change } }),
  }
}

/** The state of a case's page: the case from the server, the view from the address, and what changes them. */
export function useReaderBoard(linked: LinkedCase, initialSearch: string): Required<Board> {
  useEffect(() => {
    const stepBack = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      pushView(currentView().focus === null ? { thread: null } : { focus: null })
    }
    window.addEventListener('keydown', stepBack)
    return () => window.removeEventListener('keydown', stepBack)
  }, [])

  return useMemo(() => {
    const index = indexCase(linked)
    const view = addressedView(index, initialSearch)
    return { index, view, actions: readerActions(index, view) }
  }, [linked, initialSearch])
}
