import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createAnchor, type PassageOutcome, toSelectors } from '@/lib/derive/anchor/anchor-passage'
import { listPassages } from '@/lib/derive/place-passages'
import type { Passage } from '@/lib/schema/passage'
import type { CaseRecords } from '@/lib/schema/records'
import { readCaseFiles } from '@/lib/server/case-folder'
import { parseFiles } from '@/lib/server/parse-files'
import { findFolder, optionText, type Verb } from './verb'

const placesText = (places: readonly { start: number; end: number }[]) =>
  places.map(({ start, end }) => `${start}–${end}`).join(', ')

/** What became of a passage, in a line. */
function describeOutcome({ start, end }: Passage, outcome: PassageOutcome): string {
  switch (outcome.status) {
    case 'exact':
      return 'exact'
    case 'moved':
      return `moved from ${start}–${end} to ${outcome.start}–${outcome.end}`
    case 'altered': {
      const difference = outcome.difference
        .map(({ kind, text }) => (kind === 'same' ? text : kind === 'was' ? `[-${text}-]` : `{+${text}+}`))
        .join('')
      return `altered${outcome.typographyOnly ? ' in typography' : ''} at ${outcome.start}–${outcome.end}: ${difference}`
    }
    case 'ambiguous':
      return outcome.places.length === 0 ? 'ambiguous: too many places' : `ambiguous: ${placesText(outcome.places)}`
    case 'gone':
      return outcome.elsewhere.length === 0 ? 'gone' : `gone; the same words stand at ${placesText(outcome.elsewhere)}`
  }
}

/** Why a passage cannot be looked for. */
function describeUnplaced({ noted }: Passage): string {
  return noted === true
    ? 'not looked for: it is a note of ours, not the source’s own words'
    : 'not looked for: it has no prefix, suffix and position'
}

/**
 * What became of each passage of a source in a new text of it, in lines to print. `was` is the text that the passages
 * stand in now: with it a repeat is told by what stood around it. It is good where all stand: a passage that cannot be
 * looked for does not, and of a source without passages nothing is known. Throws an Error where the source is not there,
 * or where `was` is not the text whose hash it has.
 */
export function anchorCase(
  records: CaseRecords,
  sourceId: string,
  text: string,
  was: string | null,
): { lines: string[]; good: boolean } {
  const source = records.sources.find(({ id }) => id === sourceId)
  if (source === undefined) throw new Error(`no source ${sourceId}`)
  const isHeld = was === null || createHash('sha256').update(was).digest('hex') === source.sha256
  if (!isHeld) throw new Error(`the text given as --was is not that of ${sourceId}: its sha-256 is another`)
  const passages = listPassages(records, sourceId)
  if (passages.length === 0)
    return { lines: [`${sourceId}: no record has a passage of it, so nothing was checked`], good: false }
  const anchor = createAnchor(text, was)
  const lines: string[] = []
  let [stands, fillable] = [0, 0]
  for (const { kind, id, passage } of passages) {
    const selectors = toSelectors(passage)
    const outcome = selectors === null ? null : anchor(selectors)
    lines.push(`${kind} ${id}: ${outcome === null ? describeUnplaced(passage) : describeOutcome(passage, outcome)}`)
    if (outcome?.status === 'exact' || outcome?.status === 'moved') stands++
    if (outcome === null && passage.noted !== true) fillable++
  }
  if (fillable > 0)
    lines.push(
      `${fillable} without a position: fill it in with npm run case -- locate, or write prefix, suffix, start and end by hand`,
    )
  return { lines: [...lines, `${stands} of ${passages.length} passages stand`], good: stands === passages.length }
}

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
    return anchor(caseId, sourceId, file, optionText(options, 'was'))
  },
}
