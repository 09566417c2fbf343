'use client'
import { useTranslations } from 'next-intl'
import { focusOf } from '@/components/record-text/record-refs'
import { useFocusName } from '@/components/record-text/use-focus-name'
import { isPart, useOpenPart, usePartTitle } from '@/components/record-text/use-parts'
import { Button } from '@/components/ui/button'
import panel from '@/components/ui/panel.module.css'
import { RecordLink } from '@/components/ui/record-link'
import type { CorrectedRecord } from '@/lib/schema/correction'

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
      <Button className={panel.link} onClick={() => openPart(part)}>
        {name}
      </Button>
    )
  return (
    focus !== null && (
      <RecordLink focus={focus} look="link">
        {name}
      </RecordLink>
    )
  )
}
