import { plainDigits } from './plain-digits'

/** What is longer is no position, nor the address of a map that shows one. */
const MOST_ADDRESS = 500

const spaces = /[\u00a0\u202f\u2009]/g

/** Texts that say of themselves which number is the latitude. */
const ordered: readonly RegExp[] = [
  /^geo:\s*(-?[\d.]+),(-?[\d.]+)/i,
  /^lat(?:itude)?\.?\s*[:=]?\s*(.+?)[,;\s]+(?:lon(?:g(?:itude)?)?|lng)\.?\s*[:=]?\s*(.+)$/i,
]

const directions = /\b(north|south|east|west)\b\.?/gi

/** Where addresses of maps have the position that they show: of OpenStreetMap, Google, Bing, Apple. */
const addresses: readonly RegExp[] = [
  /[?&#]mlat=(-?[\d.]+)&mlon=(-?[\d.]+)/,
  /!3d(-?[\d.]+)!4d(-?[\d.]+)/,
  /[?&](?:q|query|ll|center|cp)=(?:loc:)?(-?\d+\.\d+)(?:,|%2C|~)\+?(-?\d+\.\d+)/i,
  /@(-?\d+\.\d+),(-?\d+\.\d+)/,
  /#map=[\d.]+\/(-?[\d.]+)\/(-?[\d.]+)/,
]

/** A position as it is written in a cell, and whether it says of itself that its latitude comes first, as a map's address does. */
export function readPositionText(text: string): { plain: string; isLatFirst: boolean } {
  if (text.length > MOST_ADDRESS) return { plain: text, isLatFirst: false }
  const written = plainDigits(text).trim().replace(spaces, ' ')
  const isAddress = /^https?:\/\//i.test(written)
  const found = (isAddress ? addresses : ordered).map((each) => each.exec(written)).find(Boolean)
  const pair = found == null ? written : `${found[1]}, ${found[2]}`
  const plain = isAddress ? pair : pair.replace(directions, (_, word: string) => word.charAt(0).toUpperCase())
  return { plain, isLatFirst: found != null }
}

/** A position as it is written in a cell, in the signs, digits and letters that the others have: of a map's address what it shows. */
export const plainPositionText = (text: string) => readPositionText(text).plain

const letter = '[NSEWO]'
const compact = new RegExp(`^(${letter})?\\s*(\\d{2,3})(\\d{2})(\\d{2}(?:[.,]\\d+)?)?\\s*(${letter})?$`, 'i')

/** A coordinate of aviation and shipping, “502700N” or “50-27-00N”, with spaces between its parts. */
export function spacedCoordinate(text: string): string {
  const plain = text.trim()
  if (new RegExp(`^\\d{1,3}-\\d{1,2}(?:[.-][\\d.,]+)?\\s*${letter}$`, 'i').test(plain))
    return plain.replaceAll('-', ' ')
  const [, before, degrees, minutes, seconds, behind] = compact.exec(plain) ?? []
  const mark = before ?? behind
  // Of a latitude the degrees have two digits, of a longitude three.
  if (mark === undefined || degrees?.length !== (/[NS]/i.test(mark) ? 2 : 3)) return text
  return [degrees, minutes, seconds ?? '00'].join(' ') + mark
}

/** How shapes of WKT begin, with the number of their system, as PostGIS writes it. */
export const wktStart = /^\s*(?:SRID=(\d+);\s*)?(MULTI)?(POINT|LINESTRING|POLYGON)\s*(?:ZM?|M)?\s*(?=\(|EMPTY)/i

/** Whether a cell begins as a shape of WKT or GeoJSON does. */
export function isShapeText(text: string): boolean {
  return wktStart.test(text) || /^\s*\{[\s\S]{0,60}"(?:type|coordinates)"\s*:/.test(text)
}
