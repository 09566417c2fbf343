import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { locateCase } from '@/lib/command/locate-case'
import { verifyPassages } from '@/lib/derive/verify-passages'
import { fixtures, part, validFiles } from '../read-fixture'
import { copyData, run, setJson } from './command-kit'

const report = `${fixtures}/sources/report.txt`
const text = readFileSync(report, 'utf8')
const toHeld = (words: string) => ({ text: words, sha256: createHash('sha256').update(words).digest('hex') })
const held = toHeld(text)

/** The valid case with some lines of a file written otherwise. */
function changed(file: string, change: (text: string) => string): Map<string, string> {
  const files = validFiles()
  return files.set(file, change(files.get(file) ?? ''))
}

const selectors = /,\n\s+"prefix": .*\n\s+"suffix": .*\n\s+"start": .*\n\s+"end": \d+/g
/** Takes where they stand out of all passages of a file. */
const without = (file: string) => changed(file, (words) => words.replace(selectors, ''))

describe('the passages of a source', () => {
  it('stand already in a good case: no file changes', () => {
    const { files, lines, good } = locateCase(validFiles(), held, undefined)
    expect(files).toEqual(new Map())
    expect(lines).toEqual(['report: 12 passages: 0 located, 12 stood already, 0 left alone'])
    expect(good).toBe(true)
  })

  it.each(['quotations.json', 'statements.json', 'figures.json', 'events.json'])(
    'are located in %s, and the check finds them there',
    (file) => {
      const before = without(file)
      expect(part(before).setAside.length).toBeGreaterThan(0)
      const { files, good } = locateCase(before, held, undefined)
      expect([...files.keys()]).toEqual([file])
      const { records, setAside } = part(new Map([...before, ...files]))
      expect(setAside).toEqual([])
      if (records === null) throw new Error('the case is lost')
      expect(verifyPassages(records, 'report', text).faults).toEqual([])
      expect(good).toBe(true)
    },
  )

  it('change in nothing but what is filled in', () => {
    const { files } = locateCase(without('quotations.json'), held, undefined)
    const plain = (words: string | undefined) => words?.replace(selectors, '')
    expect(plain(files.get('quotations.json'))).toBe(plain(validFiles().get('quotations.json')))
  })

  it('are found in a file whose records stand in an object, however it is written', () => {
    const record = '{"id":"a","passage":{"source":"report","exact":"before the ice comes"},"n":1}'
    const files = new Map([...validFiles(), ['quotations.json', `{\r\n"records":[ ${record} ]\r\n}`]])
    expect(locateCase(files, held, undefined).files.get('quotations.json')).toBe(
      '{\r\n"records":[ {"id":"a","passage":{"source":"report","exact":"before the ice comes","prefix":"","suffix":"","start":69,"end":89},"n":1} ]\r\n}',
    )
  })

  it('of other sources are left alone', () => {
    const files = changed('quotations.json', (words) =>
      words.replace(selectors, '').replaceAll('"source": "report"', '"source": "bulletin"'),
    )
    expect(locateCase(files, held, undefined).files.has('quotations.json')).toBe(false)
  })
})

describe('a passage that cannot be located', () => {
  const passages = (...list: object[]) =>
    new Map([
      ...validFiles(),
      [
        'quotations.json',
        JSON.stringify(list.map((passage, index) => ({ id: `q${index}`, passage: { source: 'report', ...passage } }))),
      ],
    ])

  it.each<[string, object, string]>([
    [
      'twice',
      { exact: 'crossed' },
      '“crossed” is in the text 2 times, at 150–157, 288–295: say which is meant by some of what stands right before it, as "prefix", or right after it, as "suffix"',
    ],
    ['nowhere', { exact: 'will never wait' }, '“will never wait” is not in the text: copy the words from it exactly'],
    [
      'with other marks',
      { exact: 'comes". The' },
      'at 84–95 it has “comes”. The”, with other marks or spaces: copy these',
    ],
    [
      'elsewhere',
      { exact: 'will not wait', start: 5 },
      'is in the text at 105–118, but not where its prefix, suffix, start and end say',
    ],
    [
      'as a note',
      { exact: 'She said so.', noted: true },
      'its passage is a note of yours (noted): put the source’s own words in its place',
    ],
  ])('as it stands %s, is named with what to do, and left as it is', (_, passage, words) => {
    const { files, lines, good } = locateCase(passages(passage, { exact: 'before the ice comes' }), held, undefined)
    expect(lines[0]).toContain(words)
    expect(lines[0]).toMatch(/^quotations\.json:1 quotation q0: /)
    expect(lines.at(-1)).toMatch(/: 1 located, \d+ stood already, 1 left alone$/)
    expect(good).toBe(false)
    expect(JSON.parse(files.get('quotations.json') ?? '')[0].passage).toEqual({ source: 'report', ...passage })
  })
})

describe('the source of a text', () => {
  const unheld = () => changed('sources.json', (words) => words.replace(/,\n\s+"sha256": "9.*"/, ''))

  it('gets its hash where it has none', () => {
    const { files } = locateCase(unheld(), held, 'report')
    expect(JSON.parse(files.get('sources.json') ?? '')[0].sha256).toBe(held.sha256)
    expect(part(new Map([...unheld(), ...files])).setAside).toEqual([])
  })

  it('loses the reason why it had none, and no other', () => {
    const alone = changed('sources.json', (words) => words.replace('"address": "it hung on the harbour’s wall",\n', ''))
    const both = locateCase(validFiles(), toHeld('x'), 'bulletin').files.get('sources.json') ?? ''
    const one = locateCase(alone, toHeld('x'), 'bulletin').files.get('sources.json') ?? ''
    expect(JSON.parse(both)[1]).toMatchObject({
      missing: { address: 'it hung on the harbour’s wall' },
      sha256: toHeld('x').sha256,
    })
    expect(JSON.parse(both)[1].missing).not.toHaveProperty('sha256')
    expect(JSON.parse(one)[1]).not.toHaveProperty('missing')
  })

  it('that has passages left says what that costs', () => {
    const { lines } = locateCase(unheld(), toHeld('Another text.'), 'report')
    expect(lines.at(-2)).toContain('the check sets aside what is not located in it')
  })

  it.each([
    [undefined, 'Say which source it is the text of with --as <source-id>. Without one are: bulletin, reprint.'],
    ['repotr', 'no source repotr in sources.json; did you mean “report”?'],
    ['report', 'already has the sha-256 of another text'],
  ])('is not guessed: --as %s', (as, words) => {
    expect(() => locateCase(validFiles(), toHeld('Another text.'), as)).toThrow(words)
  })
})

describe('npm run case -- locate', { timeout: 60_000 }, () => {
  let data = ''
  let folder = { id: '', path: '' }
  beforeEach(async () => {
    ;({ data, folder } = await copyData())
  })
  afterEach(() => rm(data, { recursive: true }))

  it('writes the files, and the check then accepts the case and its source', async () => {
    const file = `${folder.path}/quotations.json`
    await writeFile(file, (await readFile(file, 'utf8')).replace(selectors, ''))
    await setJson(`${folder.path}/sources.json`, [0, 'sha256'], undefined)
    const located = await run(data, 'locate', 'valid', '--source', report, '--as', 'report')
    const checked = await run(data, 'check', 'valid', '--source', report)
    expect(located.out).toContain('12 passages: 5 located, 7 stood already, 0 left alone')
    expect(checked.out).toContain('12 passages checked, 5 of 5 quoted passages covered')
    expect([located.code, checked.code]).toEqual([0, 0])
  })

  it('refuses a text that is not UTF-8', async () => {
    await writeFile(`${data}/latin.txt`, Buffer.from([0x63, 0x61, 0x66, 0xe9]))
    const { code, out } = await run(data, 'locate', 'valid', '--source', `${data}/latin.txt`, '--as', 'reprint')
    expect(out).toContain('is not UTF-8: save it as UTF-8')
    expect(code).toBe(1)
  })

  it('takes no case without a text', async () => {
    expect((await run(data, 'locate', 'valid')).out).toContain(
      'usage: npm run case -- locate <case-id> --source <text file>',
    )
  })
})
