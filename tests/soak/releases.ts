import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Server } from '../e2e/driver/server'
import { exactly, type Finding, told } from './finding'
import { launchBrowser, WallPage, wait } from './wall-page'

/** What `next start` reads beside the build. */
const beside = ['node_modules', 'package.json', 'next.config.mjs', 'public', 'lib', 'data']
const LIMIT_MS = 40_000
/** A second reload would come within this. */
const QUIET_MS = 8_000

/** A folder that `next start` serves like the project's own, and whose release can be renamed. */
export class ReleaseFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'caseboard-release-'))
  readonly #build = join(this.path, '.next')

  constructor() {
    for (const name of beside) symlinkSync(resolve(name), join(this.path, name))
    const kept = (from: string) => !/\.next\/(cache|dev|trace|diagnostics)/.test(from)
    cpSync('.next', this.#build, { recursive: true, verbatimSymlinks: true, filter: kept })
  }

  rename(release: string): void {
    const file = join(this.#build, 'BUILD_ID')
    const before = readFileSync(file, 'utf8')
    renameSync(join(this.#build, 'static', before), join(this.#build, 'static', release))
    writeFileSync(file, release)
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true })
  }
}

async function reloadsBecome(wall: WallPage, count: number): Promise<void> {
  const deadline = performance.now() + LIMIT_MS
  while (wall.reloads < count && performance.now() < deadline) await wait(100)
}

/** Deploys a new release below an open wall `count` times; each time the page must be loaded again exactly once. */
export async function soakReleases(count: number): Promise<Finding[]> {
  const folder = new ReleaseFolder()
  const server = await Server.launch({ folder: folder.path })
  const browser = await launchBrowser()
  try {
    const wall = await WallPage.open(browser, server.origin)
    let once = 0
    for (let swap = 1; swap <= count; swap++) {
      const before = wall.reloads
      await server.stop()
      folder.rename(`release-${swap}`)
      await server.start()
      await wall.connectionIs('joined')
      // It is loaded again between two scenes.
      await wall.next()
      await reloadsBecome(wall, before + 1)
      await wait(QUIET_MS)
      if (wall.reloads === before + 1 && (await wall.showsScene())) once += 1
      console.log(`  release ${swap}: ${wall.reloads - before} reloads`)
    }
    return [
      told('releases deployed', count, ''),
      exactly('loaded again exactly once, and the scene shown', once, count),
      exactly('errors of the page', wall.errors.length, 0),
    ]
  } finally {
    await browser.close()
    await server.close()
    folder.remove()
  }
}
