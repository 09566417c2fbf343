'use client'
import { useMemo } from 'react'
import { type Board, BoardProvider } from '@/lib/client/board-provider'
import { LinkVersionContext } from '@/lib/client/link-version'
import { indexCase } from '@/lib/client/reader-board'
import { constantStore } from '@/lib/client/value-store'
import type { RecordQuery } from '@/lib/derive/filter-records'
import type { LinkedCase } from '@/lib/derive/linked-case'
import type { ShownRecords } from '@/lib/derive/shown-records'
import { chooseLayers } from '@/lib/derive/visible-layers'
import type { DrawnOverlays } from '@/lib/map/overlays'
import type { View } from '@/lib/url/view'
import { EvidencePages } from './evidence-pages'
import { MapPage } from './map-page'
import type { Paper } from './paper'
import { PrintBar } from './print-bar'
import styles from './print-screen.module.css'

interface PrintScreenProps {
  linked: LinkedCase
  view: View
  shown: ShownRecords
  sieve: RecordQuery
  /** What is drawn over the map. */
  overlays: DrawnOverlays
  paper: Paper
  /** ms since 1970. */
  drawnAt: number
  /** Of the page's own address. */
  origin: string
}

/** A view on paper: nothing in it can be chosen, so the words' hooks of the reader's page find a board that stands still. */
function stillBoard(linked: LinkedCase, view: View): Board {
  return {
    index: indexCase(linked),
    view: constantStore({ ...view, ...chooseLayers(linked, view.layers) }),
  }
}

/** The map page, then the evidence; on screen, with a bar above that is not printed. */
export function PrintScreen({ linked, view, shown, sieve, overlays, paper, drawnAt, origin }: PrintScreenProps) {
  const linkVersion = useMemo(() => ({ version: view.version, dismiss: () => undefined }), [view])
  const board = useMemo(() => stillBoard(linked, view), [linked, view])
  return (
    <BoardProvider board={board}>
      <LinkVersionContext value={linkVersion}>
        <div className={styles.desk} data-theme="light">
          <PrintBar caseId={linked.id} view={view} paper={paper} />
          <main className={`${styles.sheet} ${styles[paper]}`}>
            <MapPage view={view} shown={shown} sieve={sieve} overlays={overlays} drawnAt={drawnAt} origin={origin} />
            <EvidencePages shown={shown} />
          </main>
        </div>
      </LinkVersionContext>
    </BoardProvider>
  )
}
