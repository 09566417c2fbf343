import { toPoint } from 'mgrs/mgrs.js'
import { OpenLocationCode } from 'open-location-code'
import { utmToLngLat } from '@/lib/geo/utm'
import type { Cell } from '../row'
import { type DecimalMark, parseNumber } from './parse-number'
import { parseShape } from './parse-shape'
import { isShapeText, plainPositionText, readPositionText, spacedCoordinate } from './position-text'

export type LngLat = readonly [lng: number, lat: number]
export type Outcome<T> = { value: T } | { reason: string }

type Axis = 'lat' | 'lng'

const names = { lat: 'latitude', lng: 'longitude' } as const
const most = { lat: 90, lng: 180 } as const
const letters = { lat: /[NSСЮ]/i, lng: /[EWOВЗ]/i } as const
const negative = /^[SWЮЗ]$/i

/** Degrees, minutes and seconds in any of the marks that are used for them, with a letter before or behind. */
const partsPattern =
  /^\s*([NSEWO]|[СЮВЗ])?\s*([+\-−]?)(\d{1,3}(?:[.,]\d+)?)\s*(?:[°ºd˚:\s]\s*(\d{1,2}(?:[.,]\d+)?)\s*(?:(?:['’′m:]|\s)\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["”″]|''|’’|′′|s)?)?)?)?\s*[°º˚]?\s*([NSEWO]|[СЮВЗ])?\s*$/iu

const number = (text: string | undefined) => (text === undefined ? 0 : Number(text.replace(',', '.')))

function inRange(value: number, axis: Axis): Outcome<number> {
  if (Math.abs(value) <= most[axis]) return { value }
  const swapped = axis === 'lat' && Math.abs(value) <= 180
  return {
    reason: `is no ${names[axis]}: it must be from −${most[axis]} to ${most[axis]}${swapped ? '; latitude and longitude are swapped, perhaps' : Math.abs(value) > 1000 ? '; these are metres of a projection, perhaps: convert them to WGS 84' : ''}`,
  }
}

/** Longer texts are no positions, and patterns need not see them. */
const MOST_CHARACTERS = 60

/** One coordinate, in decimals or in degrees, minutes and seconds. */
export function parseCoordinate(cell: Cell, axis: Axis, mark: DecimalMark): Outcome<number> {
  const plain = parseNumber(cell, mark)
  if (plain !== null) return inRange(plain, axis)
  const example = axis === 'lat' ? '47.8388, or 47°50′20″N' : '35.1396, or 35°08′23″E'
  const text = String(cell).length > MOST_CHARACTERS ? null : spacedCoordinate(plainPositionText(String(cell)))
  const parts = text === null ? null : partsPattern.exec(text)
  const wrong = { reason: `is no ${names[axis]}: write it as ${example}` }
  if (parts === null) return wrong
  const [, before, sign, degrees, minutes, seconds, behind] = parts
  const letter = before ?? behind
  if (before !== undefined && behind !== undefined) return wrong
  if (letter !== undefined && !letters[axis].test(letter))
    return { reason: `is no ${names[axis]}: its letter is that of a ${names[axis === 'lat' ? 'lng' : 'lat']}` }
  if (number(minutes) >= 60 || number(seconds) >= 60)
    return { reason: 'has 60 minutes or seconds, or more, in a degree or minute' }
  const size = number(degrees) + number(minutes) / 60 + number(seconds) / 3600
  return inRange((letter !== undefined && negative.test(letter)) || sign === '-' || sign === '−' ? -size : size, axis)
}

const mgrsPattern = /^\d{1,2}\s*[C-HJ-NP-X]\s*[A-HJ-NP-Z]{2}\s*(\d\s*){0,10}$/i
const codePattern = /^[23456789CFGHJMPQRVWX]{8}\+[23456789CFGHJMPQRVWX]{0,7}$/i
const shortCodePattern = /^[23456789CFGHJMPQRVWX]{2,6}\+[23456789CFGHJMPQRVWX]{2,3}\b/i
const utmPattern =
  /^(\d{1,2})\s*([C-HJ-NP-X])[\s,;]+(\d{6}(?:\.\d+)?)\s*(?:mE?)?[\s,;]+(\d{1,8}(?:\.\d+)?)\s*(?:mN?)?$/i
const wktPattern = /^\s*(?:SRID=4326;)?POINT\s*Z?\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)[^)]*\)\s*$/i

/** Decimal places of a position: finer than a centimetre is noise. */
const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7

function fromMgrs(text: string): Outcome<LngLat> {
  try {
    const [lng, lat] = toPoint(text.replace(/\s/g, '').toUpperCase())
    if (Number.isFinite(lng) && Number.isFinite(lat)) return { value: [round(lng), round(lat)] }
  } catch {
    // Letters that no grid zone has.
  }
  return { reason: 'is no square of MGRS: write it as 36U XU 34567 12345' }
}

/** Bands of 8° from 80° S on; the last has 12. */
const bands = 'CDEFGHJKLMNPQRSTUVWX'
/** How far beyond its band a position may lie that was rounded, in degrees. */
const BAND_SLACK = 0.01

/** Why a latitude is none of a band; null where it is. With “N” many mean the whole north, which is the half that it is in. */
function whyOutsideBand(band: string, lat: number): string | null {
  const south = bands.indexOf(band) * 8 - 80
  const north = band === 'X' ? 84 : south + 8
  if (band === 'N' || (lat >= south - BAND_SLACK && lat <= north + BAND_SLACK)) return null
  const tell = (degrees: number) => `${Math.abs(degrees)}°${degrees < 0 ? ' S' : degrees > 0 ? ' N' : ''}`
  const meant = band === 'S' ? '; for the southern half write its band, as H or J' : ''
  return `is no point of its band: ${band} is from ${tell(south)} to ${tell(north)}, and the northing is that of ${Math.abs(lat).toFixed(2)}° ${lat < 0 ? 'S' : 'N'}${meant}`
}

/** “36U 324567 5587654”: zone, band, easting and northing in metres. */
function fromUtm([, zone = '', band = '', easting = '', northing = '']: RegExpExecArray): Outcome<LngLat> {
  const [lng, lat] = utmToLngLat(Number(zone), /[C-M]/i.test(band), Number(easting), Number(northing))
  const isThere = Number(zone) >= 1 && Number(zone) <= 60 && Math.abs(lat) <= 85 && Math.abs(lng) <= 180
  if (!isThere) return { reason: 'is no point of UTM: write it as 36U 324567 5587654' }
  const reason = whyOutsideBand(band.toUpperCase(), lat)
  return reason === null ? { value: [round(lng), round(lat)] } : { reason }
}

/** Two coordinates as they stand in one cell: by comma, semicolon, space, slash, or each with its letter. */
function splitPair(text: string, mark: DecimalMark): readonly [string, string] | null {
  const plain = text.trim().replace(/^[([]|[)\]]$/g, '')
  const byLetter =
    /^(.*?\d.*?[NSСЮ])\s*[,;/\s]?\s*(.*[EWOВЗ])$/iu.exec(plain) ?? /^([NSСЮ].*?)\s*[,;/]?\s*([EWOВЗ].*)$/iu.exec(plain)
  const reversed =
    /^(.*?\d.*?[EWOВЗ])\s*[,;/\s]?\s*(.*\d.*[NSСЮ])$/iu.exec(plain) ??
    /^([EWOВЗ].*?)\s*[,;/]?\s*([NSСЮ].*)$/iu.exec(plain)
  const lettered = byLetter ?? reversed
  if (lettered !== null) return [lettered[1] ?? '', lettered[2] ?? '']
  const byMark = plain.split(/\s*[;/|]\s*/)
  if (byMark.length === 2) return [byMark[0] ?? '', byMark[1] ?? '']
  const byComma = plain.split(/\s*,\s*(?![^(]*\))/)
  if (byComma.length === 2 && (mark === '.' || /,\s/.test(plain) || !/^-?\d+,\d+$/.test(plain)))
    return [byComma[0] ?? '', byComma[1] ?? '']
  // "47,8388, 35,1396": decimals and pair by the same mark.
  if (byComma.length === 4) return [`${byComma[0]}.${byComma[1]}`, `${byComma[2]}.${byComma[3]}`]
  const bySpace = plain.split(/\s+/)
  return bySpace.length === 2 ? [bySpace[0] ?? '', bySpace[1] ?? ''] : null
}

/** Which way a position stands in a cell; null for none that is known. */
export type PositionForm = 'pair' | 'mgrs' | 'utm' | 'plus-code' | 'shape'

export function positionForm(text: string, lngFirst = false): PositionForm | null {
  // What is JSON may be anything.
  if (isShapeText(text)) return 'value' in parseShape(text) ? 'shape' : null
  const plain = plainPositionText(text)
  if (plain.length > 2 * MOST_CHARACTERS) return null
  if (codePattern.test(plain)) return 'plus-code'
  if (utmPattern.test(plain)) return 'utm'
  if (mgrsPattern.test(plain) && /[A-Z]{3}/i.test(plain.replace(/\s/g, ''))) return 'mgrs'
  return 'value' in parsePosition(text, '.', lngFirst) ? 'pair' : null
}

/** Whether two numbers can hardly be anything but a position: scores, prices and times are not as exact. */
export function isClearPair(text: string): boolean {
  const plain = plainPositionText(text)
  return (
    /\d\s*[°º˚]/.test(plain) || /\d\s*[NS].*\d\s*[EWO]/i.test(plain) || /\d[.,]\d{2,}\D+\d{1,3}[.,]\d{2,}/.test(plain)
  )
}

/** Whether a column's name says that its longitudes come first: “lon/lat”, “X, Y”. */
export function isLngFirst(column: string): boolean {
  return /(?:^|[^a-z])(?:x|lon|lng|long|longitude)[^a-z]*(?:y|lat|latitude)(?![a-z])/i.test(column)
}

/**
 * A position that stands in one cell: a pair of coordinates, latitude first if nothing else is said, MGRS, UTM, a plus code,
 * a point of WKT, or the address of a map that shows it.
 */
export function parsePosition(cell: Cell, mark: DecimalMark, lngFirst = false): Outcome<LngLat> {
  const { plain: text, isLatFirst } = readPositionText(String(cell))
  if (text.length > 2 * MOST_CHARACTERS)
    return { reason: 'is no position: write latitude and longitude as 47.8388, 35.1396' }
  const wkt = wktPattern.exec(text)
  if (wkt !== null) return pairOf(wkt[2] ?? '', wkt[1] ?? '', '.')
  if (codePattern.test(text)) {
    const codes = new OpenLocationCode()
    if (!codes.isFull(text.toUpperCase())) return { reason: 'is no plus code: write it as 8GWQR4QQ+9X' }
    const { longitudeCenter, latitudeCenter } = codes.decode(text.toUpperCase())
    return { value: [round(longitudeCenter), round(latitudeCenter)] }
  }
  const utm = utmPattern.exec(text)
  if (utm !== null) return fromUtm(utm)
  if (mgrsPattern.test(text)) return fromMgrs(text)
  if (shortCodePattern.test(text))
    return {
      reason: 'is a short plus code, which says where only together with a place: write the full one, as 8GWQR4QQ+9X',
    }
  const pair = splitPair(text, mark)
  if (pair === null) return { reason: 'is no position: write latitude and longitude as 47.8388, 35.1396' }
  const own = mark === ',' && /[.]\d/.test(text) ? '.' : mark
  // Only at an end a letter is a direction: elsewhere it may be an exponent's.
  const isSwapped = /^\s*[EWOВЗ]|[EWOВЗ]\s*$/i.test(pair[0]) || (lngFirst && !isLatFirst && !/[NSСЮ]/i.test(pair[0]))
  return isSwapped ? pairOf(pair[1], pair[0], own) : pairOf(pair[0], pair[1], own)
}

function pairOf(latText: string, lngText: string, mark: DecimalMark): Outcome<LngLat> {
  const [lat, lng] = [parseCoordinate(latText, 'lat', mark), parseCoordinate(lngText, 'lng', mark)]
  if ('reason' in lat) return lat
  if ('reason' in lng) return lng
  return { value: [round(lng.value), round(lat.value)] }
}
