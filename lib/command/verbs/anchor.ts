import { readFile } from 'node:fs/promises'
import { readCaseFiles } from '@/lib/server/case-folder'
import { parseFiles } from '@/lib/server/parse-files'
import { anchorCase } from '../anchor-case'
import { findFolder } from '../find-folder'
import { textOf, type Verb } from './verb'

/** Tells what became of a source's passages in a new text of it. Returns the exit code: 0 where all of them stand. */
async function anchor(caseId: string, sourceId: string, file: string, oldFile: string | undefined): Promise<number> {
  const folder = await findFolder(caseId)
  if (folder === undefined) return 1
  const { records } = parseFiles(caseId, await readCaseFiles(folder))
  if (records === null) {
    console.error(`${caseId}: case.json cannot be used`)
    return 1
  }
  const [text, was] = await Promise.all([
    readFile(file, 'utf8'),
    oldFile === undefined ? null : readFile(oldFile, 'utf8'),
  ])
  const { lines, good } = anchorCase(records, sourceId, text, was)
  for (const line of lines) console.log(line)
  return good ? 0 : 1
}

export const anchorVerb: Verb = {
  name: 'anchor',
  arguments: '<case-id> <source-id> <new text file> [--was <old text file>]',
  summary: 'after a source was edited: where each of its passages is now',
  help: [
    'Looks up every passage of a source in a new text of it and tells whether it stands where it stood, has moved, was',
    'altered (with the difference), may be one of several places, or is gone. It changes no file. The exit code is 1 where',
    'a passage no longer stands word for word.',
    '',
    '  --was <old text file>   the text that the passages were taken from: what stood around them there tells them from',
    '                          the same words elsewhere',
    '',
    'Example: npm run case -- anchor my-case the-report new-text.txt --was the-report.txt',
  ],
  options: { was: { type: 'string' } },
  run([caseId, sourceId, file, ...rest], options) {
    if (caseId === undefined || sourceId === undefined || file === undefined || rest.length > 0) return null
    return anchor(caseId, sourceId, file, textOf(options, 'was'))
  },
}
