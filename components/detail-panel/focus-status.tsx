'use client'
import { useTranslations } from 'next-intl'
import { useFocusName } from '@/components/record-text/use-focus-name'
import { useFocus } from '@/lib/client/view-context'

/** Says to a screen reader what the detail panel shows now. Always in the page: a live region must precede its words. */
export function FocusStatus() {
  const focus = useFocus()
  const t = useTranslations('panel')
  const nameOf = useFocusName()
  const name = focus === null ? null : nameOf(focus)
  return (
    <p role="status" className="visually-hidden">
      {name === null ? '' : t('showing', { name })}
    </p>
  )
}
