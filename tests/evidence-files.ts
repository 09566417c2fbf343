import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { type MediaType, mediaEndings } from '@/lib/media/media-type'

export const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

/** As a camera writes it: of eight pixels that differ, with what, when, where and by whom. */
export function photograph(type: 'jpeg' | 'png' | 'webp' = 'jpeg', orientation = 6): Promise<Buffer> {
  const pixels = Buffer.from(Array.from({ length: 16 * 8 * 3 }, (_, at) => (at * 37) % 256))
  return sharp(pixels, { raw: { width: 16, height: 8, channels: 3 } })
    .withExif({
      IFD0: { Make: 'Leica', Model: 'M6', Artist: 'Anna Berg', Software: 'Darkroom 2' },
      IFD2: { DateTimeOriginal: '2030:03:05 10:11:12' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '56/1 30/1 36/1',
        GPSLongitudeRef: 'W',
        GPSLongitude: '11/1 15/1 0/1',
      },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf>secret words</rdf></x:xmpmeta>')
    .withMetadata({ orientation })
    .toFormat(type)
    .toBuffer()
}

/** A photograph of 30 MB that takes long to read through: every other byte could begin the end of its packed part. */
export async function slowPhotograph(orientation?: number): Promise<Buffer> {
  const bytes = await photograph('jpeg', orientation)
  const scan = bytes.indexOf(Buffer.from([0xff, 0xda]))
  const packed = scan + 2 + bytes.readUInt16BE(scan + 2)
  const filling = Buffer.alloc(30_000_000, Buffer.from([0xff, 0]))
  return Buffer.concat([bytes.subarray(0, packed), filling, bytes.subarray(packed)])
}

/** The first bytes of a film, and of a document: what tells them apart. */
export const film = Buffer.concat([Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isommp41'), Buffer.alloc(5000, 7)])
export const document = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF\n')

/** A record of evidence of the fixture, as its file has it. */
export function evidenceRecord(bytes: Uint8Array, type: MediaType, more: Readonly<Record<string, unknown>> = {}) {
  return {
    id: 'quay',
    sha256: sha256(bytes),
    type,
    title: 'The quay in the morning',
    shows: 'A ferry lies at a quay; the water is still.',
    source: 'bulletin',
    credit: 'Anna Berg',
    licence: 'CC BY 4.0',
    taken: '2030-03-05',
    event: 'sailing',
    ...more,
  }
}

/** A data folder whose case `valid` has these records, and these files beside them, by the names that their bytes ask for. */
export function withEvidence(
  records: readonly unknown[],
  files: readonly (readonly [Uint8Array, MediaType])[],
  basemap = 'tests/fixtures/basemap',
): string {
  const data = mkdtempSync(path.join(tmpdir(), 'caseboard-evidence-'))
  cpSync('tests/fixtures/cases', path.join(data, 'cases'), { recursive: true })
  cpSync(basemap, path.join(data, 'basemap'), { recursive: true, filter: (file) => !/pmtiles$|sources/.test(file) })
  const folder = path.join(data, 'cases/valid')
  mkdirSync(path.join(folder, 'evidence'))
  writeFileSync(path.join(folder, 'evidence.json'), JSON.stringify(records))
  for (const [bytes, type] of files)
    writeFileSync(path.join(folder, 'evidence', `${sha256(bytes)}.${mediaEndings[type]}`), bytes)
  return data
}
