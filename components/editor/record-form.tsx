'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import useSWR from 'swr'
import { Button } from '@/components/ui/button'
import { fetchSchema } from '@/lib/client/editor/editor-link'
import { isCorrectable } from '@/lib/edit/begin-correction'
import { formFields, schemaOf, withField } from '@/lib/edit/form-fields'
import { isOpen, reasonOf } from '@/lib/edit/proposals'
import { type RecordValue, recordKey } from '@/lib/edit/record-edit'
import { recordTitle } from '@/lib/edit/record-title'
import { takeStep } from '@/lib/edit/workspace'
import styles from './editor.module.css'
import { useEditor, useSnapshot } from './editor-context'
import { EvidenceFacts } from './evidence-facts'
import { FormFields } from './form-field'
import { LayerLook, looksChosen } from './layer-look'
import formStyles from './record-form.module.css'
import { viewOf } from './record-list'
import { SceneView, scenesChosen } from './scene-view'
import { FORM_ID, useRecordActions } from './use-editor-keys'

/** The schema of a file's records; the same for as long as the page is open. */
function useSchema(file: string | undefined): unknown {
  const { data } = useSWR(
    file === undefined ? null : `editor schema ${schemaOf(file)}`,
    async () => {
      const answer = await fetchSchema(schemaOf(file ?? ''))
      if (answer.kind !== 'done') throw new Error('no schema')
      return answer.value
    },
    { revalidateIfStale: false, revalidateOnFocus: false, revalidateOnReconnect: false },
  )
  return data
}

/** The record that is worked on, as a form that is made from its schema, with what the check says of it. */
export function RecordForm() {
  const t = useTranslations('editor')
  const parts = useEditor()
  const { store, selected, faults, linked } = parts
  const { workspace } = useSnapshot(store)
  const { accept, correct, reject, join } = useRecordActions(parts)
  const record = selected === null ? undefined : workspace.working.get(selected)
  const schema = useSchema(record?.file)
  const file = record?.file
  const fields = useMemo(
    () => (file === undefined || schema === undefined ? [] : formFields(file, schema)),
    [file, schema],
  )
  if (record === undefined) return <p className={styles.noForm}>{t('choose')}</p>
  const own = faults.filter((fault) => `${fault.file}#${fault.id}` === recordKey(record))
  const change = (next: (value: RecordValue) => RecordValue) =>
    store.change((before) => {
      const now = before.working.get(recordKey(record))
      return now === undefined ? before : takeStep(before, [{ ...now, value: next(now.value) }])
    })
  const isLayer = record.file === 'layers.json'
  const isScene = record.file === 'scenes.json'
  const chosen = isLayer ? looksChosen : isScene && linked !== null ? scenesChosen : []
  return (
    <section id={FORM_ID} className={`${formStyles.form} grows`} aria-label={recordTitle(record)}>
      <header>
        <p className={styles.hint}>
          {t(`views.${viewOf(record.file)}`)} · <code>{record.id}</code>
        </p>
        <h2>{recordTitle(record)}</h2>
        {isOpen(record) && <p className={formStyles.reason}>{reasonOf(record)}</p>}
        <p className={styles.actions}>
          {isOpen(record) && (
            <Button className={styles.primary} onClick={accept}>
              {t('does.accept')} <kbd>A</kbd>
            </Button>
          )}
          <Button className={styles.button} onClick={join}>
            {t('does.join')} <kbd>O</kbd>
          </Button>
          <Button className={styles.button} onClick={reject}>
            {t(isOpen(record) ? 'does.reject' : 'remove')} <kbd>X</kbd>
          </Button>
          {isCorrectable(workspace, record) && (
            <Button className={styles.button} onClick={correct}>
              {t('does.correct')} <kbd>C</kbd>
            </Button>
          )}
        </p>
      </header>
      {own.length > 0 && (
        <div role="status" className={styles.trouble}>
          <p>{t('checkSays')}</p>
          <ul>
            {own.map(({ pointer, reason }) => (
              <li key={`${pointer}${reason}`}>{reason}</li>
            ))}
          </ul>
        </div>
      )}
      {record.file === 'evidence.json' && <EvidenceFacts sha256={String(record.value.sha256)} />}
      {isScene && <SceneView value={record.value} onChange={change} />}
      {isLayer && <LayerLook record={record} onChange={change} />}
      <FormFields
        file={record.file}
        fields={fields.filter(({ key }) => !chosen.includes(key))}
        value={record.value}
        onChange={(key, next) => change((value) => withField(value, key, next))}
      />
    </section>
  )
}
