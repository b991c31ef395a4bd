import { type ReadPicture, refusedPicture } from './pictureProblem.ts'

const animation = 0b10

/** Source: RFC 9649. Only the picture's own chunks are kept, in a file of their own. */
export function readWebp(bytes: Uint8Array): ReadPicture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = 8 + (bytes.length >= 12 ? view.getUint32(4, true) : 0)
  if (bytes.length < 20 || end > bytes.length) throw refusedPicture('damaged', 'a WebP that is cut off')
  if (end + (end % 2) < bytes.length) throw refusedPicture('more-than-a-picture', `${bytes.length - end} bytes behind a WebP`)
  let alpha: Uint8Array | null = null
  for (let at = 12; at + 8 <= end; ) {
    const type = String.fromCharCode(...bytes.subarray(at, at + 4))
    const length = view.getUint32(at + 4, true)
    const data = bytes.subarray(at + 8, at + 8 + length)
    if (at + 8 + length > end) throw refusedPicture('damaged', 'a WebP that is cut off')
    if (type === 'ANIM' || type === 'ANMF' || (type === 'VP8X' && ((data[0] ?? 0) & animation) !== 0))
      throw refusedPicture('animated', 'an animated WebP')
    const whole = bytes.subarray(at, at + 8 + length + (length % 2))
    if (type === 'ALPH') alpha = whole
    if (type === 'VP8 ' || type === 'VP8L') return { kind: 'webp', ...sizeOf(type, data), bytes: withHead(type, data, { whole, alpha }) }
    at += 8 + length + (length % 2)
  }
  throw refusedPicture('damaged', 'a WebP without pixels')
}

function sizeOf(type: string, data: Uint8Array): { width: number; height: number } {
  const [a = 0, b = 0, c = 0, d = 0] = type === 'VP8L' ? data.subarray(1, 5) : data.subarray(6, 10)
  if (data.length < 10) throw refusedPicture('damaged', 'a WebP without its head')
  if (type === 'VP8L') return { width: 1 + (a | ((b & 0x3f) << 8)), height: 1 + ((b >> 6) | (c << 2) | ((d & 0xf) << 10)) }
  return { width: (a | (b << 8)) & 0x3fff, height: (c | (d << 8)) & 0x3fff }
}

/** A lossy picture with transparency needs the extended head before it; the size in it is that of the frame. */
function withHead(type: string, data: Uint8Array, { whole, alpha }: { whole: Uint8Array; alpha: Uint8Array | null }): Uint8Array {
  const parts: Uint8Array[] = [whole]
  if (type === 'VP8 ' && alpha !== null) {
    const { width, height } = sizeOf(type, data)
    const head = Buffer.alloc(18)
    head.write('VP8X', 0)
    head.writeUInt32LE(10, 4)
    head[8] = 0x10
    head.writeUIntLE(width - 1, 12, 3)
    head.writeUIntLE(height - 1, 15, 3)
    parts.unshift(head, alpha)
  }
  const body = Buffer.concat(parts)
  const riff = Buffer.alloc(12)
  riff.write('RIFF', 0)
  riff.writeUInt32LE(4 + body.length, 4)
  riff.write('WEBP', 8)
  return Buffer.concat([riff, body])
}
