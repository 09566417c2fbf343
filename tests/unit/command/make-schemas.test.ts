import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { fileKinds, makeSchemas, schemaPath } from '@/lib/command/verbs/schema'
import { validFiles } from '../read-fixture'

const FOLDER = 'public/schema'
const CASE = 'data/cases/2022-10-annexation'
const schemas = makeSchemas()

/** A reader of a kind of file, made from its JSON Schema alone. */
function fromSchema(name: string): z.ZodType {
  return z.fromJSONSchema(JSON.parse(schemas.get(`${name}.schema.json`) ?? ''))
}

/** The kind of a case's file. */
function kindOf(file: string): string {
  const kind = fileKinds.find(
    (each) => each.file === file.replace(/^layers\/.*\.geojson$/, 'layers/<layer-id>.geojson'),
  )
  if (kind === undefined) throw new Error(`${file} is of no kind`)
  return kind.name
}

describe('the JSON Schemas', () => {
  it('are committed as the parser’s own schemas give them: else run npm run case -- schema', () => {
    expect(readdirSync(FOLDER).sort()).toEqual([...schemas.keys()].sort())
    for (const [name, text] of schemas) expect(readFileSync(`${FOLDER}/${name}`, 'utf8'), name).toBe(text)
  })

  it.each([...validFiles()])('take %s of the small case', (file, text) => {
    expect(fromSchema(kindOf(file)).safeParse(JSON.parse(text)).error).toBeUndefined()
  })

  const files = readdirSync(CASE, { recursive: true, encoding: 'utf8' }).filter((file) => /json$/.test(file))
  it.each(files)('take %s of the first case', (file) => {
    const text = readFileSync(`${CASE}/${file}`, 'utf8')
    expect(fromSchema(kindOf(file)).safeParse(JSON.parse(text)).error).toBeUndefined()
  })

  it.each([
    ['actors', [{ id: 'a', kind: 'person', name: 'A', role: 'R', side: 'x', colour: 'red' }]],
    ['actors', [{ id: 'a', kind: 'ship', name: 'A', role: 'R', side: 'x' }]],
    ['actors', { records: {} }],
    ['case', { id: 'a' }],
    ['places', { type: 'FeatureCollection' }],
    ['layers', [{ id: 'a', name: 'A', mark: 'areas', hue: 'azure' }]],
  ])('refuse %s that are wrong: %j', (name, value) => {
    expect(fromSchema(name).safeParse(value).success).toBe(false)
  })

  it('take records in an object that names its schema', () => {
    const actor = { id: 'a', kind: 'person', name: 'A', role: 'R', side: 'x' }
    const named = { $schema: '../../../public/schema/actors.schema.json', records: [actor] }
    expect(fromSchema('actors').safeParse(named).success).toBe(true)
  })

  it('explain each kind of file, and what a key means and how it is written', () => {
    for (const text of schemas.values())
      expect(JSON.parse(text)).toMatchObject({
        title: expect.any(String),
        description: expect.stringContaining('npm run case -- check'),
      })
    const { by } = JSON.parse(schemas.get('figures.schema.json') ?? '').definitions.figure.properties
    expect(by.description).toBe(
      'Who made the number: counted, measured, estimated or set it. Write an id of lower-case letters, digits and hyphens, as “north-harbour”.',
    )
  })

  it('are what the first case’s head names', () => {
    const { $schema } = JSON.parse(readFileSync(`${CASE}/case.json`, 'utf8'))
    expect($schema).toBe(schemaPath(CASE, 'case'))
  })
})
