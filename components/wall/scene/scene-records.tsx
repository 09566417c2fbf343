'use client'
import { useTranslations } from 'next-intl'
import { useAttribution } from '@/components/record-text/use-names'
import { useAsOfText, useFigureText, useSaysText, useStatusText } from '@/components/record-text/use-words'
import { OneOriginNote } from '@/components/records/one-origin'
import { WordingExcerpt } from '@/components/records/wording'
import colours from '@/components/ui/colour.module.css'
import { useCase } from '@/lib/client/case-context'
import { isUnproven } from '@/lib/derive/figure-words'
import type { LinkedFigure, LinkedQuotation } from '@/lib/derive/linked-case'
import { pickWordings, rankWordings, type Wording } from '@/lib/derive/rank-wordings'
import type { Hue } from '@/lib/schema/plain-values'
import styles from './scene-records.module.css'
import { usePublisherAndDate } from './scene-sources'

/** One number, large: its hedge and unit, what it counts, who says so, how sure it is, as of when. Open where unproven. */
export function SceneFigure({ figure, colour }: { figure: LinkedFigure; colour: Hue }) {
  const { qualifier, lead, numeral, unit } = useFigureText()(figure)
  const before = [qualifier, lead].filter((part) => part !== '').join(' ')
  const statusText = useStatusText()
  const asOfText = useAsOfText()
  const saysText = useSaysText()
  const unproven = isUnproven(figure)
  return (
    <div className={`${styles.figure} ${colours[colour]}`} data-part="numbers">
      <p className={styles.number}>
        {before !== '' && `${before} `}
        <span className={`${styles.numeral} ${unproven ? styles.open : ''}`}>{numeral}</span>
        {unit !== '' && ` ${unit}`}
      </p>
      <p className={styles.counts}>
        {figure.counts}, {saysText(figure)}
      </p>
      <p className={styles.meta}>
        <span className={unproven ? styles.doubt : styles.status}>{statusText(figure)}</span>
        {figure.origins === 1 && '\u00a0· '}
        <OneOriginNote carried={figure} />
        {'\u00a0· '}
        {asOfText(figure)}
      </p>
    </div>
  )
}

/** Words from which a quotation is set smaller, characters. */
const LONG_WORDS = 120

/** Somebody's words with who said them, where and when, and how another record has them. */
export function SceneQuotation({ quotation, colour }: { quotation: LinkedQuotation; colour: Hue }) {
  const { source } = useCase()
  const shown = pickWordings(rankWordings(quotation, source))
  // Two wordings stand as equals: what is too long for one is too long for both.
  const long = shown.some(({ words }) => words.length * shown.length > LONG_WORDS)
  return (
    <figure className={`${styles.quotation} ${colours[colour]}`} data-part="quotation">
      {shown.map((wording) => (
        <OneWording
          key={`${wording.source} ${wording.record}`}
          quotation={quotation}
          wording={wording}
          long={long}
          labelled={shown.length > 1}
        />
      ))}
      <figcaption className={styles.caption}>
        <Attribution quotation={quotation} />
        <RecordLine quotation={quotation} />
      </figcaption>
    </figure>
  )
}

interface OneWordingProps {
  quotation: LinkedQuotation
  wording: Wording
  long: boolean
  labelled: boolean
}

/** One wording of the words; beside another it says whose it is. */
function OneWording({ quotation, wording: { record, words, source, garbled }, long, labelled }: OneWordingProps) {
  const t = useTranslations('quotation')
  const sourceName = usePublisherAndDate()
  return (
    <>
      <blockquote className={`${styles.words} ${long ? styles.sceneQuotationLong : ''}`}>
        {record === null ? words : <WordingExcerpt runs={quotation.comparisons[record] ?? []} words={words} />}
      </blockquote>
      {labelled && (
        <p className={styles.whose}>
          {sourceName(source)}
          {record === null && `\u00a0· ${t(garbled ? 'garbledCopy' : 'reportWording')}`}
        </p>
      )}
    </>
  )
}

function Attribution({ quotation }: { quotation: LinkedQuotation }) {
  const t = useTranslations('quotation')
  const { speaker, side, whereAndWhen } = useAttribution(quotation)
  return (
    <p className={styles.line}>
      {quotation.form === 'term' && t('term')}
      {speaker !== undefined && (
        <>
          <strong className={styles.speaker}>{speaker.name}</strong>
          {`, ${speaker.role}`}
          {side !== undefined && (
            <>
              {'\u00a0· '}
              <span className={styles.side}>{side}</span>
            </>
          )}
        </>
      )}
      {whereAndWhen !== '' && (
        <>
          {'\u00a0· '}
          <span className={styles.when}>{whereAndWhen}</span>
        </>
      )}
      {quotation.origins === 1 && '\u00a0· '}
      <OneOriginNote carried={quotation} />
    </p>
  )
}

/** Agreement of another record, that it was looked for in vain, or that nobody has compared it; nothing beside two wordings. */
function RecordLine({ quotation: { records, notFoundIn = [], corroboration } }: { quotation: LinkedQuotation }) {
  const t = useTranslations('quotation')
  const sourceName = usePublisherAndDate()
  if (corroboration.includes('differs')) return null
  const same = records.find(({ status }) => status === 'same-words')
  const [looked] = notFoundIn
  const line =
    same !== undefined
      ? t('sameWords', { source: sourceName(same.source) })
      : looked !== undefined
        ? t('notFound', { source: sourceName(looked.source) })
        : corroboration.includes('not-compared') && t('notCompared')
  return line === false ? null : <p className={styles.line}>{line}</p>
}
