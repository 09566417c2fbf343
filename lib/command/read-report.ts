import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { ownValue } from '@/lib/schema/plain-values'

/** The text of a report, and what its file tells of it. */
export interface ReadReport {
  text: string
  title?: string | undefined
  publisher?: string | undefined
  /** As `2022-10-02`. */
  published?: string | undefined
}

const MAX_BYTES = 20_000_000
/** Of its text: as many as a book has. */
const MAX_CHARACTERS = 600_000
/** Of a page: elements within elements take the reader of HTML time that grows with their square. */
const MAX_ELEMENTS = 60_000
/** Of a packed document; more is no report. */
const MAX_UNPACKED_BYTES = 50_000_000

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

const isElement = (node: Node): node is Element => 'tagName' in node
const LEFT_OUT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'nav',
  'footer',
  'form',
  'button',
  'aside',
  'head',
  'iframe',
  'figcaption',
])
const BLOCKS = new Set(
  'address article blockquote dd div dl dt fieldset figure h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tr ul'.split(
    ' ',
  ),
)

const attributeOf = (element: Element, name: string) => element.attrs.find((each) => each.name === name)?.value

/** Walks over a tree without recursion: a hostile one may be deeper than the stack. */
function* walk(root: Node): Generator<{ node: Node; leaves: boolean }> {
  const stack: { node: Node; leaves: boolean }[] = [{ node: root, leaves: false }]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    yield next
    if (next.leaves || !isElement(next.node) || LEFT_OUT.has(next.node.tagName)) continue
    stack.push({ node: next.node, leaves: true })
    for (const child of next.node.childNodes.toReversed()) stack.push({ node: child, leaves: false })
  }
}

function find(root: Node, matches: (element: Element) => boolean): Element | undefined {
  for (const { node, leaves } of walk(root)) if (!leaves && isElement(node) && matches(node)) return node
  return undefined
}

function textOf(root: Node): string {
  let text = ''
  for (const { node, leaves } of walk(root)) {
    // Soft hyphens say where a browser may break a word.
    if (node.nodeName === '#text' && 'value' in node) text += node.value.replace(/\u00ad/gu, '').replace(/\s+/gu, ' ')
    // A browser writes the marks of these itself.
    else if (isElement(node) && node.tagName === 'q') text += leaves ? '”' : '“'
    else if (isElement(node) && (BLOCKS.has(node.tagName) || node.tagName === 'br')) text += '\n'
  }
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n\n')
}

/** An HTML page: of its article where it says which that is, without menus and scripts. */
export function readHtml(html: string): ReadReport {
  let elements = 0
  for (const _ of html.matchAll(/<[a-z]/giu)) elements++
  if (elements > MAX_ELEMENTS) throw new Error(`has ${elements} elements; a report may have ${MAX_ELEMENTS}`)
  const document = parse(html)
  const root = document.childNodes.find(isElement)
  if (root === undefined) return { text: '' }
  const head = root.childNodes.filter(isElement).find(({ tagName }) => tagName === 'head')
  const metas = (head?.childNodes ?? []).filter(isElement)
  const meta = (...names: string[]) =>
    metas
      .filter(({ tagName }) => tagName === 'meta')
      .find((each) => names.includes(attributeOf(each, 'property') ?? attributeOf(each, 'name') ?? ''))
  const contentOf = (element: Element | undefined) =>
    element === undefined ? undefined : attributeOf(element, 'content')
  const title = metas.find(({ tagName }) => tagName === 'title')?.childNodes[0]
  const time = find(root, (element) => element.tagName === 'time' && attributeOf(element, 'datetime') !== undefined)
  const date =
    contentOf(meta('article:published_time', 'date', 'dc.date', 'datePublished')) ??
    (time && attributeOf(time, 'datetime'))
  const article =
    find(root, ({ tagName }) => tagName === 'article') ?? find(root, ({ tagName }) => tagName === 'main') ?? root
  return {
    text: textOf(article),
    title: contentOf(meta('og:title')) ?? (title !== undefined && 'value' in title ? title.value.trim() : undefined),
    publisher: contentOf(meta('og:site_name')),
    published: /^\d{4}-\d{2}-\d{2}/u.exec(date ?? '')?.[0],
  }
}

/** A text with Markdown's marks, without them. */
function readMarkdown(markdown: string): ReadReport {
  const title = /^#\s+(.+)$/mu.exec(markdown)?.[1]?.trim()
  const text = markdown
    .replace(/^```[\s\S]*?^```/gmu, '')
    .replace(/^#{1,6}\s+/gmu, '')
    .replace(/^>\s?/gmu, '')
    // What is not bounded is looked for anew from each bracket on.
    .replace(/!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)/gu, '')
    .replace(/\[([^\]\n]{1,500})\]\([^)\n]{0,2000}\)/gu, '$1')
    .replace(/(?<![\p{L}\p{N}])(\*\*|__|\*|_)(?=\S)([^*_\n]+?)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/^[ \t]*[-*+]\s+/gmu, '')
  return { text: text.trim(), title }
}

const XML_NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const fromXml = (text: string) =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/giu, (all, decimal, hex, name) => {
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    if (name !== undefined) return ownValue(XML_NAMED, name) ?? all
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })

const FALLBACK_END = '</mc:Fallback>'

/** What older programs are given in place of a text box says the same once more. */
function withoutFallbacks(xml: string): string {
  const [first = '', ...parts] = xml.split('<mc:Fallback>')
  return [first, ...parts.map((part) => part.slice(part.indexOf(FALLBACK_END) + FALLBACK_END.length))].join('')
}

/** A Word document: the text of its paragraphs. Throws an Error where it is none. */
export function readDocx(bytes: Uint8Array): ReadReport {
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => name === 'word/document.xml' && originalSize < MAX_UNPACKED_BYTES,
  })
  const document = files['word/document.xml']
  if (document === undefined) throw new Error('is no Word document, or one that is too large')
  const paragraphs = withoutFallbacks(strFromU8(document))
    .replace(/<w:noBreakHyphen\/>/gu, '<w:t>-</w:t>')
    .split('</w:p>')
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(?:tab|br|cr)(?: [^>]*)?\/>/gu)]
        .map(([tag, words]) => (tag.startsWith('<w:t>') || tag.startsWith('<w:t ') ? fromXml(words ?? '') : ' '))
        .join(''),
    )
  return { text: paragraphs.filter((each) => each.trim() !== '').join('\n\n') }
}

/** A PDF's text: its lines joined to paragraphs where they end without a stop. Throws an Error where it cannot be read. */
async function readPdf(bytes: Uint8Array): Promise<ReadReport> {
  const { extractText, getDocumentProxy } = await import('unpdf')
  const { text } = await extractText(await getDocumentProxy(bytes, { verbosity: 0 }), { mergePages: false })
  const lines = text.join('\n').replace(/(\p{Ll})-\n(?=\p{Ll})/gu, '$1')
  return {
    text: lines
      .replace(/(?<![.!?:”"’'»])\n(?!\n)/gu, ' ')
      .replace(/[ \t]+/gu, ' ')
      .trim(),
  }
}

/** Reads a report's file. Throws an Error that names the file and says what to do. */
export async function readReport(file: string): Promise<ReadReport> {
  return readReportBytes(file, await readFile(file))
}

/** Reads a report by what kind of file its name says it is. Throws an Error that names the file and says what to do. */
export async function readReportBytes(file: string, bytes: Uint8Array): Promise<ReadReport> {
  if (bytes.length > MAX_BYTES) throw new Error(`${file} has ${bytes.length} bytes; a report may have ${MAX_BYTES}`)
  const kind = path.extname(file).toLowerCase()
  const asText = () => {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch {
      throw new Error(`${file} is not UTF-8: save it as UTF-8 and try again`)
    }
  }
  const readers: Readonly<Record<string, () => ReadReport | Promise<ReadReport>>> = {
    '.txt': () => ({ text: asText() }),
    '.md': () => readMarkdown(asText()),
    '.html': () => readHtml(asText()),
    '.htm': () => readHtml(asText()),
    '.docx': () => readDocx(bytes),
    '.pdf': () => readPdf(new Uint8Array(bytes)),
  }
  const read = readers[kind]
  if (read === undefined)
    throw new Error(`${file} is none of ${Object.keys(readers).join(', ')}: save it as one of them`)
  try {
    const report = await read()
    const text = report.text.replace(/\r\n?/gu, '\n')
    if (text.trim() === '') throw new Error('has no text: a scanned page has to be recognised first')
    if (text.length > MAX_CHARACTERS)
      throw new Error(`has ${text.length} characters; a report may have ${MAX_CHARACTERS}`)
    return { ...report, text }
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    throw new Error(words.startsWith(file) ? words : `${file} ${words}`)
  }
}
