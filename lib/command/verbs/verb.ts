import type { parseArgs } from 'node:util'

/** What stood behind the options of a verb; `undefined` where one was not given. */
export type Options = Readonly<ReturnType<typeof parseArgs>['values']>

/** One thing that `npm run case` does. */
export interface Verb {
  name: string
  /** What stands behind the name: "<case-id> [--all]". */
  arguments: string
  /** What it does, in a line. */
  summary: string
  /** What it does and changes, what each option means, and an example: lines to print. */
  help: readonly string[]
  options: NonNullable<Parameters<typeof parseArgs>[0]>['options']
  /** Does it and resolves to the exit code; `null` where the arguments are not what it takes. */
  run(positionals: readonly string[], options: Options): Promise<number> | null
}

/** An option's text; `undefined` where it was not given. */
export function textOf(options: Options, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}
