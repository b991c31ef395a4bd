import { type ReadPicture, refusedPicture } from './pictureProblem.ts'

/** Passes over the picture: each costs the work of a whole one, and nobody's camera makes more than a dozen. */
const mostScans = 24

type Segment = { marker: number; from: number; to: number }

/**
 * Source: ITU-T T.81, annex B. What stands behind the end of the picture (phones put a second one there) is left out. Of the application segments only EXIF's
 * orientation and Adobe's colour transform mean something for pixels; the others are left out.
 */
export function readJpeg(bytes: Uint8Array): ReadPicture {
  const parts: Uint8Array[] = [bytes.subarray(0, 2)]
  let [at, width, height, scans] = [2, 0, 0, 0]
  for (;;) {
    const segment = segmentAt(bytes, at)
    const { marker, from, to } = segment
    at = to
    if (marker === 0xd9) {
      parts.push(bytes.subarray(from, to))
      break
    }
    if (isFrame(marker)) {
      if (width > 0) throw refusedPicture('damaged', 'a JPEG with two frames')
      const frame = frameOf(bytes, segment)
      width = frame.width
      height = frame.height
    }
    if (marker === 0xda) {
      if (++scans > mostScans) throw refusedPicture('damaged', `a JPEG of more than ${mostScans} passes`)
      at = endOfScan(bytes, to)
    }
    if (isKept(bytes, segment)) parts.push(bytes.subarray(from, at))
  }
  if (width === 0 || scans === 0) throw refusedPicture('damaged', 'a JPEG without pixels')
  return { kind: 'jpeg', width, height, bytes: Buffer.concat(parts) }
}

function segmentAt(bytes: Uint8Array, start: number): Segment {
  let at = start
  // Fill bytes may stand before a marker.
  while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++
  const marker = bytes[at + 1]
  if (bytes[at] !== 0xff || marker === undefined) throw refusedPicture('damaged', 'a JPEG that is cut off')
  if (marker === 0xd9) return { marker, from: at, to: at + 2 }
  const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
  const to = at + 2 + length
  if (length < 2 || to > bytes.length) throw refusedPicture('damaged', 'a JPEG that is cut off')
  return { marker, from: at, to }
}

/** Start of frame: baseline, extended, progressive and the rest, without the tables that share their range. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function frameOf(bytes: Uint8Array, { marker, from, to }: Segment) {
  if (to - from < 10) throw refusedPicture('damaged', 'a JPEG without its head')
  const [precision = 0, h1 = 0, h0 = 0, w1 = 0, w0 = 0, components = 0] = bytes.subarray(from + 4, from + 10)
  // Baseline, extended and progressive by Huffman; what else there is no browser shows.
  if (marker > 0xc2 || precision !== 8) throw refusedPicture('kind', 'a JPEG that browsers do not show')
  if (components !== 1 && components !== 3) throw refusedPicture('colours', components === 4 ? 'CMYK' : `${components} colours`)
  return { width: (w1 << 8) | w0, height: (h1 << 8) | h0 }
}

/** Coded data runs to the next marker that is neither a stuffed zero nor a restart. */
function endOfScan(bytes: Uint8Array, start: number): number {
  for (let at = start; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  throw refusedPicture('damaged', 'a JPEG that is cut off')
}

function isKept(bytes: Uint8Array, { marker, from }: Segment): boolean {
  if (marker === 0xfe) return false
  if (marker < 0xe0 || marker > 0xef) return true
  const name = String.fromCharCode(...bytes.subarray(from + 4, from + 9))
  return (marker === 0xe1 && name.startsWith('Exif')) || (marker === 0xee && name === 'Adobe')
}
