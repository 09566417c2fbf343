'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { Button } from '@/components/ui/button'
import { type Board, BoardProvider } from '@/lib/client/board-actions'
import { LinkVersionContext } from '@/lib/client/link-version'
import { indexCase } from '@/lib/client/reader-board'
import { constantStore } from '@/lib/client/value-store'
import type { RecordQuery } from '@/lib/derive/filter-records'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { chooseLayers } from '@/lib/derive/visible-layers'
import type { VisibleRecords } from '@/lib/derive/visible-records'
import type { DrawnOverlays } from '@/lib/map/overlays'
import { addressBelow } from '@/lib/url/base-path'
import { type Paper, papers } from '@/lib/url/still-map-address'
import type { View } from '@/lib/url/view'
import { writeView } from '@/lib/url/view-codec'
import { EvidencePages } from './evidence-pages'
import { MapPage } from './map-page'
import styles from './print-screen.module.css'

/** What stands above the sheet on screen: the paper to choose, and the button that prints. */
function PrintBar({ caseId, view, paper }: { caseId: string; view: View; paper: Paper }) {
  const t = useTranslations('print')
  const query = writeView(view)
  return (
    <nav aria-label={t('name')} className={styles.bar}>
      <a href={addressBelow(`/cases/${caseId}${query}`)}>{t('back')}</a>
      <span className={styles.papers}>
        {papers.map((each) => (
          <a
            key={each}
            href={addressBelow(`/print/${caseId}${query === '' ? '?' : `${query}&`}paper=${each}`)}
            aria-current={each === paper ? 'page' : undefined}
          >
            {t(`papers.${each}`)}
          </a>
        ))}
      </span>
      <Button onClick={() => window.print()}>{t('print')}</Button>
    </nav>
  )
}

interface PrintScreenProps {
  linked: LinkedCase
  view: View
  shown: VisibleRecords
  query: RecordQuery
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
export function PrintScreen({ linked, view, shown, query, overlays, paper, drawnAt, origin }: PrintScreenProps) {
  const linkVersion = useMemo(() => ({ version: view.version, dismiss: () => undefined }), [view])
  const board = useMemo(() => stillBoard(linked, view), [linked, view])
  return (
    <BoardProvider board={board}>
      <LinkVersionContext value={linkVersion}>
        <div className={styles.desk} data-theme="light">
          <PrintBar caseId={linked.id} view={view} paper={paper} />
          <main className={`${styles.sheet} ${styles[paper]}`}>
            <MapPage view={view} shown={shown} query={query} overlays={overlays} drawnAt={drawnAt} origin={origin} />
            <EvidencePages shown={shown} />
          </main>
        </div>
      </LinkVersionContext>
    </BoardProvider>
  )
}
