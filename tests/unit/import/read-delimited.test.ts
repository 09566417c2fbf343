import { describe, expect, it } from 'vitest'
import { bring, bringText, file, oneByte, utf16 } from './import-kit'

const rows = 'date,lat,lng,name\n2022-09-26,55.5,15.7,First\n2022-09-27,55.6,15.8,Second\n'

describe('a table of text', () => {
  it('is read as it is', async () => {
    const { features, faults } = await bringText('a.csv', rows)
    expect(faults).toEqual([])
    expect(features).toEqual([
      {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [15.7, 55.5] },
        properties: { name: 'First', date: '2022-09-26' },
      },
      {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [15.8, 55.6] },
        properties: { name: 'Second', date: '2022-09-27' },
      },
    ])
  })

  it.each([
    ['semicolons', ';'],
    ['tabs', '\t'],
    ['vertical bars', '|'],
  ])('by %s is found out and told', async (words, separator) => {
    const { source, features } = await bringText('a.csv', rows.replaceAll(',', separator))
    expect(source.found).toContain(`columns by ${words}`)
    expect(features).toHaveLength(2)
  })

  it('takes Excel’s own word for what separates its columns', async () => {
    const { source, features } = await bringText(
      'a.csv',
      `sep=;\r\n${rows.replaceAll(',', ';').replaceAll('\n', '\r\n')}`,
    )
    expect(source.found).toContain('columns by semicolons, as its first line says')
    expect(features).toHaveLength(2)
  })

  it('has decimals after commas where its coordinates show it', async () => {
    const { features } = await bringText('a.csv', 'name;lat;lng\nA;55,535;15,699\nB;55,6;15,8\n')
    expect(features[0]?.geometry?.coordinates).toEqual([15.699, 55.535])
  })

  it.each([
    ['UTF-8 with a byte order mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(rows)])],
    ['UTF-16 (little-endian) with a byte order mark', utf16(rows, true)],
    ['UTF-16 (little-endian)', utf16(rows, false)],
    ['not UTF-8: read as windows-1252', oneByte(rows.replace('First', 'Châlet'), { â: 0xe2 })],
    ['not UTF-8: read as windows-1251', oneByte(rows.replace('First', 'абвг'), { а: 0xe0, б: 0xe1, в: 0xe2, г: 0xe3 })],
  ])('in %s is found out and told', async (words, bytes) => {
    const { source, features } = await bring(file('a.csv', bytes))
    expect(source.found).toContain(words)
    expect(features).toHaveLength(2)
    expect(features[0]?.properties.name).toMatch(/^(First|Châlet|абвг)$/)
  })

  it('goes on as windows-1252 where it is no longer UTF-8 far behind, and says so', async () => {
    const many = `${rows}${'2022-09-27,55.6,15.8,Second\n'.repeat(20_000)}`
    const bytes = Uint8Array.from([...new TextEncoder().encode(many), ...oneByte('2022-09-28,1,2,Caf\u00e9\n', {})])
    const { faults, features } = await bring(file('a.csv', bytes))
    expect(faults[0]).toContain('no longer UTF-8')
    expect(features.at(-1)?.properties.name).toBe('Café')
  })

  it('finds the header below a title, and says what stands above it', async () => {
    const { source, features } = await bringText('a.csv', `Incidents of the week,,,\n,,,\n${rows}`)
    expect(source.found).toContain(
      'row 3 names the columns; rows 1–2 stand above it and are not read: “Incidents of the week”',
    )
    expect(features).toHaveLength(2)
  })

  it('names the row as a spreadsheet counts it', async () => {
    const { faults } = await bringText('a.csv', 'Title,,\nname,lat,lng\nA,1,2\nB,north,3\n')
    expect(faults).toEqual(['a.csv, row 4, column “lat”: “north” is no latitude: write it as 47.8388, or 47°50′20″N'])
  })

  it('costs a lone quotation mark its own row and no other', async () => {
    const { faults, features } = await bringText('a.csv', 'name,lat,lng\n"A,1,2\nB,3,4\nC,5,6\n')
    expect(faults).toEqual([
      expect.stringMatching(/^a\.csv, row 2: .*a quotation mark opens a cell and nothing closes it/),
    ])
    expect(features.map(({ properties }) => properties.name)).toEqual(['B', 'C'])
  })

  it('names a row with more cells than columns: a comma that is not quoted', async () => {
    const { faults, features } = await bringText('a.csv', 'name,lat,lng\nA, or B,1,2\nC,5,6\n')
    expect(faults[0]).toContain('row 2: it has 4 cells, and 3 columns have names')
    expect(features).toHaveLength(1)
  })

  it('takes empty cells behind the last column for nothing', async () => {
    expect((await bringText('a.csv', 'name,lat,lng\nA,1,2,,,\nB,3,4,,\n')).faults).toEqual([])
  })

  it('reads line breaks within quotation marks, and those of old systems', async () => {
    const { features } = await bringText('a.csv', 'name,lat,lng,notes\rA,1,2,"one\rtwo"\rB,3,4,x\r')
    expect(features[0]?.properties.note).toBe('one\ntwo')
    expect(features).toHaveLength(2)
  })

  it('keeps two columns of one name apart', async () => {
    const { source, features } = await bringText('a.csv', 'name,lat,lng,team,team\nA,1,2,red,blue\nB,1,3,x,y\n')
    expect(source.found).toContain('two columns are called “team”: the later is read as “team (2)”')
    expect(features[0]?.properties).toMatchObject({ team: 'red', 'team (2)': 'blue' })
  })

  it('can be read without a header, by letters', async () => {
    const { source } = await bringText('a.csv', '1,2,3\n4,5,6\n')
    expect(source.found).toContain('no row names the columns: they are called by their letters')
    expect(source.tables[0]?.columns).toEqual(['Column A', 'Column B', 'Column C'])
  })

  it('does not guess whether a day or a month comes first', async () => {
    const { prepared } = await bringText('a.csv', 'date,lat,lng,name\n03/04/2022,1,2,A\n05/06/2022,1,3,B\n')
    expect(prepared.questions).toMatchObject([{ ask: 'order' }])
    const shown = await bringText('a.csv', 'date,lat,lng,name\n03/04/2022,1,2,A\n25/06/2022,1,3,B\n')
    expect(shown.prepared.questions).toEqual([])
    expect(shown.features[0]?.properties.date).toBe('2022-04-03')
  })
})

it('a row without a name of its own is called by the place that it names', async () => {
  const { prepared } = await bringText('a.csv', 'Town,Lat,Lng\nPokhara,28.2,84\nButwal,27.7,83.4\n')
  expect(prepared.mapping).toMatchObject({ name: 'Town', position: { kind: 'columns' } })
})
