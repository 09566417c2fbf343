import { type ReactNode, useId } from 'react'
import styles from './panel.module.css'

/** A titled part of a detail panel, under a rule. */
export function PanelSection({ title, count, children }: { title: string; count?: number; children: ReactNode }) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h3 className={styles.sectionTitle}>
        <span id={id}>{title}</span>
        {count !== undefined && <span className={styles.count}>{count}</span>}
      </h3>
      {children}
    </section>
  )
}
