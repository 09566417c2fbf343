'use client'
import { useLocale, useTranslations } from 'next-intl'
import { StreetCredit } from '@/components/map/street-credit'
import { useAgeText, useSinceText } from '@/components/record-text/use-time-text'
import { useDateText } from '@/components/record-text/use-words'
import { WallTime } from '@/components/wall/map/wall-time'
import { summarizeIssues } from '@/components/wall/session/use-notices'
import { useWall } from '@/lib/client/wall-context'
import { attributionOf, type LinkedPlace, type LinkedScene } from '@/lib/derive/linked-case'
import type { CorrectedRecord } from '@/lib/schema/correction'
import type { LegibleType } from '@/lib/wall/legible-type'
import type { MapScale } from '@/lib/wall/map-scale'
import { ScaleBar } from './scale-bar'
import styles from './wall-notes.module.css'
import { SteeringNote } from './wall-progress'

/** More would not be read from across a room. */
const FILES_NAMED = 2

/**
 * What stands on the wall at every moment, blank too: whose hand it is in, which time is shown, how old the data is,
 * whose geography this is, what drawing a border does not say, and what the wall knows to be wrong with itself.
 */
export function WallNotes({ type, mapScale }: { type: LegibleType | null; mapScale: MapScale | null }) {
  const { index, view, state } = useWall()
  const t = useTranslations('page')
  return (
    <footer className={styles.notes} data-map-panel="">
      {/* Else it stands at the marks of the tour, which a blank wall and the map alone do not have. */}
      {(state.blank || view.role === 'map') && (
        <div className={styles.hand}>
          <SteeringNote />
        </div>
      )}
      <WallTime />
      <div className={styles.row}>
        <p className={`${styles.line} ${styles.grow}`}>
          <DataAge />
          <Notices />
          <CorrectedSince />
          {type !== null && type.readableToM !== null && <ReadableTo metres={type.readableToM} />}
        </p>
        {view.role !== 'evidence' && <ScaleBar scale={state.blank ? null : mapScale} />}
      </div>
      <p className={styles.line}>
        {t('boundary')} {attributionOf(index.linked, t('attribution'))}
        <StreetCredit />
      </p>
    </footer>
  )
}

/** The date of the report, and how old what is told of it is. */
function DataAge() {
  const { linked } = useWall().index
  const t = useTranslations('wall.notes')
  const age = useAgeText()
  const dateText = useDateText()
  const date = dateText(linked.updated)
  return (
    <span>
      {t('report', { date: dateText(linked.reported) })}
      {'. '}
      <span className={styles.age}>{age === null ? t('dataOf', { date }) : t('dataOfChecked', { date, age })}</span>
    </span>
  )
}

/** A live region before its words, so that they are announced. */
function Notices() {
  const { notices, index } = useWall()
  const t = useTranslations('wall.notices')
  const { kept, lost, records } = summarizeIssues(index.linked.setAside)
  const locale = useLocale()
  const names = (files: readonly string[]) => {
    const more = files.length - FILES_NAMED
    const named = files.slice(0, FILES_NAMED)
    return new Intl.ListFormat(locale).format(more > 0 ? [...named, t('more-files', { count: more })] : named)
  }
  const told = { kept: names(kept), keptCount: kept.length, lost: names(lost), lostCount: lost.length, records }
  return (
    <span role="status">
      {notices.map((notice) => (
        <span key={notice} className={styles.notice}>
          {t(notice, told)}
        </span>
      ))}
    </span>
  )
}

/** How much was corrected since the link was made that opened this wall, and whether it is of what is shown now. */
function CorrectedSince() {
  const { scene, opened } = useWall()
  const since = useSinceText(visibleRecords(scene, opened), 'shown')
  return since === null ? null : <span className={styles.notice}>{since.line}</span>
}

function visibleRecords(scene: LinkedScene | null, opened: LinkedPlace | null): CorrectedRecord[] {
  if (opened !== null) return [{ kind: 'place', id: opened.id }]
  if (scene === null) return []
  const { id, focus, quotation, figure, chart } = scene
  const named = [
    ['scene', id],
    ['place', focus],
    ['quotation', quotation],
    ['figure', figure],
    ['chart', chart],
  ] as const
  return named.flatMap(([kind, one]) => (one === undefined ? [] : [{ kind, id: one }]))
}

function ReadableTo({ metres }: { metres: number }) {
  const t = useTranslations('wall.notes')
  // Rounded down: what it promises must hold.
  const number = new Intl.NumberFormat(useLocale(), { maximumFractionDigits: 1 }).format(Math.floor(metres * 10) / 10)
  return <span className={styles.notice}>{t('readable', { metres: number })}</span>
}
