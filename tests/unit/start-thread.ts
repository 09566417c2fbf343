import { Worker } from 'node:worker_threads'

/** A thread as it is, read from its source; `entry` is below the project's folder. */
export function startThread(entry: string, workerData: unknown = null): Worker {
  const address = JSON.stringify(new URL(`../../${entry}`, import.meta.url).href)
  const code = `import('tsx/esm/api').then(({ register }) => { register(); return import(${address}) })`
  return new Worker(code, { eval: true, workerData })
}
