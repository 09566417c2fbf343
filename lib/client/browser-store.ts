/** What a request to the browser's store comes to; rejects where it keeps nothing. */
export function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the browser keeps nothing'))
  })
}

/** Opens a store of the browser's own, whose records have an `id`; rejects where it has none, as in a private window of some. */
export async function openStore(name: string, records: string, mode: IDBTransactionMode): Promise<IDBObjectStore> {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(records, { keyPath: 'id' })
  const database = await settle(request)
  const transaction = database.transaction(records, mode)
  transaction.oncomplete = () => database.close()
  transaction.onabort = () => database.close()
  return transaction.objectStore(records)
}
