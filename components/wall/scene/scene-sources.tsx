'use client'
import { useTranslations } from 'next-intl'
import { useDateText } from '@/components/record-text/use-words'
import { type CaseIndex, useCase } from '@/lib/client/case-context'
import type { LinkedFigure, LinkedQuotation } from '@/lib/derive/linked-case'
import { pickWordings, rankWordings } from '@/lib/derive/rank-wordings'
import type { Scene } from '@/lib/schema/scene'
import styles from './wall-scene.module.css'

type Records = Pick<CaseIndex, 'figure' | 'quotation' | 'source' | 'linked'>

/** The figures that a scene shows: its own, and those of its chart. */
export function sceneFigures(scene: Scene, { figure, linked }: Pick<Records, 'figure' | 'linked'>): LinkedFigure[] {
  const chart = linked.charts.find(({ id }) => id === scene.chart)
  const ids = [...(scene.figure === undefined ? [] : [scene.figure]), ...(chart?.figures ?? [])]
  return ids.map(figure).filter((found) => found !== undefined)
}

/** Where a figure comes from; a derived one comes from where its inputs do. Inputs never go in circles: the schema. */
function figureSources(found: LinkedFigure, figure: Records['figure']): string[] {
  if (found.passage !== undefined) return [found.passage.source]
  return (found.inputs ?? []).flatMap((id) => {
    const input = figure(id)
    return input === undefined ? [] : figureSources(input, figure)
  })
}

/** Where a quotation's words come from, and where the wording does that is shown beside them or has the same words. */
function quotationSources(quotation: LinkedQuotation, source: Records['source']): string[] {
  const wordings = pickWordings(rankWordings(quotation, source))
  const same = quotation.records.find(({ status }) => status === 'same-words')
  const shown = wordings.length > 1 || same === undefined ? wordings : [quotation.passage, same]
  return shown.map((each) => each.source)
}

/** Ids of the sources of all that a scene says: its figures', its quotation's, those of its words; each once. */
export function sceneSources(scene: Scene, records: Records): string[] {
  const quotation = scene.quotation === undefined ? undefined : records.quotation(scene.quotation)
  const counted = sceneFigures(scene, records).flatMap((found) => figureSources(found, records.figure))
  return [
    ...new Set([
      ...counted,
      ...(quotation === undefined ? [] : quotationSources(quotation, records.source)),
      ...(scene.sources ?? []),
    ]),
  ]
}

/** Publisher and date of a source; its id where the record was set aside. */
export function usePublisherAndDate(): (id: string) => string {
  const { source } = useCase()
  const t = useTranslations('wall.scene')
  const dateText = useDateText()
  return (id) => {
    const found = source(id)
    if (found === undefined) return id
    const { publisher, published } = found
    return published === undefined ? publisher : t('sourceDated', { publisher, date: dateText(published) })
  }
}

/** Who published what stands on screen. Always there. */
export function SceneSourceLine({ ids }: { ids: readonly string[] }) {
  const { source } = useCase()
  const t = useTranslations('wall.scene')
  if (ids.length === 0) return null
  const names = [...new Set(ids.map((id) => source(id)?.publisher ?? id))]
  return (
    <footer className={styles.sources}>
      {names.map((name, at) => (
        // A blank after each, for a name breaks only where it fills a line by itself.
        <span key={name}>
          <span className={styles.source}>
            {at === 0 && `${t('sources', { count: names.length })} `}
            {name}
            {at < names.length - 1 && '\u00a0·'}
          </span>{' '}
        </span>
      ))}
    </footer>
  )
}
