'use client'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { BringFile } from '@/components/bring/bring-file'
import { useBring } from '@/components/bring/use-bring'
import { Button } from '@/components/ui/button'
import { editorAt } from '@/lib/client/editor/editor-link'
import { keepNew } from '@/lib/client/editor/kept-workspace'
import { recordsOfFiles } from '@/lib/edit/file-records'
import { openWorkspace, takeStep } from '@/lib/edit/workspace'
import { CaseNames, type Names, useNames } from './case-names'
import styles from './editor.module.css'

interface OpenTableProps {
  /** What the file is called, in words. */
  name: string
  taken: readonly string[]
  onOpen(names: Names): Promise<void>
}

function OpenTable({ name, taken, onOpen }: OpenTableProps) {
  const t = useTranslations('editor')
  const names = useNames(name)
  const [trouble, setTrouble] = useState('')
  const isTaken = taken.includes(names.caseId)
  const open = (event: FormEvent) => {
    event.preventDefault()
    void onOpen(names).catch(() => setTrouble(t('notKept')))
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

/** A new case whose places are the rows of a table. */
export function NewTable({ taken }: { taken: readonly string[] }) {
  const t = useTranslations('editor')
  const bring = useBring()
  const open = async ({ caseId, title }: Names) => {
    const records = recordsOfFiles(await bring.makeFiles(caseId, title))
    await keepNew(caseId, takeStep(openWorkspace([]), records))
    location.assign(editorAt(caseId))
  }
  return (
    <section className={styles.newTable}>
      <h2>{t('newTable')}</h2>
      <p>{t('newTableHint')}</p>
      <div>
        <BringFile
          bring={bring}
          actions={(_, name) => <OpenTable key={name} name={name} taken={taken} onOpen={open} />}
        />
      </div>
    </section>
  )
}
