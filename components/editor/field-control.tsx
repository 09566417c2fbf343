'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useState } from 'react'
import type { FormField } from '@/lib/edit/form-fields'
import { HueChoice } from './look-choice'
import { ReferenceField, ReferencesField } from './reference-field'

/** A pause in typing after which what was typed counts, and is kept. */
const PAUSE_MS = 500

interface TypedProps {
  id: string
  value: string
  describedBy: string | undefined
  long?: boolean
  most?: number | null
  type?: 'text' | 'number'
  /** False where it cannot be taken as it is. */
  onCommit(text: string): boolean
}

/** A field that is typed into: it counts after a pause and when it is left, so that undo takes back words, not letters. */
function Typed({ id, value, describedBy, long = false, most = null, type = 'text', onCommit }: TypedProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const [isWrong, setWrong] = useState(false)
  const commit = (text: string) => {
    const isTaken = text === value || onCommit(text)
    setWrong(!isTaken)
    if (isTaken) setTyped(null)
  }
  const commitLate = useEffectEvent(commit)
  useEffect(() => {
    if (typed === null) return
    const timer = setTimeout(() => commitLate(typed), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  const field = {
    id,
    value: typed ?? value,
    'aria-describedby': describedBy,
    'aria-invalid': isWrong,
    ...(most !== null && { maxLength: most }),
    onChange: ({ target }: { target: { value: string } }) => setTyped(target.value),
    onBlur: () => {
      if (typed !== null) commit(typed)
    },
  }
  return long ? (
    <textarea rows={Math.min(8, 2 + Math.floor(field.value.length / 60))} {...field} />
  ) : (
    <input type={type} step="any" {...field} />
  )
}

export interface FieldProps {
  file: string
  field: FormField
  value: unknown
  onChange(next: unknown): void
}

function asJson(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value, null, 1)
}

function readJson(text: string): { value: unknown } | null {
  if (text.trim() === '') return { value: undefined }
  try {
    return { value: JSON.parse(text) }
  } catch {
    return null
  }
}

/** What is put in, whatever kind of field it is. */
export function Control({
  field,
  value,
  id,
  describedBy,
  onChange,
}: FieldProps & { id: string; describedBy: string | undefined }) {
  const t = useTranslations('editor')
  const typed = { id, describedBy }
  switch (field.kind) {
    case 'text':
      return (
        <Typed
          {...typed}
          value={typeof value === 'string' ? value : ''}
          long={field.long}
          most={field.most}
          onCommit={(text) => {
            // What must be there is left empty rather than out: the check then says what belongs there.
            onChange(text === '' && !field.required ? undefined : text)
            return true
          }}
        />
      )
    case 'number':
      return (
        <Typed
          {...typed}
          type="number"
          value={typeof value === 'number' ? String(value) : ''}
          onCommit={(text) => {
            const number = text === '' ? (field.nullable ? null : undefined) : Number(text)
            if (Number.isNaN(number)) return false
            onChange(number)
            return true
          }}
        />
      )
    case 'choice':
      if (field.key === 'hue') return <HueChoice {...typed} label={field.key} value={value} onChange={onChange} />
      return (
        <select
          id={id}
          aria-describedby={describedBy}
          value={typeof value === 'string' ? value : ''}
          onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
        >
          {(!field.required || value === undefined) && <option value="">{t('empty')}</option>}
          {field.of.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      )
    case 'mark':
      return (
        <input
          type="checkbox"
          id={id}
          aria-describedby={describedBy}
          checked={value === field.value}
          onChange={({ target }) => onChange(target.checked ? field.value : undefined)}
        />
      )
    case 'texts':
      return (
        <Typed
          {...typed}
          long
          value={Array.isArray(value) ? value.map(String).join('\n') : ''}
          onCommit={(text) => {
            const items = text.split('\n').filter((line) => line.trim() !== '')
            onChange(items.length === 0 && !field.required ? undefined : items)
            return true
          }}
        />
      )
    case 'reference':
      return <ReferenceField {...typed} of={field.of} required={field.required} value={value} onChange={onChange} />
    case 'references':
      return <ReferencesField {...typed} of={field.of} required={field.required} value={value} onChange={onChange} />
    default:
      return (
        <Typed
          {...typed}
          long
          value={asJson(value)}
          onCommit={(text) => {
            const read = readJson(text)
            if (read !== null) onChange(read.value)
            return read !== null
          }}
        />
      )
  }
}
