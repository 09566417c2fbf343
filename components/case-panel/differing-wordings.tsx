'use client'
import { useTranslations } from 'next-intl'
import { accentOf } from '@/components/record-text/record-colour'
import { useAttribution } from '@/components/record-text/use-names'
import { useDateText } from '@/components/record-text/use-words'
import { OneOrigin, OneOriginNote } from '@/components/records/one-origin'
import { QuotationPassageButton } from '@/components/records/passage-view'
import { SourceTitle } from '@/components/records/source-line'
import { Wordings } from '@/components/records/wording'
import { howWorded } from '@/components/records/wording-excerpt'
import colours from '@/components/ui/colour.module.css'
import panel from '@/components/ui/panel.module.css'
import { PanelSection } from '@/components/ui/panel-section'
import { RecordLink } from '@/components/ui/record-link'
import { useCase } from '@/lib/client/case-context'
import { requestPassage } from '@/lib/client/reveal-requests'
import type { VisibleDifferences } from '@/lib/derive/find-differences'
import type { LinkedQuotation, WordingRun } from '@/lib/derive/linked-case'
import { shorten } from '@/lib/derive/shorten'

/**
 * Quotations that another record has in other words, both wordings under each other; those that were looked for and not
 * found; and those that nobody has compared yet.
 */
export function DifferingWordings({ differing, notFound, notCompared }: Omit<VisibleDifferences, 'questions'>) {
  const t = useTranslations('differences')
  return (
    <>
      {differing.length > 0 && (
        <PanelSection title={t('wordings')} count={differing.length}>
          <p className={panel.quiet}>{t('wordingsIntro')}</p>
          <ul className={`${panel.list} ${panel.ruled} ${panel.spaced}`}>
            {differing.map((quotation) => (
              <li key={quotation.id}>
                <DifferingQuotation quotation={quotation} />
              </li>
            ))}
          </ul>
        </PanelSection>
      )}
      <Alone title={t('notFound')} intro={t('notFoundIntro')} quotations={notFound} />
      <Alone title={t('notCompared')} intro={t('notComparedIntro')} quotations={notCompared} />
    </>
  )
}

function Alone({ title, intro, quotations }: { title: string; intro: string; quotations: readonly LinkedQuotation[] }) {
  if (quotations.length === 0) return null
  return (
    <PanelSection title={title} count={quotations.length}>
      <p className={panel.quiet}>{intro}</p>
      <ul className={panel.list}>
        {quotations.map((quotation) => (
          <li key={quotation.id}>
            <LoneQuotation quotation={quotation} />
          </li>
        ))}
      </ul>
    </PanelSection>
  )
}

function DifferingQuotation({ quotation }: { quotation: LinkedQuotation }) {
  const index = useCase()
  const dateText = useDateText()
  const { speaker, whereAndWhen } = useAttribution(quotation)
  return (
    <div className={colours[accentOf(index, quotation.about)]}>
      <p className={panel.prose}>
        {speaker !== undefined && (
          <RecordLink focus={{ kind: 'speaker', id: speaker.id }} look="link">
            <strong>{speaker.name}</strong>
          </RecordLink>
        )}
        <span className={panel.quiet}>{whereAndWhen !== '' && `, ${whereAndWhen}`} · </span>
        {quotation.origins === 1 && (
          <>
            <OneOriginNote carried={quotation} />
            {'\u00a0· '}
          </>
        )}
        <QuotationPassageButton quotation={quotation} />
      </p>
      {quotation.records.map(
        (record, at) =>
          record.status === 'differs' && (
            <div key={`${record.source} ${record.words}`}>
              <Wordings quotation={quotation} index={at} />
              <WordingNote record={record} runs={quotation.comparisons[at] ?? []} />
              <p className={panel.small}>
                <SourceTitle id={record.source} />
                {record.date !== undefined && ` · ${dateText(record.date)}`}
              </p>
            </div>
          ),
      )}
    </div>
  )
}

/** What the two wordings do not show by themselves: that only marks differ, and what was noted of the record. */
function WordingNote({ record, runs }: { record: LinkedQuotation['records'][number]; runs: readonly WordingRun[] }) {
  const t = useTranslations('quotation')
  return (
    <>
      {howWorded(record.status, runs) === 'marksDiffer' && <p className={panel.prose}>{t('marksDiffer')}</p>}
      {record.note !== undefined && <p className={panel.prose}>{record.note}</p>}
    </>
  )
}

/** Longest stretch of a quotation that a row of a list has, characters. */
const ROW_LENGTH = 90

function LoneQuotation({ quotation }: { quotation: LinkedQuotation }) {
  const { speaker } = useAttribution(quotation)
  const words = quotation.passage.exact
  return (
    <RecordLink
      focus={{ kind: 'quotation', id: quotation.id }}
      look="row"
      onChoose={() => requestPassage(quotation.passage)}
    >
      <span>“{shorten(words, ROW_LENGTH)}”</span>
      <span className={panel.small}>
        {speaker?.name} <OneOrigin carried={quotation} />
      </span>
    </RecordLink>
  )
}
