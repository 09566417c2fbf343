import path from 'node:path'
import { readCaseFiles } from '@/lib/server/case-folder'
import { locateCase } from '../locate-case'
import { findFolder, optionText, readHeld, replaceCaseFile, type Verb } from './verb'

/** Fills in where a source's passages stand. Returns the exit code: 0 where all of them do. */
async function locate(caseId: string, file: string, as: string | undefined): Promise<number> {
  const folder = await findFolder(caseId)
  if (folder === undefined) return 1
  const { files, lines, good } = locateCase(await readCaseFiles(folder), await readHeld(file), as)
  for (const [name, text] of files) await replaceCaseFile(path.join(folder.path, name), text)
  for (const line of lines) console.log(line)
  return good ? 0 : 1
}

export const locateVerb: Verb = {
  name: 'locate',
  arguments: '<case-id> --source <text file> [--as <source-id>]',
  summary: 'finds where a source’s passages stand in its text, and fills that in',
  help: [
    'For every passage of a source that has its words (exact) and lacks where they stand, fills in start and end, counted',
    'in Unicode code points, and as much of what stands before and after (prefix, suffix) as tells the place from others.',
    'A passage that is not in the text, or is there more than once, is named with what to do, and left as it is. Nothing',
    'else in the files changes. The exit code is 1 where a passage is left.',
    '',
    '  --source <text file>   the text, as UTF-8; its source is the one whose sha256 is that of the file',
    '  --as <source-id>       the source whose text it is, if that has no sha256 yet: it gets it',
    '',
    'Example: npm run case -- locate my-case --source the-report.txt --as the-report',
  ],
  options: { source: { type: 'string' }, as: { type: 'string' } },
  run([caseId, ...rest], options) {
    const file = optionText(options, 'source')
    if (caseId === undefined || file === undefined || rest.length > 0) return null
    return locate(caseId, file, optionText(options, 'as'))
  },
}
