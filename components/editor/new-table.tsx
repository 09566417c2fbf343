'use client'
import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useState } from 'react'
import { BringFile } from '@/components/bring/bring-file'
import { useBring } from '@/components/bring/use-bring'
import { Button } from '@/components/ui/button'
import { editorAt } from '@/lib/client/editor/editor-link'
import { keepNew } from '@/lib/client/editor/kept-workspace'
import { recordsOfFiles } from '@/lib/edit/file-records'
import { fitsOneSave, MOST_BYTES, MOST_ROWS } from '@/lib/edit/save-room'
import { editsOf, openWorkspace, takeStep } from '@/lib/edit/workspace'
import { CaseNames, type Names, useNames } from './case-names'
import styles from './editor.module.css'

interface OpenTableProps {
  /** What the file is called, in words. */
  name: string
  taken: readonly string[]
  /** Why it was not opened: its id is taken by now, or it is too large to be saved; null where it was. */
  onOpen(names: Names): Promise<'caseIdTaken' | 'tooLarge' | null>
}

function OpenTable({ name, taken, onOpen }: OpenTableProps) {
  const t = useTranslations('editor')
  const names = useNames(name)
  const [trouble, setTrouble] = useState('')
  const isTaken = taken.includes(names.caseId)
  const open = (event: FormEvent) => {
    event.preventDefault()
    void onOpen(names).then(
      (why) => setTrouble(why === null ? '' : t(why, { most: MOST_BYTES / 1e6 })),
      () => setTrouble(t('notKept')),
    )
  }
  return (
    <form className={styles.newCase} onSubmit={open}>
      <CaseNames label={t('tableTitle')} names={names} isTaken={isTaken} />
      <p role="alert" className={styles.trouble}>
        {trouble}
      </p>
      <Button type="submit" className={styles.primary} disabled={isTaken}>
        {t('openTable')}
      </Button>
    </form>
  )
}

/** What is done with a table, if a save has room for its rows. */
export function IfSaved({ rows, children }: { rows: number; children: ReactNode }) {
  const t = useTranslations('editor')
  return rows <= MOST_ROWS ? children : <p className={styles.trouble}>{t('tooManyRows', { most: MOST_ROWS })}</p>
}

/** A new case whose places are the rows of a table. */
export function NewTable({ taken }: { taken: readonly string[] }) {
  const t = useTranslations('editor')
  const bring = useBring()
  const open = async ({ caseId, title }: Names) => {
    const records = recordsOfFiles(await bring.makeFiles(caseId, title))
    const workspace = takeStep(openWorkspace([]), records)
    if (!fitsOneSave(editsOf(workspace))) return 'tooLarge'
    if (!(await keepNew(caseId, workspace))) return 'caseIdTaken'
    location.assign(editorAt(caseId))
    return null
  }
  return (
    <section className={styles.newTable}>
      <h2>{t('newTable')}</h2>
      <p>{t('newTableHint')}</p>
      <div>
        <BringFile
          bring={bring}
          actions={({ brought }, name) => (
            <IfSaved rows={brought}>
              <OpenTable key={name} name={name} taken={taken} onOpen={open} />
            </IfSaved>
          )}
        />
      </div>
    </section>
  )
}
