import { expect, test, vi } from 'vitest'
import { keepLatest, once } from '@/lib/derive/once'

/** Something that is still being made, with what ends that. */
function making() {
  let [resolve, reject] = [(_: string) => {}, (_: Error) => {}]
  const made = new Promise<string>((...ends) => {
    ;[resolve, reject] = ends
  })
  return { made, resolve, reject }
}

test('what is asked for again is made once, also while it is being made', async () => {
  const make = vi.fn(async () => 'made')
  const get = once(make)
  expect(await Promise.all([get(), get()])).toEqual(['made', 'made'])
  await get()
  expect(make).toHaveBeenCalledOnce()
})

test('what failed is made anew', async () => {
  const make = vi.fn(async () => 'made').mockRejectedValueOnce(new Error('no file'))
  const get = once(make)
  await expect(get()).rejects.toThrow('no file')
  expect(await get()).toBe('made')
})

test('of several, those that were asked for last are kept', async () => {
  const keep = keepLatest<string>(2)
  const make = vi.fn(async (key: string) => key)
  const get = (key: string) => keep(key, () => make(key))
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) expect(await get(key)).toBe(key)
  expect(make.mock.calls.flat()).toEqual(['a', 'b', 'c', 'b'])
})

test('a failure does not take away what was made meanwhile', async () => {
  const keep = keepLatest<string>(1)
  const failed = keep('a', () => Promise.reject(new Error('late')))
  await keep('b', async () => 'b')
  const again = keep('a', async () => 'a')
  await expect(failed).rejects.toThrow('late')
  await again
  expect(await keep('a', async () => 'anew')).toBe('a')
})

test('together no more is kept than may be, the newest last to go; what alone is more is made and not kept', async () => {
  const keep = keepLatest<string>(10, ({ length }) => length, 6)
  const make = vi.fn(async (text: string) => text)
  const get = (text: string) => keep(text, () => make(text))
  for (const text of ['aa', 'bb', 'aa', 'cccc', 'aa', 'bb', 'ddddddd', 'aa']) expect(await get(text)).toBe(text)
  expect(make.mock.calls.flat()).toEqual(['aa', 'bb', 'cccc', 'bb', 'ddddddd', 'aa'])
})

test('a failure that comes late leaves what was made anew under its key', async () => {
  const keep = keepLatest<string>(1)
  const late = making()
  const failed = keep('a', () => late.made)
  await keep('b', async () => 'b')
  await keep('a', async () => 'a')
  late.reject(new Error('late'))
  await expect(failed).rejects.toThrow('late')
  expect(await keep('a', async () => 'anew')).toBe('a')
})

test('what is pushed out before it is made weighs nothing', async () => {
  const keep = keepLatest<string>(1, ({ length }) => length, 6)
  const late = making()
  const first = keep('a', () => late.made)
  await keep('b', async () => 'bbb')
  late.resolve('aaaaa')
  expect(await first).toBe('aaaaa')
  expect(await keep('b', async () => 'anew')).toBe('bbb')
})

test('without a weight, as many are kept as may be', async () => {
  const keep = keepLatest<string>(2)
  await keep('a', async () => 'a')
  await keep('b', async () => 'b')
  expect(await Promise.all([keep('a', async () => 'anew'), keep('b', async () => 'anew')])).toEqual(['a', 'b'])
})
