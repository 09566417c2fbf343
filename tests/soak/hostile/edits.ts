import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EditableCase, SaveOutcome } from '@/lib/edit/wire'
import { SYNTHETIC_ID, writeSyntheticCase } from '../../bench/synthetic-case'
import { exactly, type Finding, told } from '../finding'
import { wait } from '../wall-page'
import { underAttack } from './attacks'

const RECORDS = 20_000
const GONE_MS = 10_000
const BY_REGION = { mark: 'choropleth', ramp: { steps: [2, 5] }, symbol: undefined, labelFromZoom: undefined }

/** Reads a large case as its editor does, has it shown by regions, and saves a quarter of it, `rounds` times, while a wall is in use. */
export async function soakEdits(rounds: number): Promise<Finding[]> {
  const data = mkdtempSync(join(tmpdir(), 'caseboard-edits-'))
  cpSync('data', data, { recursive: true, filter: (file) => !/\.pmtiles$|basemap.sources/.test(file) })
  try {
    return await underAttack(
      async ({ origin }) => {
        writeSyntheticCase(data, RECORDS)
        const address = `${origin}/editing/cases/${SYNTHETIC_ID}`
        const headers = { origin, 'content-type': 'application/json' }
        const post = (path: string, body: unknown) =>
          fetch(address + path, { method: 'POST', headers, body: JSON.stringify(body) })
        let [shown, saved, longestMs] = [0, 0, 0]
        for (let round = 0; round < rounds; round++) {
          const from = performance.now()
          const { records }: EditableCase = await (await fetch(address)).json()
          const change = (file: string, own: object) =>
            records
              .filter((record) => record.file === file)
              .map(({ id, version, value }) => ({ file, id, base: version, value: { ...value, ...own } }))
          const preview = await post('/previews', { edits: change('layers.json', BY_REGION) })
          if ((await preview.text()).includes('"preview":')) shown += 1
          const edits = change('quotations.json', { about: [`place-${round % 2}`] })
          const outcome: SaveOutcome = await (await post('', { edits, reason: 'All', author: 'Anna Berg' })).json()
          if (outcome.kind === 'saved') saved += 1
          longestMs = Math.max(longestMs, performance.now() - from)
        }
        rmSync(join(data, 'cases', SYNTHETIC_ID), { recursive: true })
        // Until what is still being built is given up, and it is known to be gone.
        await wait(GONE_MS)
        return [
          told('records of the case', RECORDS, ''),
          told('times it was read, shown by regions, and a quarter of it saved', rounds, ''),
          exactly('of these not shown', rounds - shown, 0),
          exactly('of these not saved', rounds - saved, 0),
          told('longest that all three took', longestMs / 1000, 's'),
        ]
      },
      { CASEBOARD_DATA: data, CASEBOARD_EDITOR: '1' },
    )
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}
