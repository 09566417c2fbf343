'use client'
import { type ComponentType, createElement, use, useEffect } from 'react'
import { loadLasting } from '@/lib/client/load-lasting'
import { whenSettled } from '@/lib/client/when-settled'

/** What says of an element of the server's HTML which late part it belongs to. */
export const lateAttribute = 'data-late'

/** The late parts that have come alive, by name. */
const alive = new Set<string>()

/** The late part that an event meets before it is alive. */
function partMet(event: Event): HTMLElement | null {
  const part = event.target instanceof Element ? event.target.closest<HTMLElement>(`[${lateAttribute}]`) : null
  return part === null || alive.has(part.getAttribute(lateAttribute) ?? '') ? null : part
}

/** What was pressed before it could answer; it is pressed again once it can. */
let pressed: HTMLElement | null = null

let wanted: Promise<void> | undefined

/** Kept until then: the map has settled, or somebody points at a late part, goes to it or presses a key. */
function whenWanted(): Promise<void> {
  wanted ??= new Promise((resolve) => {
    whenSettled(resolve)
    const meet = (event: Event) => {
      if (event.type === 'keydown' || partMet(event) !== null) resolve()
    }
    for (const type of ['pointerover', 'pointerdown', 'focusin', 'keydown'])
      window.addEventListener(type, meet, { capture: true, passive: true })
    window.addEventListener(
      'click',
      (event) => {
        if (partMet(event) === null) return
        resolve()
        event.preventDefault()
        pressed = event.target instanceof HTMLElement ? event.target : null
      },
      { capture: true },
    )
  })
  return wanted
}

function comeAlive(name: string): void {
  alive.add(name)
  document.documentElement.setAttribute(`data-${name}`, 'alive')
  const button = pressed
  if (button?.closest(`[${lateAttribute}]`)?.getAttribute(lateAttribute) !== name) return
  pressed = null
  // Tabs open when the mouse goes down, everything else when it has come up.
  button.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0 }))
  button.click()
}

export interface LatePart {
  Part: ComponentType
  /** Has its code come. */
  fetch(): Promise<unknown>
}

/**
 * A part that stands in the server's HTML, and whose code comes once the map has settled or somebody wants it: the map
 * is what start-up is for. Its style sheets come with the page, and its root says `data-late` with its name. It must not
 * depend on what changes meanwhile but through stores: React would throw the server's HTML away.
 */
export function latePart(name: string, load: () => Promise<ComponentType>): LatePart {
  let loaded: ComponentType | null = null
  let coming: Promise<ComponentType> | undefined
  let due: Promise<ComponentType> | undefined
  const fetch = () => {
    coming ??= loadLasting(load).then((component) => {
      loaded = component
      return component
    })
    return coming
  }
  // The server has it from the start, so that no request waits for it.
  if (typeof window === 'undefined') void fetch()
  const comeWhenWanted = () => {
    due ??= typeof window === 'undefined' ? fetch() : whenWanted().then(fetch)
    return due
  }
  return {
    Part() {
      const Shown = loaded ?? use(comeWhenWanted())
      useEffect(() => comeAlive(name), [name])
      return createElement(Shown)
    },
    fetch,
  }
}
