'use client'
import { useTranslations } from 'next-intl'
import panel from '@/components/panels/panel.module.css'
import { useDateText } from '@/components/panels/use-words'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { useCorrectionsSince } from '@/lib/client/link-version'
import type { CorrectedRecord } from '@/lib/schema/correction'
import styles from './corrections.module.css'
import { useShowCorrections } from './use-show-corrections'

interface CorrectedLineProps {
  record: CorrectedRecord
  /** On paper nothing can be opened. */
  printed?: boolean
  /** It stands under the notice of what was corrected since the link was made, and does not say that again. */
  underNotice?: boolean
}

/** Says of a record that was corrected since when and what is right, and leads to the entry; newest first. */
export function CorrectedLine({ record, printed = false, underNotice = false }: CorrectedLineProps) {
  const { corrected } = useCaseboard()
  const t = useTranslations('corrections')
  const dateText = useDateText()
  const show = useShowCorrections()
  const since = useCorrectionsSince()
  const said = corrected(record).filter((correction) => !underNotice || !since.includes(correction))
  return said.map(({ id, date, right }) => (
    <p key={id} className={`${panel.small} ${styles.line}`}>
      {printed ? (
        t('on', { date: dateText(date) })
      ) : (
        <button type="button" className={panel.link} onClick={() => show(id)}>
          {t('on', { date: dateText(date) })}
        </button>
      )}
      {`: ${right}`}
    </p>
  ))
}

/** On a card in a list: that the record was corrected, and when last. Nothing for the others. */
export function CorrectedSign({ record }: { record: CorrectedRecord }) {
  const { corrected } = useCaseboard()
  const t = useTranslations('corrections')
  const dateText = useDateText()
  const [last] = corrected(record)
  if (last === undefined) return null
  return <span className={panel.small} title={t('on', { date: dateText(last.date) })}>{`\u00a0· ${t('sign')}`}</span>
}
