import { importTable } from '@/lib/command/import-case'
import { ImportFault } from '@/lib/import/row'
import { Refusal } from '@/lib/server/control/refusal'
import { draftForEditor } from '@/lib/server/editor/draft-for-editor'
import { readGazetteer } from '@/lib/server/gazetteer'
import { parseFiles } from '@/lib/server/parse-files'
import { bring, file } from './import/import-kit'

/** What came of a file that may be anything. */
interface Survived {
  /** Whether rows or records came of it; false where it was refused with the reason. */
  isRead: boolean
  /** Rows that were refused, each with the reason. */
  faults: number
  /** What ought not to be: something thrown, a refusal without a reason, or records that break a rule. Null for nothing. */
  trouble: string | null
}

/** Words that a program says when it has a fault of its own; whoever reads them does not know what to mend. */
const ENGINE =
  /undefined|is not (?:a function|iterable|defined)|null \(|Cannot read prop|call stack|Invalid array length|\[object/
const LEAST_REASON = 8

function troubleOf(reasons: readonly string[]): string | null {
  return reasons.find((reason) => reason.length < LEAST_REASON || ENGINE.test(reason)) ?? null
}

const thrown = (error: unknown): Survived => {
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { isRead: false, faults: 0, trouble: words }
}
const refused = (reason: string): Survived => ({ isRead: false, faults: 0, trouble: troubleOf([reason]) })

/** Records that the case's own rules set aside, of files that were just made. */
function brokenRules(files: ReadonlyMap<string, string>): string | null {
  const [broken] = parseFiles('a', new Map(files)).setAside
  return broken === undefined ? null : `${broken.file} ${broken.id}: ${broken.reason}`
}

/** Brings a file in as the command does, up to the files of a case. */
export async function bringHostile(name: string, bytes: Uint8Array): Promise<Survived> {
  try {
    const gazetteer = await readGazetteer()
    const { prepared, collected, faults, features } = await bring(file(name, bytes), { gazetteer })
    const trouble = troubleOf(faults.map((fault) => fault.slice(fault.indexOf(': ') + 2)))
    if (trouble !== null || features.length === 0)
      return { isRead: features.length > 0, faults: collected.faultCount, trouble }
    const { files, refused: more } = await importTable(prepared, {
      ...{ caseId: 'a', files: null, layerId: 'a', name: 'A', file: name, mapping: prepared.mapping, replace: false },
      ...{ date: '2030-03-05', publisher: 'Not said', gazetteer },
    })
    return {
      isRead: true,
      faults: collected.faultCount + more.length,
      trouble: troubleOf(more.map(({ reason }) => reason)) ?? brokenRules(files),
    }
  } catch (error) {
    return error instanceof ImportFault ? refused(error.message) : thrown(error)
  }
}

/** Drafts a report as the editor has it drafted, up to the records of a case. */
export async function draftHostile(name: string, bytes: Uint8Array): Promise<Survived> {
  try {
    const { records } = await draftForEditor({ caseId: 'a', name, bytes, reported: '2023-09-12' })
    const files = new Map(
      ['actors', 'quotations', 'statements', 'figures', 'events', 'scenes', 'sources', 'layers'].map((kind) => [
        `${kind}.json`,
        '[]',
      ]),
    )
    for (const file of new Set(records.map((each) => each.file))) {
      const own = records.filter((each) => each.file === file).map(({ value }) => value)
      const whole =
        file === 'case.json' ? own[0] : file.startsWith('layers/') ? { type: 'FeatureCollection', features: own } : own
      files.set(file, JSON.stringify(whole))
    }
    return { isRead: true, faults: 0, trouble: brokenRules(files) }
  } catch (error) {
    return error instanceof Refusal ? refused(error.detail) : thrown(error)
  }
}
