/** Runs once when the server starts: what the first visitor would wait for is prepared before they come. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const [{ basemapTile }, { listCases }] = await Promise.all([
    import('@/lib/server/basemap-tiles'),
    import('@/lib/server/case-store'),
  ])
  // Cutting any tile builds the index of all.
  await Promise.all([basemapTile(0, 0, 0), listCases()])
}
