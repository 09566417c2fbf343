'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { tiesOf } from '@/lib/client/case-ties'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { type CarriedRecord, listCarriages } from '@/lib/derive/count-carried'
import type { Carried } from '@/lib/derive/linked-case'
import { type OriginLine, outlineOrigins } from '@/lib/derive/origins/count-origins'
import styles from './carried-line.module.css'
import { ChooseButton } from './choose-button'
import { CarriedText } from './one-origin'
import panel from './panel.module.css'
import { SourceTitle } from './source-line'
import { useActorName } from './use-words'

/** How many reports carry a record and how many origins they have; opened, which they are and who has it from whom. */
export function CarriedDetails({ record }: { record: Carried & CarriedRecord }) {
  const [isOpen, setOpen] = useState(false)
  if (record.reports === 0) return null
  return (
    <details className={styles.details} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={panel.summary}>
        <CarriedText carried={record} />
      </summary>
      {isOpen && <Outline record={record} />}
    </details>
  )
}

/** Deeper than this nothing is set further in: a chain of copies may be longer than the panel is wide. */
const DEEPEST = 5

function Outline({ record }: { record: CarriedRecord }) {
  const { linked } = useCaseboard()
  const t = useTranslations('origins')
  const lines = outlineOrigins(tiesOf(linked), listCarriages(record))
  return (
    <>
      <p className={panel.small}>{t('explained')}</p>
      <ol className={`${panel.list} ${styles.outline}`} aria-label={t('outline')}>
        {lines.map((line, at) => (
          // The order of the lines is all that tells two of them apart: the same source may stand in several.
          // biome-ignore lint/suspicious/noArrayIndexKey: as said
          <li key={at} data-depth={Math.min(line.depth, DEEPEST)}>
            <span className="visually-hidden">{t('level', { level: line.depth + 1 })} </span>
            <Line line={line} />
          </li>
        ))}
      </ol>
    </>
  )
}

/** One source or body or, where nobody recorded who was first, several with one line to say so. */
function Line({ line }: { line: OriginLine }) {
  const t = useTranslations('origins')
  const { linked, source } = useCaseboard()
  const { depth, sources, bodies, reports, repeated } = line
  const carrying = new Set(reports)
  // A body is named once where the document beside it is its own.
  const publishers = new Map(sources.map((id) => [source(id)?.publisher, id]))
  const bodyOf = new Map(
    linked.actors.flatMap(({ id, name }) => {
      const own = publishers.get(name)
      return own === undefined || !bodies.includes(id) ? [] : [[own, id] as const]
    }),
  )
  const own = new Set(bodyOf.values())
  const others = bodies.filter((id) => !own.has(id))
  const publisherOf = (id: string) => {
    const body = bodyOf.get(id)
    return body === undefined ? <bdi>{source(id)?.publisher ?? id}</bdi> : <Body id={body} />
  }
  if (repeated)
    return (
      <>
        {sources.map((id) => (
          <bdi key={id}>{source(id)?.publisher ?? id}</bdi>
        ))}
        {bodies.map((id) => (
          <Body key={id} id={id} />
        ))}
        <span className={panel.quiet}>{` · ${t('repeated')}`}</span>
      </>
    )
  return (
    <>
      {sources.length + others.length > 1 && (
        <p className={panel.small}>{t(others.length > 0 && sources.length > 0 ? 'together' : 'circle')}</p>
      )}
      {others.map((id) => (
        <p key={id} className={styles.line}>
          <Body id={id} />
          <span className={panel.quiet}>{` · ${t(depth === 0 && sources.length === 0 ? 'from' : 'passedOn')}`}</span>
        </p>
      ))}
      {sources.map((id) => (
        <p key={id} className={styles.line}>
          {publisherOf(id)}
          {': '}
          <SourceTitle id={id} />
          {!carrying.has(id) && <span className={panel.quiet}>{` · ${t('notHeld')}`}</span>}
        </p>
      ))}
    </>
  )
}

function Body({ id }: { id: string }) {
  const name = useActorName()
  return (
    <ChooseButton focus={{ kind: 'speaker', id }} look="link">
      <bdi>{name(id)}</bdi>
    </ChooseButton>
  )
}
