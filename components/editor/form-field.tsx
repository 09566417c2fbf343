'use client'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Button } from '@/components/ui/button'
import { type FormField, toLabel, withField } from '@/lib/edit/form-fields'
import { isObject } from '@/lib/schema/plain-values'
import styles from './editor.module.css'
import { Control, type FieldProps } from './field-control'
import { PlacePosition } from './place-position'
import formStyles from './record-form.module.css'

function Groups({ file, field, value, onChange }: FieldProps & { field: Extract<FormField, { kind: 'groups' }> }) {
  const t = useTranslations('editor')
  const items = Array.isArray(value) ? value : []
  const replace = (next: readonly unknown[]) => onChange(next.length === 0 && !field.required ? undefined : next)
  return (
    <>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an entry has no name of its own, and its place is what it is known by
        <fieldset key={index} className={formStyles.group}>
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
  const label = toLabel(field.key)
  const rule =
    field.rule === '' ? null : (
      <p id={`${id}-rule`} className={styles.hint}>
        {field.rule}
      </p>
    )
  if (field.kind === 'geometry')
    return (
      <div className={formStyles.field}>
        <span className={formStyles.label}>{label}</span>
        <PlacePosition value={value} />
      </div>
    )
  if (field.kind === 'group' || field.kind === 'groups') {
    const count = Array.isArray(value) ? value.length : null
    return (
      <details className={formStyles.group} open={field.required && value !== undefined && field.kind === 'group'}>
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
    <div className={formStyles.field} data-mark={field.kind === 'mark' || undefined}>
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
    <div className={formStyles.fields}>
      {fields.filter(isShown).map(show)}
      {others.length > 0 && (
        <details className={formStyles.others}>
          <summary>{t('otherFields', { count: others.length })}</summary>
          {others.map(show)}
        </details>
      )}
    </div>
  )
}
