'use client'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { WallMap } from '@/components/wall/map/wall-map'
import { useKeepOffering } from '@/components/wall/pairing/keep-offering'
import { useMarkHydrated } from '@/components/wall/session/quiet-wall'
import styles from '@/components/wall/session/quiet-wall.module.css'
import { useGuardedReload, useServerRelease } from '@/components/wall/session/use-guarded-reload'
import type { WallMapState } from '@/components/wall/session/use-map-renewal'
import { useNotices } from '@/components/wall/session/use-notices'
import { useWallBoard, useWallSession } from '@/components/wall/session/use-wall-session'
import { BoardProvider } from '@/lib/client/board-actions'
import { FreshnessContext } from '@/lib/client/case-context'
import { LinkVersionContext } from '@/lib/client/link-version'
import { indexCase } from '@/lib/client/reader-board'
import { useLinkedCase } from '@/lib/client/use-linked-case'
import { useStore } from '@/lib/client/value-store'
import type { ReloadReason } from '@/lib/client/wall/reload-page'
import { type WallBoard, WallContext } from '@/lib/client/wall-context'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { readWallView } from '@/lib/url/wall-view'
import type { MapScale } from '@/lib/wall/map-scale'
import { planTour } from '@/lib/wall/plan-tour'
import { findScene, tourScenes } from '@/lib/wall/tour-scenes'
import { openPresenterView, toggleFullScreen, useIdle, useSwipe, useWallKeys } from './use-wall-input'
import { useLegibleType, WallLayout } from './wall-layout'

interface WallScreenProps {
  rendered: LinkedCase
  /** Milliseconds since 1970. */
  renderedAt: number
  initialSearch: string
  basemapVersion: string
  /** The release that this page is of. */
  release: string
  /** Where whoever is in the room opens the case. */
  address: string
}

/** A display of a wall: plays the case's scenes by itself, in step with the other displays while there is a server. */
export function WallScreen({ rendered, renderedAt, initialSearch, basemapVersion, release, address }: WallScreenProps) {
  const { linked, freshness } = useLinkedCase(rendered, renderedAt)
  const view = useMemo(() => readWallView(initialSearch), [initialSearch])
  const linkVersion = useMemo(() => ({ version: view.version, dismiss: () => undefined }), [view])
  const index = useMemo(() => indexCase(linked), [linked])
  const closing = useTranslations('wall.closing')
  const tour = useMemo(() => planTour(linked), [linked])
  const scenes = useMemo(() => tourScenes(linked, closing('title')), [linked, closing])
  const { player, ...session } = useWallSession(linked.id, tour, view)
  const { state, snapshot, command } = session
  const [mapState, setMapState] = useState<WallMapState>('loading')
  const [mapScale, setMapScale] = useState<MapScale | null>(null)
  const [worn, setWorn] = useState(false)
  const [roster, showRoster] = useState(false)
  const serverRelease = useServerRelease(snapshot?.release ?? null)
  const reason = reloadReason(serverRelease, release, worn)
  const reloads = useGuardedReload(linked.id, reason, player, state)
  const reload = reloads ? reason : null
  const failing = useStore(freshness, (known) => known.failing)
  const notices = useNotices({ away: snapshot === null, failing, mapState, linked, reload })

  const board: WallBoard = {
    index,
    view,
    address,
    tour,
    scenes,
    ...session,
    scene: findScene(scenes, state.scene),
    opened: (state.place === null ? undefined : index.place(state.place)) ?? null,
    notices,
    roster,
    showRoster,
  }
  const caseboard = useWallBoard(board)
  const idle = useIdle()
  const scale = useLegibleType(view)?.mapScale ?? null
  useMarkHydrated()
  useWallKeys(board)
  useSwipe((by) => command({ kind: 'step', by }))
  useKeepOffering(board)

  const map = view.role !== 'evidence' && scale !== null && (
    <WallMap
      basemapVersion={basemapVersion}
      scale={scale}
      onState={setMapState}
      onScale={setMapScale}
      onWorn={() => setWorn(true)}
    />
  )
  return (
    <FreshnessContext value={freshness}>
      <BoardProvider board={caseboard}>
        <WallContext value={board}>
          <LinkVersionContext value={linkVersion}>
            <main
              className={styles.screen}
              data-theme={view.theme}
              data-scene={board.scene?.id}
              data-connection={snapshot === null ? 'away' : 'joined'}
              data-held={state.heldUntil === null ? undefined : ''}
              data-blank={state.blank ? '' : undefined}
              data-idle={idle ? '' : undefined}
              onContextMenu={(event) => event.preventDefault()}
            >
              <WallLayout
                map={map}
                mapScale={mapState === 'ready' ? mapScale : null}
                idle={idle}
                onPresent={() => void openPresenterView(linked.id)}
                onFullScreen={toggleFullScreen}
              />
            </main>
          </LinkVersionContext>
        </WallContext>
      </BoardProvider>
    </FreshnessContext>
  )
}

function reloadReason(serverRelease: string | null, release: string, worn: boolean): ReloadReason | null {
  if (serverRelease !== null && serverRelease !== release) return { kind: 'release', release: serverRelease }
  return worn ? { kind: 'map' } : null
}
