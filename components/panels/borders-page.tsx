'use client'
import { useTranslations } from 'next-intl'
import { ClaimStoryView } from '@/components/evidence/claim-story'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { tellClaims } from '@/lib/derive/tell-claims'
import panel from './panel.module.css'

/** The status of borders as a view of its own: every claim, who declared it, who rejected it, when and in what words. */
export function BordersPage() {
  const { linked } = useCaseboard()
  const t = useTranslations('borders')
  const stories = tellClaims(linked)
  if (stories.length === 0) return <p className={panel.prose}>{t('none')}</p>
  const present = stories.filter(({ claim }) => !claim.precedent)
  const precedents = stories.filter(({ claim }) => claim.precedent)
  return (
    <>
      <p className={panel.quiet}>{t('intro')}</p>
      {present.map((story) => (
        <ClaimStoryView key={story.claim.id} story={story} />
      ))}
      {precedents.map((story) => (
        <div key={story.claim.id} className={panel.section}>
          <p className={panel.quiet}>{t('precedent')}</p>
          <ClaimStoryView story={story} />
        </div>
      ))}
    </>
  )
}
