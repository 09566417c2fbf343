'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useDateText } from '@/components/record-text/use-words'
import { Button } from '@/components/ui/button'
import panel from '@/components/ui/panel.module.css'
import { PanelSection } from '@/components/ui/panel-section'
import { useCase } from '@/lib/client/case-context'
import type { KeptEvidence } from '@/lib/schema/evidence'
import { evidenceAddress } from '@/lib/url/evidence-address'
import styles from './evidence.module.css'
import { SourceTitle } from './source-line'

const MEGABYTE = 1e6
/** The smallest size that is told, in megabytes. */
const LEAST = 0.1

type Form = 'picture' | 'film' | 'document'

function formOf({ type }: KeptEvidence): Form {
  return type.startsWith('image/') ? 'picture' : type.startsWith('video/') ? 'film' : 'document'
}

interface EvidenceSectionProps {
  of: { kind: 'place' | 'event' | 'statement' | 'figure'; id: string }
}

/** The pictures, films and documents that belong to a record: a part of its panel. Nothing where there are none. */
export function EvidenceSection({ of }: EvidenceSectionProps) {
  const { linked } = useCase()
  const t = useTranslations('evidence')
  const own = linked.evidence.filter((evidence) => evidence[of.kind] === of.id)
  if (own.length === 0) return null
  return (
    <PanelSection title={t('title')} count={own.length}>
      <ul className={`${panel.list} ${panel.spaced}`}>
        {own.map((evidence) => (
          <li key={`${evidence.id} ${evidence.sha256}`}>
            <EvidenceFigure evidence={evidence} />
          </li>
        ))}
      </ul>
    </PanelSection>
  )
}

/** One of them with its caption; what not everybody may want to see is covered, and nothing of it fetched, until it is asked for. */
function EvidenceFigure({ evidence }: { evidence: KeptEvidence }) {
  const t = useTranslations('evidence')
  const [isAsked, setAsked] = useState(false)
  const { sensitive, title } = evidence
  const form = formOf(evidence)
  return (
    <figure className={styles.figure} data-evidence={evidence.id}>
      {sensitive !== undefined && (
        <Button className={panel.link} onClick={() => setAsked(!isAsked)}>
          {t(isAsked ? 'cover' : `show.${form}`)}
          <span className="visually-hidden">: {title}</span>
        </Button>
      )}
      {sensitive === undefined || isAsked ? (
        <Shown evidence={evidence} form={form} />
      ) : (
        <div className={styles.veil}>
          <p dir="auto">{sensitive}</p>
        </div>
      )}
      <Caption evidence={evidence} />
    </figure>
  )
}

function Shown({ evidence, form }: { evidence: KeptEvidence; form: Form }) {
  const { linked } = useCase()
  const t = useTranslations('evidence')
  const { file, shows, title } = evidence
  const address = evidenceAddress(linked.id, evidence)
  const megabytes = Math.max(LEAST, Math.round(file.bytes / MEGABYTE / LEAST) * LEAST)
  if (form === 'picture')
    return (
      <>
        {/* biome-ignore lint/performance/noImgElement: it is served as it was made */}
        <img src={address} alt={shows} width={file.width} height={file.height} loading="lazy" decoding="async" />
        <a className={panel.link} href={address} target="_blank" rel="noreferrer noopener">
          {t('enlarge')}
          <span className="visually-hidden">: {title}</span>
        </a>
      </>
    )
  return (
    <>
      {form === 'film' ? (
        // biome-ignore lint/a11y/useMediaCaption: evidence comes without captions; what is to be seen is said below it
        <video src={address} controls preload="none" aria-label={title} />
      ) : (
        <a className={panel.link} href={address} download="">
          {t('download', { megabytes })}
        </a>
      )}
      <p className={panel.prose} dir="auto">
        {shows}
      </p>
    </>
  )
}

function Caption({ evidence: { title, taken, credit, licence, source } }: { evidence: KeptEvidence }) {
  const t = useTranslations('evidence')
  const dateText = useDateText()
  return (
    <figcaption>
      <strong dir="auto">{title}</strong>
      <p className={panel.small} dir="auto">
        {taken !== undefined && `${dateText(taken)} · `}
        <bdi>{credit}</bdi>
        {' · '}
        <bdi>{licence}</bdi>
        {' · '}
        {t('from')} <SourceTitle id={source} />
      </p>
    </figcaption>
  )
}
