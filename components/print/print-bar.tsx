import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { View } from '@/lib/url/view'
import { writeView } from '@/lib/url/view-codec'
import { type Paper, papers } from './paper'
import styles from './print-screen.module.css'

/** What stands above the sheet on screen: the paper to choose, and the button that prints. */
export function PrintBar({ caseId, view, paper }: { caseId: string; view: View; paper: Paper }) {
  const words = useTranslations('print')
  const query = writeView(view)
  return (
    <nav aria-label={words('name')} className={styles.bar}>
      <a href={`/cases/${caseId}${query}`}>{words('back')}</a>
      <span className={styles.papers}>
        {papers.map((each) => (
          <a
            key={each}
            href={`/print/${caseId}${query === '' ? '?' : `${query}&`}paper=${each}`}
            aria-current={each === paper ? 'page' : undefined}
          >
            {words(`papers.${each}`)}
          </a>
        ))}
      </span>
      <Button onClick={() => window.print()}>{words('print')}</Button>
    </nav>
  )
}
