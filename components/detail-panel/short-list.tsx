'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import panel from '@/components/ui/panel.module.css'

/** The first few of a list, and the button that shows the others: a panel is read from its top, and is long enough. */
export function useShortList<T>(items: readonly T[], first: number): { shown: readonly T[]; more: ReactNode } {
  const t = useTranslations('panel')
  const [isWhole, setWhole] = useState(false)
  // One more is shown rather than hidden behind a button that takes its place.
  if (isWhole || items.length <= first + 1) return { shown: items, more: null }
  const more = (
    <Button className={panel.link} onClick={() => setWhole(true)}>
      {t('more', { count: items.length - first })}
    </Button>
  )
  return { shown: items.slice(0, first), more }
}

interface ShortListProps<T> {
  items: readonly T[]
  first: number
  keyOf(item: T): string
  children(item: T): ReactNode
  className: string
}

/** Such a list of which each entry is rendered by itself. */
export function ShortList<T>({ items, first, keyOf, children, className }: ShortListProps<T>) {
  const { shown, more } = useShortList(items, first)
  return (
    <>
      <ul className={className}>
        {shown.map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
      {more}
    </>
  )
}
