'use client'
import { useTranslations } from 'next-intl'
import { useShowCorrections } from '@/components/record-text/record-refs'
import { useDateText } from '@/components/record-text/use-words'
import { Button } from '@/components/ui/button'
import styles from '@/components/ui/corrections.module.css'
import panel from '@/components/ui/panel.module.css'
import { useCase } from '@/lib/client/case-context'
import { useCorrectionsSince } from '@/lib/client/link-version'
import type { CorrectedRecord } from '@/lib/schema/correction'

interface CorrectedLineProps {
  record: CorrectedRecord
  /** On paper nothing can be opened. */
  printed?: boolean
  /** It stands under the notice of what was corrected since the link was made, and does not say that again. */
  underNotice?: boolean
}

/** Says of a record that was corrected since when and what is right, and leads to the entry; newest first. */
export function CorrectedLine({ record, printed = false, underNotice = false }: CorrectedLineProps) {
  const { corrected } = useCase()
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
        <Button className={panel.link} onClick={() => show(id)}>
          {t('on', { date: dateText(date) })}
        </Button>
      )}
      {`: ${right}`}
    </p>
  ))
}

/** On a card in a list: that the record was corrected, and when last. Nothing for the others. */
export function CorrectedSign({ record }: { record: CorrectedRecord }) {
  const { corrected } = useCase()
  const t = useTranslations('corrections')
  const dateText = useDateText()
  const [last] = corrected(record)
  if (last === undefined) return null
  return <span className={panel.small} title={t('on', { date: dateText(last.date) })}>{`\u00a0· ${t('sign')}`}</span>
}
