'use client'
import { useTranslations } from 'next-intl'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { useFocusName } from './use-focus-name'

/** Says to a screen reader what the detail panel shows now. Always in the page: a live region must precede its words. */
export function FocusStatus() {
  const { view } = useCaseboard()
  const t = useTranslations('panel')
  const nameOf = useFocusName()
  const name = view.focus === null ? null : nameOf(view.focus)
  return (
    <p role="status" className="visually-hidden">
      {name === null ? '' : t('showing', { name })}
    </p>
  )
}
