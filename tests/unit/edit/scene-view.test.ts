import { NextIntlClientProvider } from 'next-intl'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { EditorContext, type EditorParts } from '@/components/editor/editor-context'
import { SceneLayers } from '@/components/editor/scene-view'
import { WorkspaceStore } from '@/lib/client/editor/workspace-store'
import type { LinkedCase } from '@/lib/derive/linked-case'
import words from '@/lib/words/en.json'
import { linkRows, row } from '../row-kit'

function write(layers: readonly string[], linked: LinkedCase | null): string {
  const value: EditorParts = {
    store: new WorkspaceStore('a'),
    selected: null,
    select: () => undefined,
    report: null,
    faults: [],
    linked,
  }
  const scene = createElement(SceneLayers, { value: { id: 'one', layers }, onChange: () => undefined })
  const children = createElement(EditorContext, { value }, scene)
  return renderToStaticMarkup(
    createElement(NextIntlClientProvider, { locale: 'en', messages: words, timeZone: 'UTC', children }),
  )
}

it('a layer of a scene that the map does not have is a ticked box by its id', () => {
  expect(write(['gone'], linkRows([row({ name: 'Quay' })]).linked)).toMatch(
    /<input type="checkbox" checked=""\/><code>gone<\/code>/,
  )
})

it('without a map there is no choice of layers', () => {
  expect(write(['gone'], null)).toBe('')
})
