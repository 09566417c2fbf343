import { useTranslations } from 'next-intl'
import { StillPicture } from '@/components/map/still-picture'
import { useDateText } from '@/components/record-text/use-date-text'
import { Button } from '@/components/ui/button'
import { isolate } from '@/lib/derive/isolate'
import type { LinkedCase } from '@/lib/derive/linked-case'
import type { FoundKind } from '@/lib/find/find-documents'
import { foundAddress } from '@/lib/find/found-address'
import type { MarkedRun } from '@/lib/find/mark-words'
import { limits } from '@/lib/limits'
import { addressBelow } from '@/lib/url/base-path'
import { stillMapAddress } from '@/lib/url/still-map-address'
import { readView } from '@/lib/url/view-codec'
import styles from './case-index.module.css'

export interface IndexedCase
  extends Pick<LinkedCase, 'id' | 'title' | 'summary' | 'period' | 'updated' | 'bounds' | 'version'> {
  counts: Record<'places' | 'quotations' | 'figures' | 'events' | 'sources', number>
  /** What of it was found; null while nothing is sought. */
  finds: { lines: { kind: FoundKind; id: string; runs: MarkedRun[] }[]; count: number; isTooLarge: boolean } | null
}

const pictureSize = { width: 560, height: 350 }
const emptyView = readView('')

interface CaseIndexProps {
  cases: readonly IndexedCase[]
  typed: string
  /** How many cases there are beyond those that are listed. */
  more: number
}

/** The page of several cases: a search over all of them, and each with its map, its time and what is in it. */
export function CaseIndex({ cases, typed, more }: CaseIndexProps) {
  const t = useTranslations('index')
  const page = useTranslations('page')
  const isSought = typed !== ''
  const shown = isSought ? cases.filter(({ finds }) => finds !== null && (finds.count > 0 || finds.isTooLarge)) : cases
  const count = shown.reduce((sum, { finds }) => sum + (finds?.count ?? 0), 0)
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <h1>{page('product')}</h1>
        <p>{t('explained', { count: cases.length + more })}</p>
        <search>
          <form action={addressBelow('/')} className={styles.form}>
            <label htmlFor="sought">{t('search')}</label>
            <input
              id="sought"
              type="search"
              name="q"
              defaultValue={typed}
              maxLength={limits.find.typedCharacters}
              placeholder={t('placeholder')}
            />
            <Button type="submit">{t('submit')}</Button>
            {isSought && <a href={addressBelow('/')}>{t('all')}</a>}
          </form>
        </search>
        {isSought && (
          <p role="status" className={styles.status}>
            {t('found', { count, cases: shown.length, typed: isolate(typed) })}
          </p>
        )}
      </header>
      <ul className={styles.cases} data-sought={isSought}>
        {shown.map((each) => (
          <li key={each.id}>
            <CaseCard indexed={each} />
          </li>
        ))}
      </ul>
      {more > 0 && <p className={styles.status}>{t('more', { count: more })}</p>}
    </main>
  )
}

function CaseCard({
  indexed: { id, title, summary, period, updated, bounds, version, counts, finds },
}: {
  indexed: IndexedCase
}) {
  const t = useTranslations('index')
  const dateText = useDateText()
  return (
    <article className={styles.card}>
      <StillPicture
        className={styles.picture}
        theme={null}
        address={(theme, as) =>
          stillMapAddress({ id, version }, { ...emptyView, theme }, pictureSize, [], {
            ...as,
            bounds,
            names: false,
            scale: 0.7,
          })
        }
        size={pictureSize}
        alt=""
        inPixels
      />
      <p className={styles.period}>{dateText(period)}</p>
      <h2 className={styles.title}>
        <a href={addressBelow(`/cases/${id}`)} dir="auto">
          {title}
        </a>
      </h2>
      {finds === null ? (
        <p className={styles.summary} dir="auto">
          {summary}
        </p>
      ) : (
        <Finds caseId={id} finds={finds} />
      )}
      <p className={styles.counts}>
        {t('counts', counts)} · {t('updated', { date: dateText(updated) })}
      </p>
    </article>
  )
}

function Finds({
  caseId,
  finds: { lines, count, isTooLarge },
}: {
  caseId: string
  finds: NonNullable<IndexedCase['finds']>
}) {
  const t = useTranslations('index')
  const kinds = useTranslations('index.kinds')
  if (isTooLarge) return <p className={styles.summary}>{t('tooLarge')}</p>
  return (
    <ul className={styles.finds}>
      {lines.map(({ kind, id, runs }) => (
        <li key={`${kind} ${id}`}>
          <span className={styles.kind}>{kinds(kind)}</span>{' '}
          <a href={foundAddress(caseId, { kind, id })} dir="auto">
            {runs.map(({ text, marked, at }) => (marked ? <mark key={at}>{text}</mark> : text))}
          </a>
        </li>
      ))}
      {count > lines.length && <li className={styles.rest}>{t('rest', { count: count - lines.length })}</li>}
    </ul>
  )
}
