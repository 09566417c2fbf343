'use client'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { useCaseboard } from '@/lib/client/caseboard-context'
import type { Figure } from '@/lib/schema/figure'
import { FigureCard } from './figure-card'
import styles from './pages.module.css'
import panel from './panel.module.css'

/** Every figure under the question that it answers, so that two makers of one number stand together. */
export function FiguresPage() {
  const { linked } = useCaseboard()
  const t = useTranslations('panel')
  return (
    <>
      <p className={panel.quiet}>{t('figuresIntro', { count: linked.figures.length })}</p>
      {linked.questions.map((question) => {
        const figures = linked.figures.filter((figure) => figure.question === question.id)
        return figures.length > 0 && <QuestionFigures key={question.id} title={question.title} figures={figures} />
      })}
    </>
  )
}

function QuestionFigures({ title, figures }: { title: string; figures: readonly Figure[] }) {
  const id = useId()
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h2 id={id} className={panel.sectionTitle}>
        {title}
      </h2>
      <ul className={panel.list}>
        {figures.map((figure) => (
          <li key={figure.id}>
            <FigureCard figure={figure} size="list" />
          </li>
        ))}
      </ul>
    </section>
  )
}
