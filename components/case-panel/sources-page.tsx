'use client'
import { useTranslations } from 'next-intl'
import { CorrectedLine } from '@/components/records/corrected-line'
import { SourceLine, SourceMissing } from '@/components/records/source-line'
import { WhatRests } from '@/components/records/what-rests'
import panel from '@/components/ui/panel.module.css'
import { useCase } from '@/lib/client/case-context'
import { hasActiveFilters } from '@/lib/client/filter-actions'
import { useRequestedEntry } from '@/lib/client/reveal-requests'
import { useVisible } from '@/lib/client/visible-context'
import { attributionOf } from '@/lib/derive/linked-case'
import { findSources, findVisible } from '@/lib/derive/visible-records'
import { VisibleList } from './visible-list'

/** Every document that something comes from; while something is asked for, those that what is shown comes from. */
export function SourcesPage() {
  const { linked, source } = useCase()
  const shown = useVisible()
  const { records, query } = shown
  const t = useTranslations('panel')
  const tRests = useTranslations('rests')
  const tPage = useTranslations('page')
  const found = hasActiveFilters(query) ? findSources(linked, shown) : null
  const { askedRef, askedId: asked } = useRequestedEntry('source')
  const askedId = asked !== null && source(asked) !== undefined ? asked : null
  const items = linked.sources.filter(({ id }) => found?.has(id) ?? true)
  const row = (id: string) => (
    <li key={id} {...(id === askedId ? { ref: askedRef, tabIndex: -1 } : {})}>
      <SourceLine id={id} full="screen" />
      <CorrectedLine record={{ kind: 'source', id }} />
      <SourceMissing id={id} />
      <WhatRests of={{ kind: 'source', id }} summary={tRests('title')} />
    </li>
  )
  const isApart = askedId !== null && found !== null && !found.has(askedId)
  const list = `${panel.list} ${panel.ruled} ${panel.spaced}`
  return (
    <>
      {isApart && (
        <>
          <p className={panel.quiet}>{t('sourceApart')}</p>
          <ul className={list}>{row(askedId)}</ul>
        </>
      )}
      <VisibleList
        kind="source"
        items={items}
        total={linked.sources.length}
        intro={t('sourcesIntro', { count: linked.sources.length })}
        reach={items.findIndex(({ id }) => id === askedId) + 1}
        count={(without) => findSources(linked, findVisible(records, query, without)).size}
      >
        {(part) => <ul className={list}>{part.map(({ id }) => row(id))}</ul>}
      </VisibleList>
      <p className={panel.prose}>{t('mapData', { attribution: attributionOf(linked, tPage('attribution')) })}</p>
    </>
  )
}
