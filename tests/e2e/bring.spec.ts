import { strFromU8, unzipSync } from 'fflate'
import { parseCase } from '@/lib/schema/parse-case'
import { expectAccessible } from './driver/axe'
import { Bring } from './driver/bring'
import { Share } from './driver/share'
import { expect, test } from './driver/test'

const table = [
  'date;lat;lng;title;kind',
  '03/04/2022;55,5;15,7;First <b>row</b>;leak',
  '05/06/2022;52,6;25,8;Second row;quake',
  '06/07/2022;north;25,8;Third row;quake',
].join('\n')

test('a file of one’s own is read here, asked about, shown, saved as a case, kept and removed', async ({
  caseboard,
}) => {
  const bring = new Bring(caseboard.page)
  await caseboard.openStill('/')
  await new Share(caseboard.page).open()
  await bring.open()
  await bring.choose('my incidents.csv', table)
  await expect(bring.card).toContainText('no date shows whether its day or its month comes first')
  await bring.column('the day').check()
  await expect(bring.card).toContainText('2 of 3 rows read, 1 faulty')
  await expect(bring.card).toContainText('my incidents.csv, row 4, column “lat”: “north” is no latitude')
  await expect(bring.column('Kind')).toHaveValue('kind')
  await expectAccessible(caseboard.page)

  const { name, bytes } = await bring.saveCase()
  expect(name).toBe('my-incidents.zip')
  const files = Object.entries(unzipSync(bytes)).map(
    ([path, text]) => [path.replace('my-incidents/', ''), strFromU8(text)] as const,
  )
  const { records, setAside } = parseCase(new Map(files), { caseId: 'my-incidents' })
  // Only the folder of a server has the symbols of the icon sets.
  expect(setAside.filter(({ rule }) => rule !== 'reference')).toEqual([])
  expect(records?.layers[0]?.places.map(({ properties }) => [properties.name, properties.fields?.date])).toEqual([
    ['First <b>row</b>', '2022-04-03'],
    ['Second row', '2022-06-05'],
  ])

  await bring.press('Keep in this browser')
  await expect(bring.card).toContainText('Kept in this browser. Only you see it')
  await caseboard.page.reload()
  await bring.drop('other.csv', 'name,lat,lng\nA,1,2\n')
  await expect(bring.card).toContainText('1 of 1 rows read')
  await bring.press('Remove My incidents')
  await expect(bring.card).not.toContainText('My incidents')
  await bring.drop('layer.gpkg', 'SQLite format 3\u0000')
  await expect(bring.card.getByRole('alert')).toContainText('export the layer as GeoJSON')
})

/** A text in windows-1251, as far as it has Russian letters and ASCII. */
const windows1251 = (text: string) =>
  Buffer.from(Array.from(text, (letter) => letter.charCodeAt(0)).map((code) => (code >= 0x410 ? code - 0x350 : code)))

test('a file of an old program says what was found out of it, and what of it is not read', async ({ caseboard }) => {
  const bring = new Bring(caseboard.page)
  await caseboard.openStill('/')
  await new Share(caseboard.page).open()
  await bring.open()
  const rows = [
    'Name;Date;Position;;Casualties;',
    ';;Lat;Lon;Killed;Hurt',
    'Казань;3/4/22;55,79;49,12;3;5',
    'Москва;3/5/22;55,75;37,62;1;0',
    'Total;;;;4;5',
  ]
  await bring.choose('old.csv', windows1251(rows.join('\r\n')))
  await expect(bring.card).toContainText('not UTF-8: read as windows-1251')
  await expect(bring.card).toContainText('rows 1 and 2 name the columns')
  await expect(bring.card).toContainText(
    '“Date” is kept as a text, and not read as a date: “3/4/22” has a year of two digits',
  )
  await expect(bring.card).toContainText('Казань')
  await expect(bring.card).toContainText('2 of 3 rows read, 1 faulty')
  await expect(bring.card).toContainText('old.csv, row 5, column “Name”: “Total” stands below the table')
})
