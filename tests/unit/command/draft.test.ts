import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { readDocx, readHtml, readReport } from '@/lib/command/read-report'
import { draftVerb } from '@/lib/command/verbs/draft'
import { createCaseStore } from '@/lib/server/case-store'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'draft-'))
  vi.stubEnv('CASEBOARD_DATA', folder)
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

const report = 'tests/fixtures/reports/strike.html'

it('writes a case of which nothing is set aside, with each passage where it stands in the report', async () => {
  expect(await draftVerb.run([report], { id: 'strike' })).toBe(0)
  const loaded = await createCaseStore(folder).loadCase('strike')
  expect(loaded?.linked.setAside).toEqual([])
  const { text } = await readReport(report)
  const points = Array.from(text)
  const passages = loaded?.linked.quotations.map(({ passage }) => passage) ?? []
  expect(passages).toHaveLength(6)
  for (const { exact, start, end } of passages) expect(points.slice(start, end).join('')).toBe(exact)
  expect(loaded?.linked).toMatchObject({
    title: 'Copper town waits as strike enters third month',
    reported: '2033-08-21',
  })
  // The text is kept beside the case, and is none of its files.
  expect(readFileSync(path.join(folder, 'cases/strike/.the-report.txt'), 'utf8')).toBe(text)
})

it('says of a record how sure it is, and why', async () => {
  await draftVerb.run([report], { id: 'strike' })
  const { records } = JSON.parse(readFileSync(path.join(folder, 'cases/strike/quotations.json'), 'utf8'))
  expect(records[0]).toMatchObject({
    speaker: 'rosa-fuentes',
    note: expect.stringMatching(/^Drafted, rather sure: “said” right after it/),
  })
})

it('asks for the report’s day where the file does not tell it, and writes nothing', async () => {
  const file = path.join(folder, 'report.txt')
  writeFileSync(file, 'On Friday “it ended”, said Anna Berg.')
  expect(await draftVerb.run([file], { id: 'no-day' })).toBe(1)
  expect(console.error).toHaveBeenCalledWith(expect.stringContaining('--date 2022-10-02'))
  expect(existsSync(path.join(folder, 'cases/no-day'))).toBe(false)
})

it('leaves a case that is already there as it is', async () => {
  await draftVerb.run([report], { id: 'strike' })
  await expect(draftVerb.run([report], { id: 'strike' })).rejects.toThrow('already there')
})

it('reads the paragraphs of a Word document', () => {
  const paragraph = (...runs: string[]) =>
    `<w:p>${runs.map((run) => `<w:r><w:t xml:space="preserve">${run}</w:t></w:r>`).join('')}</w:p>`
  const xml = `<w:document><w:body>${paragraph('&#8220;It is ', 'over,&#8221; she &amp; he said.')}${paragraph('Nobody left.')}</w:body></w:document>`
  const bytes = zipSync({ 'word/document.xml': strToU8(xml), 'word/styles.xml': strToU8('<w:t>no</w:t>') })
  expect(readDocx(bytes).text).toBe('“It is over,” she & he said.\n\nNobody left.')
})

it('reads a text box once, and hyphens that do not break', () => {
  const run = (inner: string) => `<w:r>${inner}</w:r>`
  const box = (words: string) => `<w:txbxContent><w:p>${run(`<w:t>${words}</w:t>`)}</w:p></w:txbxContent>`
  const boxes = `<mc:AlternateContent><mc:Choice>${box('In a box.')}</mc:Choice><mc:Fallback>${box('In a box.')}</mc:Fallback></mc:AlternateContent>`
  const xml = `<w:document><w:p>${run('<w:t>A 12</w:t><w:noBreakHyphen/><w:t>hour day.</w:t>')}</w:p><w:p>${boxes}</w:p></w:document>`
  expect(readDocx(zipSync({ 'word/document.xml': strToU8(xml) })).text).toBe('A 12-hour day.\n\nIn a box.')
  const unknown = zipSync({ 'word/document.xml': strToU8('<w:p><w:t>&constructor; &lt;</w:t></w:p>') })
  expect(readDocx(unknown).text).toBe('&constructor; <')
})

it('reads the marks that a browser writes itself, and no soft hyphens', () => {
  expect(readHtml('<main><p>She said: <q>It is over.</q> The har&shy;bour is shut.</p></main>').text).toBe(
    'She said: “It is over.” The harbour is shut.',
  )
})

it('reads of a page what is its article, and is not hurt by a page of tags alone', () => {
  expect(readHtml('<nav>Menu</nav><main><p>One.<br>Two.</p><script>alert(1)</script></main>').text).toBe('One.\n\nTwo.')
  expect(readHtml('<div>'.repeat(50_000)).text).toBe('')
})

it('names a file that is no report, and what to do', async () => {
  const file = path.join(folder, 'report.pages')
  writeFileSync(file, 'x')
  await expect(readReport(file)).rejects.toThrow('save it as one of them')
})
