/** Words that columns are called by, in lower case without marks; the first that fits is best. */
const columnWords = {
  lat: ['latitude', 'lat', 'breite', 'breitengrad', 'geo_lat', 'широта', 'y_coord', 'ycoord', 'lat_wgs84', 'y'],
  lng: [
    'longitude',
    'lon',
    'lng',
    'long',
    'laenge',
    'lange',
    'langengrad',
    'laengengrad',
    'geo_lon',
    'долгота',
    'довгота',
    'x_coord',
    'xcoord',
    'lon_wgs84',
    'x',
  ],
  position: [
    'coordinates',
    'coordinate',
    'coords',
    'position',
    'latlng',
    'latlon',
    'lat/lon',
    'lat, lon',
    'gps',
    'geolocation',
    'geo',
    'location',
    'mgrs',
    'plus code',
    'pluscode',
    'plus_code',
    'wkt',
    'geom',
    'geometry',
    'koordinaten',
    'координаты',
    'координати',
    'point',
  ],
  place: [
    'place',
    'city',
    'town',
    'village',
    'settlement',
    'location',
    'locality',
    'ort',
    'stadt',
    'lieu',
    'ville',
    'ciudad',
    'lugar',
    'місто',
    'город',
    'населений пункт',
    'country',
  ],
  start: [
    'date',
    'event_date',
    'datetime',
    'timestamp',
    'time',
    'start',
    'start_date',
    'date_start',
    'begin',
    'von',
    'from',
    'day',
    'datum',
    'fecha',
    'data',
    'дата',
    'when',
    'occurred',
    'published',
    'created',
    'year',
  ],
  end: ['end', 'end_date', 'date_end', 'until', 'to', 'bis', 'finish', 'enddate'],
  name: [
    'name',
    'title',
    'headline',
    'event',
    'label',
    'titel',
    'titre',
    'titulo',
    'назва',
    'название',
    'incident',
    'facility',
  ],
  category: [
    'category',
    'type',
    'kind',
    'event_type',
    'class',
    'kategorie',
    'art',
    'categorie',
    'tipo',
    'тип',
    'категорія',
    'status',
    'layer',
    'group',
    'folder',
  ],
  count: [
    'count',
    'number',
    'fatalities',
    'deaths',
    'killed',
    'casualties',
    'total',
    'people',
    'anzahl',
    'nombre',
    'magnitude',
    'mag',
    'кількість',
    'количество',
    'injured',
    'value',
  ],
  words: [
    'description',
    'notes',
    'note',
    'text',
    'summary',
    'comment',
    'comments',
    'details',
    'beschreibung',
    'опис',
    'описание',
    'remarks',
    'body',
  ],
  source: ['source', 'url', 'link', 'source_url', 'quelle', 'reference', 'website', 'джерело', 'источник', 'sources'],
  accuracy: ['accuracy_km', 'accuracykm', 'accuracy', 'uncertainty', 'precision_km', 'horizontalerror', 'radius_km'],
} as const

export type WordRole = keyof typeof columnWords

/** A column's name as it is compared: lower case, without marks, single spaces. */
function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}/, ]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .trim()
}

/** How well a column's name fits a role: 1 for the best of its words, less for the others, 0 for none. */
export function nameFits(column: string, role: WordRole): number {
  const name = plainName(column)
  const words: readonly string[] = columnWords[role]
  const at = words.findIndex((word) => plainName(word) === name)
  if (at >= 0) return 1 - at / (words.length * 4)
  const parts = name.split(/[_\s/,]+/)
  const within = words.findIndex((word) => word.length > 2 && parts.includes(plainName(word)))
  return within >= 0 ? 0.5 - within / (words.length * 4) : 0
}
