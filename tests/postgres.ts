import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { freePort } from './free-port'

const START_TIMEOUT_MS = 30_000
const packages = ['postgresql', 'postgresql-15-postgis-3']
const VERSIONS = '/usr/lib/postgresql'

/** Where packages come slowly their tests are skipped rather than waited for. */
const INSTALL_TIMEOUT_MS = 240_000

function run(command: string, ...words: string[]): boolean {
  return spawnSync(command, words, { stdio: 'ignore', timeout: INSTALL_TIMEOUT_MS }).status === 0
}

/** The folder of a PostgreSQL's programs that PostGIS is installed for; undefined where there is none. */
function findPrograms(): string | undefined {
  const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS).sort().reverse() : []
  return versions
    .filter((version) => existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`))
    .map((version) => join(VERSIONS, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'postgres')))
}

/** Why nothing can be tried in a database here; null where it can. */
export function whyWithoutPostgres(): string | null {
  return findPrograms() === undefined ? `not on this machine: ${packages.join(', ')}` : null
}

/** Installs Debian's packages where that may be done, as root on Debian; elsewhere their tests are skipped, and say so. */
export function ensurePostgres(): void {
  if (findPrograms() !== undefined || process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return
  run('apt-get', 'update', '-qq')
  // Debian would start a server of its own, which nobody here asks.
  run(
    'sh',
    '-c',
    'mkdir -p /etc/postgresql-common && echo "create_main_cluster = false" >> /etc/postgresql-common/createcluster.conf',
  )
  const install = ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages]
  // A package that asks something would ask for ever.
  run('env', 'DEBIAN_FRONTEND=noninteractive', ...install)
}

/** A PostgreSQL with PostGIS of the tests' own, on a port of its own; nothing of it is left when it is closed. */
export class TestPostgres {
  readonly url: string
  readonly #folder: string
  readonly #programs: string
  readonly #port: number
  #process: ChildProcess | null = null

  private constructor(folder: string, programs: string, port: number) {
    this.#folder = folder
    this.#programs = programs
    this.#port = port
    this.url = `postgres://caseboard@127.0.0.1:${port}/postgres`
  }

  static async launch(): Promise<TestPostgres> {
    const programs = findPrograms()
    if (programs === undefined) throw new Error(`PostgreSQL with PostGIS is ${whyWithoutPostgres()}`)
    const folder = mkdtempSync(join(tmpdir(), 'caseboard-postgres-'))
    const postgres = new TestPostgres(folder, programs, await freePort())
    if (isRoot()) {
      const ids = ['-u', '-g'].map((which) => Number(spawnSync('id', [which, 'postgres']).stdout.toString()))
      chownSync(folder, ids[0] ?? 0, ids[1] ?? 0)
    }
    const made = postgres.#spawn(
      'initdb',
      '-D',
      join(folder, 'data'),
      '-U',
      'caseboard',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '-N',
    )
    const code = await new Promise((resolve) => made.once('exit', resolve))
    if (code !== 0) throw new Error(`initdb ended with ${code}`)
    await postgres.start()
    return postgres
  }

  /** The database refuses to run as root. */
  #spawn(program: string, ...words: string[]): ChildProcess {
    const file = join(this.#programs, program)
    const [command = '', ...rest] = isRoot()
      ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups', file]
      : [file]
    return spawn(command, [...rest, ...words], { stdio: 'ignore', cwd: this.#folder })
  }

  async start(): Promise<void> {
    const settings = [
      `port=${this.#port}`,
      'listen_addresses=127.0.0.1',
      `unix_socket_directories=${this.#folder}`,
      'fsync=off',
      'jit=off',
    ]
    const words = settings.flatMap((setting) => ['-c', setting])
    this.#process = this.#spawn('postgres', '-D', join(this.#folder, 'data'), ...words)
    const deadline = Date.now() + START_TIMEOUT_MS
    while (!(await this.#answers())) {
      if (Date.now() > deadline) throw new Error('PostgreSQL did not start')
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }

  async #answers(): Promise<boolean> {
    const client = new Client({ connectionString: this.url })
    client.on('error', () => {})
    return client.connect().then(
      () => client.end().then(() => true),
      () => false,
    )
  }

  /** Ends it at once; `start` has it again, with what was in it. */
  async stop(): Promise<void> {
    const ending = this.#process
    this.#process = null
    if (ending === null || ending.exitCode !== null) return
    const ended = new Promise((resolve) => ending.once('exit', resolve))
    // Fast: whoever is connected is told to go.
    ending.kill('SIGINT')
    await ended
  }

  async close(): Promise<void> {
    await this.stop()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

function isRoot(): boolean {
  return userInfo().uid === 0
}
