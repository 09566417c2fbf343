import { expect, pairedPhone, test } from './driver/remote-test'
import { Tour } from './driver/tour'
import { headline } from './driver/wall'
import { TimeRemote, wallShowsTime } from './driver/wall-time'

const claimedLater = /Time shown: .*29 September 2022.*4 places are not on the map at this time/

test('a phone scrubs the wall through time by key and by button, second displays follow, and back to the scene', async ({
  wall,
  phone,
  second,
  secondAsRemote,
}) => {
  await pairedPhone(wall, phone)
  await secondAsRemote.open(await wall.code())
  await secondAsRemote.useAs('Evidence display')
  await secondAsRemote.connect()
  await second.joined()
  await phone.goTo(headline(0))
  const time = new TimeRemote(phone)
  await time.open()
  await wallShowsTime(wall, null)

  await time.moveEndTo('29 September 2022', 'ArrowLeft')
  await wallShowsTime(wall, claimedLater)
  await expect(wall.still).toHaveAttribute('src', /map\.svg\?.*t=[^&]*\/2022-09-29&/)
  await wallShowsTime(second, claimedLater)
  await wall.isHeld(true)
  await time.press('Next event')
  await wallShowsTime(wall, /Time shown: .*30 September 2022/)
  await expect(wall.notes).not.toContainText('not on the map')
  await time.press('Previous event')
  await wallShowsTime(wall, claimedLater)

  await time.press('Back to the scene’s time')
  await wallShowsTime(wall, null)
})

test('a scene that says so has its own time, which a held wall shows whole', async ({ wall, phone }) => {
  await pairedPhone(wall, phone)
  await phone.press('Hold')
  await phone.goTo(headline(1))
  await wallShowsTime(wall, /Time shown: 26\D{1,4}30 September 2022/)
  await phone.goTo(headline(2))
  await wallShowsTime(wall, /4 places are not on the map at this time/)
})

test('a view that is added to the tour keeps its window of time', async ({ caseboard, page }) => {
  const tour = new Tour(page)
  await caseboard.openStill('/?t=2022-09-26/2022-09-29')
  await tour.open()
  await tour.addThisView()
  await tour.write('Title', 'Four days')
  await tour.write('Words', 'What happened in the Baltic Sea.')
  await page.getByRole('checkbox', { name: 'The wall plays through it' }).check()
  const { text } = await tour.download()
  expect(JSON.parse(text).at(-1)).toMatchObject({ time: { window: '2022-09-26/2022-09-29', play: true } })
})

test.describe('on the live map', () => {
  test.use({ liveMap: true })

  test('the hatching of what was not claimed yet goes, and comes back', async ({ wall, phone }) => {
    await pairedPhone(wall, phone)
    await phone.press('Hold')
    await phone.goTo(headline(0))
    await wall.mapIs('ready')
    await wall.settled()
    const claimed = await wall.hatching()
    const time = new TimeRemote(phone)
    await time.open()
    await time.press('All dates')
    await time.moveEndTo('29 September 2022', 'ArrowLeft')
    await wallShowsTime(wall, claimedLater)
    await wall.settled()
    expect(Buffer.compare(await wall.hatching(), claimed)).not.toBe(0)
    await time.press('Back to the scene’s time')
    await wallShowsTime(wall, null)
    await expect.poll(async () => Buffer.compare(await wall.hatching(), claimed)).toBe(0)
  })
})
