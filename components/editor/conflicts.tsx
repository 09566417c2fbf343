'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { type EditConflict, type RecordValue, recordKey, sameValue } from '@/lib/edit/record-edit'
import { recordTitle } from '@/lib/edit/record-title'
import layout from './case-editor.module.css'
import styles from './editor.module.css'
import { useEditor, useSnapshot } from './editor-context'

const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value, null, 1))

/** The fields in which two versions of a record differ, in the order in which they stand. */
function differingFields(one: RecordValue | null, other: RecordValue | null): string[] {
  const keys = [...new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})])]
  return keys.filter((key) => !sameValue(one?.[key], other?.[key]))
}

interface SideBySideProps {
  left: RecordValue | null
  right: RecordValue | null
  heads: readonly [string, string]
}

/** Two versions of a record, field by field where they differ. */
export function SideBySide({ left, right, heads }: SideBySideProps) {
  const t = useTranslations('editor')
  const show = (value: RecordValue | null, key: string) =>
    value === null ? t('notThere') : value[key] === undefined ? t('empty') : asText(value[key])
  return (
    <table className={layout.beside}>
      <thead>
        <tr>
          <th scope="col">{t('field')}</th>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {differingFields(left, right).map((key) => (
          <tr key={key}>
            <th scope="row">{key}</th>
            <td>{show(left, key)}</td>
            <td>{show(right, key)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Conflict({ conflict }: { conflict: EditConflict }) {
  const t = useTranslations('editor')
  const { store, select } = useEditor()
  const { workspace } = useSnapshot(store)
  const { file, id, theirs } = conflict
  // What stands here now: it may have been mended since the conflict was met.
  const mine = workspace.working.get(recordKey(conflict))?.value ?? null
  const value = mine ?? theirs?.value
  return (
    <section className={layout.conflict}>
      <h3>{value === undefined ? id : recordTitle({ file, id, value })}</h3>
      <SideBySide left={mine} right={theirs?.value ?? null} heads={[t('mine'), t('theirs')]} />
      <p className={styles.actions}>
        <Button className={styles.button} onClick={() => store.decide(conflict, 'mine')}>
          {t('keepMine')}
        </Button>
        <Button className={styles.button} onClick={() => store.decide(conflict, 'theirs')}>
          {t('takeTheirs')}
        </Button>
        {mine !== null && (
          <Button className={styles.link} onClick={() => select(recordKey(conflict))}>
            {t('mendMine')}
          </Button>
        )}
      </p>
    </section>
  )
}

/** Records that somebody else has changed as well: both versions side by side, until somebody decides. */
export function Conflicts() {
  const t = useTranslations('editor')
  const { store } = useEditor()
  const { workspace } = useSnapshot(store)
  if (workspace.conflicts.length === 0) return null
  return (
    <section role="alert" className={`${layout.conflicts} grows`} aria-label={t('conflicts')}>
      <h2>{t('conflicts')}</h2>
      <p>{t('conflictsHint')}</p>
      {workspace.conflicts.map((conflict) => (
        <Conflict key={recordKey(conflict)} conflict={conflict} />
      ))}
    </section>
  )
}
