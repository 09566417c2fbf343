import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
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

/** What the product answers at; a text of code that begins so is an address of the product. */
const ROUTES = 'api|basemap|cases|control|editing|editor|embed|healthz|metrics|print|remote|theme\\.css|wall'
const ADDRESS = new RegExp(`(['"\`]|\\$\\{(?:\\w+\\.)*origin\\})/(?:${ROUTES})\\b`)
/** Where it is a route's own name: Next's types, and the lists of what is asked at which path. */
const isRouteName = (line: string) => /(Page|Route)(Props|Context)</.test(line) || /^\s*(\/?\*|\/\/)/.test(line)
/** These give their addresses to what adds the base path itself, or ask with another's. */
const ELSEWHERE =
  /lib\/(client\/(wall\/(wall|follow)|remote\/remote)-link|kiosk|command)|app\/(api|control)\/\[\.\.\.rest\]/

it('stands before every address in the code: none is written without', () => {
  const files = ['app', 'components', 'lib'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  const bare = files
    .filter((file) => /\.tsx?$/.test(file) && !ELSEWHERE.test(file))
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .replace(/addressBelow\(\s*['"`]\//g, '')
        .split('\n')
        .filter((line) => ADDRESS.test(line) && !isRouteName(line))
        .map((line) => `${file}: ${line.trim()}`),
    )
  expect(bare).toEqual([])
})
