import { isObject } from '@/lib/schema/plain-values'

type Json = Record<string, unknown>
const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : [])

/** `in`, or what lies between `earliest` and `latest`, of an end of a timespan. */
function endOf(value: unknown, which: 'earliest' | 'latest'): string | undefined {
  if (!isObject(value)) return undefined
  const held = value.in ?? value[which] ?? value[which === 'earliest' ? 'latest' : 'earliest']
  return typeof held === 'string' || typeof held === 'number' ? String(held) : undefined
}

/** The title, names, types and timespan of a place of Linked Places, in columns. */
export function whenOf(feature: Json): Json {
  const properties = isObject(feature.properties) ? feature.properties : {}
  const when = isObject(feature.when) ? feature.when : {}
  const spans = objects(when.timespans)
  const names = objects(feature.names).flatMap(({ toponym }) => (typeof toponym === 'string' ? [toponym] : []))
  const types = objects(feature.types).flatMap(({ label, sourceLabel, sourceLabels }) => {
    const held = label ?? sourceLabel ?? objects(sourceLabels)[0]?.label
    return typeof held === 'string' ? [held] : []
  })
  const [description] = objects(feature.descriptions).map(({ value }) => value)
  return {
    title: properties.title ?? names[0],
    start: endOf(spans[0]?.start, 'earliest'),
    end: endOf(spans.at(-1)?.end, 'latest'),
    type: types[0],
    names: names.join(', '),
    description,
    '@id': feature['@id'],
  }
}
