import { setTimeout as wait } from 'node:timers/promises'

/**
 * A process that asks again and again whether the server is alive, apart from those who attack it: it would otherwise wait
 * for them. Started with the server's origin; on any message it says the longest that the server took, and begins anew.
 */
const [origin = ''] = process.argv.slice(2)
const ASK_EVERY_MS = 20

let longestMs = 0
process.on('message', () => {
  process.send?.(longestMs)
  longestMs = 0
})

for (;;) {
  const from = performance.now()
  const answered = await fetch(`${origin}/healthz`).then(
    (answer) => answer.arrayBuffer().then(() => answer.ok),
    () => false,
  )
  // Refused is no answer.
  longestMs = Math.max(longestMs, answered ? performance.now() - from : 60_000)
  await wait(ASK_EVERY_MS)
}
