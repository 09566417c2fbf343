'use client'
import { useTranslations } from 'next-intl'
import { CorrectedSign } from '@/components/corrections/corrected-line'
import { useCaseboard } from '@/lib/client/caseboard-context'
import styles from './panel.module.css'
import { useDateText } from './use-words'

/** The schema lets only http(s) through; the page checks again, so that no data can ever put a script behind a link. */
function isWebAddress(address: string | undefined): address is string {
  return address !== undefined && /^https?:\/\//i.test(address)
}

/** A source's title, as a link where it has an address on the web. */
export function SourceTitle({ id }: { id: string }) {
  const { source } = useCaseboard()
  const t = useTranslations('panel')
  const found = source(id)
  if (found === undefined) return <span>{id}</span>
  if (!isWebAddress(found.address)) return <span>{found.title}</span>
  return (
    <a className={styles.link} href={found.address} target="_blank" rel="noreferrer noopener">
      {found.title}
      <span className="visually-hidden"> ({t('opensElsewhere')})</span>
    </a>
  )
}

/** Title, publisher, author, dates and how it was seen; with `full` also its licence and our note. */
export function SourceLine({ id, full = false }: { id: string; full?: boolean }) {
  const { source } = useCaseboard()
  const t = useTranslations('source')
  const dateText = useDateText()
  const found = source(id)
  const facts =
    found === undefined
      ? []
      : [
          found.publisher,
          found.author,
          found.published && t('published', { date: dateText(found.published) }),
          found.retrieved && t('retrieved', { date: dateText(found.retrieved) }),
        ].filter((fact) => fact !== undefined)
  return (
    <div>
      <SourceTitle id={id} />
      {facts.length > 0 && (
        <p className={`${styles.prose} ${styles.quiet}`}>
          {facts.join(' · ')}
          {!full && <CorrectedSign record={{ kind: 'source', id }} />}
        </p>
      )}
      {found?.via !== undefined && <p className={`${styles.prose} ${styles.quiet}`}>{t('via', { via: found.via })}</p>}
      {full && found?.licence !== undefined && (
        <p className={`${styles.prose} ${styles.quiet}`}>{t('licence', { licence: found.licence })}</p>
      )}
      {full && found?.note !== undefined && <p className={`${styles.prose} ${styles.quiet}`}>{found.note}</p>}
    </div>
  )
}
