import { type RefObject, useEffect, useEffectEvent, useMemo, useRef } from 'react'
import { useCase } from '@/lib/client/case-context'
import { isTaken, isTyping } from '@/lib/client/keyboard'
import { setStoryPlaying, tellScene, useIsStoryPlaying } from '@/lib/client/story-store'
import { useMedia } from '@/lib/client/use-media'
import { useView } from '@/lib/client/view-context'
import { currentView, replaceTime } from '@/lib/client/view-store'
import type { LinkedScene } from '@/lib/derive/linked-case'
import { clamp } from '@/lib/geo/clamp'
import { planTour } from '@/lib/wall/plan-tour'
import { sceneTime } from '@/lib/wall/scene-view'

/** Where in the column a scene is the one that is told: a third from its top, where one reads. */
const READING_LINE = 0.35
/** How often a scene that plays through its time moves on, ms. */
const TIME_STEP_MS = 250

function scrollerOf(element: Element | null): HTMLElement | null {
  const found = element?.closest('[data-covered]')
  return found instanceof HTMLElement ? found : null
}

/** What a hand does to scroll: the wheel, a finger, the scroll bar, a key. */
const handEvents = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const

/**
 * Has what is scrolled to be told, and what is told be scrolled to. `byHand` says which of the two it is: true from the
 * moment the reader scrolls until something else leads on.
 */
function useScrolling(
  list: RefObject<HTMLOListElement | null>,
  told: number,
  byHand: RefObject<boolean>,
  tell: (at: number) => void,
): void {
  const calm = useMedia('(prefers-reduced-motion: reduce)')
  const onScroll = useEffectEvent((scroller: HTMLElement) => {
    if (!byHand.current) return
    const { top, height } = scroller.getBoundingClientRect()
    const scenes = [...(list.current?.children ?? [])]
    const at = scenes.findLastIndex((scene) => scene.getBoundingClientRect().top <= top + height * READING_LINE)
    const next = Math.max(0, at)
    if (next === told) return
    setStoryPlaying(false)
    tell(next)
  })
  useEffect(() => {
    const scroller = scrollerOf(list.current)
    if (scroller === null) return
    const over = new AbortController()
    const listening = { passive: true, signal: over.signal }
    for (const type of handEvents)
      scroller.addEventListener(
        type,
        () => {
          byHand.current = true
        },
        listening,
      )
    let frame = 0
    const listen = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => onScroll(scroller))
    }
    scroller.addEventListener('scroll', listen, listening)
    return () => {
      cancelAnimationFrame(frame)
      over.abort()
    }
  }, [list, byHand])
  useEffect(() => {
    const [scroller, scene] = [scrollerOf(list.current), list.current?.children[told]]
    if (scroller === null || !(scene instanceof HTMLElement) || byHand.current) return
    const head = list.current?.previousElementSibling?.getBoundingClientRect().height ?? 0
    const by = scene.getBoundingClientRect().top - scroller.getBoundingClientRect().top - head
    scroller.scrollBy({ top: by, behavior: calm ? 'instant' : 'smooth' })
  }, [list, told, calm, byHand])
}

/** Goes on to the next scene when one has been on for as long as it takes to read, and through a scene's own time meanwhile. */
function usePlayed(scene: LinkedScene | undefined, durationMs: number, isPlaying: boolean, next: () => void): void {
  const onEnd = useEffectEvent(next)
  useEffect(() => {
    if (!isPlaying || scene === undefined) return
    const since = performance.now()
    const end = setTimeout(() => onEnd(), durationMs)
    const steps =
      scene.time?.play === true
        ? setInterval(() => replaceTime(sceneTime(scene, performance.now() - since, durationMs)), TIME_STEP_MS)
        : undefined
    return () => {
      clearTimeout(end)
      clearInterval(steps)
    }
  }, [scene, durationMs, isPlaying])
}

/** Left and right go from scene to scene, wherever the keyboard is but on the map, in the strip of time or in a field. */
function useSceneKeys(step: (by: 1 | -1) => void): void {
  const onStep = useEffectEvent(step)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const by = { ArrowRight: 1 as const, ArrowLeft: -1 as const }[event.key]
      if (by === undefined || isTaken(event) || isTyping(event.target)) return
      const own = '[role=application], [role=listbox], [role=slider], [role=tablist]'
      if (event.target instanceof Element && event.target.closest(own) !== null) return
      event.preventDefault()
      onStep(by)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

/** The story as it is told in the page: which scene, and what leads to another. */
export function useStory(list: RefObject<HTMLOListElement | null>) {
  const { linked } = useCase()
  const id = useView(({ scene }) => scene)
  const isCovered = useView(({ focus }) => focus !== null)
  const isPlaying = useIsStoryPlaying() && !isCovered
  const stops = useMemo(() => planTour(linked), [linked])
  const { scenes } = linked
  const at = Math.max(
    0,
    scenes.findIndex((scene) => scene.id === id),
  )
  const byHand = useRef(false)
  const show = (next: number) => {
    const scene = scenes[clamp(next, 0, scenes.length - 1)]
    if (scene !== undefined) tellScene(scene)
  }
  const tell = (next: number) => {
    byHand.current = false
    show(next)
  }
  // From where the address is: the column may be a frame behind it.
  const step = (by: 1 | -1) => {
    const { scene } = currentView()
    tell(
      Math.max(
        0,
        scenes.findIndex((each) => each.id === scene),
      ) + by,
    )
  }
  // Of an address that names a scene only the scene is known: its layers, its time and its place follow.
  const tellFirst = useEffectEvent(() => tell(at))
  useEffect(() => tellFirst(), [])
  useScrolling(list, at, byHand, show)
  useSceneKeys(step)
  usePlayed(scenes[at], stops[at]?.durationMs ?? 0, isPlaying, () => {
    if (at + 1 < scenes.length) tell(at + 1)
    else setStoryPlaying(false)
  })
  return { scenes, at, isPlaying, tell, step }
}
