import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'

const records = ['chart', 'date', 'figure', 'origins', 'page', 'panel', 'quotation'] as const

/** What each view says, by the first part of a message's key; a test reads the components for it. */
export const viewWords = {
  message: ['page', 'wall'],
  case: [
    ...records,
    ...['borders', 'bring', 'corrections', 'differences', 'event', 'filter', 'find', 'layOver', 'map', 'measure'],
    ...[
      'overlays',
      'picture',
      'place',
      'print',
      'publish',
      'rests',
      'share',
      'source',
      'speaker',
      'statement',
      'timeline',
    ],
    ...['evidence', 'feeds', 'pictureLayer', 'rows', 'story', 'threads', 'tools', 'tour', 'voices'],
  ],
  editor: [
    ...records,
    'borders',
    'bring',
    'corrections',
    'editor',
    'layOver',
    'map',
    'measure',
    'overlays',
    'place',
    'rows',
    'source',
  ],
  embed: [
    ...records,
    ...['borders', 'corrections', 'embed', 'layOver', 'map', 'measure', 'overlays', 'pictureLayer', 'rows', 'source'],
  ],
  index: ['date', 'index', 'page'],
  print: [
    ...records,
    ...['borders', 'corrections', 'differences', 'event', 'filter', 'layOver', 'overlays', 'picture', 'place', 'print'],
    ...['evidence', 'feeds', 'pictureLayer', 'source', 'statement', 'threads', 'timeline'],
  ],
  remote: ['chart', 'date', 'figure', 'quotation', 'remote'],
  wall: [...records, 'corrections', 'differences', 'filter', 'map', 'place', 'statement', 'wall'],
} as const satisfies Record<string, readonly string[]>

/** Sends a view's own messages with its page, and no others. */
export async function ViewWords({ view, children }: { view: keyof typeof viewWords; children: ReactNode }) {
  const messages = await getMessages()
  const own = viewWords[view].flatMap((part) => (part in messages ? [[part, messages[part]]] : []))
  return <NextIntlClientProvider messages={Object.fromEntries(own)}>{children}</NextIntlClientProvider>
}
