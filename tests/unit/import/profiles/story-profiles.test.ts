import { expect, it } from 'vitest'
import { bringText } from '../import-kit'

it('a spreadsheet for TimelineJS keeps its time of day, and the words of its HTML', async () => {
  const head = 'Year,Month,Day,Time,End Year,Headline,Text,Media,Group'
  const { features } = await bringText('a.csv', `${head}\n2022,3,1,10:30,,A,<b>Words</b> &amp; more,,\n`, {
    mapping: { dates: { order: null, zone: '+02:00' } },
  })
  expect(features[0]?.properties).toMatchObject({ name: 'A', note: 'Words & more', date: '2022-03-01T10:30+02:00' })
})

it('a slide of StoryMapJS whose date is words keeps them, and its place', async () => {
  const slide = (date: string) => ({ date, text: { headline: date }, location: { lat: 47, lon: 35 } })
  const story = { storymap: { slides: [slide('March 1'), slide('1 March 2022')] } }
  const { features, faults } = await bringText('a.json', JSON.stringify(story))
  expect(faults).toEqual([])
  expect(features.map(({ properties }) => [properties.date, properties['displayed date']])).toEqual([
    [undefined, 'March 1'],
    ['2022-03-01', undefined],
  ])
})

it('the types of an incident of Atlos are words', async () => {
  const { features } = await bringText(
    'a.csv',
    'slug,attr_description,attr_date,attr_type,attr_geolocation\nCIV-1,Shelling,2022-03-01,"[""Military Activity"",""Fire""]","50.45, 30.52"\n',
  )
  expect(features[0]?.properties.kind).toBe('Military Activity, Fire')
})
