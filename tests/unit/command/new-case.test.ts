import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkCase } from '@/lib/command/check/check-case'
import { createCase } from '@/lib/command/verbs/new'
import { buildCase } from '@/lib/server/build-case'
import { run } from './command-kit'

let data = ''
const folder = () => ({ id: 'my-case', path: `${data}/cases/my-case` })
const create = (id = 'my-case') => createCase(data, id, '2030-03-05')

beforeEach(async () => {
  data = await mkdtemp(path.join(tmpdir(), 'caseboard-'))
})
afterEach(() => rm(data, { recursive: true }))

describe('a new case', () => {
  it('passes the check at once, with one of each kind and no warning', async () => {
    await create()
    const { lines, parted } = await checkCase(folder(), false)
    expect(lines).toEqual([
      'my-case: 1 quotation, 1 figure, 1 event, 0 statements, 1 actor, 1 source, 1 scene, 1 place in 1 layer, 0 set aside',
    ])
    expect(parted.setAside).toEqual([])
  })

  it('can be shown: the scene finds its place, quotation and figure', async () => {
    await create()
    const { parted } = await checkCase(folder(), false)
    if (parted.records === null) throw new Error('the case is lost')
    const { linked } = buildCase(parted.records, [], [], new Map())
    expect(linked.scenes).toMatchObject([{ focus: 'harbour', quotation: 'open-again', figure: 'came-mayor' }])
  })

  it('has today’s date', async () => {
    await create()
    expect(JSON.parse(await readFile(`${folder().path}/case.json`, 'utf8'))).toMatchObject({
      period: '2030-03-05',
      reported: '2030-03-05',
      updated: '2030-03-05',
    })
  })

  it('names the schema of each file, which is there', async () => {
    await create()
    const names = await readdir(folder().path, { recursive: true })
    for (const name of names.filter((each) => /json$/.test(each))) {
      const file = `${folder().path}/${name}`
      const { $schema } = JSON.parse(await readFile(file, 'utf8'))
      expect(JSON.parse(await readFile(path.resolve(path.dirname(file), $schema), 'utf8')).title).toMatch(
        /^Caseboard: /,
      )
    }
  })

  it('says what each file is, on the screen and in the folder, and what to do next', async () => {
    const lines = (await create()).join('\n')
    const readme = await readFile(`${folder().path}/README.md`, 'utf8')
    const names = (await readdir(folder().path, { recursive: true })).filter((each) => /json$/.test(each))
    expect(names).toHaveLength(9)
    for (const name of names) {
      expect(lines).toMatch(new RegExp(`^ {2}${name} +\\S.*\\.$`, 'm'))
      expect(readme).toMatch(new RegExp(`^- \`${name}\`: \\S.*\\.$`, 'm'))
    }
    for (const next of ['check my-case', '/cases/my-case', 'locate my-case --source the-report.txt --as the-report'])
      expect(lines).toContain(next)
  })

  it('leaves nothing else behind', async () => {
    await create()
    expect(await readdir(`${data}/cases`)).toEqual(['my-case'])
  })
})

describe('what is refused', () => {
  it.each([
    ['My Case', 'did you mean “my-case”?'],
    ['../elsewhere', 'did you mean “elsewhere”?'],
    ['', 'is no id'],
    ['Дело', 'use 1 to 64 lower-case letters, digits and hyphens'],
  ])('is the id %j, with what is right', async (id, words) => {
    await expect(create(id)).rejects.toThrow(words)
    expect(await readdir(data)).toEqual([])
  })

  it('is a folder that is there, which stays as it is', async () => {
    await mkdir(folder().path, { recursive: true })
    await writeFile(`${folder().path}/notes.md`, 'mine')
    await expect(create()).rejects.toThrow('is already there: choose another id')
    expect(await readdir(folder().path)).toEqual(['notes.md'])
  })

  it('is a file of that name', async () => {
    await mkdir(`${data}/cases`)
    await writeFile(folder().path, 'mine')
    await expect(create()).rejects.toThrow('is already there')
    expect(await readFile(folder().path, 'utf8')).toBe('mine')
  })
})

describe('npm run case -- new', { timeout: 60_000 }, () => {
  it('writes a case that the check accepts', async () => {
    const made = await run(data, 'new', 'my-case')
    const checked = await run(data, 'check')
    const again = await run(data, 'new', 'my-case')
    expect(made.out).toContain('npm run case -- check my-case')
    expect(checked.out).toContain('0 set aside')
    expect(again.out).toContain('is already there')
    expect([made.code, checked.code, again.code]).toEqual([0, 0, 1])
  })
})
