const ASK_EVERY_MS = 1_000
const ANSWER_MS = 5_000

/** Where the server of a wall's address says that it is up: below the same path, where it has one. */
export function healthAddress(address: string): URL {
  const { pathname } = new URL(address)
  const wallAt = pathname.lastIndexOf('/wall/')
  return new URL(`${wallAt === -1 ? '' : pathname.slice(0, wallAt)}/healthz`, address)
}

/** Waits, for ever if need be, until the server of `address` says that it is up. */
export async function waitForServer(address: string): Promise<void> {
  const health = healthAddress(address)
  for (;;) {
    const up = await fetch(health, { signal: AbortSignal.timeout(ANSWER_MS) }).then(
      ({ ok }) => ok,
      () => false,
    )
    if (up) return
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS))
  }
}

/** A dark page that says what is waited for, in place of a browser's white one; it asks nothing of anyone. */
export function waitingPage(address: string): string {
  const style = 'background:#0b1014;color:#a7adb3;font:4vmin sans-serif;margin:8vmin;overflow:hidden;cursor:none'
  const html = `<!doctype html><meta charset="utf-8"><title>Caseboard</title><body style="${style}">Waiting for the server at ${new URL(address).host}`
  return `data:text/html;base64,${Buffer.from(html).toString('base64')}`
}
