import { type ReadPicture, refusedPicture } from './pictureProblem.ts'

/** The chunks that make pixels; all others (texts, profiles, times, EXIF) are left out, unread: some of them are compressed without a bound. */
const kept = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'])
const signatureBytes = 8

/** Source: W3C PNG (third edition), 5.3 chunk layout. */
export function readPng(bytes: Uint8Array): ReadPicture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: Uint8Array[] = [bytes.subarray(0, signatureBytes)]
  let [at, width, height, hasData] = [signatureBytes, 0, 0, false]
  for (let first = true; ; first = false) {
    if (at + 12 > bytes.length) throw refusedPicture('damaged', 'a PNG that is cut off')
    const length = view.getUint32(at)
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const end = at + 12 + length
    if (end > bytes.length) throw refusedPicture('damaged', 'a PNG that is cut off')
    if (first !== (type === 'IHDR') || (type === 'IHDR' && length !== 13)) throw refusedPicture('damaged', 'a PNG without its head')
    if (type === 'acTL' || type === 'fcTL' || type === 'fdAT') throw refusedPicture('animated', 'an animated PNG')
    if (type === 'IHDR') [width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)]
    hasData ||= type === 'IDAT'
    if (kept.has(type)) parts.push(bytes.subarray(at, end))
    at = end
    if (type === 'IEND') break
  }
  if (!hasData) throw refusedPicture('damaged', 'a PNG without pixels')
  if (at < bytes.length) throw refusedPicture('more-than-a-picture', `${bytes.length - at} bytes behind a PNG`)
  return { kind: 'png', width, height, bytes: Buffer.concat(parts) }
}
