import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { viewWords } from '@/app/view-words'
import words from '@/lib/words/en.json'
import { formats } from '@/lib/words/formats'

/** What each view is made of, and the pages that tell of errors. */
const screens: Record<keyof typeof viewWords, readonly string[]> = {
  index: ['components/case-index/case-index.tsx'],
  message: ['app/not-found.tsx', 'app/error.tsx', 'app/wall/error.tsx'],
  case: ['components/case-screen/case-screen.tsx'],
  editor: ['components/editor/editor-screen.tsx'],
  embed: ['components/embed/embed-screen.tsx'],
  print: ['components/print/print-screen.tsx'],
  remote: ['components/remote/remote-screen.tsx'],
  wall: ['components/wall/screen/wall-screen.tsx', 'components/wall/session/quiet-wall.tsx'],
}

function fileOf(from: string, named: string): string | undefined {
  if (!named.startsWith('@/') && !named.startsWith('.')) return undefined
  const base = named.startsWith('@/') ? named.slice(2) : path.join(path.dirname(from), named)
  return [`${base}.tsx`, `${base}.ts`].find((file) => existsSync(file))
}

/** The first parts of the keys of all messages that these files, and all that they import, can say. */
function spokenBy(entries: readonly string[]): Set<string> {
  const files = new Set(entries)
  const spoken = new Set<string>()
  for (const file of files) {
    const text = readFileSync(file, 'utf8')
    for (const [, part = ''] of text.matchAll(/useTranslations\(\s*'([^'.]+)/g)) spoken.add(part)
    for (const [, named = ''] of text.matchAll(/(?:from|import\()\s*'([^']+)'/g)) {
      const found = fileOf(file, named)
      if (found !== undefined) files.add(found)
    }
  }
  return spoken
}

describe('the messages of a view', () => {
  for (const [view, entries] of Object.entries(screens))
    it(`are all that ${view} can say`, () => {
      const sent: readonly string[] = viewWords[view as keyof typeof viewWords]
      expect([...spokenBy(entries)].filter((part) => !sent.includes(part))).toEqual([])
    })

  it('name no format that is not there', () => {
    const named = JSON.stringify(words).matchAll(/\{\w+, (number|date|time), ([^}:]+)\}/g)
    expect([...new Set([...named].map(([, kind, style]) => `${kind} ${style}`))].toSorted()).toEqual(
      Object.keys(formats.number).map((style) => `number ${style}`),
    )
  })
})
