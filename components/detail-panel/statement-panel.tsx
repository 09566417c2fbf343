'use client'
import { useTranslations } from 'next-intl'
import { accentOf } from '@/components/record-text/record-colour'
import { PassageView } from '@/components/records/passage-view'
import { SourceLine } from '@/components/records/source-line'
import { StatementCard } from '@/components/records/statement-card'
import { WhatRestsSection } from '@/components/records/what-rests'
import colours from '@/components/ui/colour.module.css'
import panel from '@/components/ui/panel.module.css'
import { PanelSection } from '@/components/ui/panel-section'
import { Rest } from '@/components/ui/rest'
import { useCase } from '@/lib/client/case-context'
import type { LinkedStatement } from '@/lib/derive/linked-case'
import { AboutSections } from './about-sections'

/** A statement that is not in the speaker's own words: our sentence, the passage that it stands on, other reports of it. */
export function StatementPanel({ statement }: { statement: LinkedStatement }) {
  const index = useCase()
  const t = useTranslations('statement')
  return (
    <div className={colours[accentOf(index, statement.about)]}>
      <StatementCard statement={statement} size="large" />
      <p className={panel.small}>{t('ours')}</p>
      <Rest>
        <PassageView passage={statement.passage} note={statement.note} />
        {statement.records.length > 0 && (
          <PanelSection title={t('records')} count={statement.records.length}>
            <ul className={`${panel.list} ${panel.ruled} ${panel.spaced}`}>
              {statement.records.map(({ source, words }) => (
                <li key={`${source} ${words}`}>
                  <p className={panel.prose}>{words}</p>
                  <SourceLine id={source} />
                </li>
              ))}
            </ul>
          </PanelSection>
        )}
        <AboutSections about={statement.about} event={statement.event} />
        <WhatRestsSection of={{ kind: 'statement', id: statement.id }} />
      </Rest>
    </div>
  )
}
