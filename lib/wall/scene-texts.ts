import { figureCaption } from '@/lib/derive/figure-words'
import type { LinkedCase, LinkedQuotation } from '@/lib/derive/linked-case'
import type { Figure } from '@/lib/schema/figure'
import type { Scene } from '@/lib/schema/scene'

/** The records that a scene's texts are taken from. */
export type SceneRecords = Pick<
  LinkedCase,
  'actors' | 'charts' | 'figures' | 'places' | 'quotations' | 'sources' | 'threads'
>

function byId<T extends { id: string }>(records: readonly T[], id: string | undefined): T | undefined {
  return id === undefined ? undefined : records.find((record) => record.id === id)
}

function given(texts: readonly (string | undefined)[]): string[] {
  return texts.filter((text) => text !== undefined)
}

function figureTexts(figure: Figure, { actors }: SceneRecords): string[] {
  const makers = [figure.by, ...(figure.via ?? [])].map((id) => byId(actors, id)?.name)
  return given([figure.qualifier, figureCaption(figure), figure.counts, ...makers, figure.status, figure.asOf])
}

/** A row of a chart says less than a figure that stands alone. */
function rowTexts(figure: Figure, { actors }: SceneRecords): string[] {
  return given([figureCaption(figure), byId(actors, figure.by)?.name, figure.status])
}

/** The words, who said them, when and where, and the record beside them that says otherwise, or else the first. */
function quotationTexts(quotation: LinkedQuotation, { actors, places, sources }: SceneRecords): string[] {
  const speaker = byId(actors, quotation.speaker)
  const record = quotation.records.find(({ status }) => status === 'differs') ?? quotation.records[0]
  return given([
    quotation.passage.exact,
    speaker?.name,
    speaker?.role,
    byId(places, quotation.where)?.name,
    quotation.said,
    record?.status === 'differs' ? record.words : undefined,
    byId(sources, record?.source)?.publisher,
  ])
}

/** Everything that a scene gives the audience to read. A record that it names and the case lacks gives nothing. */
export function sceneTexts(scene: Scene, records: SceneRecords): string[] {
  const figure = byId(records.figures, scene.figure)
  const chart = byId(records.charts, scene.chart)
  const quotation = byId(records.quotations, scene.quotation)
  const rows = chart?.figures.map((id) => byId(records.figures, id)).filter((row) => row !== undefined) ?? []
  return [
    ...given([
      byId(records.threads ?? [], scene.thread)?.title,
      scene.when,
      scene.where,
      scene.title,
      scene.words,
      scene.time?.window,
    ]),
    ...(figure === undefined ? [] : figureTexts(figure, records)),
    ...given([chart?.title, chart?.note]),
    ...rows.flatMap((row) => rowTexts(row, records)),
    ...(quotation === undefined ? [] : quotationTexts(quotation, records)),
  ]
}
