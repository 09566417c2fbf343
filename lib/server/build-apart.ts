import { Worker } from 'node:worker_threads'
import type { BuildFolder, BuiltFolder, LoadedCase } from './build-case'
import type { CaseFolder } from './case-folder'
import { joinPart, type ValuePart } from './in-parts'
import type { GoodTexts } from './last-valid-store'

/** What the thread is asked for. */
export interface BuildOrder {
  folder: CaseFolder
  before: GoodTexts
}

export type BuildAnswer = ValuePart | { kind: 'built' } | { kind: 'failed'; reason: string }

/** Longer than a case of a hundred thousand places takes; beyond it what is built is given up. */
const LIMIT_MS = 120_000
/** A thread that has nothing to do holds what the last case took. */
const IDLE_MS = 30_000

/** As the thread sends it: its layers as a list. */
interface SentFolder {
  loaded: LoadedCase | null
  layers: readonly (readonly [string, LoadedCase['layers'] extends ReadonlyMap<string, infer Layer> ? Layer : never])[]
  good: GoodTexts
}

function receive({ loaded, layers, good }: SentFolder): BuiltFolder {
  return { loaded: loaded && { ...loaded, layers: new Map(layers), files: good }, good }
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
        else whole = joinPart(whole, answer)
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
      own.postMessage(order)
    })
  }

  return (folder, before) => {
    const built = line.then(() => build({ folder, before }))
    line = built.catch(() => undefined)
    return built
  }
}
