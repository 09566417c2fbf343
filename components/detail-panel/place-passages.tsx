'use client'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { useFocusName } from '@/components/record-text/use-names'
import { useAsOfText } from '@/components/record-text/use-words'
import { OneOrigin } from '@/components/records/one-origin'
import { MarkedWords, PassageButton } from '@/components/records/passage-view'
import { SourceTitle } from '@/components/records/source-line'
import panel from '@/components/ui/panel.module.css'
import { RecordLink } from '@/components/ui/record-link'
import { useCase } from '@/lib/client/case-context'
import { useVisible } from '@/lib/client/visible-context'
import type { LinkedFigure, LinkedPlace } from '@/lib/derive/linked-case'
import { findPlacePassages, type RecordPassage } from '@/lib/derive/place-passages'
import styles from './place-panel.module.css'

/** The sentences that a place's mark comes from, so that a click on the map leads to words. Nothing without one. */
export function PlacePassages({ place }: { place: LinkedPlace }) {
  const { linked } = useCase()
  const t = useTranslations('place')
  const titleId = useId()
  const passages = findPlacePassages(place, linked)
  if (passages.length === 0) return null
  return (
    <section aria-labelledby={titleId}>
      <h4 id={titleId} className={styles.partTitle}>
        {t('passages')}
      </h4>
      <ul className={`${panel.list} ${styles.passages}`}>
        {passages.map((found) => (
          <li key={`${found.kind} ${found.id}`}>
            <MarkPassage found={found} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function MarkPassage({ found: { kind, id, passage } }: { found: RecordPassage }) {
  const t = useTranslations('source')
  const name = useFocusName()({ kind, id }) ?? id
  return (
    <>
      {kind !== 'quotation' && <RecordName kind={kind} id={id} name={name} />}
      {passage.noted === true ? <p className={panel.prose}>{passage.exact}</p> : <MarkedWords passage={passage} />}
      <p className={panel.small}>
        {passage.noted === true && `${t('noted')}: `}
        <SourceTitle id={passage.source} />
        {' · '}
        <PassageButton focus={{ kind, id }} passage={passage} of={name} />
      </p>
    </>
  )
}

function RecordName({ kind, id, name }: Pick<RecordPassage, 'kind' | 'id'> & { name: string }) {
  const { figure } = useCase()
  const found = kind === 'figure' ? figure(id) : undefined
  return (
    <p className={panel.prose}>
      <RecordLink focus={{ kind, id }} look="link">
        {name}
      </RecordLink>
      {found !== undefined && ` ${found.counts}`}
      {found !== undefined && <AsOf figure={found} />} {found !== undefined && <OneOrigin carried={found} />}
    </p>
  )
}

/** For when a size holds: what is drawn by it may stand on the map before that, and then it says so. */
function AsOf({ figure }: { figure: LinkedFigure }) {
  const { linked } = useCase()
  const { time } = useVisible().query
  const t = useTranslations('place')
  const asOfText = useAsOfText()
  const moment = linked.moments.find(({ kind, id }) => kind === 'figure' && id === figure.id)
  const isLater = time !== null && moment !== undefined && moment.start >= time.end
  return <span className={panel.quiet}>{[` · ${asOfText(figure)}`, ...(isLater ? [t('later')] : [])].join(', ')}</span>
}
