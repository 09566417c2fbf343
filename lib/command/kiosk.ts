import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { Readable, Writable } from 'node:stream'
import { chromiumArguments } from '@/lib/kiosk/chromium-flags'
import { DevtoolsPipe } from '@/lib/kiosk/devtools-pipe'
import { waitForServer, waitingPage } from '@/lib/kiosk/wait-for-server'
import { findTab, watchWall } from '@/lib/kiosk/watch-wall'

const USAGE = 'usage: npm run kiosk -- <address of a wall, http or https>'
const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
/** Longer than a browser needs to write its profile. */
const END_MS = 5_000

function findBrowser(): string {
  const browser = process.env.CASEBOARD_CHROMIUM ?? browsers.find((candidate) => existsSync(candidate))
  if (browser === undefined) throw new Error('no Chromium was found; set CASEBOARD_CHROMIUM to its path')
  return browser
}

/**
 * The browser's own folder: with it a display keeps its place on the wall over restarts. A browser that was cut off
 * leaves a lock behind, and after a new host name it would be asked in a dialog whether to take that away.
 */
function prepareProfile(): string {
  const folder = process.env.STATE_DIRECTORY ?? process.env.CASEBOARD_STATE ?? '.state'
  const profile = path.resolve(folder, 'kiosk')
  mkdirSync(profile, { recursive: true })
  for (const name of readdirSync(profile)) if (name.startsWith('Singleton')) rmSync(path.join(profile, name))
  return profile
}

function startBrowser(address: string): { browser: ChildProcess; pipe: DevtoolsPipe; ended: Promise<string> } {
  const { CASEBOARD_KIOSK_FLAGS: extra } = process.env
  const flags = chromiumArguments({ profile: prepareProfile(), address: waitingPage(address), extra })
  const browser = spawn(findBrowser(), flags, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] })
  const [, , , to, from] = browser.stdio
  if (!(to instanceof Writable) || !(from instanceof Readable)) throw new Error('the browser’s pipe did not open')
  const ended = new Promise<string>((resolve) => {
    browser.once('error', (error) => resolve(`the browser did not start: ${error.message}`))
    browser.once('exit', () => resolve('the browser exited'))
  })
  return { browser, pipe: new DevtoolsPipe(to, from), ended }
}

async function endBrowser(browser: ChildProcess, ended: Promise<string>): Promise<void> {
  browser.kill('SIGTERM')
  const timer = setTimeout(() => browser.kill('SIGKILL'), END_MS)
  await ended
  clearTimeout(timer)
}

/** Shows a wall until something is wrong with the browser or its page; whoever started this starts it again. */
async function main(): Promise<number> {
  const [address = '', ...rest] = process.argv.slice(2)
  if (rest.length > 0 || !URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
    console.error(USAGE)
    return 1
  }
  const { browser, pipe, ended } = startBrowser(address)
  const stopped = new Promise<null>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(null))
  })
  const shown = async () => {
    const tab = await findTab(pipe)
    await waitForServer(address)
    return watchWall(pipe, tab, address)
  }
  const fault = await Promise.race([ended, stopped, shown()])
  if (fault !== null) console.error(`kiosk: ${fault}`)
  await endBrowser(browser, ended)
  return fault === null ? 0 : 1
}

try {
  // A watch that is under way must not keep the process.
  process.exit(await main())
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
