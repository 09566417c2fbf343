import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Path of a Chromium that is on the machine already, or undefined for Playwright's own. */
export function findChromium(): string | undefined {
  return process.env.CASEBOARD_CHROMIUM ?? candidates.find((path) => existsSync(path))
}

function run(command: string, ...parameters: string[]): boolean {
  return spawnSync(command, parameters, { stdio: 'inherit' }).status === 0
}

/** Sees to a browser: one already there, Debian's package when root on Debian, else Playwright's own download. */
export function ensureChromium(): void {
  if (findChromium() !== undefined) return
  const rootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  if (rootOnDebian && run('apt-get', 'update', '-qq') && run('apt-get', 'install', '-y', '-qq', 'chromium')) return
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
