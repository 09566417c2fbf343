'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useThemeName } from '@/components/map/use-map-style'
import { useDateText } from '@/components/record-text/use-words'
import { PlayStory } from '@/components/story/play-story'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import panel from '@/components/ui/panel.module.css'
import { useActions } from '@/lib/client/board-actions'
import { useCase } from '@/lib/client/case-context'
import { findDifferences } from '@/lib/derive/find-differences'
import styles from './story-page.module.css'
import { StoryThread } from './story-thread'

/** The first page: the threads of the story, where records differ, and what it is made from. */
export function StoryPage() {
  const { linked } = useCase()
  return (
    <div className={styles.story}>
      <p className={styles.standfirst}>{linked.summary}</p>
      <PlayStory />
      <ol className={styles.threads}>
        {(linked.threads ?? []).map((thread) => (
          <StoryThread key={thread.id} thread={thread} />
        ))}
      </ol>
      <WhereRecordsDiffer />
      <StoryFoot />
    </div>
  )
}

/** As many of the questions as one looks at; the part of the case that it leads to has them all. */
const NAMED_QUESTIONS = 3

/** On what records differ, in words; nothing where they do not. */
function WhereRecordsDiffer() {
  const t = useTranslations('differences')
  const { openPage } = useActions()
  const { linked } = useCase()
  const said = useMemo(() => {
    const apart = findDifferences(linked.questions, linked.figures).filter(({ kind }) => kind === 'apart')
    const named = apart.slice(0, NAMED_QUESTIONS).map(({ title }) => title)
    const others = apart.length - named.length
    const differing = linked.quotations.filter(({ corroboration }) => corroboration.includes('differs')).length
    return [
      ...named,
      ...(others > 0 ? [t('others', { count: others })] : []),
      ...(differing > 0 ? [t('ofQuotations', { differing, count: linked.quotations.length })] : []),
    ]
  }, [linked, t])
  if (said.length === 0) return null
  return (
    <section className={styles.differ}>
      <h2>
        <Button className={styles.differTitle} onClick={() => openPage('differences')}>
          {t('title')} <Icon name="forward" size={12} />
        </Button>
      </h2>
      <ul>
        {said.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </section>
  )
}

/** Of which report it is made, what it comes from, how its scenes are changed, and its two themes. */
function StoryFoot() {
  const t = useTranslations('panel')
  const dateText = useDateText()
  const { openPage, setTheme } = useActions()
  const { linked } = useCase()
  const isDark = useThemeName() === 'dark'
  return (
    <div className={styles.foot}>
      <span>{t('reportOf', { date: dateText(linked.reported) })}</span>
      <Button className={panel.link} onClick={() => openPage('sources')}>
        {t('sourcesAndMethod')}
      </Button>
      {linked.scenes.length > 0 && (
        <Button className={panel.link} onClick={() => openPage('tour')}>
          {t('editStory')}
        </Button>
      )}
      <Button className={styles.theme} onClick={() => setTheme(isDark ? 'light' : 'dark')}>
        <Icon name={isDark ? 'paper' : 'night'} size={16} />
        {t(isDark ? 'toPaper' : 'toNight')}
      </Button>
    </div>
  )
}
