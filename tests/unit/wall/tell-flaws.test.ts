import { expect, test } from 'vitest'
import { summarizeIssues } from '@/components/wall/session/use-notices'
import { setAsideAs } from './set-aside-fixture'

test('a file that is shown as it was last read is no record that is set aside', () => {
  const entry = setAsideAs({ rule: 'unreadable', kept: true })
  expect(summarizeIssues([entry])).toEqual({ kept: ['scenes.json'], lost: [], records: 0 })
})

test('a file is named once, whatever number of its records cannot be read', () => {
  const entries = ['/0', '/3'].map((pointer) => setAsideAs({ pointer, rule: 'unreadable', kept: true }))
  expect(summarizeIssues(entries).kept).toEqual(['scenes.json'])
})

test('a file of which nothing is left is told apart from a record that cannot be read', () => {
  const lost = setAsideAs({ file: 'events.json', rule: 'unreadable' })
  const record = setAsideAs({ pointer: '/1', rule: 'unreadable' })
  expect(summarizeIssues([lost, record])).toEqual({ kept: [], lost: ['events.json'], records: 1 })
})

test('a file of no layer is one thing that is set aside', () => {
  const entry = setAsideAs({ file: 'layers/x.geojson', rule: 'unknown-layer' })
  expect(summarizeIssues([entry])).toEqual({ kept: [], lost: [], records: 1 })
})
