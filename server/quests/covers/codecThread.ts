import { parentPort, workerData } from 'node:worker_threads'
import { decode, encode } from './codecs.ts'
import type { ReadPicture } from './pictureProblem.ts'
import type { Size } from './resample.ts'

export type CodecTask = { picture: ReadPicture; sizes: readonly Size[] }
export type CodecAnswer = { made: Uint8Array[] } | { damaged: string }

/** One picture, then the thread ends: what a hostile file did to a decoder's memory goes with it. */
async function answer({ picture, sizes }: CodecTask): Promise<CodecAnswer> {
  const pixels = await decode(picture).catch((error: unknown) => (error instanceof Error ? error.message : String(error)))
  if (typeof pixels === 'string') return { damaged: pixels }
  return { made: await encode(pixels, sizes) }
}

parentPort?.postMessage(await answer(workerData as CodecTask))
