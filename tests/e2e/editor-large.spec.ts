import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { EditableCase, PreviewAnswer } from '@/lib/edit/wire'
import { SYNTHETIC_ID, writeSyntheticCase } from '../bench/synthetic-case'
import { Server } from './driver/server'
import { expect, test } from './driver/test'

/** As large as a case may be that is shown after each change. */
const RECORDS = 25_000
/** Above the 200 ms that tests/unit/editor/edit-apart.test.ts holds the thread to, as other tests' browsers are on this machine too. Done in that thread, it is over 2 s. */
const SILENCE_LIMIT_MS = 1000

test.setTimeout(180_000)

test('while a large case is read, shown as it would be by regions, and saved, others are answered', async () => {
  const server = await Server.launch({ ownData: true, environment: { CASEBOARD_EDITOR: '1' } })
  const watcher = fork('tests/soak/hostile/watch-health.ts', [server.origin], { execArgv: ['--import', 'tsx'] })
  const longestSilence = async () => {
    watcher.send('longest')
    return Number((await once(watcher, 'message'))[0])
  }
  const address = `${server.origin}/editing/cases/${SYNTHETIC_ID}`
  const headers = { origin: server.origin, 'content-type': 'application/json' }
  const post = (path: string, body: unknown) =>
    fetch(address + path, { method: 'POST', headers, body: JSON.stringify(body) })
  try {
    writeSyntheticCase(server.data, RECORDS)
    // What a running server has long begun: the case itself, and the thread that edits.
    await fetch(`${server.origin}/cases/${SYNTHETIC_ID}`).then((page) => page.text())
    await fetch(address).then((answer) => answer.text())
    await longestSilence()
    const { records }: EditableCase = await (await fetch(address)).json()
    const change = (file: string, own: object) =>
      records
        .filter((record) => record.file === file)
        .map(({ id, version, value }) => ({ file, id, base: version, value: { ...value, ...own } }))
    const byRegion = { mark: 'choropleth', ramp: { steps: [2, 5] }, symbol: undefined, labelFromZoom: undefined }
    const shown = await post('/previews', { edits: change('layers.json', byRegion) })
    const { linked, faults }: PreviewAnswer = await shown.json()
    expect([shown.status, faults]).toEqual([200, []])
    const layer = await fetch(`${server.origin}/editing/previews/${linked?.preview}/layers/reports`)
    expect(await layer.text()).toContain('"part":"unit"')
    const edits = change('quotations.json', { about: ['place-1'] })
    const saved = await post('', { edits, reason: 'All of them', author: 'Anna Berg' })
    expect(await saved.json()).toMatchObject({ kind: 'saved', version: 1 })
    expect(await longestSilence()).toBeLessThan(SILENCE_LIMIT_MS)
  } finally {
    watcher.kill('SIGKILL')
    await server.close()
  }
})
