import path from 'node:path'

/** Where the JSON Schemas of a case's files lie: a running server serves them as `/schema/<name>.schema.json`. */
export function schemaFolder(): string {
  return path.join(process.cwd(), 'public', 'schema')
}

/** What a file in `folder` calls a schema: a path from there, as editors' programs read it. */
export function schemaPath(folder: string, name: string): string {
  return path
    .relative(folder, path.join(schemaFolder(), `${name}.schema.json`))
    .split(path.sep)
    .join('/')
}
