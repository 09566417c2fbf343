import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { type MediaType, mediaTypeOf, mediaTypes } from '@/lib/media/media-type'
import { isStripped, stripMetadata } from '@/lib/media/metadata'
import { document, film, photograph } from '../../evidence-files'

const formats = [
  ['jpeg', 'image/jpeg'],
  ['png', 'image/png'],
  ['webp', 'image/webp'],
] as const

/** Whatever is written anywhere in a file. */
const holds = (bytes: Uint8Array, words: string) => Buffer.from(bytes).includes(words, 0, 'latin1')
const secrets = ['Leica', 'Darkroom', '2030:03:05', 'secret words', 'adobe', 'GPS']

describe.each(formats)('a picture without its metadata: %s', (format, type) => {
  it('is pixel for pixel the same, and tells nothing of what it told', async () => {
    const bytes = await photograph(format)
    expect(holds(bytes, 'Leica')).toBe(true)
    // libpng packs it.
    expect(holds(bytes, 'secret words')).toBe(format !== 'png')
    const stripped = stripMetadata(bytes, type)
    for (const words of secrets) expect(holds(stripped?.bytes ?? bytes, words)).toBe(false)
    const pixels = await sharp(stripped?.bytes).raw().toBuffer()
    expect(pixels.equals(await sharp(bytes).raw().toBuffer())).toBe(true)
    expect(stripped?.found).toEqual({
      camera: 'Leica M6',
      taken: '2030:03:05 10:11:12',
      position: [-11.25, 56.51],
      author: 'Anna Berg',
      software: 'Darkroom 2',
    })
    expect(stripped?.kinds).toEqual(expect.arrayContaining(['exif', format === 'png' ? 'text' : 'xmp']))
  })

  it.each([1, 3, 6, 8])('is turned as it was: %i', async (orientation) => {
    const stripped = stripMetadata(await photograph(format, orientation), type)
    const { orientation: kept, width } = await sharp(stripped?.bytes).metadata()
    expect([kept ?? 1, width, stripped?.orientation]).toEqual([orientation, 16, orientation])
  })

  it('leaves the file that it is made of as it is', async () => {
    const bytes = await sharp(await photograph(format))
      .keepMetadata()
      .toBuffer()
    const before = Buffer.from(bytes)
    stripMetadata(bytes, type)
    expect(bytes.equals(before)).toBe(true)
  })

  it('stays as it is when that is done again', async () => {
    const once = stripMetadata(await photograph(format), type)?.bytes ?? new Uint8Array()
    expect(Buffer.from(stripMetadata(once, type)?.bytes ?? []).equals(once)).toBe(true)
  })

  it('has nothing after its end, as the film or the second picture that a telephone adds', async () => {
    const bytes = Buffer.concat([await photograph(format), Buffer.from('ftypisom second picture')])
    expect(holds(stripMetadata(bytes, type)?.bytes ?? bytes, 'second picture')).toBe(false)
  })

  it('is none where it was cut short, wherever', async () => {
    const bytes = await photograph(format)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), (length) => stripMetadata(bytes.subarray(0, length), type) === null),
    )
  })

  it('never throws, whatever bytes it is or wherever it is damaged', async () => {
    const bytes = await photograph(format)
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (any) => stripMetadata(any, type) !== undefined))
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 20 }), (damage) => {
        const damaged = Uint8Array.from(bytes)
        for (const [at, byte] of damage) damaged[at] = byte
        return stripMetadata(damaged, type) !== undefined
      }),
    )
  })
})

describe('metadata of each format', () => {
  it('of a JPEG: the small picture of its head goes, and its colours’ profile stays', async () => {
    const profiled = await sharp(await photograph())
      .withIccProfile('p3')
      .jpeg()
      .toBuffer()
    const stripped = stripMetadata(profiled, 'image/jpeg')?.bytes
    expect((await sharp(stripped).metadata()).icc).toEqual((await sharp(profiled).metadata()).icc)
    const thumbnailed = Buffer.concat([
      Buffer.from('ffd8ffe00013', 'hex'),
      Buffer.from('JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01abc', 'latin1'),
      (
        await sharp(await photograph())
          .jpeg()
          .toBuffer()
      ).subarray(2),
    ])
    expect(holds(thumbnailed, 'abc')).toBe(true)
    const bare = stripMetadata(thumbnailed, 'image/jpeg')?.bytes ?? thumbnailed
    expect(holds(bare, 'abc')).toBe(false)
    expect((await sharp(bare).metadata()).width).toBe(16)
  })

  it('of a PNG: texts, however they are packed, and the time go', async () => {
    const bytes = await photograph('png')
    const chunk = (name: string, words: string) => {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(words.length)
      return Buffer.concat([length, Buffer.from(name + words), Buffer.alloc(4)])
    }
    const texts = ['tEXt', 'zTXt', 'iTXt', 'tIME', 'prVt'].map((name) => chunk(name, 'Author\0whoever'))
    const written = Buffer.concat([bytes.subarray(0, 33), ...texts, bytes.subarray(33)])
    const stripped = stripMetadata(written, 'image/png')
    expect(holds(stripped?.bytes ?? written, 'whoever')).toBe(false)
    expect(stripped?.kinds).toEqual(expect.arrayContaining(['text', 'other']))
  })

  it('of a PNG: nothing stays in its last part; of a JPEG: no part that no picture is made of, and no more of Adobe’s than is read', async () => {
    const whole = await sharp(await photograph('png'))
      .png()
      .toBuffer()
    const ended = Buffer.concat([
      whole.subarray(0, -12),
      Buffer.from([0, 0, 0, 6]),
      Buffer.from('IENDhidden'),
      Buffer.alloc(4),
    ])
    expect(holds(stripMetadata(ended, 'image/png')?.bytes ?? ended, 'hidden')).toBe(false)
    const jpeg = await sharp(await photograph('jpeg'))
      .jpeg()
      .toBuffer()
    const segment = (marker: number, text: string) =>
      Buffer.concat([Buffer.from([0xff, marker, 0, 2 + text.length]), Buffer.from(text)])
    const more = Buffer.concat([
      jpeg.subarray(0, 2),
      segment(0xc8, 'hidden'),
      segment(0xee, 'Adobe\0d\0\0\0\0\0hidden'),
      jpeg.subarray(2),
    ])
    const bare = stripMetadata(more, 'image/jpeg')?.bytes ?? more
    expect([holds(bare, 'hidden'), holds(bare, 'Adobe')]).toEqual([false, true])
    expect((await sharp(bare).metadata()).width).toBe(16)
  })

  it('is read in time that grows with the file, and of a file of more parts than any picture has not at all', async () => {
    const [head, end] = [(await photograph('png')).subarray(0, 33), Buffer.from('0000000049454e44ae426082', 'hex')]
    const empty = Buffer.from('000000004944415435af061e', 'hex')
    const of = (count: number) => Buffer.concat([head, ...Array.from({ length: count }, () => empty), end])
    expect(stripMetadata(of(90_000), 'image/png')?.bytes.length).toBeGreaterThan(90_000 * 12)
    expect(stripMetadata(of(100_001), 'image/png')).toBeNull()
  })

  it('is taken out of pictures, and of nothing else', () => {
    expect(mediaTypes.filter(isStripped)).toEqual(['image/jpeg', 'image/png', 'image/webp'])
    expect(stripMetadata(film, 'video/mp4')).toBeNull()
  })
})

describe('what a file is', () => {
  it('is told by its first bytes', async () => {
    const webm = Buffer.from('\x1a\x45\xdf\xa3\x93\x42\x82\x84webm', 'latin1')
    const all: (readonly [Uint8Array, MediaType | null])[] = [
      ...(await Promise.all(formats.map(async ([format, type]) => [await photograph(format), type] as const))),
      [film, 'video/mp4'],
      [webm, 'video/webm'],
      [document, 'application/pdf'],
      [Buffer.from('\x1a\x45\xdf\xa3\x93\x42\x82\x88matroska', 'latin1'), null],
      [Buffer.from('\0\0\0\x18ftypqt  '), null],
      [Buffer.from('\0\0\0\x18ftypheic'), null],
      [Buffer.from('GIF89a'), null],
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), null],
      [Buffer.from('<!doctype html>%PDF-1.7'), null],
      [Buffer.alloc(0), null],
    ]
    for (const [bytes, type] of all) expect(mediaTypeOf(bytes)).toBe(type)
    fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), (any) => mediaTypeOf(any) !== undefined))
  })
})
