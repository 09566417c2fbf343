import { expect, test, vi } from 'vitest'
import { keepLatest, once } from '@/lib/derive/once'

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
