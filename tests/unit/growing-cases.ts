import { validFiles } from './read-fixture'

/** The valid case with much of one thing. */
type Grow = (count: number) => Map<string, string>

const passage = {
  source: 'report',
  exact: 'on Tuesday',
  prefix: 'r of Northmark said ',
  suffix: ' that the ferry woul',
  start: 31,
  end: 41,
}
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)

function parse(text: string | undefined) {
  return JSON.parse(text ?? '')
}

/** More entries for a file that is a list. */
function adding(file: string, make: (count: number) => object[]): Grow {
  return (count) => {
    const files = validFiles()
    return files.set(file, JSON.stringify([...parse(files.get(file)), ...make(count)]))
  }
}

/** More entries for a list of `case.json`. */
function heading(list: string, make: (count: number) => object[]): Grow {
  return (count) => {
    const files = validFiles()
    const head = parse(files.get('case.json'))
    return files.set('case.json', JSON.stringify({ ...head, [list]: [...(head[list] ?? []), ...make(count)] }))
  }
}

/** The valid case with what several of these add. */
function together(...all: readonly Grow[]): Grow {
  return (count) => {
    const before = validFiles()
    const files = validFiles()
    for (const grow of all) for (const [file, text] of grow(count)) if (text !== before.get(file)) files.set(file, text)
    return files
  }
}

function rows(count: number, own: (index: number) => object, at = (index: number) => [index % 100, 50]): object[] {
  return numbers(count).map((index) => ({
    type: 'Feature',
    id: `row-${index}`,
    geometry: { type: 'Point', coordinates: at(index) },
    properties: {
      name: `Row ${index}`,
      kind: 'Row',
      accuracyKm: null,
      basis: 'Invented',
      sources: ['bulletin'],
      ...own(index),
    },
  }))
}

function places(own: (index: number) => object = () => ({})): Grow {
  const file = 'layers/border-crossings.geojson'
  return (count) => {
    const files = validFiles()
    const layer = parse(files.get(file))
    return files.set(file, JSON.stringify({ ...layer, features: [...layer.features, ...rows(count, own)] }))
  }
}

function derived(index: number, inputs: string[]): object {
  return {
    id: `derived-${index}`,
    question: 'crossed',
    value: index,
    unit: 'people',
    qualifier: 'about',
    counts: 'people',
    by: 'caseboard',
    status: 'derived',
    about: ['harbour'],
    formula: 'the one before',
    inputs,
  }
}

const event = (index: number) => ({
  id: `event-${index}`,
  title: 'Something',
  date: new Date(Date.UTC(2000, 0, 1) + index * 3_600_000).toISOString().slice(0, 16).concat('Z'),
  about: ['harbour'],
  by: ['governor'],
  reportedBy: [],
  passage,
  records: [],
})

/** Much of one thing, so that work that is not linear in it shows. */
export const growing: Readonly<Record<string, Grow>> = {
  'sides of one id': heading('sides', (count) => numbers(count).map(() => ({ id: 'north', name: 'Northmark' }))),
  'bad sides': heading('sides', (count) => numbers(count).map(() => ({ id: 'NO', name: '' }))),
  'figures in a chain that is broken at its end': adding('figures.json', (count) =>
    numbers(count).map((index) => derived(index, [index + 1 === count ? 'nowhere' : `derived-${index + 1}`])),
  ),
  'figures in a circle': adding('figures.json', (count) =>
    numbers(count).map((index) => derived(index, [`derived-${(index + 1) % count}`])),
  ),
  'figures in circles': adding('figures.json', (count) =>
    numbers(count).map((index) => derived(index, [`derived-${index ^ 1}`, `derived-${(index + 2) % count}`])),
  ),
  'places sized by one figure': places(() => ({ sizedBy: ['crossed-office'] })),
  'an event about all places': together(
    places(),
    adding('events.json', (count) => [{ ...event(0), about: numbers(count).map((index) => `row-${index}`) }]),
  ),
  'claims and places of them': together(
    heading('claims', (count) =>
      numbers(count).map((index) => ({
        id: `claim-${index}`,
        words: 'claimed',
        by: 'governor',
        declared: '2030-03-01',
        precedent: false,
        rejections: [],
        asOf: '2030-03-01',
      })),
    ),
    places((index) => ({ claim: `claim-${index}` })),
  ),
  'nothing between commas': (count) => validFiles().set('events.json', `[${','.repeat(count)}]`),
}
