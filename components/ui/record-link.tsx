'use client'
import type { ComponentProps, ReactNode } from 'react'
import { useActions } from '@/lib/client/board-actions'
import { useCase } from '@/lib/client/case-context'
import { setHovered } from '@/lib/client/map-commands'
import { useIsSelected } from '@/lib/client/view-context'
import type { Focus } from '@/lib/url/view'
import styles from './panel.module.css'

interface SelectButtonProps extends ComponentProps<'button'> {
  /** The record that it stands for. */
  of: Focus
}

/** A button that says whether its record is selected. Of a list only this renders when another one is. */
export function SelectButton({ of, ...button }: SelectButtonProps) {
  return <button type="button" aria-current={useIsSelected(of) ? 'true' : undefined} {...button} />
}

interface RecordLinkProps {
  focus: Focus
  /** `row` fills a line of a list, `link` stands in running words. */
  look: 'row' | 'link'
  className?: string | undefined
  /** Called before the record comes into focus. */
  onChoose?(): void
  children: ReactNode
}

/** A button that brings a record into focus; a place's is highlighted on the map while pointed at or focused. */
export function RecordLink({ focus, look, className, onChoose, children }: RecordLinkProps) {
  const { choose } = useActions()
  const isSelected = useIsSelected(focus)
  const isPlace = focus.kind === 'place'
  const point = isPlace ? () => setHovered(focus.id) : undefined
  const leave = isPlace ? () => setHovered(null) : undefined
  return (
    <button
      type="button"
      aria-current={isSelected ? 'true' : undefined}
      className={`${styles[look]} ${className ?? ''}`}
      onClick={() => {
        // The button may be gone afterwards, and then no pointer ever leaves it.
        leave?.()
        onChoose?.()
        choose(focus)
      }}
      onPointerEnter={point}
      onPointerLeave={leave}
      onFocus={point}
      onBlur={leave}
    >
      {children}
    </button>
  )
}

/** The names of places as a line of buttons; ids without a record are left to the notice of what was set aside. */
export function PlaceButtons({ ids }: { ids: readonly string[] }) {
  const { place } = useCase()
  const places = ids.map(place).filter((found) => found !== undefined)
  return (
    <ul className={styles.chips}>
      {places.map(({ id, name }) => (
        <li key={id}>
          <RecordLink focus={{ kind: 'place', id }} look="link">
            {name}
          </RecordLink>
        </li>
      ))}
    </ul>
  )
}

/** The names of people and bodies as a line of buttons. */
export function SpeakerButtons({ ids }: { ids: readonly string[] }) {
  const { actor } = useCase()
  const actors = ids.map(actor).filter((found) => found !== undefined)
  return (
    <ul className={styles.chips}>
      {actors.map(({ id, name }) => (
        <li key={id}>
          <RecordLink focus={{ kind: 'speaker', id }} look="link">
            {name}
          </RecordLink>
        </li>
      ))}
    </ul>
  )
}
