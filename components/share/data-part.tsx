'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { saveText } from '@/lib/client/save-file'
import { useShown } from '@/lib/client/shown-context'
import { exportPlaces, type PlaceShapes } from '@/lib/derive/export-places'
import { exportRows } from '@/lib/derive/export-rows'
import styles from './share.module.css'
import { useRecordLink } from './use-citation'

async function fetchShapes(caseId: string): Promise<PlaceShapes> {
  const response = await fetch(`/api/cases/${caseId}/places.geojson`)
  if (!response.ok) throw new Error(`${response.status}`)
  return response.json()
}

type Saving = 'csv' | 'geojson' | null

/** What passes the filter as a table and as shapes, and the whole case as it lies on the server. */
export function DataPart() {
  const t = useTranslations('share')
  const pageWords = useTranslations('page')
  const { linked } = useCaseboard()
  const shown = useShown()
  const linkTo = useRecordLink()
  const [saving, setSaving] = useState<Saving>(null)
  const [failed, setFailed] = useState(false)
  const rows = shown.place.size + shown.quotation.size + shown.figure.size + shown.event.size

  const save = async (what: Exclude<Saving, null>, make: () => Promise<void>) => {
    setSaving(what)
    setFailed(
      await make().then(
        () => false,
        () => true,
      ),
    )
    setSaving(null)
  }
  const saveCsv = async () => {
    // Only who wants a table needs what writes one.
    const { writeCsv } = await import('@/lib/derive/write-csv')
    const table = exportRows(linked, shown.records, shown, (kind, id) => linkTo({ kind, id }))
    saveText(`${linked.id}.csv`, 'text/csv', writeCsv(table))
  }
  const saveGeojson = async () => {
    const shapes = await fetchShapes(linked.id)
    const link = (id: string) => linkTo({ kind: 'place', id })
    const places = exportPlaces(linked, shapes, shown, pageWords('attribution'), link)
    saveText(`${linked.id}.geojson`, 'application/geo+json', `${JSON.stringify(places)}\n`)
  }
  return (
    <>
      <p className={styles.hint}>{t('data.shown', { count: rows })}</p>
      <div className={styles.files}>
        <button type="button" className={styles.button} onClick={() => save('csv', saveCsv)}>
          {t('data.csv')}
        </button>
        <span className={styles.said}>{saving === 'csv' ? t('saving') : t('data.csvCount', { count: rows })}</span>
        <button type="button" className={styles.button} onClick={() => save('geojson', saveGeojson)}>
          {t('data.geojson')}
        </button>
        <span className={styles.said}>
          {saving === 'geojson' ? t('saving') : t('data.geojsonCount', { count: shown.place.size })}
        </span>
        <a className={styles.button} href={`/api/cases/${linked.id}/archive.zip`} download={`${linked.id}.zip`}>
          {t('data.whole')}
        </a>
        <span className={styles.said}>{t('data.wholeHint')}</span>
      </div>
      <p role="alert" className={styles.said}>
        {failed && t('notSaved')}
      </p>
    </>
  )
}
