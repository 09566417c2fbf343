import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Server } from '../e2e/driver/server'
import { exactly, type Finding, told } from './finding'
import { CASE, launchBrowser, WallPage, wait } from './wall-page'

/** The server looks at the files once a second. */
const SEEN_AFTER_MS = 1_100

const caseSchema = z.object({ scenes: z.array(z.unknown()), setAside: z.array(z.object({ file: z.string() })) })

async function readCase(origin: string) {
  return caseSchema.parse(await (await fetch(`${origin}/api/cases/${CASE}`)).json())
}

/** Numbers that look random and are the same in every run (a linear congruential generator, Knuth's constants). */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function spoil(text: string, share: number, kind: number): Buffer {
  const left = Buffer.from(text.trimEnd().slice(0, Math.floor((text.trimEnd().length - 1) * share)))
  if (kind < 0.4) return left
  if (kind < 0.6) return Buffer.alloc(0)
  if (kind < 0.8) return Buffer.concat([left, Buffer.alloc(4096)])
  return Buffer.concat([left, Buffer.from([0xff, 0xfe, 0xc0])])
}

/** Spoils a file of the case below an open wall `count` times, and mends it each time. */
export async function soakCorruptions(count: number): Promise<Finding[]> {
  const server = await Server.launch({ ownData: true })
  const browser = await launchBrowser()
  try {
    const wall = await WallPage.open(browser, server.origin)
    const { scenes } = await readCase(server.origin)
    const folder = join(server.data, 'cases', CASE)
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /json$/.test(name))
    const random = randomNumbers(20221001)
    let untold = 0
    let emptier = 0
    let empty = 0
    for (let round = 0; round < count; round++) {
      const file = files[Math.floor(random() * files.length)] ?? ''
      const text = readFileSync(join(folder, file), 'utf8')
      writeFileSync(join(folder, file), spoil(text, random(), random()))
      await wait(SEEN_AFTER_MS)
      const broken = await readCase(server.origin)
      if (!broken.setAside.some((entry) => entry.file === file)) untold += 1
      if (broken.scenes.length < scenes.length) emptier += 1
      await wall.next()
      if (!(await wall.showsScene())) empty += 1
      writeFileSync(join(folder, file), text)
    }
    await wait(SEEN_AFTER_MS)
    return [
      told('files spoiled', count, ''),
      exactly('times the server did not say which file', untold, 0),
      exactly('times the server’s case had fewer scenes', emptier, 0),
      exactly('times the wall showed no scene', empty, 0),
      exactly('set aside once all is mended', (await readCase(server.origin)).setAside.length, 0),
      exactly('reloads meanwhile', wall.reloads, 0),
      exactly('errors of the page', wall.errors.length, 0),
    ]
  } finally {
    await browser.close()
    await server.close()
  }
}
