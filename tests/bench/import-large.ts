import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Run by hand: `npx tsx tests/bench/import-large.ts [megabytes]`. What one large CSV costs the command that brings it in. */
const megabytes = Number(process.argv[2] ?? 300)
const LIMIT_MB = 1024

const folder = await mkdtemp(path.join(tmpdir(), 'caseboard-import-'))
const file = path.join(folder, 'large.csv')

async function writeTable(): Promise<number> {
  const out = createWriteStream(file)
  out.write('date,latitude,longitude,name,type,count,notes\n')
  let [bytes, row] = [0, 0]
  while (bytes < megabytes * 1e6) {
    const lines = Array.from({ length: 2000 }, () => {
      row++
      const day = `2022-${String((row % 12) + 1).padStart(2, '0')}-${String((row % 28) + 1).padStart(2, '0')}`
      const [lat, lng] = [((row * 7919) % 170_000) / 1000 - 85, ((row * 104_729) % 359_000) / 1000 - 179]
      return `${day},${row % 100_003 === 0 ? 'north' : lat},${lng},Row ${row},kind ${row % 5},${row % 90},"Words, of row ${row}"`
    })
    const text = `${lines.join('\n')}\n`
    bytes += text.length
    if (!out.write(text)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'close')
  return row
}

/** The most memory that the process has had, as the system counts it, MB. */
async function peakOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024
}

const rows = await writeTable()
await mkdir(path.join(folder, 'cases'))
const started = performance.now()
const child = spawn(process.execPath, ['--import', 'tsx', 'lib/command/case.ts', 'import', file, '--id', 'large'], {
  env: { ...process.env, CASEBOARD_DATA: folder },
  stdio: ['ignore', 'inherit', 'inherit'],
})
let peak = 0
const watch = setInterval(async () => {
  peak = Math.max(peak, await peakOf(child.pid ?? 0))
}, 200)
await once(child, 'exit')
clearInterval(watch)
const seconds = (performance.now() - started) / 1000
console.log(`${megabytes} MB, ${rows} rows: ${seconds.toFixed(1)} s, ${peak.toFixed(0)} MB of memory at the most`)
await rm(folder, { recursive: true })
process.exitCode = peak < LIMIT_MB ? 0 : 1
