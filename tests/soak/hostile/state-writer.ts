import { createStateFile } from '@/lib/server/control/memory-backend'
import { COPIES, removeDrafts, replaceLargeFile } from '@/lib/server/state-folder'
import { ownStateFolder } from '@/lib/server/state-lock'

/**
 * A process that begins as the server does, then writes pairings and copies of cases as fast as it can, until it is killed.
 * Started with the state folder. It says the number of each pairing that is on the disk.
 */
const [folder = ''] = process.argv.slice(2)

if ((await ownStateFolder(folder)) === null) throw new Error('the folder is another server’s')
removeDrafts(folder)
const file = createStateFile(folder)
const documents = file.read()

async function writeCopies(): Promise<never> {
  for (let at = 0; ; at++)
    await replaceLargeFile(`${folder}/${COPIES}/case-${at % 3}.json`, JSON.stringify({ text: 'x'.repeat(200_000), at }))
}
void writeCopies()

for (let number = Object.keys(documents).length; ; number++) {
  documents[`wall-${number}`] = { text: String(number), keepMs: 1e9, expendable: false }
  file.write(documents)
  process.stdout.write(`${number}\n`)
  await new Promise((resolve) => setImmediate(resolve))
}
