import { dataFolder } from '@/lib/server/case-folder'
import { createCase } from '../new-case'
import type { Verb } from './verb'

/** Writes a new case and says what it is made of. Returns the exit code. */
async function create(caseId: string): Promise<number> {
  const today = new Date().toISOString().slice(0, 10)
  for (const line of await createCase(dataFolder(), caseId, today)) console.log(line)
  return 0
}

export const newVerb: Verb = {
  name: 'new',
  arguments: '<case-id>',
  summary: 'writes a small case that works, to put your own in its place',
  help: [
    'Writes the folder data/cases/<case-id> with one place, source, quotation, figure, event and scene, and what these',
    'need. It passes the check and can be looked at at once. The id is 1 to 64 lower-case letters, digits and hyphens, and',
    'stands in the case’s address. A folder that is already there is left as it is.',
    '',
    'Example: npm run case -- new 2030-03-harbour',
  ],
  options: {},
  run: ([caseId, ...rest]) => (caseId === undefined || rest.length > 0 ? null : create(caseId)),
}
