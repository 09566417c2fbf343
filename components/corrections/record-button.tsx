'use client'
import { useTranslations } from 'next-intl'
import { ChooseButton } from '@/components/panels/choose-button'
import panel from '@/components/panels/panel.module.css'
import { useFocusName } from '@/components/panels/use-focus-name'
import { isPart, useOpenPart, usePartTitle } from '@/components/panels/use-parts'
import type { CorrectedRecord } from '@/lib/schema/correction'
import { focusOf } from './record-refs'

/** A button that leads to a corrected record; one that is not in the case any more is named without. */
export function RecordButton({ record }: { record: CorrectedRecord }) {
  const t = useTranslations('corrections')
  const focusName = useFocusName()
  const partTitle = usePartTitle()
  const openPart = useOpenPart()
  const { kind, id } = record
  const part = isPart(kind) ? { kind, id } : null
  const focus = focusOf(record)
  const name = (part && partTitle(part)) ?? (focus && focusName(focus))
  if (name === null) return <span className={panel.quiet}>{t('gone', { name: id })}</span>
  if (part !== null)
    return (
      <button type="button" className={panel.link} onClick={() => openPart(part)}>
        {name}
      </button>
    )
  return (
    focus !== null && (
      <ChooseButton focus={focus} look="link">
        {name}
      </ChooseButton>
    )
  )
}
