'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { decideWaiting, readWaiting } from '@/lib/client/editor/editor-link'
import { recordKey } from '@/lib/edit/record-edit'
import { recordTitle } from '@/lib/edit/record-title'
import type { WaitingSave } from '@/lib/edit/wire'
import { editsOf } from '@/lib/edit/workspace'
import { limits } from '@/lib/limits'
import layout from './case-editor.module.css'
import { SideBySide } from './conflicts'
import styles from './editor.module.css'
import { useEditor, useSnapshot } from './editor-context'
import { rememberedAuthor } from './remembered-author'

/** The saves that wait for a second person, who signs them; or whose author takes them back to go on with them. */
export function Waiting() {
  const t = useTranslations('editor.waiting')
  const { store } = useEditor()
  const { waiting } = useSnapshot(store)
  const [signer, setSigner] = useState(rememberedAuthor)
  const [words, setWords] = useState('')
  if (waiting.length === 0 && words === '') return null
  async function decide(save: WaitingSave, does: 'sign' | 'take-back') {
    // Kept here before it is gone there: an answer may be lost.
    if (does === 'take-back') {
      const texts = await readWaiting(store.caseId, save)
      if (texts.kind !== 'done') return setWords(texts.kind === 'refused' ? texts.words : t('away'))
      store.takeUp(save, texts.value)
    }
    const answer = await decideWaiting(store.caseId, save, does, signer)
    const outcome = answer.kind === 'done' ? answer.value.kind : null
    const isDone = outcome === 'saved' || outcome === 'done'
    setWords(isDone ? '' : answer.kind === 'refused' ? answer.words : t(outcome === null ? 'away' : 'noMore'))
    await store.refresh()
  }
  return (
    <details className={layout.keys}>
      <summary>{t('title', { count: waiting.length })}</summary>
      <div className={layout.versions}>
        <p className={styles.hint}>{t('hint')}</p>
        <label>
          {t('signer')}{' '}
          <input
            value={signer}
            maxLength={limits.editor.authorCharacters}
            onChange={({ target }) => setSigner(target.value)}
          />
        </label>
        <p role="status" className={styles.trouble}>
          {words}
        </p>
        {waiting.map((save) => (
          <OneSave key={save.at} save={save} onDecide={(does) => void decide(save, does)} />
        ))}
      </div>
    </details>
  )
}

interface OneSaveProps {
  save: WaitingSave
  onDecide(does: 'sign' | 'take-back'): void
}

function OneSave({ save: { at, author, reason, changes }, onDecide }: OneSaveProps) {
  const t = useTranslations('editor.waiting')
  const { store } = useEditor()
  const { workspace } = useSnapshot(store)
  const isUnsaved = editsOf(workspace).length > 0
  return (
    <section aria-label={t('by', { author })}>
      <h2>{t('by', { author })}</h2>
      <p>
        <time dateTime={at}>{at.slice(0, 16).replace('T', ' ')}</time> {reason !== '' && <q>{reason}</q>}
      </p>
      {changes.map((change) => (
        <div key={recordKey(change)}>
          <h3>{recordTitle({ ...change, value: change.after ?? change.before ?? {} })}</h3>
          <SideBySide left={change.before} right={change.after} heads={[t('now'), t('then')]} />
        </div>
      ))}
      <p className={styles.actions}>
        <Button className={styles.primary} onClick={() => onDecide('sign')}>
          {t('sign')}
        </Button>
        <Button className={styles.button} disabled={isUnsaved} onClick={() => onDecide('take-back')}>
          {t('takeBack')}
        </Button>
      </p>
      {isUnsaved && <p className={styles.hint}>{t('saveFirst')}</p>}
    </section>
  )
}
