import { visit } from 'jsonc-parser'
import { limits } from '@/lib/limits'
import { ImportFault, type ImportInput, type ReadOptions } from '../row'
import { readText } from '../text/decode-text'

/** Whether brackets stand deeper in each other than a file of data needs; strings are stepped over. */
function isTooDeep(text: string): boolean {
  let [depth, isString] = [0, false]
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (isString) {
      if (code === 92) index++
      else if (code === 34) isString = false
    } else if (code === 34) isString = true
    else if (code === 91 || code === 123) {
      depth++
      if (depth > limits.import.depth) return true
    } else if (code === 93 || code === 125) depth--
  }
  return false
}

/**
 * Outside of strings: what programs write that JSON does not have. A string or comment that is not closed goes on to the end:
 * it would be looked for anew from each of its characters.
 */
const foreign =
  /"(?:[^"\\]|\\[\s\S]?)*(?:"|$)|,(?=\s*[\]}])|-?\b(?:NaN|Infinity)\b|\bundefined\b|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g

/** A text with what is not JSON left out or as null, as far as that is plain; and what that was. */
function mendJson(text: string): { text: string; mended: string[] } {
  const mended = new Set<string>()
  const plain = text.replace(foreign, (each) => {
    if (each.startsWith('"')) return each
    const isComma = each === ','
    const isComment = each.startsWith('/')
    mended.add(isComma ? 'commas before a closing bracket' : isComment ? 'comments' : `${each}, read as no value`)
    return isComma || isComment ? '' : 'null'
  })
  return { text: plain, mended: [...mended].slice(0, 5) }
}

/** Where a text stops being JSON. */
function whereItStops(text: string): string {
  if (!text.includes('\n')) return ''
  let first: number | undefined
  const onError = (_: unknown, offset: number) => {
    first = offset
    throw new Error('stop')
  }
  try {
    visit(text, { onError }, { disallowComments: true })
  } catch {
    // Text that is no JSON has errors without end, and the first is enough.
  }
  return first === undefined ? '' : `, line ${text.slice(0, first).split('\n').length}`
}

/** Some programs wrap what they write for a script: `callback({…})`, `var places = {…};`. */
const wrapped =
  /^\s*(?:[\w$.]+\(([\s\S]*)\)|(?:(?:var|let|const|export default|window\.)\s*)?(?:[\w$.]+\s*=\s*)?([[{][\s\S]*[\]}]));?\s*$/

/** Parses JSON, and says what of it was not. Throws an ImportFault that says where it is none. */
function parseLoosely(text: string): { value: unknown; mended: string[] } {
  if (isTooDeep(text)) throw new ImportFault(`has brackets more than ${limits.import.depth} deep in each other`)
  const [all, call, assigned] = wrapped.exec(text.replace(/^\uFEFF/, '')) ?? []
  const plain = call ?? assigned ?? all ?? text.replace(/^\uFEFF/, '')
  try {
    return { value: JSON.parse(plain), mended: [] }
  } catch {
    const mended = mendJson(plain)
    try {
      if (mended.mended.length > 0) return { value: JSON.parse(mended.text), mended: mended.mended }
    } catch {
      // Something else is wrong as well.
    }
    const isCut = !/[}\]]\s*$/.test(text.slice(-200))
    throw new ImportFault(
      `is not JSON${whereItStops(text)}${isCut ? ': it ends before its brackets are closed, so it was cut off' : ''}`,
    )
  }
}

/** Parses JSON. Throws an ImportFault that says where it is none. */
export const parseJson = (text: string): unknown => parseLoosely(text).value

/** Reads a whole file of JSON, and how it is written. */
export async function readJson(input: ImportInput, options: ReadOptions): Promise<{ value: unknown; found: string[] }> {
  const { text, encoding } = await readText(input, options)
  const { value, mended } = parseLoosely(text)
  return {
    value,
    found: [
      ...(encoding.label === 'utf-8' ? [] : [encoding.words]),
      ...mended.map((what) => `it is not quite JSON: it has ${what}`),
    ],
  }
}
