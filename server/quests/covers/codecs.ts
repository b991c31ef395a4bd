import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import decodeJpeg, { init as initJpeg } from '@jsquash/jpeg/decode.js'
import { decode as decodePng, init as initPng } from '@jsquash/png/decode.js'
import decodeWebp, { init as initWebp } from '@jsquash/webp/decode.js'
import encodeWebp, { init as initEncoder } from '@jsquash/webp/encode.js'
import type { ReadPicture } from './pictureProblem.ts'
import { fill, type Pixels, type Size } from './resample.ts'

const packages = join(process.cwd(), 'node_modules', '@jsquash')
const wasm = async (path: string) => new WebAssembly.Module(await readFile(join(packages, path)))

/** The codecs hand pixels over in a browser's class, which Node does not have. */
class Picture {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data
    this.width = width
    this.height = height
  }
}

/** Decodes what was looked at (`readPicture`); EXIF's orientation is applied here, since nothing of EXIF is left afterwards. */
export async function decode({ kind, bytes }: ReadPicture): Promise<Pixels> {
  const scope = globalThis as { ImageData?: unknown }
  scope.ImageData ??= Picture
  const buffer = new Uint8Array(bytes).buffer
  switch (kind) {
    case 'jpeg':
      await initJpeg(await wasm('jpeg/codec/dec/mozjpeg_dec.wasm'))
      return decodeJpeg(buffer, { preserveOrientation: true })
    case 'png':
      await initPng(await readFile(join(packages, 'png/codec/pkg/squoosh_png_bg.wasm')))
      return decodePng(buffer)
    case 'webp':
      await initWebp(await wasm('webp/codec/dec/webp_dec.wasm'))
      return decodeWebp(buffer)
  }
}

/** The picture's middle in each of the sizes, as WebP: made of pixels alone, so nothing else that was in the file is in it. */
export async function encode(pixels: Pixels, sizes: readonly Size[]): Promise<Uint8Array[]> {
  await initEncoder(await wasm('webp/codec/enc/webp_enc_simd.wasm'))
  const made: Uint8Array[] = []
  for (const size of sizes) {
    const picture = fill(pixels, size)
    made.push(new Uint8Array(await encodeWebp(picture as ImageData, { quality: 80 })))
  }
  return made
}
