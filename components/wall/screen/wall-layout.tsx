'use client'
import {
  Component,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { PairingCard } from '@/components/wall/pairing/pairing-card'
import { SceneStage } from '@/components/wall/scene/wall-scene'
import { useWall } from '@/lib/client/wall-context'
import type { WallView } from '@/lib/url/wall-view'
import { type LegibleType, legibleType, pixelShift } from '@/lib/wall/legible-type'
import type { MapScale } from '@/lib/wall/map-scale'
import type { ScreenRole } from '@/lib/wall/wall-snapshot'
import type { PicturePoint } from '@/lib/wall/wall-state'
import styles from './wall-layout.module.css'
import { WallMenu } from './wall-menu'
import { WallNotes } from './wall-notes'
import { WallProgress } from './wall-progress'

const STEP_MS = 60_000

/**
 * Moves what always stands on the wall by a few px once a minute, so that no edge burns into the display: sets
 * `--shift-x` and `--shift-y` on the element. A jump, not an animation.
 */
function usePixelShift(ref: RefObject<HTMLElement | null>, radiusPx: number): void {
  useEffect(() => {
    let step = 0
    const timer = setInterval(() => {
      step += 1
      const { x, y } = pixelShift(step, radiusPx)
      ref.current?.style.setProperty('--shift-x', `${x}px`)
      ref.current?.style.setProperty('--shift-y', `${y}px`)
    }, STEP_MS)
    return () => clearInterval(timer)
  }, [ref, radiusPx])
}

function subscribe(listener: () => void) {
  window.addEventListener('resize', listener)
  return () => window.removeEventListener('resize', listener)
}

/** A text, since a store's value is compared by identity. */
const viewportSize = () => `${window.innerWidth} ${window.innerHeight}`

/** Type sizes for the display that the address declares; null on the server, which does not know the viewport. */
export function useLegibleType({
  distanceM,
  diagonalInches,
}: Pick<WallView, 'distanceM' | 'diagonalInches'>): LegibleType | null {
  const size = useSyncExternalStore(subscribe, viewportSize, () => null)
  return useMemo(() => {
    const [widthPx = 0, heightPx = 0] = size === null ? [] : size.split(' ').map(Number)
    if (widthPx === 0 || heightPx === 0) return null
    return legibleType({ widthPx, heightPx, distanceM, diagonalInches })
  }, [size, distanceM, diagonalInches])
}

interface PartGuardProps {
  /** Stands for what the part shows: with something else it is tried again. */
  content: string
  children: ReactNode
}

/** A part of the wall that fails leaves its place empty until it has something else to show; the rest goes on. */
class PartGuard extends Component<PartGuardProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override componentDidUpdate(before: PartGuardProps): void {
    if (this.state.failed && before.content !== this.props.content) this.setState({ failed: false })
  }

  override render(): ReactNode {
    return this.state.failed ? null : this.props.children
  }
}

/** A spot that nobody moves any more has been seen. */
const STAYS_MS = 4000

/** What the presenter points at, for the audience to see. */
function Spot() {
  const { spot } = useWall().state
  const ref = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState<PicturePoint | null>(null)
  const x = spot?.x
  const y = spot?.y
  useLayoutEffect(() => {
    if (x === undefined || y === undefined) return
    ref.current?.style.setProperty('--x', String(x))
    ref.current?.style.setProperty('--y', String(y))
    const timer = setTimeout(() => setSeen({ x, y }), STAYS_MS)
    return () => {
      clearTimeout(timer)
      // The same place may be pointed at again.
      setSeen(null)
    }
  }, [x, y])
  const faded = spot === null || (seen !== null && seen.x === x && seen.y === y)
  return <div ref={ref} className={`${styles.spot} ${faded ? styles.faded : ''}`} aria-hidden="true" />
}

interface WallLayoutProps {
  /** Null on a screen that shows words alone. */
  map: ReactNode
  /** Null while the map moves, and where there is none. */
  mapScale: MapScale | null
  idle: boolean
  onPresent(): void
  onFullScreen(): void
}

const roleClass: Record<ScreenRole, string | undefined> = {
  mirror: undefined,
  map: styles.mapAlone,
  evidence: styles.wordsAlone,
}

/** How far what always stands on the wall wanders, as a part of the smallest type. */
const SHIFT = 0.25

/** The wall's picture: the map to all four edges, words over a shade of its ground at one side, notes along the bottom. */
export function WallLayout({ map, mapScale, idle, onPresent, onFullScreen }: WallLayoutProps) {
  const { view, state, scene, index } = useWall()
  const content = `${state.scene} ${state.place} ${index.linked.version}`
  const ref = useRef<HTMLDivElement>(null)
  const type = useLegibleType(view)
  const smallPx = type?.smallPx ?? null
  usePixelShift(ref, Math.max(2, (smallPx ?? 0) * SHIFT))
  // By script, because the page's policy bars style attributes; the style sheet has sizes for the time before.
  useLayoutEffect(() => {
    if (smallPx !== null) ref.current?.style.setProperty('--wall-small', `${smallPx}px`)
  }, [smallPx])
  return (
    <div
      ref={ref}
      className={`${styles.layout} ${roleClass[view.role] ?? ''}`}
      data-role={view.role}
      data-part={scene?.part}
      // A blank wall is dark whatever its theme.
      data-theme={state.blank ? 'dark' : undefined}
      data-blank={state.blank ? '' : undefined}
    >
      <div className={styles.map}>
        <PartGuard content={content}>{map}</PartGuard>
      </div>
      <div className={styles.side} data-map-panel="">
        <PartGuard content={content}>
          <SceneStage />
        </PartGuard>
        <PartGuard content={content}>{view.role !== 'map' && <WallProgress />}</PartGuard>
      </div>
      <PartGuard content={content}>
        <WallNotes type={type} mapScale={mapScale} />
      </PartGuard>
      <Spot />
      <PartGuard content={content}>
        <PairingCard />
      </PartGuard>
      <WallMenu idle={idle} onPresent={onPresent} onFullScreen={onFullScreen} />
    </div>
  )
}
