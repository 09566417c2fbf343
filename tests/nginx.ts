import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port'

const START_TIMEOUT_MS = 10_000

function run(command: string, ...words: string[]): boolean {
  return spawnSync(command, words, { stdio: 'ignore' }).status === 0
}

/** Debian has it where only root's path leads. */
const places = ['nginx', '/usr/sbin/nginx']

function findNginx(): string | undefined {
  return run('openssl', 'version') ? places.find((place) => run(place, '-v')) : undefined
}

/** Name of an nginx: one already there, or Debian's package when root on Debian. Throws without. */
export function ensureNginx(): string {
  const found = findNginx()
  if (found !== undefined) return found
  const rootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  const install = () => run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'nginx-light', 'openssl')
  const installed = rootOnDebian && run('apt-get', 'update', '-qq') && install() ? findNginx() : undefined
  if (installed === undefined) throw new Error('These tests need a proxy: install nginx and openssl.')
  return installed
}

interface ProxyPorts {
  servers: readonly number[]
  inner: number
  outer: number
}

/** Two in a row, as a company's before a team's: the outer one speaks TLS and HTTP/2, and each adds to the lists. */
function writeConfig(folder: string, { servers, inner, outer }: ProxyPorts): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder};`)
  return `
    daemon off;
    pid ${folder}/pid;
    error_log ${folder}/error.log;
    events {}
    http {
      access_log off;
      ${temporary.join('\n')}
      # As the README has it.
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_set_header X-Forwarded-Proto $told;
      proxy_buffering off;
      map $http_x_forwarded_proto $told {
        "" $scheme;
        default "$http_x_forwarded_proto, $scheme";
      }
      # One that does not answer is left out for a while, and its requests go to the next.
      upstream servers {
        ${servers.map((port) => `server 127.0.0.1:${port} max_fails=1 fail_timeout=5s;`).join(' ')}
        keepalive 16;
      }
      server {
        listen 127.0.0.1:${outer} ssl http2;
        ssl_certificate ${folder}/certificate.pem;
        ssl_certificate_key ${folder}/key.pem;
        location / { proxy_pass http://127.0.0.1:${inner}; }
      }
      server {
        listen 127.0.0.1:${inner};
        location / { proxy_pass http://servers; }
      }
    }`
}

/** nginx before servers on this machine, each asked in turn, with TLS, HTTP/2 and a certificate that nobody has signed. */
export class NginxProxy {
  readonly origin: string
  readonly #folder: string
  readonly #process: ChildProcess

  private constructor(origin: string, folder: string, process: ChildProcess) {
    this.origin = origin
    this.#folder = folder
    this.#process = process
  }

  static async launch(...origins: string[]): Promise<NginxProxy> {
    const program = ensureNginx()
    const folder = mkdtempSync(join(tmpdir(), 'caseboard-proxy-'))
    const [inner, outer] = [await freePort(), await freePort()]
    const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
    const files = ['-keyout', key, '-out', certificate]
    if (!run('openssl', 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...files, ...subject))
      throw new Error('openssl makes no certificate')
    const config = join(folder, 'nginx.conf')
    writeFileSync(
      config,
      writeConfig(folder, { servers: origins.map((origin) => Number(new URL(origin).port)), inner, outer }),
    )
    const child = spawn(program, ['-c', config, '-p', folder, '-e', join(folder, 'error.log')], { stdio: 'ignore' })
    const deadline = Date.now() + START_TIMEOUT_MS
    const isUp = () => fetch(`http://127.0.0.1:${inner}/`, { method: 'HEAD' }).then(Boolean, () => false)
    while (!(await isUp())) {
      if (Date.now() > deadline) throw new Error('nginx did not start')
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    return new NginxProxy(`https://localhost:${outer}`, folder, child)
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve))
    this.#process.kill('SIGTERM')
    await ended
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
