import { describe, expect, it } from 'vitest'
import { atMost, exactly, told } from '../soak/finding'
import { plainTable, withTable } from '../soak/report'

const results = '# Benchmark\n\n| a | b |\n\n## Why\n\n### click\n\nA reason.\n'
const first = [told('steps', 10, ''), atMost('growth', 0.5, 1, 'MB', 2)]

describe('the results of the soaks', () => {
  it('are put after all else', () => {
    const text = withTable(results, 'Memory', first)
    expect(text.startsWith(results.trimEnd())).toBe(true)
    expect(text).toContain('\n## The wall\n')
    expect(text).toContain('\n### Memory\n')
    expect(text).toContain('| growth | 0.50 MB | ≤ 1 MB | met |\n')
  })

  it('are replaced each by itself, and what a person wrote below stays', () => {
    const both = withTable(withTable(results, 'Memory', first), 'Streams', [exactly('lost', 1, 0)])
    const remarked = both.replace('| met |\n', '| met |\n\nA remark.\n')
    const again = withTable(remarked, 'Memory', [atMost('growth', 2, 1, 'MB')])
    expect(again).toContain('| growth | 2 MB | ≤ 1 MB | MISSED |\n\nA remark.\n\n### Streams\n')
    expect(again).toContain('| lost | 1 | 0 | MISSED |\n')
    expect(again).not.toContain('0.50 MB')
    expect(again.match(/## The wall/g)).toHaveLength(1)
  })

  it('say in a terminal what was missed', () => {
    expect(plainTable([exactly('lost', 1, 0), told('waited', 1.25, 's', 1)])).toBe(
      'lost    1      0  MISSED\nwaited  1.3 s',
    )
  })
})
