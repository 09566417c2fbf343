import { describe, expect, it } from 'vitest'
import { bring, file, ods, xlsx } from './import-kit'

describe('a workbook of Excel', () => {
  it('is read with its dates as they are shown', async () => {
    const rows = [
      ['name', 'lat', 'lng', 'date'],
      ['A', 55.5, 15.7, { serial: 44830, style: 1 }],
      ['B', 55.6, 15.8, { serial: 44805, style: 2 }],
      ['C', 55.7, 15.9, { serial: 44830.0851, style: 3 }],
    ]
    const { features } = await bring(file('a.xlsx', xlsx([{ name: 'List', rows }])), {
      mapping: { dates: { order: null, zone: '+02:00' } },
    })
    expect(features.map(({ properties }) => properties.date)).toEqual([
      '2022-09-26',
      '2022-09',
      '2022-09-26T02:02:33+02:00',
    ])
  })

  it('counts from 1904 where it says so', async () => {
    const rows = [
      ['name', 'lat', 'lng', 'date'],
      ['A', 1, 2, { serial: 43368, style: 1 }],
    ]
    const { features } = await bring(file('a.xlsx', xlsx([{ name: 'List', rows }], true)))
    expect(features[0]?.properties.date).toBe('2022-09-26')
  })

  it('fills merged cells, and says so', async () => {
    const rows = [
      ['type', 'name', 'lat', 'lng'],
      ['leak', 'A', 1, 2],
      ['', 'B', 3, 4],
      ['', 'C', 5, 6],
    ]
    const { source, features } = await bring(file('a.xlsx', xlsx([{ name: 'List', rows, merges: ['A2:A4'] }])))
    expect(features.map(({ properties }) => properties.type)).toEqual(['leak', 'leak', 'leak'])
    expect(source.found).toContain(
      'sheet “List”: 1 merged ranges: each of their cells is read with what the range holds',
    )
  })

  it('finds the header below a merged title', async () => {
    const rows = [
      ['Incidents of the week', '', '', ''],
      ['', '', '', ''],
      ['type', 'name', 'lat', 'lng'],
      ['leak', 'A', 1, 2],
      ['leak', 'B', 1, 3],
    ]
    const { features } = await bring(file('a.xlsx', xlsx([{ name: 'List', rows, merges: ['A1:D1'] }])))
    expect(features.map(({ properties }) => properties.name)).toEqual(['A', 'B'])
  })

  it('names sheet, row and column of a fault, and reads the sheet that is asked for', async () => {
    const sheet = (name: string, lat: number) => ({
      name,
      rows: [
        ['name', 'lat', 'lng'],
        ['A', lat, 2],
      ],
    })
    const book = xlsx([sheet('One', 1), sheet('Two', 100), { ...sheet('Old', 1), state: 'hidden' }])
    const { faults, source } = await bring(file('a.xlsx', book), { sheet: 'Two' })
    expect(faults).toEqual([
      'a.xlsx, sheet “Two”, row 2, column “lat”: “100” is no latitude: it must be from −90 to 90; latitude and longitude are swapped, perhaps',
    ])
    expect(source.found).toContain('hidden and not read: “Old”')
    await expect(bring(file('a.xlsx', book), { sheet: 'Three' })).rejects.toThrow(
      'has no sheet “Three”; it has “One”, “Two”',
    )
  })
})

describe('a spreadsheet of OpenDocument', () => {
  const text = (words: string, more = '') =>
    `<table:table-cell office:value-type="string"${more}><text:p>${words}</text:p></table:table-cell>`
  const number = (value: number) =>
    `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`
  const row = (cells: string, more = '') => `<table:table-row${more}>${cells}</table:table-row>`
  const head = row(['name', 'lat', 'lng', 'date'].map((name) => text(name)).join(''))

  it('is read with dates, repeated cells, notes left out and empty rows to its end', async () => {
    const day =
      '<table:table-cell office:value-type="date" office:date-value="2022-09-26"><office:annotation><text:p>a note</text:p></office:annotation><text:p>26/09/22</text:p></table:table-cell>'
    const rows =
      head +
      row(text('A') + number(1) + number(2) + day) +
      row('<table:table-cell table:number-columns-repeated="1024"/>', ' table:number-rows-repeated="1048570"')
    const { features, faults } = await bring(file('a.ods', ods(rows)))
    expect(faults).toEqual([])
    expect(features).toMatchObject([
      { geometry: { coordinates: [2, 1] }, properties: { name: 'A', date: '2022-09-26' } },
    ])
  })

  it('keeps words apart that a tab or a line break parts', async () => {
    const words = text('A<text:tab/>B<text:line-break/>C<text:s/>D')
    const { features } = await bring(file('a.ods', ods(head + row(words + number(1) + number(2)))))
    expect(features[0]?.properties.name).toBe('A B C D')
  })

  it('repeats a row as often as it says', async () => {
    const { features, collected } = await bring(
      file('a.ods', ods(head + row(text('A') + number(1) + number(2), ' table:number-rows-repeated="3"'))),
    )
    expect(features).toHaveLength(3)
    expect(collected.duplicates).toEqual([
      { row: 3, of: 2 },
      { row: 4, of: 2 },
    ])
  })
})
