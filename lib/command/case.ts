import { parseArgs } from 'node:util'
import { extentOf } from '@/lib/derive/arrays'
import { didYouMean } from '@/lib/schema/nearest'
import { anchorVerb } from './verbs/anchor'
import { checkVerb } from './verbs/check'
import { draftVerb } from './verbs/draft'
import { importVerb } from './verbs/import'
import { loadVerb } from './verbs/load'
import { locateVerb } from './verbs/locate'
import { newVerb } from './verbs/new'
import { schemaVerb } from './verbs/schema'
import { tileVerb } from './verbs/tile'
import { upgradeVerb } from './verbs/upgrade'
import type { Verb } from './verbs/verb'

const verbs: readonly Verb[] = [
  newVerb,
  draftVerb,
  importVerb,
  tileVerb,
  loadVerb,
  checkVerb,
  locateVerb,
  anchorVerb,
  upgradeVerb,
  schemaVerb,
]

const usageOf = (verb: Verb) => `usage: npm run case -- ${verb.name} ${verb.arguments}`.trimEnd()

/** All verbs with what they do, in lines to print. */
function overview(): string[] {
  const [, width] = extentOf(verbs.map(({ name }) => name.length))
  return [
    'usage: npm run case -- <verb> …',
    '',
    ...verbs.map(({ name, summary }) => `  ${name.padEnd(width)}   ${summary}`),
    '',
    'What a verb takes, with an example: npm run case -- <verb> --help',
    'Example: npm run case -- check',
  ]
}

async function main([name, ...rest]: readonly string[]): Promise<number> {
  if (name === '--help' || name === '-h' || name === 'help') {
    for (const line of overview()) console.log(line)
    return 0
  }
  const verb = verbs.find((each) => each.name === name)
  if (verb === undefined) {
    const names = verbs.map((each) => each.name)
    if (name !== undefined) console.error(`there is no verb “${name}”${didYouMean(name, names)}`)
    for (const line of overview()) console.error(line)
    return 1
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    for (const line of [usageOf(verb), '', ...verb.help]) console.log(line)
    return 0
  }
  const wrong = `${usageOf(verb)}\nWhat each part means: npm run case -- ${verb.name} --help`
  try {
    const { positionals, values } = parseArgs({
      args: rest,
      allowPositionals: true,
      options: verb.options ?? {},
    })
    const outcome = verb.run(positionals, values)
    if (outcome !== null) return await outcome
    console.error(wrong)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    if (error instanceof TypeError) console.error(wrong)
  }
  return 1
}

// Whoever reads only the first lines, as `head` does, has what they want.
process.stdout.on('error', () => process.exit())

process.exitCode = await main(process.argv.slice(2))
