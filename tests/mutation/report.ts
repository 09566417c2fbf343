/** What became of the mutants of one file, on the day of its run. */
export interface FileScore {
  file: string
  killed: number
  survived: number
  noCoverage: number
  timeouts: number
  /** A day, as `YYYY-MM-DD`. */
  on: string
}

type Counts = Omit<FileScore, 'file' | 'on'>

const heading = '## Mutation testing'
const introduction = `\`npm run mutate\` changes a line of \`lib/derive\`, \`lib/schema\`, \`lib/url\` or \`lib/wall\` and runs the unit tests that
reach it, with Stryker on Vitest; \`npm run mutate -- lib/url\` does so for part of them and keeps the others’ rows. The score is the
share of changes that a test notices; a change that makes the code run without end counts as noticed. Not counted is what
runs only while a module is loaded, as tables and schemas of zod. With \`--tests\` only the tests named are run, which takes
seconds instead of minutes and can only make a score lower. A row is of the day it names.`

const columns = ['file', 'score', 'killed', 'survived', 'no coverage', 'timeouts', 'on']

/** Percent of the mutants that a test noticed; null where there are none. */
export function scoreOf({ killed, survived, noCoverage, timeouts }: Counts): number | null {
  const all = killed + survived + noCoverage + timeouts
  return all === 0 ? null : (100 * (killed + timeouts)) / all
}

function sumOf(scores: readonly FileScore[]): Counts {
  const total = (of: (score: FileScore) => number) => scores.reduce((sum, score) => sum + of(score), 0)
  return {
    killed: total(({ killed }) => killed),
    survived: total(({ survived }) => survived),
    noCoverage: total(({ noCoverage }) => noCoverage),
    timeouts: total(({ timeouts }) => timeouts),
  }
}

function row(name: string, counts: Counts, on: string): string {
  const score = scoreOf(counts)
  const { killed, survived, noCoverage, timeouts } = counts
  const cells = [name, score === null ? '–' : `${score.toFixed(1)} %`, killed, survived, noCoverage, timeouts, on]
  return `| ${cells.join(' | ')} |`
}

function table(scores: readonly FileScore[]): string {
  const folders = [...new Set(scores.map(({ file }) => file.split('/').slice(0, 2).join('/')))]
  return [
    `| ${columns.join(' | ')} |`,
    '| --- | ---: | ---: | ---: | ---: | ---: | --- |',
    row('**all**', sumOf(scores), ''),
    ...folders.flatMap((folder) => {
      const own = scores.filter(({ file }) => file.startsWith(`${folder}/`))
      return [row(`**${folder}**`, sumOf(own), ''), ...own.map((score) => row(`\`${score.file}\``, score, score.on))]
    }),
  ].join('\n')
}

/** The rows of files in a table as `table` writes it. */
function readRows(text: string): FileScore[] {
  return text.split('\n').flatMap((line) => {
    const [name = '', , killed, survived, noCoverage, timeouts, on = ''] = line
      .split('|')
      .slice(1)
      .map((cell) => cell.trim())
    const file = /^`(.+)`$/.exec(name)?.[1]
    const counts = {
      killed: Number(killed),
      survived: Number(survived),
      noCoverage: Number(noCoverage),
      timeouts: Number(timeouts),
    }
    return file === undefined ? [] : [{ file, ...counts, on }]
  })
}

/**
 * The results with the section on mutants put in or renewed. Rows of files that were not run stay while `isThere` says
 * that there is such a file; so does what a person wrote below the table, and all else. Pure: text in, text out.
 */
export function withScores(text: string, scores: readonly FileScore[], isThere: (file: string) => boolean): string {
  const at = text.indexOf(`\n${heading}\n`)
  const [before, section] = at === -1 ? [`${text.trimEnd()}\n`, ''] : [text.slice(0, at), text.slice(at)]
  const start = section.indexOf('\n|') + 1
  const length = section.slice(start).search(/\n(?!\|)/)
  const [old, after] = start === 0 ? ['', '\n'] : [section.slice(start, start + length), section.slice(start + length)]
  const run = new Set(scores.map(({ file }) => file))
  const kept = readRows(old).filter(({ file }) => !run.has(file) && isThere(file))
  const all = [...kept, ...scores].sort((a, b) => (a.file < b.file ? -1 : 1))
  return `${before}\n${heading}\n\n${introduction}\n\n${table(all)}${after}`
}
