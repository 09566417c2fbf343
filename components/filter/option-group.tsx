'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useOptionName, useOtherNames } from '@/components/record-text/use-filter-text'
import { Button } from '@/components/ui/button'
import tool from '@/components/ui/tool.module.css'
import type { OptionFacet } from '@/lib/derive/count-options'
import { isSpeltIn } from '@/lib/derive/spellings'
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

/** As many options are seen at once; a few more than that are not worth hiding. */
const FEW = 6
const MANY = 9

interface OptionGroupProps {
  facet: OptionFacet
  options: readonly string[]
  chosen: readonly string[]
  /** How much of the whole case an option has: of many, those with most are seen first, whatever is asked for. */
  weigh(option: string): number
  count(option: string): number
  onToggle(option: string): void
  /** How many may be chosen at once: with so many, no other can be. */
  most?: number
  note?: string | null
}

/** The options of one facet; where they are many, the weightiest and those chosen, and a field to narrow them all. */
export function OptionGroup({
  facet,
  options,
  chosen,
  weigh,
  count,
  onToggle,
  most = Number.POSITIVE_INFINITY,
  note = null,
}: OptionGroupProps) {
  const t = useTranslations('filter')
  const optionName = useOptionName()
  const otherNames = useOtherNames()
  const [typed, setTyped] = useState('')
  const [all, setAll] = useState(false)
  const many = options.length > MANY
  const named = options.map((id) => ({ id, name: optionName(facet, id) }))
  if (many) named.sort((a, b) => a.name.localeCompare(b.name, 'en'))
  const weightiest = options.toSorted((a, b) => weigh(b) - weigh(a)).slice(0, FEW)
  const wanted = typed.trim()
  const seen = named.filter(({ id, name }) => {
    if (wanted !== '') return isSpeltIn([name, ...otherNames(facet, id)], wanted)
    return !many || all || weightiest.includes(id) || chosen.includes(id)
  })
  const full = chosen.length >= most
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t(`facets.${facet}`)}</legend>
      {many && (
        <input
          type="search"
          className={`${tool.field} ${styles.narrow}`}
          placeholder={t('narrow')}
          aria-label={`${t(`facets.${facet}`)}: ${t('narrow')}`}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      )}
      {many && (
        <p role="status" className={wanted !== '' && seen.length === 0 ? styles.note : 'visually-hidden'}>
          {wanted === '' ? '' : t('narrowed', { count: seen.length })}
        </p>
      )}
      {seen.map(({ id, name }) => (
        <OptionRow
          key={id}
          name={name}
          count={count(id)}
          checked={chosen.includes(id)}
          disabled={full && !chosen.includes(id)}
          onToggle={() => onToggle(id)}
        />
      ))}
      {many && wanted === '' && (
        <Button className={styles.all} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('fewer') : t('all', { count: options.length })}
        </Button>
      )}
      {full && (
        <p role="status" className={styles.note}>
          {t('most', { count: most })}
        </p>
      )}
      {note !== null && <p className={styles.note}>{note}</p>}
    </fieldset>
  )
}
