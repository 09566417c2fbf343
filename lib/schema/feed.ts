import { z } from 'zod'

/** Whether an address can be fetched: http or https, with a host, and without a name and a password in it. */
function isFeedAddress(text: string): boolean {
  if (/\s/.test(text) || !URL.canParse(text)) return false
  const { protocol, username, password } = new URL(text)
  return (protocol === 'http:' || protocol === 'https:') && username === '' && password === ''
}

/** The shortest and the longest pause between two looks, minutes. */
const MINUTES = { least: 1, most: 1440 } as const

/** Where a layer's places come from that the server fetches, and how often. */
export const feedSchema = z.strictObject({
  address: z.string().max(2000).refine(isFeedAddress, {
    error: 'must be an http(s) address without a name and a password in it, as “https://example.org/quakes.geojson”',
  }),
  minutes: z.number().int().min(MINUTES.least).max(MINUTES.most).describe('From one look to the next.'),
  dates: z
    .enum(['dmy', 'mdy'])
    .optional()
    .describe('What comes first in dates that are written in numbers, where the feed itself leaves that open.'),
})
