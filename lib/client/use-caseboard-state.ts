'use client'
import { useEffect, useMemo } from 'react'
import { indexCorrections } from '@/lib/derive/case-version'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { hiddenLayers, visibleLayers } from '@/lib/derive/visible-layers'
import type { LayerId } from '@/lib/schema/layer'
import type { Focus } from '@/lib/url/view'
import type { Caseboard, CaseIndex } from './caseboard-context'
import { setHovered } from './hover-store'
import { lookAtFocus } from './look-at'
import { pushView, replaceView, useChoices } from './view-store'

/** The case with its records by id. */
export function indexCase(linked: LinkedCase): CaseIndex {
  const byId = <T extends { id: string }>(records: readonly T[]) => {
    const map = new Map(records.map((record) => [record.id, record]))
    return (id: string) => map.get(id)
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
export function knownFocus(index: CaseIndex, focus: Focus | null): Focus | null {
  if (focus === null) return null
  const lookUp = { ...index, speaker: index.actor }[focus.kind]
  return lookUp(focus.id) === undefined ? null : focus
}

/** Puts a record in focus. The one that is in focus already is looked at again, from wherever the map is now. */
function chooseFocus(focus: Focus | null, before: Focus | null): void {
  pushView(focus === null ? { focus } : { focus, map: null })
  if (focus !== null && focus.kind === before?.kind && focus.id === before.id) lookAtFocus()
}

/** The layers that are on once one is switched; `null` for all. */
function toggled(linked: LinkedCase, visible: readonly LayerId[], id: LayerId): readonly LayerId[] | null {
  const next = linked.layers.map((layer) => layer.id).filter((layer) => visible.includes(layer) !== (layer === id))
  return hiddenLayers(linked, next).length === 0 ? null : next
}

/** The state of a case's page: the case from the server, the view from the address, and what changes them. */
export function useCaseboardState(linked: LinkedCase, initialSearch: string): Caseboard {
  const asked = useChoices(initialSearch)
  const index = useMemo(() => indexCase(linked), [linked])
  const view = useMemo(() => ({ ...asked, focus: knownFocus(index, asked.focus) }), [index, asked])
  const visible = useMemo(() => visibleLayers(linked, view.layers), [linked, view.layers])

  useEffect(() => {
    const clearOnEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) pushView({ focus: null })
    }
    window.addEventListener('keydown', clearOnEscape)
    return () => window.removeEventListener('keydown', clearOnEscape)
  }, [])

  return useMemo(
    () => ({
      ...index,
      view,
      visibleLayers: visible,
      choose: (focus) => chooseFocus(focus, view.focus),
      toggleLayer: (id) => pushView({ layers: toggled(linked, visible, id) }),
      setTheme: (theme) => pushView({ theme }),
      // Leafing is no choice that Back would have to undo.
      openPage: (page) => replaceView({ page }),
      setFilter: (change) => pushView({ filter: { ...view.filter, ...change } }),
      hover: setHovered,
    }),
    [linked, index, view, visible],
  )
}
