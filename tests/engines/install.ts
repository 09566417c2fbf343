import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'

/** Engines beside the one that Playwright drives: as Debian has them, with a screen to draw on. */
export const engineNames = ['Firefox', 'WebKit'] as const
export type EngineName = (typeof engineNames)[number]

const packages: Readonly<Record<EngineName | 'screen', readonly string[]>> = {
  Firefox: ['firefox-esr'],
  WebKit: ['webkit2gtk-driver'],
  // Mesa draws WebGL on the processor.
  screen: ['xvfb', 'libgl1-mesa-dri', 'libegl1'],
}

const LIBRARIES = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64', '/usr/libexec']

/** WebKit's own small browser, which lies beside its library in a folder named after a version. */
export function findMiniBrowser(): string | undefined {
  const folders = LIBRARIES.filter((folder) => existsSync(folder)).flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.startsWith('webkit2gtk-'))
      .map((name) => `${folder}/${name}/MiniBrowser`),
  )
  return folders.find((file) => existsSync(file))
}

const programs: Readonly<Record<EngineName | 'screen', () => string | undefined>> = {
  Firefox: () => ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((file) => existsSync(file)),
  WebKit: () => (existsSync('/usr/bin/WebKitWebDriver') && findMiniBrowser() ? '/usr/bin/WebKitWebDriver' : undefined),
  screen: () => ['/usr/bin/Xvfb'].find((file) => existsSync(file)),
}

/** The program of an engine, or of the screen that it draws on; undefined where it is not on the machine. */
export function findEngine(name: EngineName | 'screen'): string | undefined {
  return programs[name]()
}

/** Why an engine cannot be tried here; null where it can. */
export function whyWithout(name: EngineName): string | null {
  const missing = [name, 'screen' as const].filter((each) => findEngine(each) === undefined)
  return missing.length === 0 ? null : `not on this machine: ${missing.flatMap((each) => packages[each]).join(', ')}`
}

function run(command: string, ...words: string[]): boolean {
  return spawnSync(command, words, { stdio: 'ignore' }).status === 0
}

/** Installs the engines where that may be done, as root on Debian; elsewhere their tests are skipped, and say so. */
export function ensureEngines(): void {
  const missing = (['screen', ...engineNames] as const).filter((name) => findEngine(name) === undefined)
  if (missing.length === 0 || process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return
  run('apt-get', 'update', '-qq')
  for (const name of missing) run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages[name])
}
