import { openStreet, streetSetting } from '@/lib/server/street-archive'

/** What of the map that `CASEBOARD_BASEMAP` names cannot be used, a line each; nothing where none is named. */
export async function describeStreet(): Promise<string[]> {
  const named = streetSetting()
  if (named === null) return []
  try {
    const { unused, attribution } = await openStreet(named)
    return [
      ...unused.map((each) => `warning: ${named}: ${each}`),
      `${named}: can be shown, with the attribution ${attribution}`,
    ]
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 200) : ''
    return [`warning: ${named} cannot be had, and the bundled map stays: ${why}`]
  }
}
