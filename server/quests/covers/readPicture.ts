import { leastSize, maxPixels, type ReadPicture, refusedPicture } from './pictureProblem.ts'
import { readJpeg } from './readJpeg.ts'
import { readPng } from './readPng.ts'
import { readWebp } from './readWebp.ts'

/**
 * Looks at a picture by its first bytes and its structure, whatever it is called. Nothing is decoded and nothing is believed: a size that is too large is
 * refused before memory is asked for, and parts that no pixel needs (texts, profiles, EXIF) do not reach a decoder. Throws `picture.refused`.
 */
export function readPicture(bytes: Uint8Array): ReadPicture {
  const picture = structureOf(bytes)
  const { width, height } = picture
  const found = `${width} × ${height} pixels`
  if (width < 1 || height < 1) throw refusedPicture('damaged', found)
  if (width * height > maxPixels) throw refusedPicture('too-many-pixels', found)
  // A picture that lies on its side is turned later: the shorter side decides.
  const [long, short] = [Math.max(width, height), Math.min(width, height)]
  if (long < leastSize.width || short < leastSize.height) throw refusedPicture('too-small', found)
  return picture
}

function structureOf(bytes: Uint8Array): ReadPicture {
  if (bytes.length === 0) throw refusedPicture('empty')
  const starts = (...head: number[]) => head.every((byte, i) => bytes[i] === byte)
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return readPng(bytes)
  if (starts(0xff, 0xd8, 0xff)) return readJpeg(bytes)
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return readWebp(bytes)
  const other = otherKind(text(0, 6), text(4, 12), text(0, 256))
  throw other === null ? refusedPicture('not-a-picture') : refusedPicture('kind', other)
}

/** Names what people send most, so that the answer says it. */
function otherKind(head: string, brand: string, start: string): string | null {
  if (head === 'GIF87a' || head === 'GIF89a') return 'a GIF'
  if (brand.startsWith('ftypavif') || brand.startsWith('ftypavis')) return 'an AVIF picture'
  if (/^ftyp(heic|heix|mif1|hevc)/.test(brand)) return 'a HEIC picture'
  if (head.startsWith('BM')) return 'a BMP picture'
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return 'a TIFF picture'
  // A drawing can hold scripts and reach out to other sites.
  if (/^\s*(<\?xml|<!DOCTYPE svg|<svg)/i.test(start.replace(/^\u00ef\u00bb\u00bf/, ''))) return 'an SVG drawing'
  return null
}
