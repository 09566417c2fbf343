'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { useCase } from '@/lib/client/case-context'
import { fetchJson, LARGE_TIMEOUT_MS } from '@/lib/client/fetch-json'
import { saveText } from '@/lib/client/save-file'
import { useShown } from '@/lib/client/shown-context'
import { attributionOf } from '@/lib/derive/attribution'
import { exportFeatures, type PlaceShapes } from '@/lib/derive/export-features'
import { columnsOf, exportRecords } from '@/lib/derive/export-records'
import { countShown, findAskedFor } from '@/lib/derive/shown-records'
import styles from './share.module.css'
import { useRecordLink } from './use-citation'

type Saving = 'csv' | 'geojson' | null

/** What was asked for and is shown, as a table and as shapes, and the whole case as it lies on the server. */
export function DataPart() {
  const t = useTranslations('share')
  const pageWords = useTranslations('page')
  const { linked } = useCase()
  const shown = useShown()
  const linkTo = useRecordLink()
  const [saving, setSaving] = useState<Saving>(null)
  const [failed, setFailed] = useState(false)
  const { records, sieve } = shown
  const count = countShown(shown, sieve.filter)

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
  const exported = () =>
    exportRecords(linked, records, findAskedFor(shown, sieve.filter), (kind, id) => linkTo({ kind, id }))
  const saveCsv = async () => {
    // Only who wants a table needs what writes one.
    const { writeCsv } = await import('@/lib/derive/write-csv')
    const wanted = exported()
    const table = writeCsv(
      wanted.map(({ row }) => row),
      columnsOf(wanted),
    )
    saveText(`${linked.id}.csv`, 'text/csv', table)
  }
  const saveGeojson = async () => {
    const features = exportFeatures(
      linked,
      exported(),
      await fetchJson<PlaceShapes>(`/api/cases/${linked.id}/places.geojson`, { timeoutMs: LARGE_TIMEOUT_MS }),
      attributionOf(linked, pageWords('attribution')),
    )
    saveText(`${linked.id}.geojson`, 'application/geo+json', `${JSON.stringify(features)}\n`)
  }
  return (
    <>
      <p className={styles.hint}>{t('data.shown', { count })}</p>
      <div className={styles.files}>
        <Button className={styles.button} onClick={() => save('csv', saveCsv)}>
          {t('data.csv')}
        </Button>
        <span className={styles.said}>{saving === 'csv' ? t('saving') : t('data.csvCount', { count })}</span>
        <Button className={styles.button} onClick={() => save('geojson', saveGeojson)}>
          {t('data.geojson')}
        </Button>
        <span className={styles.said}>{saving === 'geojson' ? t('saving') : t('data.geojsonCount', { count })}</span>
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
