import { describe, expect, it } from 'vitest'
import { evidenceFileSchema, evidenceName, evidenceSchema, readEvidenceName } from '@/lib/schema/evidence'
import type { CaseFiles } from '@/lib/schema/parse-records'
import { readEvidence } from '@/lib/schema/read-evidence'
import type { SetAside } from '@/lib/schema/records'
import { evidenceRecord } from '../../evidence-files'

const record = evidenceSchema.parse(evidenceRecord(Buffer.from('a picture'), 'image/jpeg'))
const name = evidenceName(record)
const file = { type: 'image/jpeg', bytes: 9, sha256: record.sha256, width: 4, height: 3 }
const text = JSON.stringify(evidenceRecord(Buffer.from('a picture'), 'image/jpeg'))
const position = { file: 'evidence.json', slice: { text, offset: 0, pointer: '/0', line: 7 }, base: [], id: 'quay' }

function read(files: readonly (readonly [string, string | { reason: string }])[]) {
  const setAside: SetAside[] = []
  const all: CaseFiles = new Map(files)
  const kept = readEvidence(all, [{ record, position }], setAside)
  return { kept, setAside }
}

describe('the records of evidence', () => {
  it('have what their files are', () => {
    expect(read([[name, JSON.stringify(file)]])).toEqual({
      kept: [{ record: { ...record, file }, position }],
      setAside: [],
    })
  })

  it('are set aside where there is no file, and say which', () => {
    const { kept, setAside } = read([])
    expect(kept).toEqual([])
    expect(setAside).toMatchObject([
      {
        file: 'evidence.json',
        pointer: '/0/sha256',
        rule: 'reference',
        id: 'quay',
        reason: `${name}: the file is missing, or beyond those that are read`,
      },
    ])
  })

  it('are set aside with a file that cannot be used, each with the reason', () => {
    const { kept, setAside } = read([[name, { reason: 'the file is larger than 32 MB' }]])
    expect(kept).toEqual([])
    expect(setAside).toMatchObject([
      { file: name, rule: 'shape', reason: expect.stringContaining('the file is larger than 32 MB') },
      { file: 'evidence.json', rule: 'shape', reason: `${name}: the file is larger than 32 MB` },
    ])
  })

  it('are set aside where what is told of the file is none of a file of evidence', () => {
    for (const text of [
      'no JSON',
      '{}',
      JSON.stringify({ ...file, bytes: 0 }),
      JSON.stringify({ ...file, sha256: 'a' }),
    ])
      expect(read([[name, text]]).setAside).toMatchObject([{ rule: 'shape', reason: `${name}: cannot be used` }])
  })

  it('leave other files alone, whatever is wrong with them', () => {
    expect(
      read([
        [name, JSON.stringify(file)],
        ['layers/flood.png', { reason: 'too large' }],
      ]).setAside,
    ).toEqual([])
  })

  it('belong to something, and are called by their hash and type', () => {
    const { event: _, ...alone } = evidenceRecord(Buffer.from('a picture'), 'image/jpeg')
    const told = evidenceSchema.safeParse(alone).error?.issues[0]
    expect([told?.path, told?.message]).toEqual([['event'], expect.stringContaining('belongs to nothing')])
    for (const kind of ['place', 'statement', 'figure'])
      expect(evidenceSchema.safeParse({ ...alone, [kind]: 'a' }).success).toBe(true)
    for (const sha of [`${record.sha256}0`, `0${record.sha256}`, record.sha256.toUpperCase().replaceAll(/\d/g, 'A')]) {
      expect(evidenceSchema.safeParse({ ...record, sha256: sha }).success).toBe(false)
      expect(evidenceFileSchema.safeParse({ ...file, sha256: sha }).success).toBe(false)
    }
    expect(readEvidenceName(name)).toEqual({ sha256: record.sha256, ending: 'jpg' })
    for (const other of [`x${name}`, `${name}x`, name.toUpperCase(), 'evidence/quay.jpg', name.replace('.jpg', '.gif')])
      expect(readEvidenceName(other)).toBeNull()
  })
})
