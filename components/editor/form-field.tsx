'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { type FormField, withField } from '@/lib/edit/form-fields'
import { hues, isObject } from '@/lib/schema/plain-values'
import styles from './editor.module.css'
import { PlacePosition } from './place-position'
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

interface FieldProps {
  file: string
  field: FormField
  value: unknown
  onChange(next: unknown): void
}

const humanise = (key: string) => {
  const words = key.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
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

/** A hue is chosen by looking: each stands in the colour that the map gives it. */
function HueChoice({
  id,
  describedBy,
  value,
  onChange,
}: { id: string; describedBy: string | undefined } & Pick<FieldProps, 'onChange' | 'value'>) {
  return (
    <div id={id} role="radiogroup" aria-describedby={describedBy} className={styles.chips}>
      {hues.map((hue) => (
        <label key={hue} className={styles.hue}>
          <input type="radio" name={id} checked={value === hue} onChange={() => onChange(hue)} />
          <svg width="14" height="14" aria-hidden="true">
            <rect width="14" height="14" rx="3" fill={`var(--${hue}-mark)`} />
          </svg>
          {hue}
        </label>
      ))}
    </div>
  )
}

/** What is put in, whatever kind of field it is. */
function Control({
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
      if (field.key === 'hue') return <HueChoice {...typed} value={value} onChange={onChange} />
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

function Groups({ file, field, value, onChange }: FieldProps & { field: Extract<FormField, { kind: 'groups' }> }) {
  const t = useTranslations('editor')
  const items = Array.isArray(value) ? value : []
  const replace = (next: readonly unknown[]) => onChange(next.length === 0 && !field.required ? undefined : next)
  return (
    <>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an entry has no name of its own, and its place is what it is known by
        <fieldset key={index} className={styles.group}>
          <legend>{index + 1}</legend>
          <FormFields
            file={file}
            fields={field.fields}
            value={isObject(item) ? item : {}}
            onChange={(key, next) =>
              replace(items.map((each, at) => (at === index ? withField(isObject(each) ? each : {}, key, next) : each)))
            }
          />
          <Button className={styles.link} onClick={() => replace(items.filter((_, at) => at !== index))}>
            {t('removeEntry')}
          </Button>
        </fieldset>
      ))}
      <Button className={styles.small} onClick={() => replace([...items, {}])}>
        {t('addEntry')}
      </Button>
    </>
  )
}

/** One field with its rule in plain words; a group of fields folds. */
function Field(props: FieldProps) {
  const { file, field, value, onChange } = props
  const id = useId()
  const label = humanise(field.key)
  const rule =
    field.rule === '' ? null : (
      <p id={`${id}-rule`} className={styles.hint}>
        {field.rule}
      </p>
    )
  if (field.kind === 'geometry')
    return (
      <div className={styles.field}>
        <span className={styles.label}>{label}</span>
        <PlacePosition value={value} />
      </div>
    )
  if (field.kind === 'group' || field.kind === 'groups') {
    const count = Array.isArray(value) ? value.length : null
    return (
      <details className={styles.group} open={field.required && value !== undefined && field.kind === 'group'}>
        <summary>
          {label}
          {count !== null && count > 0 && ` (${count})`}
        </summary>
        {rule}
        {field.kind === 'group' ? (
          <FormFields
            file={file}
            fields={field.fields}
            value={isObject(value) ? value : {}}
            onChange={(key, next) => {
              const group = withField(isObject(value) ? value : {}, key, next)
              onChange(Object.keys(group).length === 0 && !field.required ? undefined : group)
            }}
          />
        ) : (
          <Groups {...props} field={field} />
        )}
      </details>
    )
  }
  return (
    <div className={styles.field} data-mark={field.kind === 'mark' || undefined}>
      <label htmlFor={id}>
        {label}
        {field.required && <span aria-hidden="true"> *</span>}
      </label>
      <Control {...props} id={id} describedBy={rule === null ? undefined : `${id}-rule`} />
      {rule}
    </div>
  )
}

interface FormFieldsProps {
  file: string
  fields: readonly FormField[]
  value: Readonly<Record<string, unknown>>
  onChange(key: string, next: unknown): void
}

/** The fields that are filled or must be, and behind a fold those that may be. */
export function FormFields({ file, fields, value, onChange }: FormFieldsProps) {
  const t = useTranslations('editor')
  const isShown = ({ key, required }: FormField) => required || value[key] !== undefined
  const show = (field: FormField) => (
    <Field
      key={field.key}
      file={file}
      field={field}
      value={value[field.key]}
      onChange={(next) => onChange(field.key, next)}
    />
  )
  const others = fields.filter((field) => !isShown(field))
  return (
    <div className={styles.fields}>
      {fields.filter(isShown).map(show)}
      {others.length > 0 && (
        <details className={styles.others}>
          <summary>{t('otherFields', { count: others.length })}</summary>
          {others.map(show)}
        </details>
      )}
    </div>
  )
}
