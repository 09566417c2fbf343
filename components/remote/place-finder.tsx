'use client'
import { useTranslations } from 'next-intl'
import { Fragment, useDeferredValue, useId, useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useRemote } from '@/lib/client/remote/remote-context'
import type { LinkedPlace } from '@/lib/derive/linked-case'
import { namesBeside } from '@/lib/derive/place-names'
import { spellings } from '@/lib/derive/spellings'
import styles from './time-part.module.css'

type NamedPlace = Pick<LinkedPlace, 'name' | 'localName' | 'otherNames' | 'kind'>

/** 0 where a name is so, 1 where one begins so, 2 where a word in it does, 3 where it stands within, 4 by its kind alone. */
function rank({ name, localName, otherNames, kind }: NamedPlace, sought: readonly string[]): number | null {
  const names = [name, localName?.text ?? '', ...(otherNames ?? []).map(({ text }) => text)].flatMap(spellings)
  const any = (texts: readonly string[], holds: (text: string, part: string) => boolean) =>
    texts.some((text) => sought.some((part) => holds(text, part)))
  const begins = (text: string, part: string) => text.startsWith(part)
  const has = (text: string, part: string) => text.includes(part)
  if (any(names, (text, part) => text === part)) return 0
  if (any(names, begins)) return 1
  if (
    any(
      names.flatMap((text) => text.split(/[\s\-–/(]+/u)),
      begins,
    )
  )
    return 2
  if (any(names, has)) return 3
  return any(spellings(kind), has) ? 4 : null
}

/** Places that `typed` may mean by any of their names, best first and else in their own order; all for an empty field. */
export function findPlaces<T extends NamedPlace>(places: readonly T[], typed: string): T[] {
  const sought = spellings(typed.trim())
  if (sought.includes('')) return [...places]
  return places
    .flatMap((place) => {
      const found = rank(place, sought)
      return found === null ? [] : [{ place, found }]
    })
    .sort((one, other) => one.found - other.found)
    .map(({ place }) => place)
}

/** Finds a place of the case by any of its names and opens its evidence on the wall. */
export function PlaceFinder() {
  const t = useTranslations('remote.find')
  const { linked, opened, command } = useRemote()
  const [typed, setTyped] = useState('')
  const sought = useDeferredValue(typed)
  const found = useMemo(() => findPlaces(linked.places, sought), [linked, sought])
  const field = useId()
  return (
    <div className={styles.placeFinderPage}>
      <OpenedPlace />
      <label htmlFor={field}>{t('search')}</label>
      <input
        id={field}
        type="search"
        className={styles.field}
        value={typed}
        placeholder={t('placeholder')}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="search"
        onChange={(event) => setTyped(event.target.value)}
      />
      <p role="status" className={styles.count}>
        {t('found', { count: found.length })}
      </p>
      <ul className={styles.places}>
        {found.map(({ id, name, kind, ...names }) => (
          <li key={id}>
            <Button
              className={styles.place}
              aria-current={id === opened?.id ? 'true' : undefined}
              onClick={() => command({ kind: 'select', place: id })}
            >
              <span>
                {name}
                {namesBeside(names, linked.placeNames).map(({ text, language }) => (
                  <Fragment key={language}>
                    {' '}
                    <bdi lang={language} className={styles.local}>
                      {text}
                    </bdi>
                  </Fragment>
                ))}
              </span>
              <span className={styles.kind}>{kind}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function OpenedPlace() {
  const t = useTranslations('remote.find')
  const { opened, command } = useRemote()
  if (opened === null) return null
  return (
    <section aria-label={t('open')} className={styles.opened}>
      <p>
        <span className={styles.kind}>{t('open')}</span>
        {opened.name}
      </p>
      <Button onClick={() => command({ kind: 'select', place: null })}>{t('close')}</Button>
    </section>
  )
}
