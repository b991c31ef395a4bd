import { describe, expect, it } from 'vitest'
import { decode } from '#server/quests/covers/codecs.ts'
import { coverSizes } from '#server/quests/covers/keepCover.ts'
import { makeSizes } from '#server/quests/covers/makeSizes.ts'
import { maxPixels } from '#server/quests/covers/pictureProblem.ts'
import { readPicture } from '#server/quests/covers/readPicture.ts'
import { fill, type Pixels } from '#server/quests/covers/resample.ts'
import { isCairnError } from '#server/shared/errors.ts'
import { bombOf, exifSegment, halves, jpegOf, pngChunk, pngHead, pngOf, webpOf } from '#tests/support/pictures.ts'

const size = { width: 1280, height: 800 }
const sizes = [coverSizes.large, coverSizes.small]
const made = async (bytes: Uint8Array) => Promise.all((await makeSizes(readPicture(bytes), sizes)).map((each) => decode(readPicture(each))))

/** Of the middle of a part of the picture: which of red, green and blue is the most. */
function colourAt({ width, height, data }: Pixels, x: number, y: number): string {
  const at = 4 * (Math.floor(y * height) * width + Math.floor(x * width))
  const [r = 0, g = 0, b = 0] = data.subarray(at, at + 3)
  return r > g && r > b ? 'red' : b > g ? 'blue' : 'green'
}

const refusal = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (isCairnError(error)) return `${error.code} ${String(error.meta.found)}`
    throw error
  }
  return 'taken'
}

describe('a picture', () => {
  it.each([
    ['PNG', async () => pngOf(halves(size))],
    ['JPEG', () => jpegOf(halves(size))],
    ['WebP', () => webpOf(halves(size))],
  ])(
    'comes back in both sizes from a %s',
    async (_, picture) => {
      const [large, small] = await made(await picture())
      expect([large?.width, large?.height, small?.width, small?.height]).toEqual([1600, 900, 800, 450])
      if (!large) throw new Error('nothing was made')
      expect([colourAt(large, 0.2, 0.5), colourAt(large, 0.8, 0.5)]).toEqual(['red', 'blue'])
    },
    30_000,
  )

  it('is turned as its EXIF says, and nothing of its EXIF is kept: no place, no camera', async () => {
    // Orientation 3: upside down, so left is right.
    const photo = await jpegOf(halves(size), [exifSegment(3)])
    expect(photo.includes('GPS-SECRET-PLACE')).toBe(true)
    const files = await makeSizes(readPicture(photo), sizes)
    for (const file of files) {
      const text = Buffer.from(file).toString('latin1')
      expect(text).not.toMatch(/Exif|EXIF|GPS-SECRET|XMP |ICCP/)
      expect(text.slice(8, 15)).toBe('WEBPVP8')
    }
    const [large] = await made(photo)
    if (!large) throw new Error('nothing was made')
    expect([colourAt(large, 0.2, 0.5), colourAt(large, 0.8, 0.5)]).toEqual(['blue', 'red'])
  }, 30_000)

  it('that is transparent stands on white', () => {
    const clear: Pixels = { width: 4, height: 4, data: new Uint8ClampedArray(64) }
    expect([...fill(clear, { width: 2, height: 2 }).data]).toEqual(Array(16).fill(255))
  })

  it('keeps its brightness when it is made smaller', () => {
    const data = new Uint8ClampedArray(100 * 100 * 4).map((_, i) => (i % 4 === 3 ? 255 : Math.floor(i / 4) % 2 === 0 ? 0 : 200))
    const small = fill({ width: 100, height: 100, data }, { width: 10, height: 10 })
    for (let i = 0; i < small.data.length; i += 4) expect(Math.abs((small.data[i] ?? 0) - 100)).toBeLessThan(12)
  })
})

describe('what is refused before anything decodes it', () => {
  const png = pngOf(halves({ width: 640, height: 360 }))
  it.each([
    ['empty', () => new Uint8Array()],
    ['not-a-picture', () => Buffer.from('<html><script>alert(1)</script></html>')],
    ['kind: an SVG drawing', () => Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['kind: a GIF', () => Buffer.from('GIF89a/*<script>*/=1;')],
    ['kind: a HEIC picture', () => Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(100)])],
    ['animated: an animated PNG', () => pngOf(halves({ width: 640, height: 360 }), [pngChunk('acTL', Buffer.alloc(8))])],
    ['damaged: a PNG that is cut off', () => png.subarray(0, png.length - 100)],
    ['damaged: a PNG without its head', () => Buffer.concat([png.subarray(0, 8), pngChunk('IDAT', Buffer.alloc(4))])],
    ['more-than-a-picture: 31 bytes behind a PNG', () => Buffer.concat([png, Buffer.from('<script>alert(document)</script')])],
    ['too-small: 320 × 180 pixels', () => pngOf(halves({ width: 320, height: 180 }))],
    ['too-many-pixels: 50000 × 50000 pixels', () => bombOf({ width: 50_000, height: 50_000 })],
    ['too-many-pixels: 4294967295 × 4294967295 pixels', () => bombOf({ width: 2 ** 32 - 1, height: 2 ** 32 - 1 })],
    ['damaged: 0 × 900 pixels', () => bombOf({ width: 0, height: 900 })],
  ])('%s', (why, picture) => {
    expect(refusal(() => readPicture(picture()))).toBe(`picture.refused ${why}`)
  })

  it('of JPEGs: cut off, without pixels, CMYK, or passed over again and again', async () => {
    const jpeg = await jpegOf(halves({ width: 640, height: 360 }))
    const scan = jpeg.indexOf(Buffer.from([0xff, 0xda]))
    const end = jpeg.subarray(-2)
    const pass = jpeg.subarray(scan, -2)
    const frame = jpeg.findIndex((byte, i) => byte === 0xff && ((jpeg[i + 1] ?? 0) & 0xfc) === 0xc0 && jpeg[i + 1] !== 0xc4)
    const cmyk = Buffer.from(jpeg)
    cmyk[frame + 9] = 4
    expect(refusal(() => readPicture(jpeg.subarray(0, -20)))).toBe('picture.refused damaged: a JPEG that is cut off')
    expect(refusal(() => readPicture(Buffer.concat([jpeg.subarray(0, 2), end])))).toBe('picture.refused damaged: a JPEG without pixels')
    expect(refusal(() => readPicture(cmyk))).toBe('picture.refused colours: CMYK')
    const again = Buffer.concat([jpeg.subarray(0, scan), ...Array.from({ length: 30 }, () => pass), end])
    expect(refusal(() => readPicture(again))).toBe('picture.refused damaged: a JPEG of more than 24 passes')
    // What phones put behind the picture is left out.
    expect(Buffer.from(readPicture(Buffer.concat([jpeg, Buffer.from('a second picture')])).bytes).includes('a second')).toBe(false)
  })

  it('and texts of a PNG that unfold without an end never reach a decoder', async () => {
    const text = pngChunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), Buffer.alloc(5_000_000)]))
    const picture = readPicture(pngOf(halves({ width: 640, height: 360 }), [text]))
    expect(picture.bytes.length).toBeLessThan(100_000)
    expect((await makeSizes(picture, [coverSizes.small])).length).toBe(1)
  })

  it('a picture whose pixels are not there is damaged, and the next one is made', async () => {
    const lie = bombOf({ width: 4000, height: Math.floor(maxPixels / 4000) })
    await expect(makeSizes(readPicture(lie), sizes)).rejects.toMatchObject({ code: 'picture.refused', meta: { field: 'picture' } })
    expect((await makeSizes(readPicture(pngOf(halves(size))), sizes)).length).toBe(2)
    expect(pngHead(size).length).toBe(25)
  }, 30_000)
})
