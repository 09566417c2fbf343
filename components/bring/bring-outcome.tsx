'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { BroughtRows, OpenedFile } from '@/lib/client/bring/bring-messages'
import { tellFault } from '@/lib/import/row'
import styles from './bring.module.css'

/** The first rows of the file as they stand in it. */
export function FirstRows({ opened: { columns, rows } }: { opened: OpenedFile }) {
  const t = useTranslations('bring')
  return (
    <details className={styles.more}>
      <summary>{t('rows')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls what is wider than the card */}
      <section className={styles.scroll} aria-label={t('rows')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('row')}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, cells }) => (
              <tr key={row}>
                <th scope="row">{row}</th>
                {columns.map((column, index) => (
                  <td key={column}>{cells[index]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}

/** The rows that cannot be read, each with what would be right. */
function Faults({ outcome: { faults, faultCount } }: { outcome: BroughtRows }) {
  const t = useTranslations('bring')
  if (faultCount === 0) return null
  return (
    <details className={styles.more} open>
      <summary>{t('faults')}</summary>
      <ul className={styles.list}>
        {faults.map((fault) => (
          <li key={`${fault.row} ${fault.column} ${fault.reason}`}>{tellFault(fault)}</li>
        ))}
        {faultCount > faults.length && <li>{t('moreFaults', { count: faultCount - faults.length })}</li>}
      </ul>
    </details>
  )
}

interface OutcomeProps {
  outcome: BroughtRows
  /** What can be done with the rows. */
  children: ReactNode
}

/** What came of the file, and what can be done with it. */
export function BringOutcome({ outcome, children }: OutcomeProps) {
  const t = useTranslations('bring')
  const { total, brought, faultCount, notes } = outcome
  return (
    <>
      <p role="status" className={styles.outcome}>
        {brought === 0 ? t('noneBrought', { total }) : t('outcome', { brought, total, faults: faultCount })}
      </p>
      {brought > 0 && children}
      <Faults outcome={outcome} />
      {notes.length > 0 && (
        <details className={styles.more}>
          <summary>{t('notes')}</summary>
          <ul className={styles.list}>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
