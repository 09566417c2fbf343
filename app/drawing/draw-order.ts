import type { OverlaySentences } from '@/app/overlay-words'
import type { ToolsSource } from '@/app/read-overlays'
import type { LinkedLayer } from '@/lib/derive/linked-case'
import type { LngLat } from '@/lib/schema/geometry'
import type { ValidTexts } from '@/lib/server/last-valid-store'
import type { StaticMapOptions } from '@/lib/server/svg-path'

/** A layer's picture as a still map draws it. */
export type DrawnPicture = Pick<StaticMapOptions['layers'][number], 'pixels' | 'cuts'>

/** A still map as the thread is told of it: what of a case is on it, and not the case, which would take long to copy. */
export interface StillOrder {
  options: Omit<StaticMapOptions, 'layers' | 'insets' | 'overlays'>
  layers: readonly LinkedLayer[]
  /** What the layers draw, as served: of those shown, and of all where something is laid over the case. */
  bodies: ReadonlyMap<string, Uint8Array>
  /** The pictures among the layers, as `data:` addresses; of those on tiles what each map shows. */
  pictures: ReadonlyMap<string, DrawnPicture>
  /** Ids of the places that are shown, and keys of what is not shown of them. */
  seen: ReadonlySet<string>
  hidden: ReadonlySet<string>
  insets: Omit<NonNullable<StaticMapOptions['insets']>, 'length'> | null
  voices: NonNullable<StaticMapOptions['overlays']>['voices']
  tools: ToolsSource
  words: OverlaySentences
}

/** What a shape that is laid over the case is found by; `bodies` are of the layers that its places are in. */
export type ShapeOrder = Pick<StillOrder, 'bodies' | 'tools' | 'words'>

/**
 * What is made apart: a still map as SVG, the name of a laid-over shape as JSON (null for none), a case's archive as a
 * zip, and as JSON the coast nearest to a position, and a country or a part of one (null for a code that there is not).
 */
export type DrawOrder =
  | { kind: 'prepare' }
  | { kind: 'still'; still: StillOrder }
  | { kind: 'shape-name'; shape: ShapeOrder }
  | { kind: 'archive'; caseId: string; files: ValidTexts }
  | { kind: 'coast'; at: LngLat }
  | { kind: 'unit'; code: string }
