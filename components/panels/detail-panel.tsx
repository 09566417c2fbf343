'use client'
import { useEffect, useId, useRef, useState } from 'react'
import { useCaseboard } from '@/lib/client/caseboard-context'
import type { Focus } from '@/lib/url/view'
import { DetailHeader } from './detail-header'
import { EventPanel } from './event-panel'
import { FigurePanel } from './figure-panel'
import panel from './panel.module.css'
import { PlacePanel } from './place-panel'
import { QuotationPanel } from './quotation-panel'
import { SpeakerPanel } from './speaker-panel'
import { useFocusName } from './use-focus-name'

function same(a: Focus | null | undefined, b: Focus | null): boolean {
  return a?.kind === b?.kind && a?.id === b?.id
}

/** What the reader came by since the panel was opened, the present last; going back shortens it again. */
function useTrail(focus: Focus | null): Focus | null {
  const [trail, setTrail] = useState<readonly Focus[]>(focus === null ? [] : [focus])
  if (!same(trail.at(-1), focus)) {
    if (focus === null) setTrail([])
    else if (trail.length > 1 && same(trail.at(-2), focus)) setTrail(trail.slice(0, -1))
    else setTrail([...trail, focus])
  }
  return trail.at(-2) ?? null
}

/**
 * A new record starts at its top, whatever was scrolled to in the one before. Only the panel's own scroller is moved:
 * `scrollIntoView` would also shift the page behind a phone's sheet.
 */
function scrollToTop(element: HTMLElement | null) {
  let scroller = element?.parentElement
  while (scroller && scroller !== document.body && scroller.scrollTop === 0) scroller = scroller.parentElement
  if (scroller && scroller !== document.body) scroller.scrollTop = 0
}

/**
 * Keeps the keyboard's place. A button inside of the panel that chose the next record is gone afterwards: then the
 * panel's title takes the focus. When the panel closes, the focus returns to what had opened it.
 */
function useKeyboardPlace(focus: Focus | null) {
  const titleRef = useRef<HTMLHeadingElement>(null)
  const openerRef = useRef<Element | null>(null)
  const key = focus === null ? null : `${focus.kind} ${focus.id}`
  useEffect(() => {
    const active = document.activeElement
    if (key === null) {
      const opener = openerRef.current
      openerRef.current = null
      if (active === document.body && opener instanceof HTMLElement && opener.isConnected) opener.focus()
      return
    }
    if (active !== null && active !== document.body) openerRef.current ??= active
    else if (openerRef.current !== null) titleRef.current?.focus({ preventScroll: true })
    scrollToTop(titleRef.current)
  }, [key])
  return titleRef
}

/** What is in focus, with everything linked to it: a region named after it. Nothing without a focus. */
export function DetailPanel() {
  const { view } = useCaseboard()
  const { focus } = view
  const back = useTrail(focus)
  const titleRef = useKeyboardPlace(focus)
  const titleId = useId()
  const nameOf = useFocusName()
  if (focus === null || nameOf(focus) === null) return null
  return (
    <section aria-labelledby={titleId} className={`${panel.page} ${panel.padded}`} key={`${focus.kind} ${focus.id}`}>
      <DetailHeader focus={focus} back={back} titleId={titleId} titleRef={titleRef} />
      <DetailBody focus={focus} />
    </section>
  )
}

function DetailBody({ focus: { kind, id } }: { focus: Focus }) {
  const index = useCaseboard()
  if (kind === 'place') {
    const place = index.place(id)
    return place && <PlacePanel place={place} />
  }
  if (kind === 'quotation') {
    const quotation = index.quotation(id)
    return quotation && <QuotationPanel quotation={quotation} />
  }
  if (kind === 'figure') {
    const figure = index.figure(id)
    return figure && <FigurePanel figure={figure} />
  }
  if (kind === 'speaker') {
    const actor = index.actor(id)
    return actor && <SpeakerPanel actor={actor} />
  }
  const event = index.event(id)
  return event && <EventPanel event={event} />
}
