'use client'
import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { draftReport } from '@/lib/client/editor/editor-link'
import { dropWork, keepWork, listKept } from '@/lib/client/editor/kept-workspace'
import { proposeRecords } from '@/lib/edit/proposals'
import type { DraftAnswer, EditorState } from '@/lib/edit/wire'
import { openWorkspace, takeStep } from '@/lib/edit/workspace'
import { toId } from '@/lib/schema/plain-values'
import { addressBelow } from '@/lib/url/base-path'
import styles from './editor.module.css'
import { ReportFields, readReportFields } from './report-fields'

const editorAt = (id: string) => addressBelow(`/editor/${id}`)

/** Keeps a draft as unfinished work: its records are proposals, and nothing of it is on the server yet. */
async function keepDraft(caseId: string, { text, records }: DraftAnswer, because: string): Promise<void> {
  const source = records.find(({ file }) => file === 'sources.json')?.id ?? ''
  const proposed = proposeRecords(records, because)
  const workspace = takeStep(openWorkspace([]), proposed)
  // The draft itself is where undo begins.
  const fresh = { ...workspace, steps: [], done: 0 }
  await keepWork({ id: caseId, revision: 1, workspace: fresh, texts: [{ source, text }] }, true)
}

function NewCase({ taken }: { taken: readonly string[] }) {
  const t = useTranslations('editor')
  const id = useId()
  const [file, setFile] = useState<File | null>(null)
  const [title, setTitle] = useState('')
  const [caseId, setCaseId] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const wished = caseId ?? toId(title).slice(0, 64)
  const isTaken = taken.includes(wished)

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { file: report, ...asked } = readReportFields(event.currentTarget, file)
    if (report === null) return setTrouble(t('noReport'))
    setBusy(true)
    const answer = await draftReport({ ...asked, file: report, caseId: wished })
    if (answer.kind === 'done') {
      const isKept = await keepDraft(wished, answer.value, t('foundInReport')).then(
        () => true,
        () => false,
      )
      if (isKept) return location.assign(editorAt(wished))
      setTrouble(t('notKept'))
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
      <label>
        {t('reportTitle')}
        <input name="title" value={title} onChange={({ target }) => setTitle(target.value)} maxLength={300} required />
      </label>
      <label>
        {t('caseId')}
        <input
          value={wished}
          onChange={({ target }) => setCaseId(target.value)}
          pattern="[a-z0-9][a-z0-9\-]{0,63}"
          aria-describedby={`${id}-id`}
          required
        />
      </label>
      <p id={`${id}-id`} className={isTaken ? styles.trouble : styles.hint}>
        {isTaken ? t('caseIdTaken') : t('caseIdHint')}
      </p>
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
  return (
    <main className={styles.page}>
      <header className={styles.homeHead}>
        <h1>{t('title')}</h1>
        <p>{t('intro')}</p>
      </header>
      <div className={styles.home}>
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
        <NewCase taken={[...known, ...unsaved]} />
      </div>
    </main>
  )
}
