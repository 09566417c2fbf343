'use client'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { toId } from '@/lib/schema/plain-values'
import styles from './editor.module.css'

export interface Names {
  title: string
  caseId: string
}

/** What a new case is called: its id follows its title until somebody says otherwise. */
export function useNames(begin = '') {
  const [title, setTitle] = useState(begin)
  const [id, setId] = useState<string | null>(null)
  return { title, caseId: id ?? toId(title).slice(0, 64), setTitle, setId }
}

interface CaseNamesProps {
  label: string
  names: ReturnType<typeof useNames>
  isTaken: boolean
}

export function CaseNames({ label, names: { title, caseId, setTitle, setId }, isTaken }: CaseNamesProps) {
  const t = useTranslations('editor')
  const id = useId()
  return (
    <>
      <div className={styles.pair}>
        <label>
          {label}
          <input
            name="title"
            value={title}
            onChange={({ target }) => setTitle(target.value)}
            maxLength={300}
            required
          />
        </label>
        <label>
          {t('caseId')}
          <input
            value={caseId}
            onChange={({ target }) => setId(target.value)}
            pattern="[a-z0-9][a-z0-9\-]{0,63}"
            aria-describedby={`${id}-id`}
            required
          />
        </label>
      </div>
      <p id={`${id}-id`} className={isTaken ? styles.trouble : styles.hint}>
        {isTaken ? t('caseIdTaken') : t('caseIdHint')}
      </p>
    </>
  )
}
