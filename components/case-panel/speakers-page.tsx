'use client'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { CorrectedSign } from '@/components/records/corrected-line'
import styles from '@/components/ui/corrections.module.css'
import panel from '@/components/ui/panel.module.css'
import { RecordLink } from '@/components/ui/record-link'
import { useCase } from '@/lib/client/case-context'
import { hasActiveFilters } from '@/lib/client/filter-actions'
import { useVisible } from '@/lib/client/visible-context'
import type { Facet } from '@/lib/derive/filter-records'
import type { LinkedActor } from '@/lib/derive/linked-case'
import { noFilter } from '@/lib/derive/record-filter'
import { findSpeakerShares, findVisible } from '@/lib/derive/visible-records'
import { VisibleList } from './visible-list'

interface Voice {
  actor: LinkedActor
  quotations: number
  figures: number
}

/** Everyone of the case; while something is asked for, those who say, count or take part in what is shown. */
function useVoices(): { voices: Voice[]; count(without: readonly Facet[]): number } {
  const { linked, actor } = useCase()
  const shown = useVisible()
  const { records, query } = shown
  const sideOf = (id: string) => actor(id)?.side
  const shares = findSpeakerShares(records, shown, query.filter, sideOf)
  const sifted = hasActiveFilters(query)
  const voices = linked.actors.flatMap((found) => {
    const share = shares.get(found.id)
    if (share === undefined) return sifted ? [] : [{ actor: found, quotations: 0, figures: 0 }]
    return [{ actor: found, quotations: share.quotations, figures: share.figures }]
  })
  const count = (without: readonly Facet[]) => {
    const filter = {
      speakers: without.includes('speaker') ? noFilter.speakers : query.filter.speakers,
      sides: without.includes('side') ? noFilter.sides : query.filter.sides,
    }
    return findSpeakerShares(records, findVisible(records, query, without), filter, sideOf).size
  }
  return { voices, count }
}

function isHeard({ quotations, figures }: Voice): boolean {
  return quotations + figures > 0
}

/** Who speaks and who counts, by side: role, and how much of what is shown is theirs. */
export function SpeakersPage() {
  const { linked } = useCase()
  const t = useTranslations('panel')
  const { voices, count } = useVoices()
  const heard = voices.filter(isHeard)
  const inOrder = [
    ...linked.sides.flatMap(({ id }) => heard.filter(({ actor }) => actor.side === id)),
    ...voices.filter((voice) => !isHeard(voice)),
  ]
  return (
    <VisibleList
      kind="voice"
      items={inOrder}
      total={linked.actors.length}
      intro={t('voicesIntro', { count: heard.length })}
      count={count}
    >
      {(part) => (
        <>
          {linked.sides.map(({ id, name }) => (
            <SideVoices
              key={id}
              name={name}
              voices={part.filter((voice) => isHeard(voice) && voice.actor.side === id)}
            />
          ))}
          <SideVoices name={t('alsoNamed')} voices={part.filter((voice) => !isHeard(voice))} />
        </>
      )}
    </VisibleList>
  )
}

function SideVoices({ name, voices }: { name: string; voices: readonly Voice[] }) {
  if (voices.length === 0) return null
  return (
    <section className={styles.group}>
      <h2 className={panel.sectionTitle}>{name}</h2>
      <ul className={panel.list}>
        {voices.map((voice) => (
          <li key={voice.actor.id}>
            <SpeakerRow {...voice} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const SpeakerRow = memo(function SpeakerRow({ actor, quotations, figures }: Voice) {
  const t = useTranslations('panel')
  const parts = [
    quotations > 0 && t('quotationCount', { count: quotations }),
    figures > 0 && t('figureCount', { count: figures }),
  ].filter((part) => part !== false)
  return (
    <RecordLink focus={{ kind: 'speaker', id: actor.id }} look="row">
      <span>{actor.name}</span>
      <span className={panel.small}>
        {actor.role}
        <CorrectedSign record={{ kind: 'actor', id: actor.id }} />
      </span>
      {parts.length > 0 && <span className={panel.small}>{parts.join(', ')}</span>}
    </RecordLink>
  )
})
