import { detectEncoding } from '../text/detect-encoding'

/** What the byte of a .dbf says that names its code page; of the others nothing is known here, or they are not decoded anywhere. */
const drivers: ReadonlyMap<number, string> = new Map([
  [0x03, 'windows-1252'],
  [0x57, 'windows-1252'],
  [0x65, 'ibm866'],
  [0x26, 'ibm866'],
  [0x13, 'shift_jis'],
  [0x7b, 'shift_jis'],
  [0x4d, 'gb18030'],
  [0x7a, 'gb18030'],
  [0x4e, 'euc-kr'],
  [0x79, 'euc-kr'],
  [0x4f, 'big5'],
  [0x78, 'big5'],
  [0xc8, 'windows-1250'],
  [0xc9, 'windows-1251'],
  [0xca, 'windows-1254'],
  [0xcb, 'windows-1253'],
  [0x7d, 'windows-1255'],
  [0x7e, 'windows-1256'],
])

function encodingOf(label: string): string[] {
  try {
    return [new TextDecoder(label).encoding]
  } catch {
    return []
  }
}

/** What a .cpg names, in one of the ways in which programs write it: “UTF-8”, “1251”, “CP1251”, “ANSI 1251”, “ISO 88591”. */
function fromCpg(cpg: string): string | undefined {
  const text = cpg.trim().toLowerCase()
  const [number] = /\d{3,}/.exec(text) ?? []
  const part = /^(?:iso[ -]?)?8859-?(\d{1,2})$/.exec(text)?.[1]
  const named = [
    text,
    ...(number === '65001' ? ['utf-8'] : []),
    ...(number === '866' ? ['ibm866'] : []),
    ...(number === '932' ? ['shift_jis'] : []),
    ...(number === '936' || number === '54936' ? ['gb18030'] : []),
    ...(number === '949' ? ['euc-kr'] : []),
    ...(number === '950' ? ['big5'] : []),
    ...(part === undefined ? [] : [`iso-8859-${part}`]),
    `windows-${number}`,
  ]
  return named.flatMap(encodingOf)[0]
}

/** How the texts of a .dbf are written, and how that is known, as a sentence goes on. */
export function dbfEncoding(dbf: Uint8Array, cpg: string | undefined): { label: string; how: string | null } {
  const named = cpg === undefined ? undefined : fromCpg(cpg)
  if (named !== undefined) return { label: named, how: null }
  const missing = cpg === undefined ? 'no .cpg says' : `its .cpg, “${cpg.trim().slice(0, 20)}”, does not say`
  const driver = drivers.get(dbf[29] ?? 0)
  if (driver !== undefined)
    return { label: driver, how: `${missing} how its texts are written: read as ${driver}, as its .dbf says` }
  // Behind the header, whose bytes are numbers.
  const { label } = detectEncoding(dbf.subarray(32, 256_000).filter((byte) => byte !== 0))
  return { label, how: `${missing} how its texts are written: read as ${label}, by its letters` }
}
