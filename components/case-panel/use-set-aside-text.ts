import { useTranslations } from 'next-intl'
import { useCase } from '@/lib/client/case-context'

/** How many records were set aside, and how many files are shown as they were last read. */
export function useSetAsideText(): string {
  const { setAside } = useCase().linked
  const t = useTranslations('panel')
  const files = new Set(setAside.filter(({ kept }) => kept === true).map(({ file }) => file)).size
  const records = setAside.filter(({ kept }) => kept !== true).length
  const parts = [
    records > 0 ? t('setAside', { count: records }) : '',
    files > 0 ? t('filesKept', { count: files }) : '',
  ]
  return parts.filter((part) => part !== '').join('; ')
}
