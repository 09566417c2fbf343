'use client'
import { useTranslations } from 'next-intl'
import { useCaseboard } from '@/lib/client/caseboard-context'
import type { LinkedActor } from '@/lib/derive/linked-case'
import { ChooseButton } from './choose-button'
import styles from './pages.module.css'
import panel from './panel.module.css'

/** Who speaks and who counts, by side: role, and how much of the case is theirs. */
export function VoicesPage() {
  const { linked } = useCaseboard()
  const t = useTranslations('panel')
  const heard = linked.actors.filter((actor) => actor.quotations.length + actor.figures.length > 0)
  const others = linked.actors.filter((actor) => actor.quotations.length + actor.figures.length === 0)
  return (
    <>
      <p className={panel.quiet}>{t('voicesIntro', { count: heard.length })}</p>
      {linked.sides.map((side) => (
        <SideVoices key={side.id} name={side.name} actors={heard.filter((actor) => actor.side === side.id)} />
      ))}
      <SideVoices name={t('alsoNamed')} actors={others} />
    </>
  )
}

function SideVoices({ name, actors }: { name: string; actors: readonly LinkedActor[] }) {
  if (actors.length === 0) return null
  return (
    <section className={styles.group}>
      <h2 className={panel.sectionTitle}>{name}</h2>
      <ul className={panel.list}>
        {actors.map((actor) => (
          <li key={actor.id}>
            <ChooseButton focus={{ kind: 'speaker', id: actor.id }} look="row">
              <span>{actor.name}</span>
              <span className={panel.small}>{actor.role}</span>
              <SpokenAndCounted actor={actor} />
            </ChooseButton>
          </li>
        ))}
      </ul>
    </section>
  )
}

function SpokenAndCounted({ actor }: { actor: LinkedActor }) {
  const t = useTranslations('panel')
  const parts = [
    actor.quotations.length > 0 && t('quotationCount', { count: actor.quotations.length }),
    actor.figures.length > 0 && t('figureCount', { count: actor.figures.length }),
  ].filter((part) => part !== false)
  return parts.length === 0 ? null : <span className={panel.small}>{parts.join(', ')}</span>
}
