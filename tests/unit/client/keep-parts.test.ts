import { expect, it } from 'vitest'
import { keepParts } from '@/lib/client/view-store'

const before = { focus: { id: 'a' }, list: ['x'], page: null as string | null }

it('keeps what says the same, by identity', () => {
  const next = keepParts(before, { focus: { id: 'b' }, list: ['x'], page: null })
  expect(next).toEqual({ focus: { id: 'b' }, list: ['x'], page: null })
  expect(next.list).toBe(before.list)
})

it('is what was there before where all says the same', () => {
  expect(keepParts(before, { focus: { id: 'a' }, list: ['x'], page: null })).toBe(before)
})

it('tells nothing from an empty text', () => {
  expect(keepParts(before, { ...before, page: '' }).page).toBe('')
})
