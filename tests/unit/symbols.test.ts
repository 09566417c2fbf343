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

  it('says how large the field of each is, and where a narrow one begins on it', () => {
    expect(readSymbol('harbor')?.field).toBe(15)
    expect(readSymbol('abseiling')?.field).toBe(50)
    expect(readSymbol('latrine')).toMatchObject({ field: 48, indent: 13 })
    // All that a path names stands on its field, or a little beyond where a curve turns.
    for (const name of names.map((each) => readSymbol(each)).filter((each) => each !== null)) {
      const furthest = Math.max(
        ...Array.from(name.path.matchAll(/[ML]\s*(\d*\.?\d+)[\s,]+(\d*\.?\d+)/g), ([, x, y]) =>
          Math.max(Number(x), Number(y)),
        ),
      )
      expect(furthest, name.name).toBeLessThanOrEqual(name.field * 1.02)
    }
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
