import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { CodecAnswer, CodecTask } from './codecThread.ts'
import { type ReadPicture, refusedPicture } from './pictureProblem.ts'
import type { Size } from './resample.ts'

/** By its path in the source, where Node reads it as it is: the site's bundles hold no thread. */
const thread = join(process.cwd(), 'server', 'quests', 'covers', 'codecThread.ts')
/** The largest picture takes about three seconds; a machine that is busy gets more time than anyone waits for. */
const mostMs = 60_000
const memory = { maxOldGenerationSizeMb: 512 }

/** One at a time in this process: pictures take a core and a few hundred megabytes each. */
let before: Promise<unknown> = Promise.resolve()

/**
 * The picture in each of these sizes, as WebP. Decoding and encoding run in a thread of their own, which ends with the picture. Throws `picture.refused` for a
 * picture that no decoder takes, or that takes too long.
 */
export function makeSizes(picture: ReadPicture, sizes: readonly Size[]): Promise<Uint8Array[]> {
  const mine = before.then(() => inThread({ picture, sizes }))
  before = mine.catch(() => undefined)
  return mine
}

async function inThread(task: CodecTask): Promise<Uint8Array[]> {
  const worker = new Worker(/* turbopackIgnore: true */ thread, { workerData: task, execArgv: [], resourceLimits: memory })
  const timer = setTimeout(() => void worker.terminate(), mostMs)
  try {
    const answer = await new Promise<CodecAnswer>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', (code) => reject(refusedPicture('damaged', `a picture that takes too long (${code})`)))
    })
    if ('damaged' in answer) throw refusedPicture('damaged', `a ${task.picture.kind} that cannot be read`)
    return answer.made
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
