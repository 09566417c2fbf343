import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readReport } from '@/lib/command/read-report'
import { type Draft, draftReport } from '@/lib/draft/draft-report'

const folder = path.join(process.cwd(), 'tests/fixtures/reports')
const amount = z.union([z.number(), z.tuple([z.number(), z.number()])])
const answerSchema = z.strictObject({
  reported: z.string(),
  places: z.record(z.string(), z.tuple([z.number(), z.number()])),
  quotations: z.array(z.tuple([z.string(), z.string()])),
  figures: z.array(z.tuple([amount, z.string()])),
  dates: z.array(z.string()),
  people: z.array(z.string()),
})

const lines: string[] = []
afterAll(() => console.log(lines.join('\n')))

/** What a draft has of a kind, each as one text, beside what a person found. */
function compare(draft: Draft, answer: z.infer<typeof answerSchema>) {
  return {
    quotations: [
      draft.quotations.filter(({ isTerm }) => !isTerm).map(({ quoted, by }) => `${quoted.words} — ${by?.name}`),
      answer.quotations.map(([words, by]) => `${words} — ${by}`),
    ],
    figures: [
      draft.figures.map(({ value, range, unit }) => `${range?.join('–') ?? value} ${unit}`),
      answer.figures.map(([each, unit]) => `${[each].flat().join('–')} ${unit}`),
    ],
    dates: [draft.events.map(({ date }) => date.date), answer.dates],
    places: [draft.places.map(({ place }) => place.name), Object.keys(answer.places)],
    people: [draft.people.filter(({ kind }) => kind === 'person').map(({ name }) => name), answer.people],
  } satisfies Record<string, [string[], string[]]>
}

/** Of `found` and `wanted`, how many are in both, each counted as often as it is there. */
function countShared(found: readonly string[], wanted: readonly string[]): number {
  const left = [...wanted]
  return found.filter((each) => {
    const at = left.indexOf(each)
    if (at !== -1) left.splice(at, 1)
    return at !== -1
  }).length
}

describe.each([
  ['a ship aground', 'strait.md', 'strait.json'],
  ['a flood, in British marks', 'river.txt', 'river.json'],
  ['a strike, as a web page', 'strike.html', 'strike.json'],
])('the draft of %s', async (_, file, answers) => {
  const answer = answerSchema.parse(JSON.parse(readFileSync(path.join(folder, answers), 'utf8')))
  const { text } = await readReport(path.join(folder, file))
  const named = new Map(Object.entries(answer.places))
  const findPlaces = (name: string) => {
    const at = named.get(name) ?? named.get(name[0] + name.slice(1).toLowerCase())
    return at === undefined
      ? []
      : [{ name: named.has(name) ? name : name[0] + name.slice(1).toLowerCase(), kind: 'city', at }]
  }
  const compared = compare(draftReport(text, answer.reported, findPlaces), answer)

  it.each(Object.entries(compared))(
    'finds its %s: nine of ten that it proposes are right, and eight of ten are there',
    (kind, [found, wanted]) => {
      const shared = countShared(found, wanted)
      const [precision, recall] = [shared / Math.max(1, found.length), shared / wanted.length]
      lines.push(
        `${file} ${kind}: precision ${Math.round(precision * 100)} %, recall ${Math.round(recall * 100)} % of ${wanted.length}`,
      )
      const wrong = {
        proposed: found.filter((each) => !wanted.includes(each)),
        missed: wanted.filter((each) => !found.includes(each)),
      }
      expect(precision, JSON.stringify(wrong)).toBeGreaterThanOrEqual(0.9)
      expect(recall, JSON.stringify(wrong)).toBeGreaterThanOrEqual(0.8)
    },
  )
})
