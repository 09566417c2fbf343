import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { isObject, readJson } from '@/lib/schema/plain-values'
import { listCaseFolders } from '../case-folder'

/** The cases below a data folder that can be edited: also those that the page cannot show. */
export async function listEditable(data: string): Promise<{ id: string; title: string | null }[]> {
  const folders = (await listCaseFolders(data)) ?? []
  return Promise.all(
    folders.map(async ({ id, path: folder }) => {
      const head = readJson(await readFile(path.join(folder, 'case.json'), 'utf8').catch(() => ''))
      return { id, title: isObject(head) && typeof head.title === 'string' ? head.title : null }
    }),
  )
}
