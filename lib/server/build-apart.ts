import { Worker } from 'node:worker_threads'
import { type CaseRecord, keepRecords } from '@/lib/derive/case-records'
import type { BuildFolder, BuiltFolder, LoadedCase, LoadedLayer } from './build-case'
import type { CaseFolder } from './case-folder'
import { joinPart, type ValuePart } from './in-parts'
import type { ValidTexts } from './last-valid-store'

/** What the thread is asked for: a case, and then each next part of it. */
export type BuildOrder = { kind: 'build'; folder: CaseFolder; before: ValidTexts } | { kind: 'next' }

export type BuildAnswer = ValuePart | { kind: 'built' } | { kind: 'failed'; reason: string }

/** Longer than a case of a hundred thousand places takes; beyond it what is built is given up. */
const LIMIT_MS = 120_000
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
  return new Worker(new URL('./build-worker.ts', import.meta.url), { workerData: { data } })
}

/**
 * Builds the cases below a data folder in a thread of its own, one at a time, so that a large one keeps no request
 * waiting. Rejects where a case takes longer than `limitMs`, or the thread ends; the next one gets a new thread.
 */
export function createApartBuilder(data: string, limitMs = LIMIT_MS, start = startThread): BuildFolder {
  let thread: Worker | null = null
  let idle: ReturnType<typeof setTimeout> | undefined
  let line: Promise<unknown> = Promise.resolve()

  function end(): void {
    void thread?.terminate()
    thread = null
  }

  function build(order: BuildOrder): Promise<BuiltFolder> {
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
      const limit = setTimeout(() => fail(new Error(`building took longer than ${limitMs / 1000} s`)), limitMs)
      const onExit = () => fail(new Error('the thread that builds has ended'))
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
        own.off('message', onMessage).off('error', fail).off('exit', onExit)
        own.unref()
        idle = setTimeout(end, IDLE_MS)
        idle.unref()
        done()
      }
      own.on('message', onMessage).on('error', fail).on('exit', onExit)
      ask(order)
    })
  }

  return (folder, before) => {
    const built = line.then(() => build({ kind: 'build', folder, before }))
    line = built.catch(() => undefined)
    return built
  }
}
