import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { isObject } from '@/lib/schema/is-object'
import { ensureChromium } from './chromium'
import { ensureRedis } from './redis'

/** Runs everything that proves the project, in order, and closes with the count of tests passed and failed. */

const OUTPUT = 'tests/.output'
let failedSteps = 0

function step(command: string, ...words: string[]): void {
  console.log(`\n> ${[command, ...words].join(' ')}`)
  if (spawnSync(command, words, { stdio: 'inherit' }).status !== 0) failedSteps += 1
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(`${OUTPUT}/${file}`, 'utf8'))
  } catch {
    return null
  }
}

function count(report: unknown, path: readonly string[]): number {
  const found = path.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), report)
  return typeof found === 'number' ? found : 0
}

rmSync(OUTPUT, { recursive: true, force: true })
mkdirSync(OUTPUT, { recursive: true })
ensureChromium()
ensureRedis()
for (const script of ['types', 'lint', 'ranks', 'dead']) step('npm', 'run', '-s', script)
step('npm', 'run', '-s', 'case', '--', 'check')
step('npx', 'vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${OUTPUT}/unit.json`)
step('npm', 'run', '-s', 'build')
step('npm', 'run', '-s', 'e2e')

const unit = readReport('unit.json')
const browser = readReport('e2e.json')
const passed = count(unit, ['numPassedTests']) + count(browser, ['stats', 'expected'])
const failedTests =
  count(unit, ['numFailedTests']) + count(browser, ['stats', 'unexpected']) + count(browser, ['stats', 'flaky'])
// A step that failed without a failing test (types, lint, build, a suite that did not start) still fails the run.
const failed = failedTests > 0 ? failedTests : failedSteps
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
