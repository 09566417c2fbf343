import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { sceneFigures, sceneSources } from '@/components/wall/scene/scene-sources'
import { indexCase } from '@/lib/client/reader-board'
import { projectMercator } from '@/lib/geo/project-mercator'
import { createCaseStore } from '@/lib/server/case-store'
import { planTour } from '@/lib/wall/plan-tour'

const store = createCaseStore(path.join(process.cwd(), 'data'))
const loaded = await store.loadCase('2022-10-annexation')
if (loaded === null) throw new Error('the committed case cannot be read')
const { linked } = loaded
const index = indexCase(linked)

/** The frame that a scene's camera is for, CSS px, on tiles of 512 px. */
const frame = { width: 1200, height: 800, tile: 512, margin: 16 }

describe('the tour of the October 2022 case', () => {
  it('has 10 to 14 scenes and ends in under ten minutes', () => {
    expect(linked.scenes.length).toBeGreaterThanOrEqual(10)
    expect(linked.scenes.length).toBeLessThanOrEqual(14)
    expect(planTour(linked).reduce((sum, { durationMs }) => sum + durationMs, 0)).toBeLessThan(600_000)
  })
})

describe.each(linked.scenes.map((scene) => [scene.id, scene] as const))('scene %s', (_, scene) => {
  it('is short enough to be read from across a room', () => {
    expect(scene.title.split(/\s+/).length).toBeLessThanOrEqual(6)
    expect(scene.words.split(/\s+/).length).toBeLessThanOrEqual(45)
  })

  it('says when, where, and what the presenter should mind', () => {
    expect([scene.when, scene.where, scene.notes]).not.toContain(undefined)
  })

  it('has something beside its words', () => {
    const shown = [scene.figure, scene.chart, scene.quotation].filter((id) => id !== undefined)
    expect(shown.length).toBeGreaterThan(0)
  })

  it('names the source of what it counts and quotes, and of the wording that it shows beside', () => {
    const figures = sceneFigures(scene, index).flatMap(({ passage }) => passage?.source ?? [])
    const quotation = linked.quotations.find(({ id }) => id === scene.quotation)
    const record = quotation?.records.find(({ status }) => status === 'differs') ?? quotation?.records[0]
    const wanted = [...figures, quotation?.passage.source, record?.source].filter((id) => id !== undefined)
    const named = sceneSources(scene, index)
    expect(named.length).toBeGreaterThan(0)
    expect(named).toEqual(expect.arrayContaining(wanted))
  })

  it('names the source of every record that its words tell of, or a report that has it where nobody has seen it', () => {
    const named = sceneSources(scene, index).flatMap((id) => index.source(id) ?? [])
    // What nobody has seen is known by a report that takes its words from it, and named by that.
    const unseen = named.flatMap(({ takesFrom = [] }) => takesFrom.flatMap((id) => index.source(id) ?? []))
    const publishers = [...named, ...unseen.filter(({ missing }) => missing?.retrieved !== undefined)]
    const toldOf = linked.sources.filter(({ publisher }) => new RegExp(`\\b${publisher}\\b`).test(scene.words))
    for (const { publisher } of toldOf)
      expect(
        publishers.filter((source) => source.publisher.includes(publisher)),
        publisher,
      ).not.toEqual([])
  })

  it('has the place that it is about in the picture, on a layer that is on', () => {
    const place = linked.places.find(({ id }) => id === scene.focus)
    if (place === undefined || place.bounds === null) return
    const size = frame.tile * 2 ** scene.camera.zoom
    const [x, y] = projectMercator(scene.camera.center)
    const [west, south, east, north] = place.bounds
    for (const corner of [
      [west, south],
      [east, north],
    ]) {
      const [cornerX, cornerY] = projectMercator(corner)
      expect(Math.abs(cornerX - x) * size).toBeLessThan(frame.width / 2 - frame.margin)
      expect(Math.abs(cornerY - y) * size).toBeLessThan(frame.height / 2 - frame.margin)
    }
    expect(scene.layers).toContain(place.layer)
  })
})
