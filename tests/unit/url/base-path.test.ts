import { describe, expect, it } from 'vitest'
import { healthAddress } from '@/lib/kiosk/wait-for-server'
import { addressBelow, pathWithin } from '@/lib/url/base-path'

describe('the base path', () => {
  it('stands before every address, and at the root there is none', () => {
    expect(addressBelow('/api/cases', '/maps')).toBe('/maps/api/cases')
    expect(addressBelow('/api/cases')).toBe('/api/cases')
  })

  it('is taken off a page’s own path, and off no other', () => {
    const paths = ['/maps', '/maps/', '/maps/wall/one', '/mapsome', '/cases/one']
    expect(paths.map((path) => pathWithin(path, '/maps'))).toEqual(['/', '/', '/wall/one', '/mapsome', '/cases/one'])
    expect(pathWithin('/wall/one', '')).toBe('/wall/one')
  })

  it('is read from the address of a wall', () => {
    const from = ['https://a.example/maps/wall/one?distance=4', 'http://localhost:3000/wall/one', 'http://board.local']
    expect(from.map((address) => healthAddress(address).href)).toEqual([
      'https://a.example/maps/healthz',
      'http://localhost:3000/healthz',
      'http://board.local/healthz',
    ])
  })
})
