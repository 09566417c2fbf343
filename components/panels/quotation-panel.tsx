'use client'
import { useTranslations } from 'next-intl'
import { CiteQuotation } from '@/components/share/cite'
import { useCaseboard } from '@/lib/client/caseboard-context'
import type { LinkedQuotation } from '@/lib/derive/linked-case'
import { AboutSections } from './about-sections'
import panel from './panel.module.css'
import { PanelSection } from './panel-section'
import { PassageView } from './passage-view'
import { accentOf } from './place-tone'
import { QuotationCard } from './quotation-card'
import styles from './quotation-panel.module.css'
import { SourceLine } from './source-line'
import tones from './tone.module.css'
import { useDateText } from './use-words'
import { WhatRestsSection } from './what-rests'
import { WholeWording } from './wording'
import { howWorded } from './wording-excerpt'

/** A quotation: the words large, their passage in the report, how other records have them, what they are about. */
export function QuotationPanel({ quotation }: { quotation: LinkedQuotation }) {
  const index = useCaseboard()
  const checked = quotation.corroboration.length > 0
  return (
    <div className={tones[accentOf(index, quotation.about)]}>
      <QuotationCard quotation={quotation} size="large" />
      <PassageView passage={quotation.passage} note={quotation.note} />
      <CiteQuotation quotation={quotation} />
      {checked && <OtherRecords quotation={quotation} />}
      <AboutSections about={quotation.about} event={quotation.event} />
      <WhatRestsSection of={{ kind: 'quotation', id: quotation.id }} />
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
            <Wordings quotation={quotation} index={index} />
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

/** Both wordings of one record, ours only where it differs. */
export function Wordings({ quotation, index }: { quotation: LinkedQuotation; index: number }) {
  const t = useTranslations('quotation')
  const record = quotation.records[index]
  const runs = quotation.comparisons[index]
  if (record === undefined) return null
  const differs = record.status === 'differs' && runs !== undefined
  return (
    <dl className={styles.wordings}>
      {differs && (
        <>
          <dt>{t('here')}</dt>
          <dd>
            <WholeWording runs={runs} words={record.words} side="ours" />
          </dd>
        </>
      )}
      <dt>{t('there')}</dt>
      <dd>
        <WholeWording
          runs={differs ? runs : [{ kind: 'same', text: record.words }]}
          words={record.words}
          side="theirs"
        />
      </dd>
    </dl>
  )
}
