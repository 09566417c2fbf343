'use client'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { draftReport } from '@/lib/client/editor/editor-link'
import layout from './case-editor.module.css'
import styles from './editor.module.css'
import { useEditor } from './editor-context'
import { ReportFields, readReportFields } from './report-fields'

/** Another report, read into the case: what is found in it is proposed beside what is there. */
export function AddReport({ caseId }: { caseId: string }) {
  const t = useTranslations('editor')
  const { store } = useEditor()
  const [file, setFile] = useState<File | null>(null)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const asked = readReportFields(form, file)
    if (asked.file === null) return setTrouble(t('noReport'))
    setBusy(true)
    const answer = await draftReport({ ...asked, file: asked.file, caseId })
    setBusy(false)
    if (answer.kind !== 'done') return setTrouble(answer.kind === 'away' ? t('away') : answer.words)
    store.addReport(answer.value, t('foundInReport'))
    form.reset()
    setFile(null)
    setTrouble('')
    form.closest('details')?.removeAttribute('open')
  }
  return (
    <details className={layout.keys}>
      <summary>{t('addReport')}</summary>
      <form className={styles.newCase} onSubmit={(event) => void send(event)}>
        <label>
          {t('reportTitle')}
          <input name="title" maxLength={300} required />
        </label>
        <ReportFields file={file} onFile={setFile} />
        <p role="alert" className={styles.trouble}>
          {trouble}
        </p>
        <Button type="submit" className={styles.primary} disabled={busy}>
          {t(busy ? 'reading' : 'read')}
        </Button>
      </form>
    </details>
  )
}
