import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { makeSchemas } from '../make-schemas'
import { schemaFolder } from '../schema-folder'
import type { Verb } from './verb'

/** Writes the JSON Schemas and says where. Returns the exit code. */
async function write(): Promise<number> {
  const folder = schemaFolder()
  await mkdir(folder, { recursive: true })
  for (const [name, text] of makeSchemas()) {
    await writeFile(path.join(folder, name), text)
    console.log(path.relative(process.cwd(), path.join(folder, name)))
  }
  return 0
}

export const schemaVerb: Verb = {
  name: 'schema',
  arguments: '',
  summary: 'writes the JSON Schemas of a case’s files to public/schema',
  help: [
    'Makes the JSON Schema of every kind of file from the rules that a case is parsed with, and writes them to',
    'public/schema. Only who changes these rules needs this. A case’s file that names its schema, as',
    '{ "$schema": "../../../public/schema/figures.schema.json", "records": [ … ] }, is then completed, explained and',
    'checked by the program that you edit it with.',
    '',
    'Example: npm run case -- schema',
  ],
  options: {},
  run: (positionals) => (positionals.length > 0 ? null : write()),
}
