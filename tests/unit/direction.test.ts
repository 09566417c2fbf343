import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { embedSnippet } from '@/components/share/publish-part'

/** A text of a case, by what its field is called, put into a sentence of ours as it is. */
const BARE =
  /\bt[A-Z]?\w*\((?:[^()]|\([^()]*\))*?\{[^}]*\b\w+: (?:\w+\.)+(?:name|title|publisher|text|localName)\b(?!\()[^}]*\}/
/** A citation is copied, and a machine reads it: nothing may stand in it that the case does not have. */
const COPIED = 'components/share/use-citation.ts'

it('a text of a case stands isolated in every sentence of ours, whichever way it runs', () => {
  const files = readdirSync('components', { recursive: true, encoding: 'utf8' }).map((file) => join('components', file))
  const bare = files
    .filter((file) => /\.tsx?$/.test(file) && file !== COPIED)
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => BARE.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    )
  expect(bare).toEqual([])
})

it('the title of an embedded map keeps its direction in the other page', () => {
  expect(embedSnippet('https://a.example/embed/one', 'معبر 12')).toContain('title="\u2068معبر 12\u2069"')
  expect(embedSnippet('https://a.example/embed/one', 'The ferry')).toContain('title="The ferry"')
})
