import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { caseSchema } from '@/lib/schema/case'
import { correctionSchema } from '@/lib/schema/correction'
import { eventSchema } from '@/lib/schema/event'
import { evidenceSchema } from '@/lib/schema/evidence'
import { figureSchema } from '@/lib/schema/figure'
import { forms } from '@/lib/schema/forms'
import { actorSchema } from '@/lib/schema/identifier'
import { layerSchema } from '@/lib/schema/layer'
import { featureSchema } from '@/lib/schema/place'
import { sceneSchema } from '@/lib/schema/scene'
import { sourceSchema } from '@/lib/schema/source'
import { quotationSchema, statementSchema } from '@/lib/schema/statement'
import { tilesSchema } from '@/lib/schema/tiles'
import type { Verb } from './verb'

/** Where the JSON Schemas of a case's files lie: a running server serves them as `/schema/<name>.schema.json`. */
function schemaFolder(): string {
  return path.join(process.cwd(), 'public', 'schema')
}

/** What a file in `folder` calls a schema: a path from there, as editors' programs read it. */
export function schemaPath(folder: string, name: string): string {
  return path
    .relative(folder, path.join(schemaFolder(), `${name}.schema.json`))
    .split(path.sep)
    .join('/')
}

/** A kind of file of a case, and what it holds in a line. */
export interface FileKind {
  /** The schema's file is `<name>.schema.json`. */
  name: string
  /** The case's file; of a layer, what its name looks like. */
  file: string
  holds: string
  schema: z.ZodType
}

const schemaKey = {
  $schema: z.string().optional().describe('The schema that the program you edit with checks the file by.'),
}

/** A file of records: a list, or an object with the list as `records`, which can also name its schema. */
function listOf(id: string, record: z.ZodType): z.ZodType {
  const records = z.array(record.meta({ id }))
  return z.union([z.strictObject({ ...schemaKey, records }), records])
}

/** Every kind of file that a case is made of, in the order in which one reads a case. */
export const fileKinds: readonly FileKind[] = [
  {
    name: 'case',
    file: 'case.json',
    holds: 'What the case is: title, period, first view, sides, questions, claims to territory, charts.',
    schema: z.strictObject({ ...schemaKey, ...caseSchema.shape }),
  },
  {
    name: 'layers',
    file: 'layers.json',
    holds: 'What each layer of places is called and drawn as, from the bottom of the map to the top.',
    schema: listOf('layer', layerSchema),
  },
  {
    name: 'sources',
    file: 'sources.json',
    holds: 'The documents that words, numbers, dates and positions come from.',
    schema: listOf('source', sourceSchema),
  },
  {
    name: 'actors',
    file: 'actors.json',
    holds: 'The people and bodies who speak, count, act or report, with their role and side at the time.',
    schema: listOf('actor', actorSchema),
  },
  {
    name: 'quotations',
    file: 'quotations.json',
    holds: 'Words that stand between quotation marks in a source, exactly as they stand there.',
    schema: listOf('quotation', quotationSchema),
  },
  {
    name: 'statements',
    file: 'statements.json',
    holds: 'What people say that a source does not give in their own words, in a sentence of yours. Optional.',
    schema: listOf('statement', statementSchema),
  },
  {
    name: 'figures',
    file: 'figures.json',
    holds: 'The numbers: what is counted, who made each, and how sure it is.',
    schema: listOf('figure', figureSchema),
  },
  {
    name: 'events',
    file: 'events.json',
    holds: 'What happened, dated as precisely as it is known, who did it and who reports it.',
    schema: listOf('event', eventSchema),
  },
  {
    name: 'scenes',
    file: 'scenes.json',
    holds: 'The tour: saved views of the map, each with a headline, words and what it shows.',
    schema: listOf('scene', sceneSchema),
  },
  {
    name: 'evidence',
    file: 'evidence.json',
    holds: 'Pictures, films and documents that show what records say; their files lie in evidence. Optional.',
    schema: listOf('evidence', evidenceSchema),
  },
  {
    name: 'corrections',
    file: 'corrections.json',
    holds: 'What was wrong in the case, what is right and why. Optional; add new ones at the end.',
    schema: listOf('correction', correctionSchema),
  },
  {
    name: 'tiles',
    file: 'tiles/<layer-id>.json',
    holds: 'What is on the tiles of a layer, as `npm run case -- tile` writes it: how many, by category and time.',
    schema: z.strictObject({ ...schemaKey, ...tilesSchema.shape }),
  },
  {
    name: 'places',
    file: 'layers/<layer-id>.geojson',
    holds: 'The places of one layer: GeoJSON in WGS 84, positions as [longitude, latitude].',
    schema: z.looseObject({
      ...schemaKey,
      type: z.literal('FeatureCollection'),
      features: z.array(featureSchema.meta({ id: 'place' })),
    }),
  },
]

/** Says below a description, or for want of one, what form a value has: as the check does where it has another. */
function addForm({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodType
  jsonSchema: z.core.JSONSchema.BaseSchema
}): void {
  const form = forms.get(zodSchema)?.form
  if (form === undefined) return
  const { description } = jsonSchema
  jsonSchema.description =
    description === undefined ? `${form.charAt(0).toUpperCase()}${form.slice(1)}.` : `${description} Write ${form}.`
}

/** A file kind's JSON Schema, as text. Draft 7 is what editors' programs know best. */
function writeSchema({ file, holds, schema }: FileKind): string {
  const made = z.toJSONSchema(schema, { io: 'input', target: 'draft-07', override: addForm })
  const { $schema, ...rest } = made
  const title = `Caseboard: ${file}`
  const description = `${holds} What a schema cannot say, as whether the names in it lead anywhere, “npm run case -- check” tells.`
  return `${JSON.stringify({ $schema, title, description, ...rest }, null, 2)}\n`
}

/** The JSON Schemas of all files of a case, made from what the case is parsed with: by file name, each as text. */
export function makeSchemas(): Map<string, string> {
  return new Map(fileKinds.map((kind) => [`${kind.name}.schema.json`, writeSchema(kind)]))
}

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
