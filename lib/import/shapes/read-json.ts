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

/** Where a parser of JSON stopped, as far as it says. */
function whereItStopped(text: string, error: unknown): string {
  const at = Number(/position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? Number.NaN)
  return Number.isNaN(at) ? '' : `, line ${text.slice(0, at).split('\n').length}`
}

/** Parses JSON. Throws an ImportFault that says where it is none. */
export function parseJson(text: string): unknown {
  if (isTooDeep(text)) throw new ImportFault(`has brackets more than ${limits.import.depth} deep in each other`)
  try {
    // Some programs wrap what they write for a script.
    return JSON.parse(text.replace(/^\uFEFF/, '').replace(/^[\w$.]+\(([\s\S]*)\);?\s*$/, '$1'))
  } catch (error) {
    const cut = /[}\]]\s*$/.test(text.slice(-200)) ? '' : ': it ends before its brackets are closed, so it was cut off'
    throw new ImportFault(`is not JSON${whereItStopped(text, error)}${cut}`)
  }
}

/** Reads a whole file of JSON, and how it is written. */
export async function readJson(input: ImportInput, options: ReadOptions): Promise<{ value: unknown; found: string[] }> {
  const { text, encoding } = await readText(input, options)
  return { value: parseJson(text), found: encoding.label === 'utf-8' ? [] : [encoding.words] }
}
