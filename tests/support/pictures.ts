import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import encodeJpegWith, { init as initJpeg } from '@jsquash/jpeg/encode.js'
import { encode } from '#server/quests/covers/codecs.ts'
import type { Pixels, Size } from '#server/quests/covers/resample.ts'

/** Red on the left half, blue on the right, a green line along the top: turned or cut, it shows. */
export function halves({ width, height }: Size): Pixels {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      data.set(y < height / 10 ? [0, 200, 0, 255] : x < width / 2 ? [220, 0, 0, 255] : [0, 0, 220, 255], 4 * (y * width + x))
  return { width, height, data }
}

const be32 = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

export function pngChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  return Buffer.concat([be32(data.length), body, be32(crc32(body))])
}

const pngStart = Buffer.from('89504e470d0a1a0a', 'hex')
export const pngHead = ({ width, height }: Size) =>
  pngChunk('IHDR', Buffer.concat([be32(width), be32(height), Buffer.from([8, 6, 0, 0, 0])]))

/** A PNG; `more`: chunks between its head and its pixels. */
export function pngOf({ width, height, data }: Pixels, more: Buffer[] = []): Buffer {
  const rows = Buffer.alloc((width * 4 + 1) * height)
  for (let y = 0; y < height; y++) rows.set(data.subarray(y * width * 4, (y + 1) * width * 4), y * (width * 4 + 1) + 1)
  const idat = pngChunk('IDAT', deflateSync(rows, { level: 1 }))
  return Buffer.concat([pngStart, pngHead({ width, height }), ...more, idat, pngChunk('IEND', Buffer.alloc(0))])
}

/** A head that says so much, and a few bytes of pixels that would fill it with nothing. */
export const bombOf = (size: Size) =>
  Buffer.concat([pngStart, pngHead(size), pngChunk('IDAT', deflateSync(Buffer.alloc(100_000))), pngChunk('IEND', Buffer.alloc(0))])

/** A JPEG; `segments`: application segments after its start. */
export async function jpegOf(pixels: Pixels, segments: Buffer[] = []): Promise<Buffer> {
  const wasm = await readFile(join(process.cwd(), 'node_modules/@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'))
  await initJpeg(new WebAssembly.Module(wasm))
  const bytes = Buffer.from(await encodeJpegWith(pixels as ImageData, { quality: 85 }))
  return Buffer.concat([bytes.subarray(0, 2), ...segments, bytes.subarray(2)])
}

export const webpOf = async (pixels: Pixels): Promise<Buffer> => {
  const [bytes = new Uint8Array()] = await encode(pixels, [pixels])
  return Buffer.from(bytes)
}

/** EXIF with an orientation and a place (GPS latitude 35°41′22″ N), as phones write it. */
export function exifSegment(orientation: number): Buffer {
  const tiff = Buffer.alloc(128)
  tiff.write('II*\0', 0, 'latin1')
  tiff.writeUInt32LE(8, 4)
  const entry = (at: number, [tag, type, count, value]: [number, number, number, number]) => {
    tiff.writeUInt16LE(tag, at)
    tiff.writeUInt16LE(type, at + 2)
    tiff.writeUInt32LE(count, at + 4)
    tiff.writeUInt32LE(value, at + 8)
  }
  tiff.writeUInt16LE(2, 8)
  entry(10, [0x0112, 3, 1, orientation])
  entry(22, [0x8825, 4, 1, 40])
  tiff.writeUInt16LE(2, 40)
  entry(42, [0x0001, 2, 2, 0x4e])
  entry(54, [0x0002, 5, 3, 72])
  for (const [i, part] of [35, 1, 41, 1, 22, 1].entries()) tiff.writeUInt32LE(part, 72 + 4 * i)
  tiff.write('GPS-SECRET-PLACE', 100, 'latin1')
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}
