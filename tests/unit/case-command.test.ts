import { createHash } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { run } from './command/command-kit'
import { fixtures } from './read-fixture'

const verbs = ['new', 'import', 'check', 'locate', 'anchor', 'upgrade', 'schema']
const report = `${fixtures}/sources/report.txt`

describe('npm run case', { timeout: 60_000 }, () => {
  it('passes a good case and its source', async () => {
    const { code, out } = await run(fixtures, 'check', 'valid', '--source', report)
    expect(out).toContain('valid: 5 quotations, 7 figures, 2 events')
    expect(out).toContain('paragraph 2 (132–277): statement queue-stood, figure crossed-office')
    expect(out).toContain(
      '12 passages checked, 5 of 5 quoted passages covered, 3 of 3 paragraphs accounted for, 0 wrong',
    )
    expect(code).toBe(0)
  })

  it('names each quotation mark of a source without its other half, and passes it all the same', async () => {
    const data = await mkdtemp(path.join(tmpdir(), 'caseboard-'))
    await cp(`${fixtures}/cases`, `${data}/cases`, { recursive: true })
    const text = await readFile(report, 'utf8')
    const edited = `${text}* * *”\n`
    const hash = (words: string) => createHash('sha256').update(words).digest('hex')
    const sources = `${data}/cases/valid/sources.json`
    await writeFile(sources, (await readFile(sources, 'utf8')).replace(hash(text), hash(edited)))
    await writeFile(`${data}/edited.txt`, edited)
    const { code, out } = await run(data, 'check', 'valid', '--source', `${data}/edited.txt`)
    await rm(data, { recursive: true })
    expect(out).toContain('valid report [note] line 6, column 6: ” closes nothing that was opened: * * *[”]\n')
    expect(out).toContain('0 wrong, quotation marks of the source without their other half: 1')
    expect(code).toBe(0)
  })

  it('prints what is set aside with its place, and exits 1', async () => {
    const data = await mkdtemp(path.join(tmpdir(), 'caseboard-'))
    await cp(`${fixtures}/cases`, `${data}/cases`, { recursive: true })
    await cp(`${fixtures}/broken/unknown-key`, `${data}/cases/valid`, { recursive: true })
    const { code, out } = await run(data, 'check')
    await rm(data, { recursive: true })
    expect(out).toMatch(/cases\/valid\/quotations\.json:\d+ \/4\/colour \[shape\] winter: /)
    expect(code).toBe(1)
  })

  it('upgrades an older case, says what it changed, and changes nothing the second time', async () => {
    const data = await mkdtemp(path.join(tmpdir(), 'caseboard-'))
    await cp(`${fixtures}/old-format`, data, { recursive: true })
    const first = await run(data, 'upgrade', 'valid')
    const second = await run(data, 'upgrade', 'valid')
    const checked = await run(data, 'check')
    await rm(data, { recursive: true })
    expect(first.out).toContain('valid: figures.json: 7 records in today’s form')
    expect(second.out).toBe('valid: is in today’s form\n')
    expect(checked.out).toContain('0 set aside')
    expect([first.code, second.code, checked.code]).toEqual([0, 0, 0])
  })

  it('tells what became of each passage in a new text of its source', async () => {
    const data = await mkdtemp(path.join(tmpdir(), 'caseboard-'))
    const text = await readFile(report, 'utf8')
    const edited = `Corrected on Friday.\n\n${text.replace('will not wait', 'shall not wait').replace(/ A queue of .*road\./, '')}`
    await writeFile(`${data}/new.txt`, edited)
    const same = await run(fixtures, 'anchor', 'valid', 'report', report, '--was', report)
    const other = await run(fixtures, 'anchor', 'valid', 'report', `${data}/new.txt`, '--was', report)
    const wrongText = await run(fixtures, 'anchor', 'valid', 'report', report, '--was', `${data}/new.txt`)
    await rm(data, { recursive: true })
    expect(same.out).toContain('quotation winter: exact')
    expect(same.code).toBe(0)
    expect(other.out).toContain('quotation winter: moved from')
    expect(other.out).toMatch(/quotation \S+: altered at .*\[-will-\]\{\+shall\+\} not wait/)
    expect(other.out).toMatch(/statement queue-stood: gone/)
    expect(other.code).toBe(1)
    expect(wrongText.out).toContain('its sha-256 is another')
    expect(wrongText.code).toBe(1)
  })

  it.each([[['--help']], [['help']], [['-h']]])('tells of every verb with %j', async (args) => {
    const { code, out } = await run(fixtures, ...args)
    for (const verb of verbs) expect(out).toMatch(new RegExp(`^ {2}${verb} +\\S`, 'm'))
    expect(code).toBe(0)
  })

  it.each(verbs)('tells what %s does and takes, with an example', async (verb) => {
    const { code, out } = await run(fixtures, verb, '--help')
    expect(out).toContain(`usage: npm run case -- ${verb}`)
    expect(out).toContain(`Example: npm run case -- ${verb}`)
    expect(code).toBe(0)
  })

  it('tells of each passage without a position that it was not looked for, and does not take it to stand', async () => {
    const { code, out } = await run(fixtures, 'anchor', 'valid', 'bulletin', report)
    expect(out).toContain('figure zone-5: not looked for: it has no prefix, suffix and position')
    expect(out).toContain(
      '3 without a position: fill it in with npm run case -- locate, or write prefix, suffix, start and end by hand',
    )
    expect(out).toContain('0 of 3 passages stand')
    expect(code).toBe(1)
  })

  it.each([
    [[], 'usage'],
    [['chek'], 'did you mean “check”?'],
    [['check', 'vald'], 'did you mean “valid”?'],
    [['anchor', 'valid', 'report'], 'usage'],
    [['anchor', 'valid', 'reprint', report], 'reprint: no record has a passage of it, so nothing was checked'],
    [['anchor', 'valid', 'nothing', report], 'no source nothing'],
    [['check', 'nothing'], 'no case nothing'],
    [['check', '--source', 'package.json'], 'no source has the sha-256'],
    [['check', '--colour'], 'usage'],
    [['upgrade'], 'usage'],
    [['upgrade', 'valid', 'more'], 'usage'],
    [['upgrade', 'nothing'], 'no case nothing'],
  ])('refuses %j', async (args, words) => {
    const { code, out } = await run(fixtures, ...args)
    expect(out).toContain(words)
    expect(code).toBe(1)
  })
})
