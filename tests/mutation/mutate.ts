import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { Stryker } from '@stryker-mutator/core'
import { type FileScore, scoreOf, withScores } from './report'

const RESULTS = 'tests/bench/RESULTS.md'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Files or folders; without any, all. */
    mutate: { type: 'string' },
    /** Runs every mutant anew, also where neither it nor its tests have changed. */
    force: { type: 'boolean' },
    concurrency: { type: 'string' },
    /** Patterns of the only tests to run. Without the others it is faster, and no score is higher. */
    tests: { type: 'string' },
  },
})

// A shell may have made several words of a pattern: what is left of it is a file or a folder.
const asked = [values.mutate ?? [], positionals]
  .flat()
  .flatMap((text) => text.split(','))
  .map((text) => text.replace(/\/?(\*\*.*)?$/, ''))
const isAsked = (file: string) => asked.length === 0 || asked.some((own) => file === own || file.startsWith(`${own}/`))
const mutated = ['derive', 'schema', 'url', 'wall']
  .flatMap((folder) =>
    readdirSync(`lib/${folder}`, { recursive: true, encoding: 'utf8' }).map((name) => `lib/${folder}/${name}`),
  )
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts') && isAsked(file))
if (mutated.length === 0) throw new Error(`no file to mutate: ${asked.join(', ')}`)

// The configuration of the tests is read in a process of Stryker’s own.
if (values.tests !== undefined) process.env.MUTATION_TESTS = values.tests

const results = await new Stryker({
  configFile: 'tests/mutation/stryker.config.mjs',
  mutate: mutated,
  force: values.force ?? false,
  ...(values.concurrency === undefined ? {} : { concurrency: Number(values.concurrency) }),
}).runMutationTest()

const on = new Date().toISOString().slice(0, 10)
const scores = mutated.flatMap((file): FileScore[] => {
  const own = results.filter(({ fileName }) => path.relative('.', fileName) === file)
  const count = (wanted: string) => own.filter(({ status }) => status === wanted).length
  const score = {
    file,
    killed: count('Killed'),
    survived: count('Survived'),
    noCoverage: count('NoCoverage'),
    timeouts: count('Timeout'),
    on,
  }
  return scoreOf(score) === null ? [] : [score]
})
writeFileSync(RESULTS, withScores(readFileSync(RESULTS, 'utf8'), scores, existsSync))
