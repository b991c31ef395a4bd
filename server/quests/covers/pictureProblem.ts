import { CairnError } from '#server/shared/errors.ts'

/** A picture as far as its head says, before anything decodes it. `bytes`: what a decoder may see, without what it does not need. */
export type ReadPicture = { kind: 'jpeg' | 'png' | 'webp'; width: number; height: number; bytes: Uint8Array }

/** Why a picture is not taken; each has its words on the page. */
export type PictureProblem =
  | 'empty'
  | 'not-a-picture'
  | 'kind'
  | 'animated'
  | 'damaged'
  | 'colours'
  | 'more-than-a-picture'
  | 'too-small'
  | 'too-many-pixels'

/** What is uploaded, at most. */
export const maxPictureBytes = 6 * 1024 * 1024
/** Decoded, a pixel takes four bytes: an upload of a few kilobytes may say that it is as large as a city. */
export const maxPixels = 24_000_000
export const leastSize = { width: 640, height: 360 } as const

const refusals: Record<PictureProblem, string> = {
  empty: 'a picture',
  'not-a-picture': 'a JPEG, PNG or WebP picture',
  kind: 'a JPEG, PNG or WebP picture',
  animated: 'a picture that stands still',
  damaged: 'a whole picture',
  colours: 'colours in RGB or grey',
  'more-than-a-picture': 'a picture with nothing behind its end',
  'too-small': `at least ${leastSize.width} × ${leastSize.height} pixels`,
  'too-many-pixels': `at most ${maxPixels / 1_000_000} million pixels`,
}

/** `found` begins with the problem's name, which pages have words for; `words` say what was seen. */
export const refusedPicture = (problem: PictureProblem, words?: string) =>
  new CairnError('picture.refused', 'This picture cannot be taken.', {
    meta: { field: 'picture', found: words === undefined ? problem : `${problem}: ${words}`, expected: refusals[problem] },
  })
