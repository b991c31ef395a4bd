import { Worker } from 'node:worker_threads'
import { CairnError } from '#server/shared/errors.ts'
import type { CheckAnswer } from './checkThread.ts'
import type { CheckedTx, TxCheck } from './checkTxs.ts'

type Asked = { resolve(checked: CheckedTx[]): void; reject(error: Error): void }
type Thread = { worker: Worker; asked: Asked[] }

/** `checkTxs` in threads of its own: requests are read and answered meanwhile. A thread that ends fails what it was asked and is replaced. */
export class CheckPool {
  readonly #domain: bigint
  readonly #threads: (Thread | undefined)[]
  #next = 0

  constructor(domain: bigint, threads: number) {
    this.#domain = domain
    this.#threads = Array.from({ length: Math.max(1, threads) })
  }

  /** In the order of the checks. Throws `internal` when a thread failed. */
  async check(checks: readonly TxCheck[]): Promise<CheckedTx[]> {
    const size = Math.ceil(checks.length / this.#threads.length)
    const parts = this.#threads.map((_, i) => checks.slice(i * size, (i + 1) * size)).filter((part) => part.length > 0)
    return (await Promise.all(parts.map((part) => this.#ask(part)))).flat()
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread?.worker.terminate()))
  }

  #ask(checks: readonly TxCheck[]): Promise<CheckedTx[]> {
    const place = this.#next++ % this.#threads.length
    const thread = this.#threads[place] ?? this.#start(place)
    return new Promise((resolve, reject) => {
      thread.asked.push({ resolve, reject })
      thread.worker.postMessage(checks)
    })
  }

  #start(place: number): Thread {
    const worker = new Worker(new URL('./checkThread.ts', import.meta.url), { workerData: { domain: this.#domain }, execArgv: [] })
    const thread: Thread = { worker, asked: [] }
    this.#threads[place] = thread
    const fail = (cause: unknown) => {
      if (this.#threads[place] === thread) this.#threads[place] = undefined
      for (const { reject } of thread.asked.splice(0)) reject(new CairnError('internal', 'A checking thread ended.', { cause }))
    }
    worker.on('message', (answer: CheckAnswer) => {
      const asked = thread.asked.shift()
      if ('checked' in answer) asked?.resolve(answer.checked)
      else asked?.reject(new CairnError('internal', 'Signatures could not be checked.', { cause: new Error(answer.failed) }))
    })
    worker.on('error', fail)
    worker.on('exit', (code) => fail(new Error(`exit ${code}`)))
    // It does not keep the process alive.
    worker.unref()
    return thread
  }
}
