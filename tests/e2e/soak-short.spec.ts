import { benchRemote } from '../bench/remote-latency'
import { benchStreams } from '../bench/streams'
import type { Finding } from '../soak/finding'
import { soakHeap } from '../soak/heap'
import { soakReleases } from '../soak/releases'
import { expect, test } from './driver/test'

/**
 * The soaks, short: what they find must be found here as well; how long things take is measured only by the long ones.
 * Outages, lost contexts and spoiled files are among what wall-unattended.spec.ts does.
 */
function missed(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ target, value }) => target?.met === false && !value.endsWith(' ms'))
}

test.setTimeout(240_000)

test('a wall that is stepped through holds no more than a bare map', async () => {
  expect(missed(await soakHeap(14, 4))).toEqual([])
})

test('each release is loaded exactly once', async () => {
  expect(missed(await soakReleases(1))).toEqual([])
})

test('every client of an event stream is told of every command', async () => {
  expect(missed(await benchStreams(100, 10))).toEqual([])
})

test('every spot that a thumb points at is shown', async () => {
  expect(missed(await benchRemote(10))).toEqual([])
})
