'use client'
import { useTranslations } from 'next-intl'
import { CopyButton } from '@/components/share/copy-button'
import panel from '@/components/ui/panel.module.css'
import { useCase } from '@/lib/client/case-context'
import type { Scene } from '@/lib/schema/scene'
import { WallLink, wallAddress } from './wall-link'

/** The scene on the wall, and its address to be passed on; a scene that the case does not have yet has neither. */
export function SceneLinks({ scene }: { scene: Scene }) {
  const { linked } = useCase()
  const t = useTranslations('tour')
  if (!linked.scenes.some(({ id }) => id === scene.id)) return <p className={panel.small}>{t('notOnWall')}</p>
  return (
    <ul className={panel.chips}>
      <li>
        <WallLink caseId={linked.id} scene={scene.id}>
          {t('openScene')}
        </WallLink>
      </li>
      <li>
        <CopyButton
          className={panel.link}
          label={t('copyLink')}
          field={t('linkField')}
          text={() => new URL(wallAddress(linked.id, scene.id, linked.caseVersion), window.location.href).href}
        />
      </li>
    </ul>
  )
}
