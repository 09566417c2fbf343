'use client'
import { useTranslations } from 'next-intl'
import { useId, useRef, useState } from 'react'
import { type TakenPicture, useTakePicture } from '@/components/picture/use-take-picture'
import { Button } from '@/components/ui/button'
import tool from '@/components/ui/tool.module.css'
import { useCase } from '@/lib/client/case-context'
import { fetchJson, LARGE_TIMEOUT_MS } from '@/lib/client/load-with-retry'
import { saveFile, saveText } from '@/lib/client/save-file'
import { useVisible } from '@/lib/client/visible-context'
import { writeDay } from '@/lib/derive/calendar'
import { exportFeatures, type PlaceShapes } from '@/lib/derive/export-features'
import { columnsOf, exportRecords } from '@/lib/derive/export-records'
import { attributionOf } from '@/lib/derive/linked-case'
import { countVisible, findAskedFor } from '@/lib/derive/visible-records'
import { addressBelow } from '@/lib/url/base-path'
import { evidenceAddress } from '@/lib/url/evidence-address'
import { Part } from './part'
import styles from './share.module.css'
import { useRecordLink } from './use-citation'

type Saving = 'csv' | 'geojson' | null

/** What was asked for and is shown, as a table and as shapes, and the whole case as it lies on the server. */
export function DataPart() {
  const t = useTranslations('share')
  const tPage = useTranslations('page')
  const { linked } = useCase()
  const shown = useVisible()
  const linkTo = useRecordLink()
  const [saving, setSaving] = useState<Saving>(null)
  const [failed, setFailed] = useState(false)
  const { records, query } = shown
  const count = countVisible(shown, query.filter)

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
    exportRecords(
      linked,
      records,
      findAskedFor(shown, query.filter),
      (kind, id) => linkTo({ kind, id }),
      (evidence) => new URL(evidenceAddress(linked.id, evidence), location.href).href,
    )
  const saveCsv = async () => {
    // Only who wants a table needs what writes one.
    const { writeCsv } = await import('@/lib/derive/export-features')
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
      await fetchJson<PlaceShapes>(addressBelow(`/api/cases/${linked.id}/places.geojson`), {
        timeoutMs: LARGE_TIMEOUT_MS,
      }),
      attributionOf(linked, tPage('attribution')),
    )
    saveText(`${linked.id}.geojson`, 'application/geo+json', `${JSON.stringify(features)}\n`)
  }
  return (
    <>
      <p className={tool.hint}>{t('data.shown', { count })}</p>
      <div className={styles.files}>
        <Button className={tool.button} onClick={() => save('csv', saveCsv)}>
          {t('data.csv')}
        </Button>
        <span className={styles.said}>{saving === 'csv' ? t('saving') : t('data.csvCount', { count })}</span>
        <Button className={tool.button} onClick={() => save('geojson', saveGeojson)}>
          {t('data.geojson')}
        </Button>
        <span className={styles.said}>{saving === 'geojson' ? t('saving') : t('data.geojsonCount', { count })}</span>
        <a
          className={tool.button}
          href={addressBelow(`/api/cases/${linked.id}/archive.zip`)}
          download={`${linked.id}.zip`}
        >
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

const densities = [1, 2, 4] as const
type Density = (typeof densities)[number]

const BASE = { width: 1600, height: 1000 } as const

type State =
  | { kind: 'idle' | 'taking' | 'failed' }
  | { kind: 'done'; file: string; taken: TakenPicture; asked: Density }

/** The view as a picture: how large, and a button that draws and downloads it. */
export function PicturePart() {
  const t = useTranslations('picture')
  const { linked } = useCase()
  const takePicture = useTakePicture()
  const id = useId()
  const busy = useRef(false)
  const [density, setDensity] = useState<Density>(2)
  const [state, setState] = useState<State>({ kind: 'idle' })
  const take = async () => {
    // A disabled button would drop the keyboard's focus; a second press while one is drawn is passed over.
    if (busy.current) return
    busy.current = true
    setState({ kind: 'taking' })
    try {
      const taken = await takePicture(density)
      const file = `${linked.id}-${writeDay(Date.now())}${density === 1 ? '' : `@${density}x`}.png`
      saveFile(file, taken.blob)
      setState({ kind: 'done', file, taken, asked: density })
    } catch {
      setState({ kind: 'failed' })
    } finally {
      busy.current = false
    }
  }
  return (
    <Part title={t('name')}>
      <p className={tool.hint}>{t('explained', BASE)}</p>
      <fieldset className={styles.choice}>
        <legend className="visually-hidden">{t('density')}</legend>
        {densities.map((each) => (
          <label key={each}>
            <input type="radio" name={`${id}-density`} checked={density === each} onChange={() => setDensity(each)} />{' '}
            {each}×
          </label>
        ))}
      </fieldset>
      <p className={tool.actions}>
        <Button className={tool.button} aria-busy={state.kind === 'taking'} onClick={take}>
          {t(state.kind === 'taking' ? 'taking' : 'take')}
        </Button>
      </p>
      <p role="status" className={styles.said}>
        <Outcome state={state} />
      </p>
    </Part>
  )
}

function Outcome({ state }: { state: State }) {
  const t = useTranslations('picture')
  if (state.kind === 'failed') return t('failed')
  if (state.kind !== 'done') return null
  const { file, asked, taken } = state
  if (taken.mapRatio === 'still') return t('doneStill', { file })
  const coarse = taken.mapRatio < asked * 0.99
  return coarse ? t('doneCoarse', { file, ratio: Number(taken.mapRatio.toFixed(1)) }) : t('done', { file })
}
