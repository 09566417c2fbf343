import type { Cell } from '../row'
import { type Column, type Found, isNumber, named, share, surenessOf } from './column-values'
import { nameFits } from './column-words'
import type { Proposal } from './mapping'
import { findDecimalMark } from './parse-number'
import { isClearPair, isLngFirst, type PositionForm, parseCoordinate, positionForm } from './parse-position'

const formWords: Readonly<Record<PositionForm, string>> = {
  pair: 'latitude and longitude in one cell',
  mgrs: 'MGRS',
  utm: 'UTM',
  'plus-code': 'plus codes',
  shape: 'shapes of WKT or GeoJSON',
}

/** Proposes where a row is: by the file's shapes, two columns, one, or the name of a place. */
export function findPosition(columns: readonly Column[], hasShapes: boolean): Found {
  if (hasShapes)
    return {
      mapping: { position: { kind: 'shapes' } },
      proposals: [{ role: 'position', columns: [], sureness: 'sure', words: 'the shapes of the file' }],
    }
  const isCoordinate = (axis: 'lat' | 'lng') => (cell: Cell) =>
    'value' in parseCoordinate(cell, axis, '.') || 'value' in parseCoordinate(cell, axis, ',')
  const best = (axis: 'lat' | 'lng') =>
    named(columns, axis).find(({ column }) => share(column, (cell) => isNumber(cell) || isCoordinate(axis)(cell)) > 0.3)
  const [lat, lng] = [best('lat'), best('lng')]
  if (lat !== undefined && lng !== undefined && lat.column !== lng.column) {
    const coordinates = [...lat.column.values, ...lng.column.values]
    const { mark, isSure } = findDecimalMark(coordinates)
    const good = Math.min(share(lat.column, isCoordinate('lat')), share(lng.column, isCoordinate('lng')))
    const proposals: Proposal[] = [
      {
        role: 'position',
        columns: [lat.column.name, lng.column.name],
        sureness: surenessOf(Math.min(lat.fit, lng.fit), good),
        words: coordinates.some((cell) => /[°º'′NSEW]/i.test(String(cell)))
          ? 'latitude and longitude, some in degrees and minutes'
          : 'latitude and longitude',
      },
    ]
    if (mark === ',')
      proposals.push({
        role: 'decimal',
        columns: [],
        sureness: isSure ? 'sure' : 'guess',
        words: 'decimals after a comma',
      })
    return {
      mapping: { position: { kind: 'columns', lat: lat.column.name, lng: lng.column.name }, decimal: mark },
      proposals,
    }
  }
  const inOne = columns
    .map((column) => {
      const isNamed =
        nameFits(column.name, 'position') > 0 || (nameFits(column.name, 'lat') > 0 && nameFits(column.name, 'lng') > 0)
      const forms = column.values.map((value) => {
        const form = positionForm(String(value), isLngFirst(column.name))
        return form === 'pair' && !isNamed && !isClearPair(String(value)) ? null : form
      })
      const form = forms.find((each) => each !== null)
      const good = column.values.length === 0 ? 0 : forms.filter((each) => each !== null).length / column.values.length
      return { column, form, good: good + nameFits(column.name, 'position') / 10 }
    })
    .filter(({ column, good }) => good > (nameFits(column.name, 'position') > 0.4 ? 0.3 : 0.6))
    .sort((one, other) => other.good - one.good)[0]
  if (inOne?.form != null) {
    const { column, form, good } = inOne
    return {
      mapping: { position: { kind: 'column', column: column.name } },
      proposals: [
        {
          role: 'position',
          columns: [column.name],
          sureness: surenessOf(nameFits(column.name, 'position') + 0.4, good),
          words:
            form === 'pair' && isLngFirst(column.name)
              ? 'longitude and latitude in one cell, in this order'
              : formWords[form],
        },
      ],
    }
  }
  const place = named(columns, 'place').find(
    ({ column }) => share(column, (cell) => typeof cell === 'string' && /\p{L}/u.test(cell)) > 0.7,
  )
  if (place === undefined) return { mapping: {}, proposals: [] }
  return {
    mapping: { position: { kind: 'name', column: place.column.name } },
    proposals: [
      {
        role: 'position',
        columns: [place.column.name],
        sureness: 'guess',
        words: 'places by name, found in the gazetteer of the map',
      },
    ],
  }
}
