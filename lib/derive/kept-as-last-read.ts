import type { SetAside } from '@/lib/schema/records'

/** The entry of what is shown all the same, as it was last read: its reason says so. */
export function keptAsLastRead(entry: SetAside): SetAside {
  return { ...entry, kept: true, reason: `${entry.reason}; shown as it was last read` }
}
