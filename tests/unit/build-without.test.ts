import { expect, it } from 'vitest'
import type { FailedRecords, ParsedCase } from '@/lib/schema/parse-case'
import { buildWithout } from '@/lib/server/build-without'
import { parseFiles } from '@/lib/server/parse-files'
import { validFiles } from './read-fixture'

const parse = (failed: FailedRecords) => parseFiles('valid', validFiles(), failed)

/** Fails of some ids, as code that nobody thought of would. */
function failingOf(...ids: string[]) {
  return ({ records }: ParsedCase) => {
    const all = [
      records?.quotations ?? [],
      records?.figures ?? [],
      records?.layers.flatMap(({ places }) => places) ?? [],
    ]
    const found = all.flat().find(({ id }) => ids.includes(id))
    if (found !== undefined) throw new Error(`no idea what ${found.id} is`)
    return records
  }
}

it('costs the records that building fails of, and says so', () => {
  const { parsed, built } = buildWithout(parse, failingOf('wait', 'area-2'))
  expect(built?.quotations.map(({ id }) => id)).not.toContain('wait')
  expect(built?.quotations.map(({ id }) => id)).toContain('ice')
  expect(parsed.setAside.filter(({ rule }) => rule === 'unbuildable')).toMatchObject([
    { file: 'quotations.json', id: 'wait', reason: expect.stringContaining('no idea what wait is') },
    { file: 'layers/annexed-oblasts.geojson', id: 'area-2' },
  ])
})

it('reads once where nothing fails', () => {
  let reads = 0
  buildWithout((failed) => {
    reads++
    return parse(failed)
  }, failingOf())
  expect(reads).toBe(1)
})

it('throws what is no record’s fault', () => {
  const fail = () => {
    throw new Error('the disk is gone')
  }
  expect(() => buildWithout(parse, fail)).toThrow('the disk is gone')
})
