import { didYouMean } from '@/lib/schema/nearest'
import { type CaseFolder, dataFolder, listCaseFolders } from '@/lib/server/case-folder'

/** The folder of a case; says so where there is none, with the case that may have been meant. */
export async function findFolder(caseId: string): Promise<CaseFolder | undefined> {
  const folders = (await listCaseFolders(dataFolder())) ?? []
  const folder = folders.find(({ id }) => id === caseId)
  if (folder !== undefined) return folder
  const near = didYouMean(
    caseId,
    folders.map(({ id }) => id),
  )
  console.error(`no case ${caseId} in ${dataFolder()}/cases${near}`)
  return undefined
}
