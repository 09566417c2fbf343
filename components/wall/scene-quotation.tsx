'use client'
import { useTranslations } from 'next-intl'
import tones from '@/components/panels/tone.module.css'
import { useAttribution } from '@/components/panels/use-attribution'
import { WordingExcerpt } from '@/components/panels/wording'
import type { LinkedQuotation } from '@/lib/derive/linked-case'
import type { LayerColour } from '@/lib/map/layer-table'
import styles from './scene-quotation.module.css'
import { useSourceName } from './scene-source-line'
import { shownRecord } from './scene-sources'

/** Words from which a quotation is set smaller, characters. */
const LONG_WORDS = 120

/** Somebody's words with who said them, where and when, and how another record has them. */
export function SceneQuotation({ quotation, tone }: { quotation: LinkedQuotation; tone: LayerColour }) {
  const words = quotation.passage.exact
  return (
    <figure className={`${styles.quotation} ${tones[tone]}`} data-part="quotation">
      <blockquote className={`${styles.words} ${words.length > LONG_WORDS ? styles.long : ''}`}>{words}</blockquote>
      <figcaption className={styles.caption}>
        <Attribution quotation={quotation} />
        <RecordLine quotation={quotation} />
      </figcaption>
    </figure>
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
    </p>
  )
}

/** Another record's wording where one differs, agreement, or that there is none. */
function RecordLine({ quotation }: { quotation: LinkedQuotation }) {
  const t = useTranslations('quotation')
  const sourceName = useSourceName()
  const chosen = shownRecord(quotation)
  const record = quotation.records[chosen]
  if (record === undefined)
    return quotation.form === 'term' ? null : <p className={styles.line}>{t('notCorroborated')}</p>
  const source = sourceName(record.source)
  return (
    <p className={`${styles.line} ${styles.record}`}>
      {record.status === 'same-words' ? (
        t('sameWords', { source })
      ) : (
        <>
          {t('inAnotherRecord')} <WordingExcerpt runs={quotation.comparisons[chosen] ?? []} words={record.words} />
          {`\u00a0· ${source}`}
        </>
      )}
    </p>
  )
}
