'use client'
import { useTranslations } from 'next-intl'
import { accentOf } from '@/components/record-text/record-colour'
import { useDateText } from '@/components/record-text/use-words'
import { CarriedDetails } from '@/components/records/carried-line'
import { EvidenceSection } from '@/components/records/evidence-section'
import { OtherWordings } from '@/components/records/other-wordings'
import { PassageView } from '@/components/records/passage-view'
import { QuotationCard } from '@/components/records/quotation-card'
import { SourceLine } from '@/components/records/source-line'
import { StatementCard } from '@/components/records/statement-card'
import { WhatRestsSection } from '@/components/records/what-rests'
import { howWorded } from '@/components/records/wording-excerpt'
import { CiteQuotation } from '@/components/share/cite'
import colours from '@/components/ui/colour.module.css'
import { Rest } from '@/components/ui/deferred-part'
import panel from '@/components/ui/panel.module.css'
import { PanelSection } from '@/components/ui/panel-section'
import { useCase } from '@/lib/client/case-context'
import { asSaying } from '@/lib/derive/group-sayings'
import type { LinkedQuotation, LinkedStatement } from '@/lib/derive/linked-case'
import { AboutSections } from './about-sections'
import styles from './detail-panel.module.css'

/** A quotation: the words large, their passage in the report, how other records have them, what they are about. */
export function QuotationPanel({ quotation }: { quotation: LinkedQuotation }) {
  const index = useCase()
  const checked = quotation.corroboration.length > 0
  return (
    <div className={colours[accentOf(index, quotation.about)]}>
      <QuotationCard quotation={quotation} size="large" />
      <Rest>
        <div className={styles.underWords}>
          <OtherWordings saying={asSaying(quotation, index.source)} all />
          <CarriedDetails record={quotation} />
        </div>
        <PassageView passage={quotation.passage} note={quotation.note} />
        {checked && <OtherRecords quotation={quotation} />}
        <AboutSections about={quotation.about} event={quotation.event} />
        <WhatRestsSection of={{ kind: 'quotation', id: quotation.id }} />
        <CiteQuotation quotation={quotation} />
      </Rest>
    </div>
  )
}

function OtherRecords({ quotation }: { quotation: LinkedQuotation }) {
  const t = useTranslations('quotation')
  const dateText = useDateText()
  return (
    <PanelSection title={t('otherRecords')} count={quotation.records.length}>
      {quotation.records.length === 0 && <Unmatched quotation={quotation} />}
      <ul className={`${panel.list} ${panel.ruled} ${panel.spaced}`}>
        {quotation.records.map((record, index) => (
          <li key={`${record.source} ${record.words}`}>
            <p className={panel.prose}>
              {t(howWorded(record.status, quotation.comparisons[index] ?? []))}
              {record.date !== undefined && <span className={panel.quiet}>{` · ${dateText(record.date)}`}</span>}
            </p>
            {record.note !== undefined && <p className={panel.prose}>{record.note}</p>}
            <SourceLine id={record.source} />
          </li>
        ))}
      </ul>
    </PanelSection>
  )
}

/** What is known of words that no record held here has: where they were looked for, or that nobody has yet. */
function Unmatched({ quotation: { notFoundIn = [] } }: { quotation: LinkedQuotation }) {
  const t = useTranslations('quotation')
  if (notFoundIn.length === 0)
    return (
      <p className={panel.prose}>
        {t('notCompared')}. <span className={panel.quiet}>{t('notComparedExplained')}</span>
      </p>
    )
  return (
    <>
      <p className={panel.prose}>{t('noRecords')}</p>
      <ul className={panel.list}>
        {notFoundIn.map(({ source, note }) => (
          <li key={source}>
            {note !== undefined && <p className={panel.prose}>{note}</p>}
            <SourceLine id={source} />
          </li>
        ))}
      </ul>
    </>
  )
}

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
        <EvidenceSection of={{ kind: 'statement', id: statement.id }} />
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
