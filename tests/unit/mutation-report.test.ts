import { describe, expect, it } from 'vitest'
import { type FileScore, scoreOf, withScores } from '../mutation/report'

const results = '# Benchmark\n\n| a | b |\n\n## The wall\n\nOther words.\n'

function score(file: string, killed: number, more: Partial<FileScore> = {}): FileScore {
  return { file, killed, survived: 10 - killed, noCoverage: 0, timeouts: 0, on: '2020-01-02', ...more }
}

const isThere = () => true

describe('the score of mutants', () => {
  it('counts what made the code run without end as noticed, and what no test reaches as not', () => {
    expect(scoreOf({ killed: 5, timeouts: 1, survived: 1, noCoverage: 1 })).toBe(75)
  })

  it('is none where there were no mutants', () => {
    expect(scoreOf({ killed: 0, timeouts: 0, survived: 0, noCoverage: 0 })).toBeNull()
  })
})

describe('the results of the mutants', () => {
  it('are put after all else, by folder and file', () => {
    const text = withScores(results, [score('lib/url/b.ts', 9), score('lib/derive/a.ts', 8)], isThere)
    expect(text.startsWith(results)).toBe(true)
    expect(text.split('\n').filter((line) => line.startsWith('| **') || line.startsWith('| `'))).toEqual([
      '| **all** | 85.0 % | 17 | 3 | 0 | 0 |  |',
      '| **lib/derive** | 80.0 % | 8 | 2 | 0 | 0 |  |',
      '| `lib/derive/a.ts` | 80.0 % | 8 | 2 | 0 | 0 | 2020-01-02 |',
      '| **lib/url** | 90.0 % | 9 | 1 | 0 | 0 |  |',
      '| `lib/url/b.ts` | 90.0 % | 9 | 1 | 0 | 0 | 2020-01-02 |',
    ])
  })

  it('are renewed by file: the others, what a person wrote below and other sections stay', () => {
    const first = withScores(results, [score('lib/url/a.ts', 1), score('lib/url/b.ts', 2)], isThere)
    const remarked = `${first.trimEnd()}\n\nA remark.\n\n## More\n`
    const again = withScores(remarked, [score('lib/url/b.ts', 10, { on: '2020-01-03' })], isThere)
    expect(again).toContain('| `lib/url/a.ts` | 10.0 % | 1 | 9 | 0 | 0 | 2020-01-02 |\n')
    expect(again).toContain('| `lib/url/b.ts` | 100.0 % | 10 | 0 | 0 | 0 | 2020-01-03 |\n\nA remark.\n\n## More\n')
    expect(again.match(/## Mutation testing/g)).toHaveLength(1)
  })

  it('say nothing of a file that is gone', () => {
    const first = withScores(results, [score('lib/url/a.ts', 1), score('lib/url/b.ts', 2)], isThere)
    expect(withScores(first, [], (file) => file !== 'lib/url/a.ts')).not.toContain('lib/url/a.ts')
  })
})
