import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const whole = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
/** The same without windows, of which nobody sees anything here: it takes a fifth less time. */
const windowless = '/usr/bin/chromium-headless-shell'

function find(...paths: readonly string[]): string | undefined {
  return process.env.CASEBOARD_CHROMIUM ?? paths.find((path) => existsSync(path))
}

/** Path of the Chromium on the machine that tests run in, or undefined for Playwright's own. */
export function findChromium(): string | undefined {
  return find(windowless, ...whole)
}

/** Path of the Chromium that somebody sits before, for what is about the browser itself or its speed. */
export function findWholeChromium(): string | undefined {
  return find(...whole)
}

function run(command: string, ...parameters: string[]): boolean {
  return spawnSync(command, parameters, { stdio: 'inherit' }).status === 0
}

/** Sees to a browser: one already there, Debian's packages when root on Debian, else Playwright's own download. */
export function ensureChromium(): void {
  if (findWholeChromium() !== undefined) return
  const rootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  const packages = ['chromium', 'chromium-headless-shell']
  if (rootOnDebian && run('apt-get', 'update', '-qq') && run('apt-get', 'install', '-y', '-qq', ...packages)) return
  execFileSync('npx', ['playwright', 'install', '--with-deps', 'chromium'], { stdio: 'inherit' })
}

/** Starts the same on every machine: software rendering, and nothing fetched in the background. */
export const chromiumArguments = [
  '--headless=new',
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]
