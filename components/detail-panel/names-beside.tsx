'use client'
import { useLocale } from 'next-intl'
import panel from '@/components/ui/panel.module.css'
import { useCase } from '@/lib/client/case-context'
import type { LinkedPlace } from '@/lib/derive/linked-case'
import { namesBeside } from '@/lib/derive/place-names'
import styles from './detail-header.module.css'

/** What a place is called in the languages of the case, each said to be what it is where there are several. */
export function NamesBeside({ place }: { place: LinkedPlace }) {
  const { linked } = useCase()
  const locale = useLocale()
  const names = namesBeside(place, linked.placeNames)
  if (names.length === 0) return null
  const languageName = names.length > 1 ? new Intl.DisplayNames(locale, { type: 'language' }) : null
  return (
    <p className={styles.localNames}>
      {names.map(({ text, language }) => (
        <span key={language}>
          <bdi lang={language}>{text}</bdi>
          {languageName !== null && <span className={panel.small}>{` ${languageName.of(language) ?? language}`}</span>}
        </span>
      ))}
    </p>
  )
}
