'use client'
import { useTranslations } from 'next-intl'
import { type FormEvent, memo, useId, useState } from 'react'
import { RowList } from '@/components/records/layer-row'
import { Button } from '@/components/ui/button'
import styles from '@/components/ui/corrections.module.css'
import { LayerMark } from '@/components/ui/layer-mark'
import panel from '@/components/ui/panel.module.css'
import { useCase } from '@/lib/client/case-context'
import { rowsAddress } from '@/lib/client/layer-rows'
import { useLayerRows, useTileQuery } from '@/lib/client/use-layer-rows'
import { useView } from '@/lib/client/view-context'
import type { LinkedLayer } from '@/lib/derive/linked-case'
import { countTiled } from '@/lib/derive/time-bins'
import { legendRow } from '@/lib/map/legend-marks'
import type { Tiles } from '@/lib/schema/tiles'

/** The layers whose places are on tiles, each as a list that comes from the server when it is opened. */
export const TiledLists = memo(function TiledLists() {
  const { linked } = useCase()
  const visible = useView(({ visibleLayers }) => visibleLayers)
  return linked.layers.map(({ tiles, ...layer }) =>
    tiles === undefined || !visible.includes(layer.id) ? null : (
      <TiledList key={layer.id} layer={{ ...layer, tiles }} />
    ),
  )
})

function TiledList({ layer }: { layer: LinkedLayer & { tiles: Tiles } }) {
  const t = useTranslations('rows')
  const { linked } = useCase()
  const [id, field] = [useId(), useId()]
  const [isOpen, setOpen] = useState(false)
  const [words, setWords] = useState('')
  const query = useTileQuery(layer)
  const { told, goOn } = useLayerRows(layer, query, isOpen ? { words } : null)
  const look = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setWords(String(new FormData(event.currentTarget).get('words') ?? ''))
  }
  const page = typeof told === 'string' ? null : told
  return (
    <section className={styles.group} aria-labelledby={id} data-tiled-list="">
      <h2 className={panel.sectionTitle}>
        <LayerMark {...legendRow(layer)} />
        <span id={id}>{layer.name}</span>
        <span className={panel.count}>{t('count', { count: countTiled(layer.tiles, query) })}</span>
      </h2>
      {!isOpen && (
        <Button className={panel.link} onClick={() => setOpen(true)}>
          {t('list')}
        </Button>
      )}
      {isOpen && (
        <>
          <form onSubmit={look}>
            <label htmlFor={field} className={panel.small}>
              {t('words')}
            </label>{' '}
            <input id={field} name="words" type="search" maxLength={100} /> <Button type="submit">{t('find')}</Button>
          </form>
          <div aria-live="polite">
            {typeof told === 'string' && <p className={panel.quiet}>{t(told)}</p>}
            {page !== null && page.rows.length === 0 && (
              <p className={panel.quiet}>{t(page.next === null ? 'nothing' : 'nothingYet')}</p>
            )}
          </div>
          <RowList rows={page?.rows ?? []} layer={layer} />
          {page !== null && page.next !== null && (
            <Button className={panel.link} onClick={goOn}>
              {t(page.rows.length === 0 ? 'lookOn' : 'more')}
            </Button>
          )}
          <p className={panel.small}>
            <a href={rowsAddress({ caseId: linked.id, layer, query, words }, 0, 'rows.geojson')} download="">
              {t('export')}
            </a>
          </p>
        </>
      )}
    </section>
  )
}
