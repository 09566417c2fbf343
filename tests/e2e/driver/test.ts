import { test as base, expect } from '@playwright/test'
import { Caseboard } from './caseboard'
import { Server } from './server'

interface Fixtures {
  caseboard: Caseboard
  /** A server of this test's own, with data that it may damage. */
  ownServer: Server
  ownCaseboard: Caseboard
}

interface WorkerFixtures {
  server: Server
}

/** Tests with the production server running; the policy and the origin are watched in every one of them. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      const server = await Server.launch()
      await use(server)
      await server.close()
    },
    { scope: 'worker' },
  ],
  caseboard: async ({ page, server }, use) => {
    const caseboard = new Caseboard(page, server.origin)
    await use(caseboard)
    expect(caseboard.foreignRequests).toEqual([])
    expect(caseboard.complaints).toEqual([])
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  ownServer: async ({}, use) => {
    const server = await Server.launch({ ownData: true })
    await use(server)
    await server.close()
  },
  ownCaseboard: async ({ page, ownServer }, use) => {
    await use(new Caseboard(page, ownServer.origin))
  },
})

export { expect }
