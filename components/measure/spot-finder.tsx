'use client'
import { useTranslations } from 'next-intl'
import { useDeferredValue, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { Spot } from '@/lib/client/measure/find-spots'
import styles from './measure.module.css'
import { useFindSpots, useSpots } from './use-spots'

interface SpotFinderProps {
  label: string
  onChoose(spot: Spot): void
}

/** A field that finds a place of the case or a name of the map; Enter takes the first. */
export function SpotFinder({ label, onChoose }: SpotFinderProps) {
  const words = useTranslations('layOver.find')
  const [typed, setTyped] = useState('')
  const sought = useDeferredValue(typed)
  const find = useFindSpots(useSpots())
  const found = sought.trim() === '' ? [] : find(sought)
  const field = useId()
  const choose = (spot: Spot) => {
    onChoose(spot)
    setTyped('')
  }
  return (
    <form
      className={styles.finder}
      onSubmit={(event) => {
        event.preventDefault()
        const [first] = find(typed)
        if (first !== undefined) choose(first)
      }}
    >
      <label htmlFor={field}>{label}</label>
      <input
        id={field}
        type="search"
        className={styles.field}
        value={typed}
        placeholder={words('placeholder')}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p role="status" className={found.length > 0 || sought === '' ? 'visually-hidden' : styles.note}>
        {sought !== '' && words('found', { count: found.length })}
      </p>
      {found.length > 0 && (
        <ul>
          {found.map((spot) => (
            <li key={`${spot.kind} ${spot.name} ${spot.at.join()}`}>
              <Button className={styles.spot} onClick={() => choose(spot)}>
                {spot.name} <span className={styles.kind}>{words(`kinds.${spot.kind}`)}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </form>
  )
}
