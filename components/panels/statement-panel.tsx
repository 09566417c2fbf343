'use client'
import { useTranslations } from 'next-intl'
import { useCaseboard } from '@/lib/client/caseboard-context'
import type { LinkedStatement } from '@/lib/derive/linked-case'
import { AboutSections } from './about-sections'
import panel from './panel.module.css'
import { PanelSection } from './panel-section'
import { PassageView } from './passage-view'
import { accentOf } from './place-tone'
import { SourceLine } from './source-line'
import { StatementCard } from './statement-card'
import tones from './tone.module.css'
import { WhatRestsSection } from './what-rests'

/** A statement that is not in the speaker's own words: our sentence, the passage that it stands on, other reports of it. */
export function StatementPanel({ statement }: { statement: LinkedStatement }) {
  const index = useCaseboard()
  const t = useTranslations('statement')
  return (
    <div className={tones[accentOf(index, statement.about)]}>
      <StatementCard statement={statement} size="large" />
      <p className={panel.small}>{t('ours')}</p>
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
    </div>
  )
}
