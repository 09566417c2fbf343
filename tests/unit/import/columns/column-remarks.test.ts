import { expect, it } from 'vitest'
import { bringText } from '../import-kit'

const remarksOf = async (text: string) => (await bringText('a.csv', text)).prepared.remarks

it('a column that is called a date and is none is told of, with what would be right', async () => {
  expect(await remarksOf('Date,Lat,Lon\n3/4/22,47,35\n3/25/22,47,35\n')).toEqual([
    '“Date” is kept as a text, and not read as a date: “3/4/22” has a year of two digits, which may be of either century: write it as 2022-09-26, 2022-09 or 2022',
  ])
})

it('so is one that should be a number', async () => {
  expect(await remarksOf('name,lat,lon,deaths\nA,47,35,many\nB,48,36,a few\n')).toEqual([
    '“deaths” is kept as a text, and not read as a number: “many” is no number: write it in digits',
  ])
})

it('and coordinates that nobody can read', async () => {
  expect(await remarksOf('name,latitude,longitude\nA,north bank,quay\n')).toContainEqual(
    expect.stringContaining('“latitude”: “north bank” is no latitude'),
  )
})

it('and numbers whose points may part thousands', async () => {
  expect(await remarksOf('name;lat;lon;deaths\nA;47.5;35.1;1.234\nB;48.5;36.2;12.500\n')).toEqual([
    '“deaths”: “1.234” is read as 1.234; where its points part thousands, decimals follow a comma: say so',
  ])
})

it('nothing is told of a table whose columns are what they are called', async () => {
  expect(await remarksOf('name,lat,lon,deaths,date\nA,47,35,1,2022-03-01\n')).toEqual([])
})
