'use client'
import { useTranslations } from 'next-intl'
import { DisputedBorders } from '@/components/borders/disputed-borders'
import panel from '@/components/ui/panel.module.css'
import { useCase } from '@/lib/client/case-context'
import { buildClaimTimeline } from '@/lib/derive/claim-timeline'
import { ClaimStoryView } from './claim-story'

/** The status of borders as a view of its own: every claim of the case, who declared it, who rejected it, when and in
 * what words; then the disputed borders of the map itself. */
export function BordersPage() {
  const { linked } = useCase()
  const t = useTranslations('borders')
  const stories = buildClaimTimeline(linked)
  const present = stories.filter(({ claim }) => !claim.precedent)
  const precedents = stories.filter(({ claim }) => claim.precedent)
  return (
    <>
      <p className={stories.length === 0 ? panel.prose : panel.quiet}>{t(stories.length === 0 ? 'none' : 'intro')}</p>
      {present.map((story) => (
        <ClaimStoryView key={story.claim.id} story={story} />
      ))}
      {precedents.map((story) => (
        <div key={story.claim.id} className={panel.section}>
          <p className={panel.quiet}>{t('precedent')}</p>
          <ClaimStoryView story={story} />
        </div>
      ))}
      <DisputedBorders />
    </>
  )
}
