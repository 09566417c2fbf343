'use client'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { useWall } from '@/lib/client/wall-context'
import type { ScreenRole } from '@/lib/wall/wall-snapshot'
import { PairingCard } from './pairing-card'
import { PartGuard } from './part-guard'
import { SceneStage } from './scene-stage'
import { Spot } from './spot'
import { useLegibleType } from './use-legible-type'
import { usePixelShift } from './use-pixel-shift'
import styles from './wall-layout.module.css'
import { WallMenu } from './wall-menu'
import { WallNotes } from './wall-notes'
import { WallProgress } from './wall-progress'

interface WallLayoutProps {
  /** Null on a screen that shows words alone. */
  map: ReactNode
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

/** The wall's picture: the map to all four edges, words on a quiet side that fades into it, notes along the bottom. */
export function WallLayout({ map, idle, onPresent, onFullScreen }: WallLayoutProps) {
  const { view, state, index } = useWall()
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
        <WallNotes type={type} />
      </PartGuard>
      <Spot />
      <PartGuard content={content}>
        <PairingCard />
      </PartGuard>
      <WallMenu idle={idle} onPresent={onPresent} onFullScreen={onFullScreen} />
    </div>
  )
}
