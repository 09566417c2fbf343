import { benchRemote } from '../bench/remote-latency'
import { benchStreams } from '../bench/streams'
import { soakCorruptions } from '../soak/corruptions'
import type { Finding } from '../soak/finding'
import { soakHeap } from '../soak/heap'
import { soakLostContexts } from '../soak/lost-contexts'
import { soakOutages } from '../soak/outages'
import { soakReleases } from '../soak/releases'
import { expect, test } from './driver/test'

/** The soaks, short: what they find must be found here as well; how long things take is measured only by the long ones. */
function missed(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ target, value }) => target?.met === false && !value.endsWith(' ms'))
}

test.setTimeout(240_000)

test('a wall that is stepped through holds no more than a bare map', async () => {
  expect(missed(await soakHeap(28))).toEqual([])
})

test('a map whose graphics are lost comes back', async () => {
  expect(missed(await soakLostContexts(3))).toEqual([])
})

test('a wall outlives its server being killed', async () => {
  expect(missed(await soakOutages(2))).toEqual([])
})

test('a wall is never empty while its files are spoiled', async () => {
  expect(missed(await soakCorruptions(6))).toEqual([])
})

test('each release is loaded exactly once', async () => {
  expect(missed(await soakReleases(1))).toEqual([])
})

test('every client of an event stream is told of every command', async () => {
  expect(missed(await benchStreams(100))).toEqual([])
})

test('every spot that a thumb points at is shown', async () => {
  expect(missed(await benchRemote(10))).toEqual([])
})
