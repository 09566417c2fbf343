import { describe, expect, it } from 'vitest'
import { cleanRequest } from '@/lib/server/request-cleaning'

function cleaned(url: string, method = 'GET', headers: Record<string, string> = {}) {
  const request = { url, method, headers, socket: { remoteAddress: '10.0.0.1' } } as unknown as Parameters<
    typeof cleanRequest
  >[0]
  cleanRequest(request)
  return request
}

describe('a request that Next would answer with a bare 500', () => {
  it.each(['/%', '/cases/%E0%A4%A', '/_next/static/%zz?a=%'])('leads nowhere where %s cannot be read', (url) => {
    expect(cleaned(url).url).toBe('/api/unreadable-address')
  })

  it.each(['*', '', 'cases/a', 'ftp://other.example/a'])('leads nowhere where “%s” is no path', (url) => {
    expect(cleaned(url).url).toBe('/api/unreadable-address')
  })

  it.each([
    ['http://other.example/cases/a?b=c', '/cases/a?b=c'],
    ['HTTPS://other.example', '/'],
    ['http://other.example?b=c', '/?b=c'],
  ])('asks for a path of this server, whichever %s names', (url, path) => {
    expect(cleaned(url).url).toBe(path)
  })

  it('is left as it is where it can be read', () => {
    expect(cleaned('/cases/a?find=%').url).toBe('/cases/a?find=%')
    expect(cleaned('/', 'PUT').method).toBe('PUT')
  })

  it('asks for the whole of a file, and with no method that is no route’s', () => {
    expect(cleaned('/icon.svg', 'GET', { range: 'bytes=99999999-' }).headers.range).toBeUndefined()
    expect(cleaned('/', 'TRACE').method).toBe('PATCH')
  })

  it('keeps the range of an archive of the basemap and of evidence, which their own routes read', () => {
    const range = 'bytes=0-6'
    expect(cleaned('/evidence/harbour/0a?v=1', 'GET', { range }).headers.range).toBe(range)
    expect(cleaned('/basemap/world.pmtiles?v=1', 'GET', { range }).headers.range).toBe(range)
    expect(cleaned('/basemap/other.pmtiles', 'GET', { range }).headers.range).toBeUndefined()
  })
})

it('says itself where it comes from', () => {
  const { headers } = cleaned('/', 'GET', { 'x-caseboard-address': '1.2.3.4', 'x-forwarded-for': '1.2.3.4' })
  expect(headers['x-caseboard-address']).toBe('10.0.0.1')
})
