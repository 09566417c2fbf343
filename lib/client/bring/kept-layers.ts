import { openStore, settle } from '@/lib/client/browser-store'
import { type KeptLayer, setKeptLayers } from './brought-store'

const open = (mode: IDBTransactionMode) => openStore('caseboard', 'layers', mode)

async function list(caseId: string): Promise<KeptLayer[]> {
  const all: KeptLayer[] = await settle((await open('readonly')).getAll())
  return all.filter((layer) => layer.caseId === caseId)
}

/** Shows what this browser keeps for a case; nothing where it keeps nothing. */
export async function showKept(caseId: string): Promise<void> {
  setKeptLayers(await list(caseId).catch(() => []))
}

/** Keeps a layer; one of the same name of this case is replaced. Rejects where the browser keeps nothing. */
export async function keepLayer(layer: Omit<KeptLayer, 'id'>): Promise<void> {
  const id = `${layer.caseId}/${layer.name}`
  await settle((await open('readwrite')).put({ ...layer, id }))
  await showKept(layer.caseId)
}

export async function removeKept({ id, caseId }: KeptLayer): Promise<void> {
  await settle((await open('readwrite')).delete(id)).catch(() => undefined)
  await showKept(caseId)
}
