import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, openSync, readFileSync, rmSync } from 'node:fs'
import { isObject } from '@/lib/schema/plain-values'
import { ensureChromium } from './chromium'
import { engineNames, ensureEngines, whyWithout } from './engines/install'
import { ensureNginx } from './nginx'
import { ensurePostgres, whyWithoutPostgres } from './postgres'
import { ensureRedis } from './redis'

/** Runs everything that proves the project, in order, and closes with the count of tests passed and failed. */

const OUTPUT = 'tests/.output'
const STATIC_LOG = `${OUTPUT}/static.log`
let failedSteps = 0

function step(command: string, ...words: string[]): void {
  console.log(`\n> ${[command, ...words].join(' ')}`)
  if (spawnSync(command, words, { stdio: 'inherit' }).status !== 0) failedSteps += 1
}

/** Types, lint, ranks, dead code and data, beside something else; answers how to wait for them and tell what they said. */
function startStatic(): () => Promise<void> {
  const log = openSync(STATIC_LOG, 'w')
  const ended = once(spawn('npm', ['run', '-s', 'static'], { stdio: ['ignore', log, log] }), 'exit')
  return async () => {
    const [status] = await ended
    console.log(`\n> npm run -s static\n${readFileSync(STATIC_LOG, 'utf8')}`)
    if (status !== 0) failedSteps += 1
  }
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(`${OUTPUT}/${file}`, 'utf8'))
  } catch {
    return null
  }
}

function parts(report: unknown, key: string): Record<string, unknown>[] {
  const found = isObject(report) ? report[key] : undefined
  return Array.isArray(found) ? found.filter(isObject) : []
}

function count(report: unknown, path: readonly string[]): number {
  const found = path.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), report)
  return typeof found === 'number' ? found : 0
}

/** What failed, by name: where a log keeps only its end, that is where somebody looks. */
function failedNames(): string[] {
  const unit = parts(readReport('unit.json'), 'testResults')
    .flatMap((file) => parts(file, 'assertionResults'))
    .filter((test) => test.status === 'failed')
    .map((test) => String(test.fullName))
  return [...unit, ...failedSpecs(readReport('e2e.json'))]
}

/** The specs that failed, of a suite and those within it. */
function failedSpecs(suite: unknown): string[] {
  const own = parts(suite, 'specs')
    .filter((spec) => spec.ok === false)
    .map((spec) => `${spec.file}: ${spec.title}`)
  return [...own, ...parts(suite, 'suites').flatMap(failedSpecs)]
}

rmSync(OUTPUT, { recursive: true, force: true })
mkdirSync(OUTPUT, { recursive: true })
// One core reads the code while the other sets up what runs it.
const tellStatic = startStatic()
ensureChromium()
ensureRedis()
ensureNginx()
ensureEngines()
ensurePostgres()
await tellStatic()
step('npx', 'vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${OUTPUT}/unit.json`)
// With the folder that is put on many machines, of which the tests start a server, too.
step('npm', 'run', '-s', 'standalone')
step('npm', 'run', '-s', 'e2e')

const unit = readReport('unit.json')
const browser = readReport('e2e.json')
const passed = count(unit, ['numPassedTests']) + count(browser, ['stats', 'expected'])
const failedTests =
  count(unit, ['numFailedTests']) + count(browser, ['stats', 'unexpected']) + count(browser, ['stats', 'flaky'])
// A step that failed without a failing test (types, lint, build, a suite that did not start) still fails the run.
const failed = failedTests > 0 ? failedTests : failedSteps
const skipped = count(unit, ['numPendingTests']) + count(browser, ['stats', 'skipped'])
for (const name of engineNames) {
  const missing = whyWithout(name)
  if (missing !== null) console.log(`\nNothing was tried in ${name}, which is ${missing}`)
}
const noDatabase = whyWithoutPostgres()
if (noDatabase !== null) console.log(`\nNothing was tried in a database: PostgreSQL with PostGIS is ${noDatabase}`)
for (const name of failedNames()) console.log(`\nFailed: ${name}`)
console.log(`\n${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`)
process.exit(failed === 0 ? 0 : 1)
