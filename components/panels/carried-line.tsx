import { useTranslations } from 'next-intl'
import type { Carried } from '@/lib/derive/linked-case'
import panel from './panel.module.css'

/** How many reports carry a record and how many origins they have; quietly marked where all rests on one. */
export function CarriedLine({ carried: { reports, origins } }: { carried: Carried }) {
  const t = useTranslations('origins')
  if (reports === 0) return null
  return <p className={panel.small}>{origins === 1 ? t('one', { reports }) : t('several', { reports, origins })}</p>
}
