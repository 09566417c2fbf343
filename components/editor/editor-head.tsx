'use client'
import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { isOpen } from '@/lib/edit/proposals'
import { recordTitle } from '@/lib/edit/record-title'
import { editsOf } from '@/lib/edit/workspace'
import { limits } from '@/lib/limits'
import { addressBelow } from '@/lib/url/base-path'
import { AddReport } from './add-report'
import { AddTable } from './add-table'
import layout from './case-editor.module.css'
import styles from './editor.module.css'
import { useEditor, useSnapshot } from './editor-context'
import { rememberAuthor, rememberedAuthor } from './remembered-author'
import { editorKeys, SAVE_ID, useHistory } from './use-editor-keys'
import { Versions } from './versions'
import { Waiting } from './waiting'

function SaveForm() {
  const t = useTranslations('editor')
  const { store } = useEditor()
  const { workspace, saving, result } = useSnapshot(store)
  const [author, setAuthor] = useState(rememberedAuthor)
  const [reason, setReason] = useState('')
  const count = useMemo(() => editsOf(workspace).length, [workspace])
  const isBlocked = saving || count === 0 || workspace.conflicts.length > 0
  const send = (event: FormEvent) => {
    event.preventDefault()
    rememberAuthor(author)
    void store.save(reason.trim(), author.trim())
  }
  const isSaved = result?.kind === 'saved' || result?.kind === 'waiting'
  useEffect(() => {
    if (isSaved) setReason('')
  }, [isSaved])
  return (
    <form className={layout.save} onSubmit={send}>
      <input
        aria-label={t('reason')}
        placeholder={t('reason')}
        value={reason}
        maxLength={limits.editor.reasonCharacters}
        onChange={({ target }) => setReason(target.value)}
      />
      <input
        aria-label={t('author')}
        placeholder={t('author')}
        value={author}
        maxLength={limits.editor.authorCharacters}
        className={layout.author}
        onChange={({ target }) => setAuthor(target.value)}
      />
      <Button id={SAVE_ID} type="submit" className={styles.primary} disabled={isBlocked}>
        {saving ? t('saving') : t('save', { count })}
      </Button>
      <SaveStatus key={result?.kind} />
    </form>
  )
}

/** What came of the last save, or where the work is until then. */
function SaveStatus() {
  const t = useTranslations('editor')
  const { store, select } = useEditor()
  const { workspace, result, kept, away } = useSnapshot(store)
  const unsaved = useMemo(() => editsOf(workspace).length > 0, [workspace])
  if (kept === 'elsewhere')
    return (
      <p role="alert" className={styles.trouble}>
        {t('elsewhere')}{' '}
        <Button className={styles.link} onClick={() => void store.takeOver()}>
          {t('takeOver')}
        </Button>
      </p>
    )
  if (result?.kind === 'refused')
    return (
      <div role="alert" className={styles.trouble}>
        <p>{t('refused')}</p>
        <ul>
          {result.faults.slice(0, 20).map(({ file, id, pointer, reason }) => (
            <li key={`${file}${pointer}${reason}`}>
              <Button className={styles.link} onClick={() => select(`${file}#${id}`)}>
                {id ?? file}
              </Button>{' '}
              {reason}
            </li>
          ))}
        </ul>
      </div>
    )
  if (result?.kind === 'failed')
    return <p role="alert" className={styles.trouble}>{`${t('notSaved')} ${result.words}`}</p>
  if (result?.kind === 'away' || away)
    return (
      <p role="alert" className={styles.trouble}>
        {t(kept === 'here' ? 'awayKept' : 'awayUnkept')}
      </p>
    )
  if (result?.kind === 'saved')
    return (
      <p role="status" className={styles.hint}>
        {t('saved', { version: result.version })}
      </p>
    )
  if (result?.kind === 'waiting')
    return (
      <p role="status" className={styles.hint}>
        {t('waiting.kept')}
      </p>
    )
  return (
    <p role="status" className={styles.hint}>
      {unsaved ? t(kept === 'here' ? 'keptHere' : 'notKept') : t('allSaved')}
    </p>
  )
}

/** The case, what is still to be checked, undo and redo, and what saves. */
export function EditorHead({ caseId }: { caseId: string }) {
  const t = useTranslations('editor')
  const parts = useEditor()
  const { workspace, exists } = useSnapshot(parts.store)
  const { undo, redo } = useHistory(parts)
  const head = workspace.working.get(`case.json#${caseId}`)
  const open = useMemo(() => [...workspace.working.values()].filter(isOpen).length, [workspace])
  return (
    <header className={`${layout.head} grows`}>
      <div className={layout.title}>
        <a href={addressBelow('/editor')}>{t('cases')}</a>
        <h1>{head === undefined ? caseId : recordTitle(head)}</h1>
        {exists && (
          <>
            <a href={addressBelow(`/cases/${caseId}`)} target="_blank" rel="noopener">
              {t('openCase')}
            </a>
            <a href={addressBelow(`/wall/${caseId}`)} target="_blank" rel="noopener">
              {t('openWall')}
            </a>
          </>
        )}
      </div>
      <div className={styles.actions}>
        <span className={styles.hint}>{t('toCheck', { count: open })}</span>
        <Button className={styles.button} disabled={workspace.done === 0} onClick={undo}>
          {t('undo')}
        </Button>
        <Button className={styles.button} disabled={workspace.done === workspace.steps.length} onClick={redo}>
          {t('redo')}
        </Button>
        <details className={layout.keys}>
          <summary>{t('keys')}</summary>
          <dl>
            {editorKeys.map(({ keys, does }) => (
              <div key={does}>
                <dt>
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{t(`does.${does}`)}</dd>
              </div>
            ))}
          </dl>
        </details>
        <AddReport caseId={caseId} />
        <AddTable />
        <Versions caseId={caseId} />
        <Waiting />
      </div>
      <SaveForm />
    </header>
  )
}
