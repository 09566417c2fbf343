'use client'
import { useTranslations } from 'next-intl'
import styles from './filter-tool.module.css'

interface OptionRowProps {
  name: string
  count: number
  checked: boolean
  disabled?: boolean
  onToggle(): void
}

/** One option: a box, its name, and how many records it would show. One without any stays in reach: it may be wanted later. */
export function OptionRow({ name, count, checked, disabled = false, onToggle }: OptionRowProps) {
  const t = useTranslations('filter')
  return (
    <label className={styles.option} data-none={count === 0 && !checked ? '' : undefined}>
      <input type="checkbox" className={styles.box} checked={checked} disabled={disabled} onChange={onToggle} />
      <span className={styles.name}>{name}</span>
      <span className={styles.number}>
        <span aria-hidden="true">{count}</span>
        <span className="visually-hidden">, {t('optionCount', { count })}</span>
      </span>
    </label>
  )
}
