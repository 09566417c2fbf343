import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import words from '@/lib/words/en.json' with { type: 'json' }
import { makeStreetArchive, streetAt } from '../street-archive'
import { Caseboard } from './driver/caseboard'
import { Server } from './driver/server'
import { expect, test } from './driver/test'

test('a street map is drawn from near with whose it is, asks nobody else, and one that cannot be had is missed quietly', async ({
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'caseboard-street-'))
  const file = join(folder, 'town.pmtiles')
  writeFileSync(file, makeStreetArchive())
  const environment = (named: string) => ({ environment: { CASEBOARD_BASEMAP: named } })
  const [server, without] = await Promise.all([
    Server.launch(environment(file)),
    Server.launch(environment(join(folder, 'none.pmtiles'))),
  ])
  try {
    const [lng, lat] = streetAt
    const caseboard = new Caseboard(page, server.origin)
    const tile = page.waitForResponse(
      (answer) => answer.url().includes('/basemap/street/15/') && answer.status() === 200,
    )
    await caseboard.openReady(`/?map=16/${lat}/${lng}`)
    await tile
    await expect(page.getByText('Protomaps © OpenStreetMap')).toBeVisible()
    expect(caseboard.foreignRequests).toEqual([])
    expect(caseboard.complaints).toEqual([])

    const missing = new Caseboard(page, without.origin)
    await missing.openReady('/')
    await expect(page.getByText(words.map.streetFailed)).toBeVisible()
  } finally {
    await Promise.all([server.close(), without.close()])
    rmSync(folder, { recursive: true })
  }
})
