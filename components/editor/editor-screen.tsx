'use client'
import { useTranslations } from 'next-intl'
import { type FormEvent, useCallback, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { askEditor, openSession } from '@/lib/client/editor/editor-link'
import type { EditorState } from '@/lib/edit/wire'
import { CaseEditor } from './case-editor'
import styles from './editor.module.css'
import { EditorHome } from './editor-home'

type Door = { kind: 'asking' | 'away' } | { kind: 'refused'; words: string } | { kind: 'known'; state: EditorState }

/** Takes the token out of the address, where the server's printed line has it behind `#`: it is to stand in no history. */
function takeToken(): string {
  const token = location.hash.slice(1)
  if (token !== '') history.replaceState(history.state, '', location.pathname + location.search)
  return token
}

/** By what this browser may edit, and what lets it. */
function useDoor() {
  const [door, setDoor] = useState<Door>({ kind: 'asking' })
  const ask = useCallback(async () => {
    const answer = await askEditor()
    if (answer.kind === 'done') setDoor({ kind: 'known', state: answer.value })
    else setDoor(answer.kind === 'away' ? { kind: 'away' } : { kind: 'refused', words: answer.words })
  }, [])
  const open = useCallback(
    async (token: string): Promise<string | null> => {
      const answer = await openSession(token)
      if (answer.kind === 'done') await ask()
      return answer.kind === 'refused' ? answer.words : null
    },
    [ask],
  )
  useEffect(() => {
    const token = takeToken()
    void (token === '' ? ask() : open(token).then(ask))
  }, [ask, open])
  return { door, open }
}

function TokenForm({ onToken }: { onToken(token: string): Promise<string | null> }) {
  const t = useTranslations('editor')
  const [words, setWords] = useState('')
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const token = String(new FormData(event.currentTarget).get('token') ?? '').trim()
    void onToken(token).then((refused) => setWords(refused ?? ''))
  }
  return (
    <form className={styles.door} onSubmit={send}>
      <h1>{t('title')}</h1>
      <p>{t('locked')}</p>
      <label>
        {t('token')}
        <input name="token" autoComplete="off" required />
      </label>
      <p role="alert" className={styles.trouble}>
        {words}
      </p>
      <Button type="submit" className={styles.primary}>
        {t('unlock')}
      </Button>
    </form>
  )
}

interface EditorScreenProps {
  /** Null for the page of all cases. */
  caseId: string | null
  basemapVersion: string
}

/** The editor's page: who may not edit is asked for the token, all others get the cases, or the one of the address. */
export function EditorScreen({ caseId, basemapVersion }: EditorScreenProps) {
  const t = useTranslations('editor')
  const { door, open } = useDoor()
  if (door.kind === 'known' && door.state.access === 'locked')
    return (
      <main className={styles.page}>
        <TokenForm onToken={open} />
      </main>
    )
  // What this browser keeps can be worked on while the server is away.
  if (caseId !== null && door.kind !== 'asking') return <CaseEditor caseId={caseId} basemapVersion={basemapVersion} />
  if (door.kind === 'known') return <EditorHome cases={door.state.cases} />
  return (
    <main className={styles.page}>
      <h1 className="visually-hidden">{t('title')}</h1>
      <p role="status" className={styles.waiting}>
        {door.kind === 'refused' ? door.words : t(door.kind)}
      </p>
    </main>
  )
}
