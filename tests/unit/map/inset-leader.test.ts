import { describe, expect, it } from 'vitest'
import { insetLeader, isClearOf, needsInset } from '@/lib/geo/inset-leader'

const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom })

describe('the line from an inset’s box to its frame', () => {
  const frame = box(20, 400, 300, 640)

  it('is upright where one is above the other', () => {
    expect(insetLeader(box(100, 100, 140, 130), frame)).toEqual([
      [120, 130],
      [120, 400],
    ])
  })

  it('stays within both where they overlap in part', () => {
    expect(insetLeader(box(280, 100, 340, 130), frame)).toEqual([
      [300, 130],
      [300, 400],
    ])
  })

  it('is level where one is beside the other', () => {
    expect(insetLeader(box(500, 500, 540, 520), frame)).toEqual([
      [500, 510],
      [300, 510],
    ])
  })

  it('goes from corner to corner where they do not face each other', () => {
    expect(insetLeader(box(500, 100, 540, 130), frame)).toEqual([
      [500, 130],
      [300, 400],
    ])
  })

  it('is none where the box lies under the frame', () => {
    expect(insetLeader(box(100, 450, 140, 480), frame)).toBeNull()
  })
})

describe('an inset', () => {
  const map = { width: 1000, height: 700 }
  const size = { width: 290, height: 218 }

  it('is needed where what it shows is small on the map', () => {
    expect(needsInset(box(100, 100, 140, 130), map, size)).toBe(true)
  })

  it('is not where the map shows it nearly as large', () => {
    expect(needsInset(box(100, 100, 300, 240), map, size)).toBe(false)
  })

  it('is not where its middle is out of sight', () => {
    expect(needsInset(box(-80, 100, -10, 130), map, size)).toBe(false)
    expect(needsInset(box(100, 720, 140, 750), map, size)).toBe(false)
  })
})

describe('the frame of an inset', () => {
  const frame = box(20, 400, 300, 640)

  it('stands clear of the box that it shows, or there is none', () => {
    expect(isClearOf(frame, box(100, 300, 140, 380))).toBe(true)
    expect(isClearOf(frame, box(320, 500, 340, 520))).toBe(true)
    expect(isClearOf(frame, box(100, 350, 140, 395))).toBe(false)
    expect(isClearOf(frame, box(100, 500, 140, 520))).toBe(false)
  })
})
