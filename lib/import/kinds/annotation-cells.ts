import { isObject } from '@/lib/schema/plain-values'
import { together } from '../feeds/feed-geometry'

type Json = Record<string, unknown>

const objects = (value: unknown): Json[] =>
  Array.isArray(value) ? value.filter(isObject) : isObject(value) ? [value] : []

const textOf = (values: readonly unknown[]) => values.find((value) => typeof value === 'string' && value.trim() !== '')

/** The shapes that the bodies of an annotation give, as those that geotag do. */
function shapesOf(bodies: readonly Json[]): unknown {
  const held = bodies.flatMap((body) => [body, ...objects(body.value), ...objects(body.source)])
  return together(
    held.flatMap((body) => {
      if (isObject(body.geometry)) return [body.geometry]
      if (Array.isArray(body.coordinates)) return [{ type: body.type ?? 'Point', coordinates: body.coordinates }]
      const at = body.at ?? body.lnglat
      return Array.isArray(at) ? [{ type: 'Point', coordinates: at }] : []
    }),
  )
}

/**
 * What a W3C Web Annotation says, in columns: the words that it marks, what is said of them, by whom and when; as
 * Hypothesis, Recogito and others write it. Its shape, as yet unchecked, is that which a body gives.
 */
export function annotationCells(annotation: Json): { cells: Json; geometry: unknown } {
  const targets = objects(annotation.target)
  const selectors = targets.flatMap(({ selector }) => objects(selector))
  const quote = selectors.find(({ type, exact }) => type === 'TextQuoteSelector' || typeof exact === 'string') ?? {}
  const place = selectors.find(({ type }) => type === 'TextPositionSelector') ?? {}
  const bodies = objects(annotation.body)
  const comments = bodies.filter(({ purpose }) => purpose !== 'tagging' && purpose !== 'geotagging')
  const tags = bodies.filter(({ purpose }) => purpose === 'tagging').flatMap(({ value }) => textOf([value]) ?? [])
  const owned = Array.isArray(annotation.tags) ? annotation.tags.filter((tag) => typeof tag === 'string') : []
  const creator = isObject(annotation.creator) ? annotation.creator : {}
  const source = targets[0]?.source
  return {
    cells: {
      quote: quote.exact,
      prefix: quote.prefix,
      suffix: quote.suffix,
      start: place.start,
      end: place.end,
      comment: textOf([annotation.text, annotation.bodyValue, ...comments.map(({ value }) => value)]),
      tags: [...tags, ...owned].join(', '),
      motivation: textOf([annotation.motivation]),
      created: textOf([annotation.created, annotation.modified]),
      creator: textOf([creator.name, creator.nickname, creator.id, annotation.creator, annotation.user]),
      source: textOf([source, isObject(source) ? source.id : undefined, annotation.uri, annotation.target]),
      identifier: textOf([annotation.id]),
    },
    geometry: shapesOf(bodies),
  }
}
