import type { Page } from '@playwright/test'

/** What the page asks for from now on at such an address is not answered until it is let go. */
export async function holdBack(page: Page, addresses: string | RegExp): Promise<{ letGo(): void }> {
  let letGo: () => void = () => undefined
  const gone = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route(addresses, async (route) => {
    await gone
    await route.continue()
  })
  return { letGo }
}
