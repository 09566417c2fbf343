'use client'
import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { draftReport, editorAt } from '@/lib/client/editor/editor-link'
import { dropWork, keepNew, listKept } from '@/lib/client/editor/kept-workspace'
import { proposeRecords } from '@/lib/edit/proposals'
import type { DraftAnswer, EditorState } from '@/lib/edit/wire'
import { openWorkspace, takeStep } from '@/lib/edit/workspace'
import { CaseNames, useNames } from './case-names'
import styles from './editor.module.css'
import { NewTable } from './new-table'
import { ReportFields, readReportFields } from './report-fields'

/** Keeps a draft as unfinished work: its records are proposals, and nothing of it is on the server yet. */
async function keepDraft(caseId: string, { text, records }: DraftAnswer, because: string): Promise<boolean> {
  const source = records.find(({ file }) => file === 'sources.json')?.id ?? ''
  return keepNew(caseId, takeStep(openWorkspace([]), proposeRecords(records, because)), [{ source, text }])
}

function NewCase({ taken }: { taken: readonly string[] }) {
  const t = useTranslations('editor')
  const [file, setFile] = useState<File | null>(null)
  const names = useNames()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const wished = names.caseId
  const isTaken = taken.includes(wished)

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { file: report, ...asked } = readReportFields(event.currentTarget, file)
    if (report === null) return setTrouble(t('noReport'))
    setBusy(true)
    const answer = await draftReport({ ...asked, file: report, caseId: wished })
    if (answer.kind === 'done') {
      const isKept = await keepDraft(wished, answer.value, t('foundInReport')).catch(() => null)
      if (isKept === true) return location.assign(editorAt(wished))
      setTrouble(t(isKept === null ? 'notKept' : 'caseIdTaken'))
    } else setTrouble(answer.kind === 'away' ? t('away') : answer.words)
    setBusy(false)
  }

  return (
    <form
      className={styles.newCase}
      onSubmit={(event) => void send(event)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        const [dropped] = event.dataTransfer.files
        if (dropped === undefined) return
        event.preventDefault()
        setFile(dropped)
      }}
    >
      <h2>{t('newCase')}</h2>
      <p>{t('newCaseHint')}</p>
      <CaseNames label={t('reportTitle')} names={names} isTaken={isTaken} />
      <ReportFields file={file} onFile={setFile} />
      <p role="alert" className={styles.trouble}>
        {trouble}
      </p>
      <Button type="submit" className={styles.primary} disabled={busy || isTaken}>
        {t(busy ? 'reading' : 'read')}
      </Button>
    </form>
  )
}

/** The cases, those that are only in this browser yet, and how to begin one from a report. */
export function EditorHome({ cases }: Pick<EditorState, 'cases'>) {
  const t = useTranslations('editor')
  const [kept, setKept] = useState<readonly string[]>([])
  useEffect(() => {
    void listKept().then(setKept, () => undefined)
  }, [])
  const discard = async (id: string) => {
    await dropWork(id).catch(() => undefined)
    setKept((before) => before.filter((each) => each !== id))
  }
  const known = cases.map(({ id }) => id)
  const unsaved = kept.filter((id) => !known.includes(id))
  const taken = [...known, ...unsaved]
  return (
    <main className={styles.page}>
      <header className={styles.homeHead}>
        <h1>{t('title')}</h1>
        <p>{t('intro')}</p>
      </header>
      <div className={styles.home}>
        <div className={styles.begin}>
          <nav aria-label={t('cases')}>
            <h2>{t('cases')}</h2>
            <ul className={styles.caseList}>
              {cases.map((each) => (
                <li key={each.id}>
                  <a href={editorAt(each.id)}>{each.title ?? each.id}</a>
                  <span className={styles.hint}>{each.id}</span>
                </li>
              ))}
              {unsaved.map((each) => (
                <li key={each}>
                  <a href={editorAt(each)}>{each}</a>
                  <span className={styles.hint}>{t('onlyHere')}</span>
                  <Button className={styles.link} onClick={() => void discard(each)}>
                    {t('discard', { id: each })}
                  </Button>
                </li>
              ))}
            </ul>
          </nav>
          <NewTable taken={taken} />
        </div>
        <NewCase taken={taken} />
      </div>
    </main>
  )
}
