import { expect, it } from 'vitest'
import { limits } from '@/lib/limits'
import { createDrawingTurns, drawInTurn, prepareInTurn, TooBusy, unlessBusy } from '@/lib/server/drawing-turns'

it('draws one at a time, has few wait, and refuses the rest', async () => {
  const { draw } = createDrawingTurns({ atOnce: 1, waiting: 2 })
  let drawing = 0
  let most = 0
  const work = async () => {
    most = Math.max(most, ++drawing)
    await new Promise((resolve) => setTimeout(resolve, 1))
    drawing--
  }
  const results = await Promise.allSettled([1, 2, 3, 4, 5].map(() => draw(work)))
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected'])
  expect(results[3]).toMatchObject({ reason: expect.any(TooBusy) })
  expect(most).toBe(1)
  await expect(draw(work)).resolves.toBeUndefined()
})

it('answers 503, and when to ask again, to whom it does not draw for', async () => {
  const request = new Request('http://localhost/api/coast')
  const ask = () => unlessBusy(request, () => drawInTurn(async () => new Response('drawn')))
  const asked = await Promise.all(Array.from({ length: limits.drawing.waiting + 5 }, ask))
  const refused = asked.filter(({ status }) => status === 503)
  expect(refused).toHaveLength(4)
  expect(refused[0]?.headers.get('retry-after')).toBe('2')
  expect(await refused[0]?.json()).toMatchObject({ status: 503 })
})

it('knows a refusal from another bundle, whose class is another', async () => {
  class TooBusy extends Error {
    override readonly name = 'TooBusy'
  }
  const refuse = () => Promise.reject(new TooBusy('too many'))
  expect((await unlessBusy(new Request('http://localhost/api/coast'), refuse)).status).toBe(503)
})

it('lets others be answered between two pictures that are looked at', async () => {
  const order: string[] = []
  const look = (name: string) => prepareInTurn(async () => order.push(name))
  setImmediate(() => setImmediate(() => order.push('another request')))
  await Promise.all([look('first'), look('second'), look('third')])
  expect(order.indexOf('another request')).toBeLessThan(order.indexOf('third'))
})
