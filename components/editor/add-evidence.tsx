'use client'
import { useTranslations } from 'next-intl'
import { type DragEvent, useState } from 'react'
import { sendEvidence } from '@/lib/client/editor/editor-link'
import { beginEvidence } from '@/lib/edit/new-record'
import { recordKey } from '@/lib/edit/record-edit'
import { takeStep } from '@/lib/edit/workspace'
import { mediaTypes } from '@/lib/media/media-type'
import styles from './editor.module.css'
import { useEditor } from './editor-context'
import formStyles from './record-form.module.css'

/** Puts a file beside the case, chosen or dropped, and begins the record of it. */
export function AddEvidence() {
  const t = useTranslations('editor.evidence')
  const { store, selected, select } = useEditor()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  async function take(file: File | undefined) {
    if (file === undefined || busy) return
    setBusy(true)
    setTrouble('')
    const answer = await sendEvidence(store.caseId, file)
    setBusy(false)
    if (answer.kind !== 'done') return setTrouble(answer.kind === 'away' ? t('away') : answer.words)
    const record = beginEvidence(store.current().workspace, answer.value, file.name, selected)
    store.change((before) => takeStep(before, [record]))
    select(recordKey(record))
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    void take(event.dataTransfer.files[0])
  }
  return (
    <fieldset
      className={`${styles.newCase} ${formStyles.group}`}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <label>
        {t('add')}
        <input
          type="file"
          accept={mediaTypes.join(',')}
          disabled={busy}
          onChange={({ target }) => {
            void take(target.files?.[0])
            target.value = ''
          }}
        />
      </label>
      <p role="status" className={styles.hint}>
        {t(busy ? 'sending' : 'hint')}
      </p>
      <p role="alert" className={styles.trouble}>
        {trouble}
      </p>
    </fieldset>
  )
}
