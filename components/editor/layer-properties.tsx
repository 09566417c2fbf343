'use client'
import { useTranslations } from 'next-intl'
import { useId, useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { LinkedPlace } from '@/lib/derive/linked-case'
import {
  goesWith,
  isSizedByField,
  listProperties,
  listsField,
  withCategories,
  withListed,
  withRamp,
  withSize,
} from '@/lib/edit/layer-design'
import type { RecordValue } from '@/lib/edit/record-edit'
import type { Mark } from '@/lib/schema/plain-marks'
import styles from './editor.module.css'
import looks from './look-choice.module.css'
import formStyles from './record-form.module.css'

interface LayerPropertiesProps {
  places: readonly LinkedPlace[]
  mark: Mark
  design: RecordValue
  onChange(next: (design: RecordValue) => RecordValue): void
}

/** What a layer's places say beside their names, and what can be made of it: colours, steps, sizes, lines in the panels. */
export function LayerProperties({ places, mark, design, onChange }: LayerPropertiesProps) {
  const t = useTranslations('editor.look')
  const id = useId()
  const properties = useMemo(() => listProperties(places), [places])
  const [chosen, choose] = useState('')
  const property = properties.find(({ name }) => name === chosen) ?? properties[0]
  if (property === undefined) return <p className={styles.hint}>{t('noProperties')}</p>
  const { name, values, numbers } = property
  const [least, most] = [numbers[0], numbers.at(-1)]
  const ramped = withRamp(design, property)
  return (
    <div className={`${looks.byProperty} ${formStyles.field}`}>
      <label htmlFor={id}>{t('byProperty')}</label>
      <select id={id} value={name} onChange={({ target }) => choose(target.value)}>
        {properties.map((each) => (
          <option key={each.name}>{each.name}</option>
        ))}
      </select>
      <p className={styles.hint}>
        {least !== undefined && most !== undefined
          ? t('numbers', { least, most })
          : t('values', { count: values.length, often: String(values[0]?.value) })}
      </p>
      <p className={styles.actions}>
        {goesWith('categories', mark) && values.length > 1 && (
          <Button className={styles.button} onClick={() => onChange((before) => withCategories(before, property))}>
            {t('colour')}
          </Button>
        )}
        {mark === 'area' && ramped !== null && (
          <Button className={styles.button} onClick={() => onChange((before) => withRamp(before, property) ?? before)}>
            {t('steps')}
          </Button>
        )}
        {isSizedByField(mark) && least !== undefined && least >= 0 && (
          <Button className={styles.button} onClick={() => onChange((before) => withSize(before, property))}>
            {t('size')}
          </Button>
        )}
        {!listsField(design, name) && (
          <Button className={styles.button} onClick={() => onChange((before) => withListed(before, property))}>
            {t('list')}
          </Button>
        )}
      </p>
    </div>
  )
}
