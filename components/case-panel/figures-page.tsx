'use client'
import { useTranslations } from 'next-intl'
import { useId, useMemo } from 'react'
import { FigureCard } from '@/components/records/figure-card'
import styles from '@/components/ui/pages.module.css'
import panel from '@/components/ui/panel.module.css'
import { useCase } from '@/lib/client/case-context'
import { useShown } from '@/lib/client/shown-context'
import type { LinkedFigure } from '@/lib/derive/linked-case'
import { ShownList } from './shown-list'
import { useCountWithout } from './use-count-without'

/** Every figure that is shown under the question that it answers, so that two makers of one number stand together. */
export function FiguresPage() {
  const { linked } = useCase()
  const { figure: ids } = useShown()
  const t = useTranslations('panel')
  const inOrder = useMemo(
    () => linked.questions.flatMap(({ id }) => linked.figures.filter(({ question }) => question === id)),
    [linked],
  )
  return (
    <ShownList
      kind="figure"
      items={inOrder.filter(({ id }) => ids.has(id))}
      total={linked.figures.length}
      intro={t('figuresIntro', { count: linked.figures.length })}
      count={useCountWithout('figure')}
    >
      {(part) =>
        linked.questions.map((question) => {
          const figures = part.filter((figure) => figure.question === question.id)
          return figures.length > 0 && <QuestionFigures key={question.id} title={question.title} figures={figures} />
        })
      }
    </ShownList>
  )
}

function QuestionFigures({ title, figures }: { title: string; figures: readonly LinkedFigure[] }) {
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
