import { describe, expect, it } from 'vitest'
import { fitMercator } from '@/lib/geo/project-mercator'
import { listInsets, placeInsets } from '@/lib/map/inset-frames'
import { createCaseStore } from '@/lib/server/case-store'

const found = await createCaseStore('data').loadCase('2022-10-annexation')
if (found === null) throw new Error('the committed case is gone')
const { linked } = found

describe('the insets of a case', () => {
  it('are those of which a place is shown', () => {
    expect(listInsets(linked, () => true)).toHaveLength(linked.insets?.length ?? 0)
    expect(listInsets(linked, () => false)).toEqual([])
  })

  it('are not kept by what only names what the map names too', () => {
    const context = linked.layers.filter((layer) => layer.context === true).map(({ id }) => id)
    expect(context.length).toBeGreaterThan(0)
    expect(listInsets(linked, ({ layer }) => context.includes(layer))).toEqual([])
  })

  it('have no frame where it would lie over the box that it shows', () => {
    const size = { width: 1048, height: 700 }
    const [inset] = listInsets(linked, () => true)
    if (inset === undefined) throw new Error('the committed case has an inset')
    const place = (project: Parameters<typeof placeInsets>[2]) => placeInsets([inset], size, project)
    expect(place(fitMercator([9, 41, 57, 62], size.width, size.height))).toHaveLength(1)
    // Its box in the map's lower left corner.
    expect(place(fitMercator([10, 53.5, 50, 66], size.width, size.height))).toEqual([])
  })
})
