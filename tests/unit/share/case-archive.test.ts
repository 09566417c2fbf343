import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { archiveCase } from '@/lib/server/case-archive'
import { validFiles } from '../read-fixture'

describe('a case as one file', () => {
  it('has every file of the folder as it is, and says whose it is', async () => {
    const files = unzipSync(archiveCase('valid', validFiles()))
    for (const [name, text] of validFiles()) expect(strFromU8(files[`valid/${name}`] ?? new Uint8Array())).toBe(text)
    const readme = strFromU8(files['valid/README.txt'] ?? new Uint8Array())
    expect(readme).toMatch(/^The ferry\n=========\n/)
    expect(readme).toContain('npm run case -- check valid')
    expect(readme).toContain('OpenStreetMap')
    expect(Object.keys(files)).toHaveLength(validFiles().size + 1)
  })

  it('is the same bytes for the same files, and others for others', () => {
    const one = archiveCase('valid', validFiles())
    expect(archiveCase('valid', new Map([...validFiles()].reverse()))).toEqual(one)
    const edited = validFiles().set('actors.json', '[]')
    expect(archiveCase('valid', edited)).not.toEqual(one)
  })

  it('passes the check when it is unpacked', { timeout: 60_000 }, async () => {
    const data = await mkdtemp(path.join(tmpdir(), 'caseboard-'))
    for (const [name, bytes] of Object.entries(unzipSync(archiveCase('valid', validFiles())))) {
      await mkdir(path.dirname(path.join(data, 'cases', name)), { recursive: true })
      await writeFile(path.join(data, 'cases', name), bytes)
    }
    const command = ['--import', 'tsx', 'lib/command/case.ts', 'check', 'valid']
    const { stdout } = await promisify(execFile)(process.execPath, command, {
      env: { ...process.env, CASEBOARD_DATA: data },
    })
    await rm(data, { recursive: true })
    expect(stdout).toContain('0 set aside')
  })
})
