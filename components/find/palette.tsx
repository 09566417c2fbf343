'use client'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useCase } from '@/lib/client/case-context'
import { useFindIndex } from '@/lib/client/find/use-find-index'
import { setHovered } from '@/lib/client/map-commands'
import { clamp } from '@/lib/geo/clamp'
import styles from './palette.module.css'
import { PaletteList } from './palette-list'
import { type PaletteRow, usePaletteGroups } from './use-palette-groups'

interface PaletteProps {
  onClose(): void
}

/** Where a key moves the active line of `count`; null for any other key. */
function movedTo(key: string, active: number, count: number): number | null {
  if (count === 0) return null
  if (key === 'ArrowDown') return (active + 1) % count
  if (key === 'ArrowUp') return (active + count - 1) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}

/**
 * The case's index, opened over it: finds everything as it is typed, and runs commands. A field with a list box: the
 * field keeps the keyboard's focus and says which line of the list is active.
 */
export function Palette({ onClose }: PaletteProps) {
  const t = useTranslations('find')
  const { linked } = useCase()
  const [typed, setTyped] = useState('')
  /** The line that was gone to: what comes above it later does not put another in its place. Null for the first. */
  const [asked, setAsked] = useState<string | null>(null)
  const state = useFindIndex(linked)
  const list = usePaletteGroups(typed, state)
  const rows = list.groups.flatMap((group) => group.rows)
  const goneTo = rows.findIndex(({ key }) => key === asked)
  const active = clamp(goneTo, 0, rows.length - 1)
  const goTo = (index: number) => setAsked(rows[index]?.key ?? null)
  const listId = useId()
  const rowId = (index: number) => `${listId}-${index}`
  const dialogRef = useRef<HTMLDialogElement>(null)
  useEffect(() => dialogRef.current?.showModal(), [])

  const placeId = rows[active]?.placeId ?? null
  useEffect(() => {
    setHovered(placeId)
    return () => setHovered(null)
  }, [placeId])

  // The browser gives the focus back to where it was when the dialog closes, and not when it is merely taken away.
  // Its event comes later: whoever opens the palette anew at once would have it closed again by that.
  const close = () => {
    dialogRef.current?.close()
    onClose()
  }
  const choose = (row: PaletteRow | undefined) => {
    if (row === undefined) return
    close()
    row.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const next = event.shiftKey ? null : movedTo(event.key, active, rows.length)
    if (next !== null) goTo(next)
    else if (event.key === 'Enter') choose(rows[active])
    else if (event.key === 'Escape') close()
    else return
    // Escape would also take the record beside it out of focus.
    event.preventDefault()
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes as well; see the field
    <dialog
      ref={dialogRef}
      aria-label={t('name')}
      className={`${styles.palette} grows`}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && close()}
    >
      <div className={styles.page}>
        <div className={styles.head}>
          <Icon name="searchField" className={styles.glass} />
          <input
            role="combobox"
            className={styles.field}
            aria-label={t('field')}
            aria-expanded={rows.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={rows.length > 0 ? rowId(active) : undefined}
            value={typed}
            placeholder={t('placeholder')}
            autoComplete="off"
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint="go"
            onChange={(event) => {
              setTyped(event.target.value)
              setAsked(null)
            }}
            onKeyDown={onKeyDown}
          />
          <Button className={styles.close} onClick={close}>
            {t('close')}
          </Button>
        </div>
        <PaletteList
          id={listId}
          rowId={rowId}
          typed={typed}
          list={list}
          active={active}
          state={state.is}
          onPoint={goTo}
          onChoose={choose}
        />
      </div>
    </dialog>
  )
}
