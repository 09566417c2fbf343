import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formFields } from '@/lib/edit/form-fields'
import { beginEvidence } from '@/lib/edit/new-record'
import { rejectRecord } from '@/lib/edit/proposals'
import { recordKey } from '@/lib/edit/record-edit'
import { openWorkspace } from '@/lib/edit/workspace'

const record = (file: string, id: string, value: Readonly<Record<string, unknown>> = {}) => ({
  file,
  id,
  version: '1',
  value: { id, ...value },
})
const facts = { sha256: 'a'.repeat(64), type: 'image/jpeg' } as const

const workspace = openWorkspace([
  record('sources.json', 'bulletin'),
  record('statements.json', 'ferry-sails'),
  record('quotations.json', 'words'),
  record('evidence.json', 'img-1', { statement: 'ferry-sails', event: 'sailing' }),
])

describe('a record of evidence', () => {
  it('has an id of its own by its file’s name, and belongs to the record that is worked on, if it may', () => {
    const begun = beginEvidence(workspace, facts, 'IMG 1.JPG', 'statements.json#ferry-sails')
    expect(begun).toMatchObject({ file: 'evidence.json', id: 'img-1-2' })
    expect(begun.value).toMatchObject({ ...facts, title: 'IMG 1', source: 'bulletin', statement: 'ferry-sails' })
    for (const selected of [null, 'quotations.json#words', 'gone.json#gone'])
      expect(Object.keys(beginEvidence(workspace, facts, 'a.png', selected).value)).not.toContain('statement')
  })

  it('lets go of what is taken out', () => {
    const after = rejectRecord(workspace, { file: 'statements.json', id: 'ferry-sails' })
    const left = after.working.get(recordKey({ file: 'evidence.json', id: 'img-1' }))?.value
    expect(left).toEqual({ id: 'img-1', event: 'sailing' })
  })

  it('has a form in which records are chosen by name, and the file is not to be changed', () => {
    const schema: unknown = JSON.parse(readFileSync('public/schema/evidence.schema.json', 'utf8'))
    const fields = formFields('evidence.json', schema)
    const kinds = Object.fromEntries(fields.map((field) => [field.key, 'of' in field ? field.of : field.kind]))
    expect(kinds).toMatchObject({ place: 'place', event: 'event', statement: 'statement', figure: 'figure' })
    expect(kinds).toMatchObject({ source: 'source', title: 'text', shows: 'text', sensitive: 'text' })
    for (const key of ['id', 'sha256', 'type']) expect(kinds[key]).toBeUndefined()
  })
})
