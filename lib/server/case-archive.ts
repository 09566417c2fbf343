import { strToU8, type ZipOptions, zipSync } from 'fflate'
import { caseVersion } from '@/lib/derive/case-version'
import { attributionOf } from '@/lib/derive/linked-case'
import { mediaTypes } from '@/lib/media/media-type'
import { evidenceName, readEvidenceName } from '@/lib/schema/evidence'
import { readValues } from '@/lib/schema/parse-records'
import { isArchiveName, isPictureName } from '@/lib/schema/picture'
import type { Source } from '@/lib/schema/source'
import words from '@/lib/words/en.json'
import type { ValidTexts } from './last-valid-store'
import { parseFiles } from './parse-files'
import type { PublishedEvidence } from './published-evidence'

/** The first moment that a zip can say, in the machine's own zone as zip has it: the same bytes on every machine. */
const MTIME = new Date(1980, 0, 1)

function sourceLine({ title, publisher, address, licence }: Source): string {
  const facts = [publisher, licence, address].filter((fact) => fact !== undefined)
  return `- ${title}: ${facts.join('; ')}`
}

/** What the archive says of itself: what it is, how to use it, whose it is. */
function readme(caseId: string, files: ValidTexts, missing: readonly string[]): string {
  const { records } = parseFiles(caseId, files)
  const { title = caseId, summary = '', updated = '' } = records?.head ?? {}
  const version = records === null ? '' : ` version ${caseVersion(records.head, records.corrections)},`
  return [
    `${title}\n${'='.repeat(title.length)}`,
    summary,
    `A case of Caseboard,${version} brought to ${updated} (EDTF). JSON and GeoJSON, WGS 84, UTF-8.`,
    `To use it, put the folder ${caseId} into data/cases of a Caseboard and run: npm run case -- check ${caseId}`,
    `The files are those of the server's folder. One that could not be read when this was made stands in as it could last be read.`,
    ...(missing.length === 0
      ? []
      : [`Not in here, too large for it or not to be read: ${missing.join(', ')}. Copy it from the server's folder.`]),
    words.panel.boundary,
    `Positions and shapes: ${attributionOf(records?.head ?? {}, words.page.attribution)}. What is derived from OpenStreetMap stays under the ODbL 1.0; what is under CC BY 4.0 asks to be named with its licence and that it was changed.`,
    `Sources, with what may be done with what is taken from them:\n${(records?.sources ?? []).map(sourceLine).join('\n')}`,
  ].join('\n\n')
}

/** Files of evidence that a record names and that are not among what is given away. */
function missingEvidence(files: ValidTexts, evidence: readonly PublishedEvidence[]): string[] {
  const given = new Set(evidence.map(({ sha256 }) => sha256))
  const { values } = readValues('evidence.json', files.get('evidence.json'), 'array')
  return values.flatMap(({ value }) => {
    const { sha256, type } = Object(value)
    const ending = mediaTypes.find((each) => each === type)
    return typeof sha256 !== 'string' || ending === undefined || given.has(sha256)
      ? []
      : [evidenceName({ sha256, type: ending })]
  })
}

/** The records of evidence by the hashes of what is given away. */
function renameEvidence(text: string, evidence: readonly PublishedEvidence[]): string {
  return evidence.reduce((renamed, { sha256, publishedSha256 }) => renamed.replaceAll(sha256, publishedSha256), text)
}

/**
 * The files that a case is shown from, as one zip, its pictures and its evidence as it is published among them: a folder of
 * its id, with a README.txt. Same files, same bytes. Takes as long as reading and compressing the whole case does.
 */
export function archiveCase(
  caseId: string,
  files: ValidTexts,
  pictures: ReadonlyMap<string, Uint8Array> = new Map(),
  evidence: readonly PublishedEvidence[] = [],
): Uint8Array {
  const missing = [
    ...[...files.keys()].filter((name) => isPictureName(name) && !pictures.has(name)),
    ...missingEvidence(files, evidence),
  ]
  const texts = [...files, ['README.txt', `${readme(caseId, files, missing)}\n`] as const].filter(
    ([name]) => !isPictureName(name) && readEvidenceName(name) === null,
  )
  const contents = new Map<string, Uint8Array>([
    ...texts.map(([name, text]): [string, Uint8Array] => [
      name,
      strToU8(name === 'evidence.json' ? renameEvidence(text, evidence) : text),
    ]),
    ...pictures,
    ...evidence.map(({ name, bytes }): [string, Uint8Array] => [name, bytes]),
  ])
  // Tiles and evidence are packed already.
  const isPacked = (name: string) => isArchiveName(name) || readEvidenceName(name) !== null
  const folder = Object.fromEntries(
    [...contents]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, bytes]): [string, [Uint8Array, ZipOptions]] => [
        `${caseId}/${name}`,
        [bytes, isPacked(name) ? { level: 0 } : {}],
      ]),
  )
  return zipSync(folder, { level: 9, mtime: MTIME })
}
