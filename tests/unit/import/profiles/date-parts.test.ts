import { expect, it } from 'vitest'
import { bringText } from '../import-kit'

const datesOf = async (text: string) => {
  const { features, prepared } = await bringText('a.csv', text)
  return features.map(({ properties }) => properties[prepared.mapping.start ?? ''])
}

it('a date in columns of its own for year, month and day is one, as precise as it is written', async () => {
  const rows = '1970,7,2,18.4,-69.9\n1970,0,0,19.3,-99.1\n1970,7,0,19.4,-99.2\n'
  expect(await datesOf(`iyear,imonth,iday,latitude,longitude\n${rows}`)).toEqual(['1970-07-02', '1970', '1970-07'])
})

it('months may be names, and there may be no day', async () => {
  expect(await datesOf('name,lat,lon,Month,Year\nA,47,35,March,2022\nB,47,36,квітень,2022\n')).toEqual([
    '2022-03',
    '2022-04',
  ])
})

it('a date that stands elsewhere goes before', async () => {
  expect(await datesOf('date,year,month,lat,lon\n2022-03-05,2022,3,47,35\n')).toEqual(['2022-03-05'])
})

it('can be chosen like any other column', async () => {
  const { prepared } = await bringText('a.csv', 'Year,Month,lat,lon\n2022,3,47,35\n')
  expect(prepared.table.columns).toEqual(['Year', 'Month', 'lat', 'lon', 'date'])
})

it('parts may be whole numbers with a point', async () => {
  expect(await datesOf('Year,Month,Day,lat,lon\n2022.0,9.0,3.0,47,35\n')).toEqual(['2022-09-03'])
})
