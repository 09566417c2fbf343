'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { type Answered, compareVersion, listVersions, restoreVersion } from '@/lib/client/editor/editor-link'
import { recordKey } from '@/lib/edit/record-edit'
import { recordTitle } from '@/lib/edit/record-title'
import type { RecordChange, VersionHead } from '@/lib/edit/versions'
import { editsOf } from '@/lib/edit/workspace'
import layout from './case-editor.module.css'
import { SideBySide } from './conflicts'
import styles from './editor.module.css'
import { useEditor, useSnapshot } from './editor-context'
import { rememberedAuthor } from './remembered-author'

interface Compared {
  number: number
  changes: readonly RecordChange[]
}

/** The saves of the case: each can be compared with the case as it is saved now, and brought back. */
export function Versions({ caseId }: { caseId: string }) {
  const t = useTranslations('editor')
  const { store } = useEditor()
  const { workspace } = useSnapshot(store)
  const [versions, setVersions] = useState<readonly VersionHead[] | null>(null)
  const [compared, setCompared] = useState<Compared | null>(null)
  const [words, setWords] = useState('')
  const take = <T,>(answer: Answered<T>, use: (value: T) => void) => {
    setWords(answer.kind === 'refused' ? answer.words : answer.kind === 'away' ? t('away') : '')
    if (answer.kind === 'done') use(answer.value)
  }
  const list = async () => take(await listVersions(caseId), setVersions)
  const compare = async (number: number) =>
    take(await compareVersion(caseId, number), (changes) => setCompared({ number, changes }))
  const restore = async (number: number) => {
    const reason = t('broughtBackReason', { version: number })
    take(await restoreVersion(caseId, number, { author: rememberedAuthor(), reason }), (outcome) => {
      if (outcome.kind === 'waiting') setWords(t('waiting.kept'))
      else if (outcome.kind !== 'saved') return setWords(t(outcome.kind === 'conflict' ? 'changedByHand' : 'refused'))
      setCompared(null)
      void list()
      void store.refresh()
    })
  }
  const isUnsaved = editsOf(workspace).length > 0
  return (
    <details className={layout.keys} onToggle={({ currentTarget }) => currentTarget.open && void list()}>
      <summary>{t('versions')}</summary>
      <div className={layout.versions}>
        <p role="status" className={styles.trouble}>
          {words}
        </p>
        {versions?.length === 0 && <p className={styles.hint}>{t('noVersions')}</p>}
        <ol>
          {versions?.map(({ number, at, author, signed, reason, count }) => (
            <li key={number}>
              <strong>{t('version', { number })}</strong> <time dateTime={at}>{at.slice(0, 16).replace('T', ' ')}</time>{' '}
              {author} · {signed !== undefined && `${t('signedBy', { name: signed })} · `}
              {t('recordCount', { count })}
              {reason !== '' && <q>{reason}</q>}
              <span className={styles.actions}>
                <Button className={styles.link} onClick={() => void compare(number - 1)}>
                  {t('compareBefore')}
                </Button>
              </span>
            </li>
          ))}
        </ol>
        {compared !== null && (
          <section aria-label={t('compared', { version: compared.number })}>
            <h3>{t('compared', { version: compared.number })}</h3>
            {compared.changes.map((change) => {
              const value = change.after ?? change.before ?? {}
              return (
                <div key={recordKey(change)}>
                  <h4>{recordTitle({ ...change, value })}</h4>
                  <SideBySide left={change.before} right={change.after} heads={[t('then'), t('now')]} />
                </div>
              )
            })}
            <Button className={styles.button} disabled={isUnsaved} onClick={() => void restore(compared.number)}>
              {t('bringBack')}
            </Button>
            {isUnsaved && <p className={styles.hint}>{t('saveFirst')}</p>}
          </section>
        )}
      </div>
    </details>
  )
}
