import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseCase } from '@/lib/schema/parse-case'
import type { CaseFiles } from '@/lib/schema/parse-records'
import type { CaseLayer, CaseRecords } from '@/lib/schema/records'

/** The tests' own data folder: `cases/valid`, a small invented case with every kind of layer, and a basemap of one border. */
export const fixtures = path.join(import.meta.dirname, '../fixtures')

function readFolder(folder: string): [string, string][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const full = `${entry.parentPath}/${entry.name}`
      return [full.slice(folder.length + 1), readFileSync(full, 'utf8')]
    })
}

/** The files of the valid case. */
export function validFiles(): Map<string, string> {
  return new Map(readFolder(`${fixtures}/cases/valid`))
}

/** A case in the form before makers and ways, who did and who reports, and statements: a folder that is only to be read. */
export const oldCase = `${fixtures}/old-format/cases/valid`

/** The files of the case in the older form. */
export function oldFiles(): Map<string, string> {
  return new Map(readFolder(oldCase))
}

/** The valid case with the files of `broken/<name>` laid over it. */
export function brokenFiles(name: string): Map<string, string> {
  return new Map([...validFiles(), ...readFolder(`${fixtures}/broken/${name}`)])
}

/** Names of all broken overlays. */
export function listBroken(): string[] {
  return readdirSync(`${fixtures}/broken`)
}

/** Parts files as the valid case. */
export function part(files: CaseFiles) {
  return parseCase(files, { caseId: 'valid' })
}

/** The valid case's records. */
export function validRecords(): CaseRecords {
  const { records } = part(validFiles())
  if (records === null) throw new Error('the valid case is not valid')
  return records
}

/** A layer of the valid case, as the case describes it. */
export function validLayer(id: string): CaseLayer {
  const layer = validRecords().layers.find((each) => each.id === id)
  if (layer === undefined) throw new Error(`the valid case has no layer ${id}`)
  return layer
}

/** The ids of the valid case's layers, which are those of the committed case. */
export const layerIds = validRecords().layers.map(({ id }) => id)
