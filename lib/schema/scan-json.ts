import { createScanner } from 'jsonc-parser'
import { limits } from '@/lib/limits'

/** A bracket, a comma, a colon, a string, or anything else: numbers, words, and comments, which JSON has none of. */
type JsonTokenKind = '{' | '}' | '[' | ']' | ',' | ':' | 'string' | 'other'

/** A token that is not white space. */
export interface JsonToken {
  kind: JsonTokenKind
  /** Characters from the start of the text; `end` is exclusive. */
  offset: number
  end: number
  /** From 1. */
  line: number
  /** How many brackets it stands in; an opening bracket and its closing one count themselves. */
  depth: number
  /** A string's characters with escapes resolved; empty for all other kinds. */
  value: string
}

/** What makes a whole text useless, and the line (from 1) where that shows. */
export interface TextFault {
  reason: string
  line: number
}

// The scanner's kinds by number: the package declares them as an ambient const enum, which a file compiled by itself
// cannot read.
const LINE_BREAK = 14
const SPACE = 15
const END_OF_TEXT = 17
const kinds: ReadonlyMap<number, JsonTokenKind> = new Map([
  [1, '{'],
  [2, '}'],
  [3, '['],
  [4, ']'],
  [5, ','],
  [6, ':'],
  [10, 'string'],
])

const closers: ReadonlyMap<JsonTokenKind, JsonTokenKind> = new Map([
  ['{', '}'],
  ['[', ']'],
])

/** As many tokens as a file may have; a fault where there are more. */
function readTokens(text: string): JsonToken[] | TextFault {
  const most = limits.case.tokens
  const tokens: JsonToken[] = []
  const scanner = createScanner(text)
  // A byte order mark is no JSON, but editors leave one, and it costs nothing to step over it.
  if (text.startsWith('\uFEFF')) scanner.setPosition(1)
  for (let scanned: number = scanner.scan(); scanned !== END_OF_TEXT; scanned = scanner.scan()) {
    if (scanned === SPACE || scanned === LINE_BREAK) continue
    const kind = kinds.get(scanned) ?? 'other'
    const offset = scanner.getTokenOffset()
    if (tokens.length === most)
      return { reason: `has more than ${most / 1e6} million parts: split it`, line: scanner.getTokenStartLine() + 1 }
    tokens.push({
      kind,
      offset,
      end: offset + scanner.getTokenLength(),
      line: scanner.getTokenStartLine() + 1,
      depth: 0,
      value: kind === 'string' ? scanner.getTokenValue() : '',
    })
  }
  return tokens
}

/**
 * Reads `text` into tokens, each with its depth, and checks that its brackets pair up and enclose all of it. It keeps
 * its own stack, so no nesting, however deep, overflows. Whether the text is JSON between the brackets is not asked.
 * Never throws.
 */
export function scanJson(text: string): JsonToken[] | TextFault {
  const tokens = readTokens(text)
  if (!Array.isArray(tokens)) return tokens
  const open: JsonToken[] = []
  for (const [index, token] of tokens.entries()) {
    if (index > 0 && open.length === 0) return { reason: 'there is text after the end', line: token.line }
    if (closers.has(token.kind)) open.push(token)
    token.depth = open.length
    if (token.kind === '}' || token.kind === ']') {
      const opener = open.pop()
      if (opener === undefined || closers.get(opener.kind) !== token.kind)
        return { reason: 'brackets do not match', line: token.line }
    }
  }
  const unclosed = open.at(-1)
  if (unclosed !== undefined) return { reason: 'ends before its brackets are closed', line: unclosed.line }
  return tokens
}
