import type { Feature } from 'geojson'

/** A text among a feature's properties; empty where there is none of that name. */
export function textOf(feature: Feature, key: string): string {
  const value: unknown = feature.properties?.[key]
  return typeof value === 'string' ? value : ''
}

/** A finite number among a feature's properties. */
export function numberOf(feature: Feature, key: string, otherwise: number): number {
  const value: unknown = feature.properties?.[key]
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise
}
