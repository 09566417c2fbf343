'use client'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { CameraGrasp } from '@/lib/client/remote/camera-grasp'
import { useRemote } from '@/lib/client/remote/remote-context'
import { sceneFrame } from '@/lib/geo/camera-to-bounds'
import { type PictureMove, placeInFrame } from '@/lib/geo/pan-camera'
import type { Camera } from '@/lib/url/view'
import styles from './surface.module.css'

/** Room that a name takes, px of the frame: its height, and its width for each letter. */
const NAME_HEIGHT = 44
const LETTER_WIDTH = 19

interface NamedMark {
  name: string
  x: number
  y: number
}

/** The names that can be written right of their marks without touching one written before. */
export function chooseNames<T extends NamedMark>(marks: readonly T[]): T[] {
  const written: T[] = []
  for (const mark of marks) if (!written.some((other) => touch(mark, other))) written.push(mark)
  return written
}

function touch(one: NamedMark, other: NamedMark): boolean {
  if (Math.abs(one.y - other.y) >= NAME_HEIGHT) return false
  const [left, right] = one.x < other.x ? [one, other] : [other, one]
  return right.x - left.x < left.name.length * LETTER_WIDTH
}

/** A turn of the wheel by this many px is one level of zoom. */
const WHEEL_PX_PER_ZOOM = 400

/** Where on the surface, in px of the reference frame from its middle. */
function placeOn(surface: Element, { clientX, clientY }: { clientX: number; clientY: number }) {
  const box = surface.getBoundingClientRect()
  const scale = sceneFrame.width / box.width
  return { x: (clientX - box.left - box.width / 2) * scale, y: (clientY - box.top - box.height / 2) * scale }
}

/** Drag, pinch, wheel and keys on a surface, as cameras of the reference frame that go to `look`. */
function useDragCamera(surface: RefObject<HTMLElement | null>, camera: Camera | null, look: (to: Camera) => void) {
  const [grasp] = useState(() => new CameraGrasp())
  const tell = useRef(look)
  useEffect(() => {
    grasp.follow(camera)
    tell.current = look
  })

  // React listens to the wheel passively: the page would scroll as well.
  useEffect(() => {
    const element = surface.current
    if (element === null) return
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const zoomBy = -event.deltaY / WHEEL_PX_PER_ZOOM
      const to = grasp.nudge({ dx: 0, dy: 0, zoomBy, around: placeOn(element, event) })
      if (to !== null) tell.current(to)
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [surface, grasp])

  const lookAt = (to: Camera | null) => {
    if (to !== null) look(to)
  }
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      event.currentTarget.setPointerCapture(event.pointerId)
      grasp.touch(event.pointerId, placeOn(event.currentTarget, event))
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) =>
      lookAt(grasp.drag(event.pointerId, placeOn(event.currentTarget, event))),
    onPointerEnd: (event: PointerEvent<HTMLElement>) => grasp.release(event.pointerId),
    /** By button or key, px of the frame. */
    nudge: (by: PictureMove) => lookAt(grasp.nudge(by)),
  }
}

const KEY_PX = 120
const ZOOM_STEP = 0.5

/** What a key does to the picture: an arrow looks that way, so the ground goes the other. */
const keyMoves: Readonly<Record<string, PictureMove>> = {
  ArrowLeft: { dx: KEY_PX, dy: 0 },
  ArrowRight: { dx: -KEY_PX, dy: 0 },
  ArrowUp: { dx: 0, dy: KEY_PX },
  ArrowDown: { dx: 0, dy: -KEY_PX },
  '+': { dx: 0, dy: 0, zoomBy: ZOOM_STEP },
  '=': { dx: 0, dy: 0, zoomBy: ZOOM_STEP },
  '-': { dx: 0, dy: 0, zoomBy: -ZOOM_STEP },
}

/** Moves the wall's map: the case's places go with the finger here as the map does there. */
export function MapPart() {
  const t = useTranslations('remote.map')
  const { state, camera, command } = useRemote()
  const surface = useRef<HTMLDivElement>(null)
  const drag = useDragCamera(surface, camera, (to) => command({ kind: 'look', camera: to }))

  function onKeyDown(event: KeyboardEvent) {
    const by = keyMoves[event.key]
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    drag.nudge(by)
  }
  const zoomButton = (name: 'zoomIn' | 'zoomOut', zoomBy: number) => (
    <Button aria-label={t(name)} onClick={() => drag.nudge({ dx: 0, dy: 0, zoomBy })}>
      <Icon name={`map.${name}`} />
    </Button>
  )

  return (
    <div className={styles.page}>
      <p className={styles.explained}>{t('explained')}</p>
      <div
        ref={surface}
        role="application"
        aria-label={t('surface')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: moved by keys as well
        tabIndex={0}
        className={`${styles.surface} ${styles.frame}`}
        onPointerDown={drag.onPointerDown}
        onPointerMove={drag.onPointerMove}
        onPointerUp={drag.onPointerEnd}
        onPointerCancel={drag.onPointerEnd}
        onKeyDown={onKeyDown}
      >
        {camera !== null && <PlaceMarks camera={camera} />}
      </div>
      <div className={styles.buttons}>
        {zoomButton('zoomOut', -ZOOM_STEP)}
        {zoomButton('zoomIn', ZOOM_STEP)}
        <Button disabled={state.camera === null} onClick={() => command({ kind: 'look', camera: null })}>
          {t('back')}
        </Button>
      </div>
    </div>
  )
}

/** The scene's places as dots, with as many of their names as have room. */
function PlaceMarks({ camera }: { camera: Camera }) {
  const { linked, scene, opened } = useRemote()
  const layers = scene?.layers
  const places = useMemo(
    () => linked.places.filter(({ layer }) => layers === undefined || layers.includes(layer)),
    [linked, layers],
  )
  const { width, height } = sceneFrame
  const marks = places
    .flatMap(({ id, name, anchor }) => (anchor === null ? [] : [{ id, name, ...placeInFrame(anchor, camera) }]))
    .filter(({ x, y }) => Math.abs(x) < width / 2 && Math.abs(y) < height / 2)
  return (
    <svg className={styles.marks} viewBox={`${-width / 2} ${-height / 2} ${width} ${height}`} aria-hidden="true">
      {marks.map(({ id, x, y }) => (
        <circle key={id} cx={x} cy={y} r={9} data-opened={id === opened?.id ? '' : undefined} />
      ))}
      {chooseNames(marks).map(({ id, name, x, y }) => (
        <text key={id} x={x + 18} y={y + 13}>
          {name}
        </text>
      ))}
    </svg>
  )
}
