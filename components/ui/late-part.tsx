'use client'
import {
  type ComponentType,
  createElement,
  startTransition,
  use,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import { whenSettled } from '@/lib/client/after-paint'
import { isForNewWindow } from '@/lib/client/keyboard'
import { createLoadable } from '@/lib/client/load-with-retry'

export interface LatePart {
  /** `className` is that of the element around it. */
  Part: ComponentType<{ className?: string | undefined }>
  /** Has its code come. */
  fetch(): Promise<unknown>
}

/** Where an element stands below another: which child of which child it is. Nothing for one that does not. */
function pathTo(element: Element | null, root: Element): number[] {
  const parent = element?.parentElement
  if (element === null || element === root || !parent || !root.contains(element)) return []
  return [...pathTo(parent, root), [...parent.children].indexOf(element)]
}

function follow(path: readonly number[], root: Element): Element | undefined {
  return path.reduce<Element | undefined>((element, nth) => element?.children[nth], root)
}

/** What somebody has done to the server’s HTML, which does not answer yet: as paths. */
interface Pending {
  focused: readonly number[]
  pressed: readonly number[]
}

/** Does the same to what stands in its place: the keyboard is where it was, a press is answered. */
function catchUp(root: Element, { focused, pressed }: Pending): void {
  const [toFocus, toPress] = [follow(focused, root), follow(pressed, root)]
  if (focused.length > 0 && toFocus instanceof HTMLElement) toFocus.focus({ preventScroll: true })
  if (pressed.length === 0 || !(toPress instanceof HTMLElement)) return
  // Tabs open when the mouse goes down, everything else when it has come up.
  toPress.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0 }))
  toPress.click()
}

/**
 * A part that stands in the server's HTML, and whose code comes once the map has settled or somebody points at it, goes
 * to it or presses a key: the map is what start-up is for. Until then its HTML is left as it is. Its style sheets must
 * come with the page.
 */
export function latePart(name: string, load: () => Promise<ComponentType>): LatePart {
  const code = createLoadable(load)

  /** Brings the code when it is wanted; answers how to call that off. */
  function bringTo(root: HTMLElement, pending: Pending, show: (component: ComponentType) => void): () => void {
    const over = new AbortController()
    const bring = () => void code.fetch().then((component) => over.signal.aborted || show(component))
    const listening = { capture: true, signal: over.signal }
    const noteFocus = () => {
      pending.focused = pathTo(document.activeElement, root)
    }
    noteFocus()
    root.addEventListener('focusin', noteFocus, listening)
    root.addEventListener('focusout', () => setTimeout(noteFocus), listening)
    for (const type of ['pointerover', 'focusin']) root.addEventListener(type, bring, listening)
    window.addEventListener('keydown', bring, listening)
    root.addEventListener(
      'click',
      (event) => {
        // For another window, a link is a link.
        if (isForNewWindow(event)) return
        event.preventDefault()
        if (event.target instanceof Element) pending.pressed = pathTo(event.target, root)
        bring()
      },
      listening,
    )
    const callOff = whenSettled(bring)
    return () => {
      over.abort()
      callOff()
    }
  }

  function Late({ className }: { className?: string | undefined }) {
    const ref = useRef<HTMLDivElement>(null)
    const pending = useRef<Pending>({ focused: [], pressed: [] })
    const [Shown, setShown] = useState<ComponentType | null>(() => code.now())
    // In the commit itself: what is pressed after it is pressed for good.
    useLayoutEffect(() => {
      const root = ref.current
      if (root === null) return
      if (Shown !== null) return catchUp(root, pending.current)
      return bringTo(root, pending.current, (found) => {
        const show = () => setShown(() => found)
        // Nobody waits for it but who has pressed it: whatever else is pressed meanwhile goes first.
        if (pending.current.pressed.length > 0) flushSync(show)
        else startTransition(show)
      })
    }, [Shown])
    useEffect(() => {
      if (Shown !== null) document.documentElement.setAttribute(`data-${name}`, 'alive')
    }, [Shown])
    if (Shown === null)
      return (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: no HTML at all; with this React leaves alone what the server wrote
        <div ref={ref} className={className} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: '' }} />
      )
    return (
      <div ref={ref} className={className}>
        <Shown />
      </div>
    )
  }

  function Rendered({ className }: { className?: string | undefined }) {
    return <div className={className}>{createElement(code.now() ?? use(code.fetch()))}</div>
  }
  return { Part: typeof window === 'undefined' ? Rendered : Late, fetch: code.fetch }
}
