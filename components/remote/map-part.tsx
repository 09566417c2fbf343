'use client'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useMemo, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { chooseNames } from '@/lib/client/remote/choose-names'
import { useRemote } from '@/lib/client/remote/remote-context'
import { sceneFrame } from '@/lib/geo/camera-to-bounds'
import { type PictureMove, placeInFrame } from '@/lib/geo/pan-camera'
import type { Camera } from '@/lib/url/view'
import styles from './surface.module.css'
import { useDragCamera } from './use-drag-camera'

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
  const words = useTranslations('remote.map')
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
    <Button aria-label={words(name)} onClick={() => drag.nudge({ dx: 0, dy: 0, zoomBy })}>
      <Icon name={`map.${name}`} />
    </Button>
  )

  return (
    <div className={styles.page}>
      <p className={styles.explained}>{words('explained')}</p>
      <div
        ref={surface}
        role="application"
        aria-label={words('surface')}
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
          {words('back')}
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
