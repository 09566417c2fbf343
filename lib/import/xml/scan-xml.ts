import { SaxesParser, type SaxesTagNS } from 'saxes'
import { limits } from '@/lib/limits'
import { ImportFault } from '../row'
import { detectEncoding } from '../text/detect-encoding'
import { createDecoder } from '../text/text-decoder'

/** An element as it opens: its name without the prefix, the name's namespace, and its attributes. */
export interface XmlElement {
  local: string
  uri: string
  /** An attribute by its name without prefix. */
  attribute(name: string): string | undefined
}

export interface XmlHandlers {
  open?(element: XmlElement): void
  text?(text: string): void
  close?(local: string): void
}

/** The text of an XML file, in the encoding that it names for itself. */
export function decodeXml(bytes: Uint8Array): string {
  const found = detectEncoding(bytes.subarray(0, 64_000))
  const start = createDecoder('windows-1252').decode(bytes.subarray(0, 200))
  const named = /^\s*<\?xml[^>]*\bencoding=["']([\w.:-]+)["']/.exec(start)?.[1]
  try {
    const isMarked = found.label !== 'utf-8' && found.words.includes('UTF-16')
    return createDecoder(isMarked ? found.label : (named ?? found.label)).decode(bytes)
  } catch {
    return createDecoder(found.label).decode(bytes)
  }
}

function wrap({ local, uri, attributes }: SaxesTagNS): XmlElement {
  return {
    local,
    uri,
    attribute: (name) => Object.values(attributes).find((each) => each.local === name)?.value,
  }
}

/**
 * Goes through an XML text element by element. No entity but XML's own five is known, none is fetched, and none may be
 * declared. Throws an ImportFault with the line for what is no XML, and for what is too deep or too much.
 */
export function scanXml(text: string, { open, text: onText, close }: XmlHandlers): void {
  if (/<!ENTITY/i.test(text.slice(0, 100_000)))
    throw new ImportFault('declares entities of its own, which could stand for anything: take the DOCTYPE out')
  const parser = new SaxesParser({ xmlns: true, position: true })
  let [depth, elements] = [0, 0]
  parser.on('error', (error) => {
    const words = error.message.replace(/^\d+:\d+:\s*/, '')
    throw new ImportFault(`is not well-formed XML, line ${parser.line}: ${words}`)
  })
  parser.on('opentag', (tag) => {
    depth++
    elements++
    if (depth > limits.import.depth)
      throw new ImportFault(`has elements more than ${limits.import.depth} deep in each other, line ${parser.line}`)
    if (elements > limits.import.elements)
      throw new ImportFault(`has more than ${limits.import.elements / 1e6} million elements: split it`)
    open?.(wrap(tag))
  })
  parser.on('closetag', ({ local }) => {
    depth--
    close?.(local)
  })
  if (onText !== undefined) {
    parser.on('text', onText)
    parser.on('cdata', onText)
  }
  const step = 64_000
  for (let at = 0; at < text.length; at += step) parser.write(text.slice(at, at + step))
  parser.close()
}
