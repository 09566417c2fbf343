import { type KeptLayer, setKeptLayers } from './brought-store'

const DATABASE = 'caseboard'
const STORE = 'layers'

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the browser keeps nothing'))
  })
}

/** The browser's own store; rejects where it has none, as in a private window of some. */
async function openStore(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  const request = indexedDB.open(DATABASE, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' })
  const database = await settle(request)
  return database.transaction(STORE, mode).objectStore(STORE)
}

async function list(caseId: string): Promise<KeptLayer[]> {
  const all: KeptLayer[] = await settle((await openStore('readonly')).getAll())
  return all.filter((layer) => layer.caseId === caseId)
}

/** Shows what this browser keeps for a case; nothing where it keeps nothing. */
export async function showKept(caseId: string): Promise<void> {
  setKeptLayers(await list(caseId).catch(() => []))
}

/** Keeps a layer; one of the same name of this case is replaced. Rejects where the browser keeps nothing. */
export async function keepLayer(layer: Omit<KeptLayer, 'id'>): Promise<void> {
  const id = `${layer.caseId}/${layer.name}`
  await settle((await openStore('readwrite')).put({ ...layer, id }))
  await showKept(layer.caseId)
}

export async function removeKept({ id, caseId }: KeptLayer): Promise<void> {
  await settle((await openStore('readwrite')).delete(id)).catch(() => undefined)
  await showKept(caseId)
}
