'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { Button } from '@/components/ui/button'
import { isolate } from '@/lib/derive/isolate'
import { recordTitle } from '@/lib/edit/record-title'
import { kindOfFile, type ReferenceKind } from '@/lib/edit/references'
import { useEditor, useSnapshot } from './editor-context'
import formStyles from './record-form.module.css'

interface Named {
  id: string
  name: string
}

const idAndName = (list: unknown): Named[] =>
  (Array.isArray(list) ? list : []).flatMap((each) => {
    const { id, title, name } = Object(each)
    return typeof id === 'string' ? [{ id, name: String(title ?? name ?? id) }] : []
  })

/** What of the case a field can name, in the order of their names. */
function useNamed(of: ReferenceKind): readonly Named[] {
  const { store } = useEditor()
  const { workspace } = useSnapshot(store)
  return useMemo(() => {
    const records = [...workspace.working.values()]
    const head = records.find(({ file }) => file === 'case.json')?.value
    if (of === 'side') return idAndName(head?.sides)
    if (of === 'question') return idAndName(head?.questions)
    return records
      .filter(({ file }) => kindOfFile(file) === of)
      .map((record) => ({ id: record.id, name: recordTitle(record) }))
      .sort((one, other) => one.name.localeCompare(other.name))
  }, [workspace.working, of])
}

interface ReferenceProps {
  id: string
  describedBy: string | undefined
  of: ReferenceKind
  required: boolean
  value: unknown
  onChange(next: unknown): void
}

/** One record, chosen by its name. */
export function ReferenceField({ id, describedBy, of, required, value, onChange }: ReferenceProps) {
  const t = useTranslations('editor')
  const named = useNamed(of)
  const chosen = typeof value === 'string' ? value : ''
  const isKnown = chosen === '' || named.some((each) => each.id === chosen)
  return (
    <select
      id={id}
      aria-describedby={describedBy}
      value={chosen}
      onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
    >
      {(!required || chosen === '') && <option value="">{t('empty')}</option>}
      {!isKnown && <option value={chosen}>{chosen}</option>}
      {named.map((each) => (
        <option key={each.id} value={each.id}>
          {each.name}
        </option>
      ))}
    </select>
  )
}

/** Several records, added by name and taken out one by one. */
export function ReferencesField({ id, describedBy, of, required, value, onChange }: ReferenceProps) {
  const t = useTranslations('editor')
  const named = useNamed(of)
  const chosen: readonly string[] = Array.isArray(value) ? value.map(String) : []
  const replace = (next: readonly string[]) => onChange(next.length === 0 && !required ? undefined : next)
  const nameOf = (each: string) => named.find((record) => record.id === each)?.name ?? each
  return (
    <div className={formStyles.chips}>
      {chosen.map((each) => (
        <Button
          key={each}
          className={formStyles.chip}
          aria-label={t('takeOut', { name: isolate(nameOf(each)) })}
          onClick={() => replace(chosen.filter((other) => other !== each))}
        >
          {nameOf(each)} <span aria-hidden="true">×</span>
        </Button>
      ))}
      <select
        id={id}
        aria-describedby={describedBy}
        value=""
        onChange={({ target }) => target.value !== '' && replace([...chosen, target.value])}
      >
        <option value="">{t('addOne')}</option>
        {named
          .filter((each) => !chosen.includes(each.id))
          .map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
      </select>
    </div>
  )
}
