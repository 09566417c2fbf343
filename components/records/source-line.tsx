'use client'
import { useTranslations } from 'next-intl'
import { useOpenPart, useSourceName } from '@/components/record-text/record-refs'
import { useDateText } from '@/components/record-text/use-words'
import { Button } from '@/components/ui/button'
import styles from '@/components/ui/panel.module.css'
import { useCase } from '@/lib/client/case-context'
import type { Source } from '@/lib/schema/source'
import { CorrectedSign } from './corrected-line'

/** The schema lets only http(s) through; the page checks again, so that no data can ever put a script behind a link. */
function isWebAddress(address: string | undefined): address is string {
  return address !== undefined && /^https?:\/\//i.test(address)
}

interface WebLinkProps {
  address: string
  children: string
}

/** A link that leaves the page, in a tab of its own. */
export function WebLink({ address, children }: WebLinkProps) {
  const t = useTranslations('panel')
  return (
    <a className={styles.link} href={address} target="_blank" rel="noreferrer noopener">
      <bdi>{children}</bdi>
      <span className="visually-hidden"> ({t('opensElsewhere')})</span>
    </a>
  )
}

/** A source's title, as a link where it has an address on the web. */
export function SourceTitle({ id }: { id: string }) {
  const { source } = useCase()
  const found = source(id)
  if (!isWebAddress(found?.address)) return <bdi>{found?.title ?? id}</bdi>
  return <WebLink address={found.address}>{found.title}</WebLink>
}

/** Who brought a source out, as a link to the document where it has an address on the web. */
export function PublisherLink({ id }: { id: string }) {
  const { source } = useCase()
  const found = source(id)
  const name = found?.publisher ?? id
  return isWebAddress(found?.address) ? <WebLink address={found.address}>{name}</WebLink> : <bdi>{name}</bdi>
}

/** What is known of a source in short: when it came out, what kind of document it is, who wrote it, when it was seen. */
function useSourceFacts(): (source: Source) => string {
  const t = useTranslations('source')
  const dateText = useDateText()
  return ({ kind, author, published, retrieved }) =>
    [
      published && dateText(published),
      kind && t(`kinds.${kind}`),
      author,
      retrieved && t('retrieved', { date: dateText(retrieved) }),
    ]
      .filter((fact) => fact !== undefined)
      .join(' · ')
}

const note = `${styles.prose} ${styles.quiet}`

/** A source as one line to be read or, with `full`, everything that is known of it. */
export function SourceLine({ id, full }: { id: string; full?: 'screen' | 'paper' }) {
  const { source } = useCase()
  const found = source(id)
  if (found === undefined) return <SourceTitle id={id} />
  return full === undefined ? <OneLine source={found} /> : <WholeEntry source={found} onPaper={full === 'paper'} />
}

/** Who brought it out, its title as a link, when, what kind of document it is, and how it was seen. */
function OneLine({ source }: { source: Source }) {
  const t = useTranslations('source')
  const facts = useSourceFacts()
  const { id, publisher, via } = source
  return (
    <p className={styles.small} dir="auto">
      <bdi>{publisher}</bdi>
      {': '}
      <SourceTitle id={id} />
      {` · ${facts(source)}`}
      {via !== undefined && ` · ${t('via', { via })}`}
      <CorrectedSign record={{ kind: 'source', id }} />
    </p>
  )
}

/** Its title, its facts, how it was seen, what it takes from, its licence and our note. */
function WholeEntry({ source, onPaper }: FullFactsProps) {
  const t = useTranslations('source')
  const facts = useSourceFacts()
  const { id, publisher, via } = source
  return (
    <div>
      <SourceTitle id={id} />
      <p className={note} dir="auto">
        {`${publisher} · ${facts(source)}`}
      </p>
      {via !== undefined && (
        <p className={note} dir="auto">
          {t('via', { via })}
        </p>
      )}
      <FullFacts source={source} onPaper={onPaper} />
    </div>
  )
}

interface FullFactsProps {
  source: Source
  /** Where nothing can be pressed. */
  onPaper: boolean
}

function FullFacts({ source: { archived, takesFrom = [], licence, note: ours }, onPaper }: FullFactsProps) {
  const name = useSourceName()
  const t = useTranslations('source')
  return (
    <>
      {isWebAddress(archived) && (
        <p className={note}>
          <WebLink address={archived}>{t('archived')}</WebLink>
        </p>
      )}
      {takesFrom.length > 0 && (
        <p className={note}>
          {t('takesFrom')}{' '}
          {takesFrom.map((id, at) => (
            <span key={id}>
              {at > 0 && '; '}
              {onPaper ? <bdi>{name(id)}</bdi> : <SourceButton id={id} />}
            </span>
          ))}
        </p>
      )}
      {licence !== undefined && (
        <p className={note} dir="auto">
          {t('licence', { licence })}
        </p>
      )}
      {ours !== undefined && (
        <p className={note} dir="auto">
          {ours}
        </p>
      )}
    </>
  )
}

/** Leads to another source in the list of them. */
function SourceButton({ id }: { id: string }) {
  const openPart = useOpenPart()
  const name = useSourceName()
  return (
    <Button className={styles.link} onClick={() => openPart({ kind: 'source', id })}>
      <bdi>{name(id)}</bdi>
    </Button>
  )
}

/** In the order in which the facts themselves stand. */
const lackable = [
  'address',
  'archived',
  'author',
  'published',
  'retrieved',
  'takesFrom',
  'sha256',
] as const satisfies readonly (keyof NonNullable<Source['missing']>)[]

/** What a source lacks, each with the reason. Nothing where nothing is missing. */
export function SourceMissing({ id }: { id: string }) {
  const { source } = useCase()
  const t = useTranslations('source')
  const { missing } = source(id) ?? {}
  const lines = lackable.flatMap((what) => {
    const why = missing?.[what]
    return why === undefined ? [] : [{ what, text: t('missingLine', { what: t(`lacking.${what}`), why }) }]
  })
  if (lines.length === 0) return null
  return (
    <details className={styles.small}>
      <summary className={styles.summary}>{t('missing')}</summary>
      <ul className={styles.list}>
        {lines.map(({ what, text }) => (
          <li key={what} dir="auto">
            {text}
          </li>
        ))}
      </ul>
    </details>
  )
}
