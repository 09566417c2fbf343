import { textOfHtml } from '../shapes/read-kml'
import { type Profile, textIn } from './profile'

export const umap: Profile = {
  id: 'umap',
  title: 'uMap',
  signs: [],
  mapping: { position: { kind: 'shapes' }, name: 'name', category: 'layer', words: 'description' },
}

export const timelinejs: Profile = {
  id: 'timelinejs',
  title: 'TimelineJS',
  signs: [],
  mapping: {
    position: { kind: 'shapes' },
    start: 'date',
    end: 'end',
    name: 'headline',
    category: 'group',
    words: 'text',
    source: 'media',
    dates: { order: null, zone: null },
  },
}

/** The spreadsheet that TimelineJS is made from. */
export const timelineTable: Profile = {
  id: 'timelinejs-table',
  title: 'TimelineJS (spreadsheet)',
  signs: ['Year', 'Month', 'Day', 'End Year', 'Headline', 'Text', 'Media'],
  mapping: { start: 'date', end: 'end', name: 'Headline', words: 'Text', source: 'Media', category: 'Group' },
  derive(cells) {
    const join = (keys: readonly string[]) => {
      const [year, month, day] = keys.map((key) => textIn(cells, key))
      if (year === undefined) return undefined
      const digits = year.startsWith('-') ? `-${year.slice(1).padStart(4, '0')}` : year.padStart(4, '0')
      return [digits, ...(month === undefined ? [] : [month, ...(day === undefined ? [] : [day])])]
        .map((part, index) => (index === 0 ? part : part.padStart(2, '0')))
        .join('-')
    }
    const timed = (date: string | undefined, time: string | undefined) =>
      date === undefined || time === undefined || !/-\d{2}-\d{2}$/.test(date) ? date : `${date} ${time}`
    const words = (key: string) => {
      const text = textIn(cells, key)
      return text === undefined ? undefined : textOfHtml(text)
    }
    return {
      date: timed(join(['Year', 'Month', 'Day']), textIn(cells, 'Time')),
      end: timed(join(['End Year', 'End Month', 'End Day']), textIn(cells, 'End Time')),
      Headline: words('Headline'),
      Text: words('Text'),
    }
  },
}

export const storymapjs: Profile = {
  id: 'storymapjs',
  title: 'StoryMapJS',
  signs: [],
  mapping: { position: { kind: 'shapes' }, start: 'date', name: 'headline', words: 'text', source: 'media' },
}

export const webAnnotation: Profile = {
  id: 'web-annotation',
  title: 'W3C Web Annotations',
  signs: [],
  mapping: {
    position: { kind: 'shapes' },
    start: 'created',
    name: 'title',
    category: 'motivation',
    words: 'comment',
    source: 'source',
  },
  derive: (cells) => ({ title: textIn(cells, 'quote') ?? textIn(cells, 'comment') }),
}

export const linkedPlaces: Profile = {
  id: 'linked-places',
  title: 'Linked Places',
  signs: [],
  mapping: {
    position: { kind: 'shapes' },
    start: 'start',
    end: 'end',
    name: 'title',
    category: 'type',
    words: 'description',
    source: '@id',
  },
}
