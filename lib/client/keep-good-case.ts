import { keptAsLastRead } from '@/lib/derive/kept-as-last-read'
import type { LinkedCase } from '@/lib/derive/linked-case'
import type { SetAside } from '@/lib/schema/records'

const isLost = ({ rule, kept }: SetAside) => rule === 'unreadable' && kept === undefined

/** Files that cannot be read, or not wholly, and that nobody could fall back on. */
const lostFiles = (setAside: readonly SetAside[]) => new Set(setAside.filter(isLost).map(({ file }) => file))

/**
 * What a page shows of a case that it had as `own` and has heard anew: the server forgets what it last read when it
 * ends, and one that starts while a file is half saved has less of the case than the page. Then `own` stays, and says
 * which files are shown as they were last read; in all else `heard`. The version stays `own`'s too, since nothing of
 * what is shown has changed.
 */
export function keepGoodCase(own: LinkedCase, heard: LinkedCase): LinkedCase {
  if (own.id !== heard.id) return heard
  const missing = lostFiles(own.setAside)
  const lost = [...lostFiles(heard.setAside)].filter((file) => !missing.has(file))
  if (lost.length === 0) return heard
  const told = heard.setAside
    .filter((entry) => entry.kept === true || (isLost(entry) && lost.includes(entry.file)))
    .map((entry) => (entry.kept === true ? entry : keptAsLastRead(entry)))
  return { ...own, setAside: [...told, ...own.setAside.filter(({ kept }) => kept === undefined)] }
}
