import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { allSymbols, readSymbol } from '@/lib/server/parse-files'

const names = ['@mapbox/maki', '@rapideditor/temaki'].flatMap((set) =>
  readdirSync(`node_modules/${set}/icons`)
    .filter((file) => file.endsWith('.svg'))
    .map((file) => file.slice(0, -4)),
)

describe('readSymbol', () => {
  it('has every symbol of Maki and Temaki, as path data and nothing else', () => {
    expect(names.length).toBeGreaterThan(700)
    for (const name of names.filter((each) => /^[a-z0-9][a-z0-9_-]*$/.test(each)))
      expect(readSymbol(name)?.path, name).toMatch(/^[\s,.\dMmLlHhVvCcSsQqTtAaZze+-]+$/)
  })

  it('lists every name that it has', () => {
    const listed = new Set(allSymbols.names())
    for (const name of [...names, 'bar']) expect(listed.has(name), name).toBe(true)
  })

  it('has our own, and none that nobody has', () => {
    expect(readSymbol('bar')?.field).toBe(22)
    expect(readSymbol('no-such-symbol')).toBeNull()
    expect(readSymbol('../../package')).toBeNull()
  })
})
