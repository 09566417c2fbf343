import { expect, it } from 'vitest'
import { feedSchema } from '@/lib/schema/feed'

const takes = (address: string) => feedSchema.safeParse({ address, minutes: 15 }).success

it.each([
  'https://example.org/quakes.geojson',
  'http://example.org:8080/feed?from=2030-03-01&max=10',
  'https://example.org/feed@home',
])('a layer is fetched from %s', (address) => {
  expect(takes(address)).toBe(true)
})

it.each([
  ['', 'nothing'],
  ['example.org/quakes.geojson', 'no address'],
  ['https://', 'no host'],
  ['https://example.org/two words', 'a space in it'],
  [' https://example.org/', 'a space before it'],
  ['ftp://example.org/quakes.geojson', 'neither http nor https'],
  ['file:///etc/passwd', 'neither http nor https'],
  ['javascript:alert(1)', 'neither http nor https'],
  ['https://reader@example.org/', 'a name in it'],
  ['https://:secret@example.org/', 'a password in it'],
  ['https://reader:secret@example.org/', 'both in it'],
  [`https://example.org/${'x'.repeat(2000)}`, 'more than 2,000 characters'],
])('no layer is fetched from %j: it has %s', (address) => {
  expect(takes(address)).toBe(false)
})

it('whoever writes such an address is told what it must be', () => {
  const told = feedSchema.safeParse({ address: 'https://reader:secret@example.org/', minutes: 15 })
  expect(told.error?.issues.map(({ message }) => message)).toEqual([
    expect.stringContaining('without a name and a password'),
  ])
})
