import { findFolder } from '../find-folder'
import { upgradeCase } from '../upgrade-case'
import type { Verb } from './verb'

/** Brings one case's files to today's form and prints what it changed. Returns the exit code. */
async function upgrade(caseId: string): Promise<number> {
  const folder = await findFolder(caseId)
  if (folder === undefined) return 1
  const lines = await upgradeCase(folder)
  for (const line of lines.length > 0 ? lines : [`${caseId}: is in today’s form`]) console.log(line)
  return 0
}

export const upgradeVerb: Verb = {
  name: 'upgrade',
  arguments: '<case-id>',
  summary: 'writes an older case’s files in today’s form',
  help: [
    'Rewrites the files of a case that was made for an earlier version, and says which records changed. A case loads',
    'without it too; a second time it changes nothing. A file that is no JSON is left as it is.',
    '',
    'Example: npm run case -- upgrade my-case',
  ],
  options: {},
  run: ([caseId, ...rest]) => (caseId === undefined || rest.length > 0 ? null : upgrade(caseId)),
}
