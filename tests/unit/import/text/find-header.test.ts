import { expect, it } from 'vitest'
import { findHeader } from '@/lib/import/text/find-header'

const data = [
  ['2022-03-01', 'A', 47, 35, 3, 5],
  ['2022-03-02', 'B', 48, 36, 1, 0],
]
const columnsOf = (rows: Parameters<typeof findHeader>[0]) => findHeader(rows, undefined).columns

it('joins a heading over several columns with the row below it', () => {
  const header = findHeader(
    [['Date', 'Name', 'Position', '', 'Casualties', ''], ['', '', 'Lat', 'Lon', 'Killed', 'Injured'], ...data],
    undefined,
  )
  expect(header.columns).toEqual(['Date', 'Name', 'Lat', 'Lon', 'Killed', 'Injured'])
  expect(header.skip).toBe(2)
  expect(header.found).toEqual(['rows 1 and 2 name the columns'])
})

it('says of names that are there twice which heading they stand under', () => {
  const rows = [
    ['Date', 'Name', 'Soldiers', '', 'Civilians', ''],
    ['', '', 'Killed', 'Hurt', 'Killed', 'Hurt'],
    ...data,
  ]
  expect(columnsOf(rows)).toEqual([
    'Date',
    'Name',
    'Soldiers Killed',
    'Soldiers Hurt',
    'Civilians Killed',
    'Civilians Hurt',
  ])
})

it('does so below a title', () => {
  const rows = [
    ['Incidents'],
    ['Incident', '', 'Place', '', 'Casualties', ''],
    ['Day', 'Name', 'Lat', 'Lon', 'Dead', 'Hurt'],
    ...data,
  ]
  expect(findHeader(rows, undefined)).toMatchObject({
    columns: ['Day', 'Name', 'Lat', 'Lon', 'Dead', 'Hurt'],
    skip: 3,
    found: ['rows 2 and 3 name the columns; row 1 stands above it and is not read: “Incidents”'],
  })
})

it('takes a first row of words for one of the rows', () => {
  expect(
    columnsOf([
      ['name', '', 'kind'],
      ['Odesa', 'port', 'city'],
      ['Kyiv', 'river', 'city'],
    ]),
  ).toEqual(['name', 'Column B', 'kind'])
})

it('takes a second row that fills every column for data', () => {
  const header = findHeader(
    [
      ['Title', 'Date', '', 'Notes'],
      ['Shelling in Kherson', 'March 2024', 'approx.', 'see map'],
      ['Strike on depot', '2024-03-05', 'exact', 'x'],
      ['Strike on bridge', 45_000, 'exact', 'x'],
    ],
    undefined,
  )
  expect(header).toMatchObject({ skip: 1, columns: ['Title', 'Date', 'Column C', 'Notes'] })
})
