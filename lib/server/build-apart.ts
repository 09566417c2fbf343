import { Worker } from 'node:worker_threads'
import { type CaseRecord, keepRecords } from '@/lib/derive/case-records'
import { limits } from '@/lib/limits'
import type { BuildFolder, BuiltFolder, LoadedCase, LoadedLayer } from './build-case'
import type { CaseFolder } from './case-folder'
import { joinPart, type ValuePart } from './in-parts'
import { OverBudget } from './kept-threads'
import type { ValidTexts } from './last-valid-store'

/** What the thread is asked for: a case, and then each next part of it. */
export type BuildOrder = { kind: 'build'; folder: CaseFolder; before: ValidTexts } | { kind: 'next' }

export type BuildAnswer = ValuePart | { kind: 'built' } | { kind: 'failed'; reason: string }

/** What was being built is out of date. */
export class BuildAborted extends Error {
  override readonly name = 'BuildAborted'

  constructor() {
    super('the files have changed meanwhile')
  }
}

function outOfMemory(): OverBudget {
  return new OverBudget(`building took more than ${limits.case.buildMegabytes} MB of memory`)
}

/** A thread that has nothing to do holds what the last case took. */
const IDLE_MS = 30_000

/** As the thread sends it: maps are copied whole, so the layers go as a list; and the texts go once. */
export interface SentFolder {
  loaded: (Omit<LoadedCase, 'layers' | 'files'> & { layers: [string, LoadedLayer][] }) | null
  /** What each page of the case asks for. */
  records: readonly CaseRecord[]
  good: ValidTexts
}

function receive({ loaded, records, good }: SentFolder): BuiltFolder {
  if (loaded !== null) keepRecords(loaded.linked, records)
  return { loaded: loaded && { ...loaded, layers: new Map(loaded.layers), files: good }, good }
}

function startThread(data: string): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: limits.case.buildMegabytes }
  return new Worker(new URL('./build-worker.ts', import.meta.url), { workerData: { data }, resourceLimits })
}

/**
 * Builds the cases below a data folder in a thread of its own, one at a time, so that a large one keeps no request
 * waiting. Rejects where a case takes longer than `limitMs`, or the thread ends; the next one gets a new thread.
 */
export function createApartBuilder(
  data: string,
  limitMs: number = limits.case.buildMs,
  start = startThread,
): BuildFolder {
  let thread: Worker | null = null
  let idle: ReturnType<typeof setTimeout> | undefined
  let line: Promise<unknown> = Promise.resolve()

  function end(): void {
    void thread?.terminate()
    thread = null
  }

  function build(order: BuildOrder, signal?: AbortSignal): Promise<BuiltFolder> {
    if (signal?.aborted) return Promise.reject(new BuildAborted())
    clearTimeout(idle)
    thread ??= start(data)
    const own = thread
    own.ref()
    const ask = (next: BuildOrder) => own.postMessage(next)
    return new Promise<BuiltFolder>((resolve, reject) => {
      let whole: unknown = null
      const fail = (error: Error) => {
        if (thread === own) end()
        settle(() => reject(error))
      }
      const limit = setTimeout(() => fail(new OverBudget(`building took longer than ${limitMs / 1000} s`)), limitMs)
      const onExit = () => fail(new Error('the thread that builds has ended'))
      const onError = (error: Error) =>
        fail('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? outOfMemory() : error)
      const onAbort = () => fail(new BuildAborted())
      const onMessage = (answer: BuildAnswer) => {
        if (answer.kind === 'failed') settle(() => reject(new Error(answer.reason)))
        else if (answer.kind === 'built') settle(() => resolve(receive(whole as SentFolder)))
        else {
          whole = joinPart(whole, answer)
          // All that waits in a port is taken in one go, before any request: so no more than one part ever waits.
          ask({ kind: 'next' })
        }
      }
      const settle = (done: () => void) => {
        clearTimeout(limit)
        own.off('message', onMessage).off('error', onError).off('exit', onExit)
        signal?.removeEventListener('abort', onAbort)
        own.unref()
        idle = setTimeout(end, IDLE_MS)
        idle.unref()
        done()
      }
      own.on('message', onMessage).on('error', onError).on('exit', onExit)
      signal?.addEventListener('abort', onAbort)
      ask(order)
    })
  }

  return (folder, before, signal) => {
    const built = line.then(() => build({ kind: 'build', folder, before }, signal))
    line = built.catch(() => undefined)
    return built
  }
}
