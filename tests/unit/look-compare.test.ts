import sharp from 'sharp'
import { expect, test } from 'vitest'
import { compare, shrink } from '../look/compare'

const plain = { create: { width: 960, height: 600, channels: 3, background: '#f0ece4' } } as const
const word = (left: number) => ({
  input: Buffer.from('<svg width="200" height="60"><rect width="200" height="60" fill="#a03020"/></svg>'),
  left,
  top: 100,
})
const take = async (left: number) =>
  shrink(
    await sharp(plain)
      .composite([word(left)])
      .png()
      .toBuffer(),
  )

test('a picture that was taken again is the same; one in which something moved is shown beside it', async () => {
  const kept = await take(100)
  expect(await compare(kept, await take(100))).toBeNull()
  const difference = await compare(kept, await take(400))
  expect(difference?.share).toBeCloseTo((2 * 200 * 60) / (960 * 600), 2)
  const { width, height } = await sharp(difference?.picture).metadata()
  expect([width, height]).toEqual([3 * 640, 400])
})

test('a picture of another size has changed as a whole', async () => {
  const small = await shrink(
    await sharp({ create: { ...plain.create, height: 300 } })
      .png()
      .toBuffer(),
  )
  expect((await compare(small, await take(100)))?.share).toBe(1)
})
