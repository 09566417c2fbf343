import { expect, it } from 'vitest'
import { drawnFigures } from '@/components/wall/scene/scene-chart'
import { findDifferences } from '@/lib/derive/find-differences'
import { linkCase } from '@/lib/derive/link-case'
import type { LinkedPlace } from '@/lib/derive/linked-case'
import { countRest } from '@/lib/wall/closing-counts'
import { validRecords } from '../read-fixture'

const linked = linkCase(validRecords(), [], [], { case: 'v', layers: new Map() })

it('what a tour rests on is what the case holds; what was worked out here is no record', () => {
  const rest = countRest(linked)
  expect([rest.sources, rest.quotations]).toEqual([linked.sources.length, linked.quotations.length])
  expect(linked.figures.some(({ status }) => status === 'derived')).toBe(true)
  expect(rest.figures).toBe(linked.figures.filter(({ status }) => status !== 'derived').length)
})

it('names the questions that makers answer differently, in the order of the reader’s page', () => {
  const apart = findDifferences(linked.questions, linked.figures).filter(({ kind }) => kind === 'apart')
  expect(apart.length).toBeGreaterThan(0)
  expect(countRest(linked).questions).toEqual(apart.map(({ title }) => title))
})

it('names no question that all makers answer alike', () => {
  const [first] = linked.figures.filter(({ question, value }) => question === 'crossed' && value !== undefined)
  if (first === undefined) throw new Error('the fixture has no such figure')
  const alike = [first, { ...first, id: 'again', by: 'somebody-else' }]
  expect(findDifferences(linked.questions, alike).map(({ kind }) => kind)).toEqual(['alike'])
  expect(countRest({ ...linked, figures: alike }).questions).toEqual([])
})

it('counts the quotations that another record words otherwise', () => {
  const differing = linked.quotations.filter(({ corroboration }) => corroboration.includes('differs'))
  expect(countRest(linked).wordings).toBe(differing.length)
})

it('a figure stands at its place where it sizes a mark of a layer that is on', () => {
  const place = { id: 'pier', layer: 'arrivals', sizedBy: ['crossed-office'] }
  const other = { id: 'quay', layer: 'queues', sizedBy: ['crossed-union'] }
  const places = [place, other, { id: 'bare', layer: 'arrivals' }] as LinkedPlace[]
  expect([...drawnFigures({ layers: ['arrivals'] }, places)]).toEqual(['crossed-office'])
})
