'use client'
import { useTranslations } from 'next-intl'
import { Fragment, useDeferredValue, useId, useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { findPlaces } from '@/lib/client/remote/find-places'
import { useRemote } from '@/lib/client/remote/remote-context'
import { namesBeside } from '@/lib/derive/place-names'
import styles from './place-finder.module.css'

/** Finds a place of the case by any of its names and opens its evidence on the wall. */
export function PlaceFinder() {
  const words = useTranslations('remote.find')
  const { linked, opened, command } = useRemote()
  const [typed, setTyped] = useState('')
  const sought = useDeferredValue(typed)
  const found = useMemo(() => findPlaces(linked.places, sought), [linked, sought])
  const field = useId()
  return (
    <div className={styles.page}>
      <OpenedPlace />
      <label htmlFor={field}>{words('search')}</label>
      <input
        id={field}
        type="search"
        className={styles.field}
        value={typed}
        placeholder={words('placeholder')}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="search"
        onChange={(event) => setTyped(event.target.value)}
      />
      <p role="status" className={styles.count}>
        {words('found', { count: found.length })}
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
  const words = useTranslations('remote.find')
  const { opened, command } = useRemote()
  if (opened === null) return null
  return (
    <section aria-label={words('open')} className={styles.opened}>
      <p>
        <span className={styles.kind}>{words('open')}</span>
        {opened.name}
      </p>
      <Button onClick={() => command({ kind: 'select', place: null })}>{words('close')}</Button>
    </section>
  )
}
