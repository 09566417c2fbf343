'use client'
import { useTranslations } from 'next-intl'
import { isolate } from '@/lib/derive/isolate'
import styles from './editor.module.css'

interface ReportFieldsProps {
  /** The file that is read instead of pasted text. */
  file: File | null
  onFile(file: File | null): void
}

/** What of a report is asked for: who published it and when, and its text or file. */
export function ReportFields({ file, onFile }: ReportFieldsProps) {
  const t = useTranslations('editor')
  return (
    <>
      <div className={styles.pair}>
        <label>
          {t('publisher')}
          <input name="publisher" maxLength={300} />
        </label>
        <label>
          {t('reported')}
          <input name="reported" type="date" />
        </label>
      </div>
      <label>
        {t('reportText')}
        <textarea name="text" rows={8} disabled={file !== null} />
      </label>
      <label>
        {t('reportFile')}
        <input
          type="file"
          accept=".txt,.md,.html,.htm,.docx,.pdf"
          onChange={({ target }) => onFile(target.files?.[0] ?? null)}
        />
      </label>
      {file !== null && <p className={styles.hint}>{t('file', { name: isolate(file.name) })}</p>}
    </>
  )
}

/** What was put into the fields; `file` is null where there is neither text nor file. */
export function readReportFields(form: HTMLFormElement, chosen: File | null) {
  const data = new FormData(form)
  const field = (name: string) => String(data.get(name) ?? '').trim() || undefined
  const pasted = field('text')
  const file = chosen ?? (pasted === undefined ? null : new File([pasted], 'pasted.txt'))
  return { file, title: field('title'), reported: field('reported'), publisher: field('publisher') }
}
