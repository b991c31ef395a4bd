import { createHash } from 'node:crypto'
import { CairnError } from '#server/shared/errors.ts'
import type { AuditStore } from '#server/spaces/auditStore.ts'
import { malformed } from '../problem.ts'
import type { CoverStore } from './coverStore.ts'
import type { ReadPicture } from './pictureProblem.ts'
import { readPicture } from './readPicture.ts'
import type { Size } from './resample.ts'

export const coverSizes = { large: { width: 1600, height: 900 }, small: { width: 800, height: 450 } } as const
/** Pictures that nothing names go after a week, so nobody needs this many. */
const mostPictures = 200
const unnamedMs = 7 * 24 * 3_600_000
const sweptAtOnce = 100

export type CoverDeps = {
  transact<T>(work: (work: { covers: CoverStore; audit: AuditStore }) => Promise<T>): Promise<T>
  makeSizes(picture: ReadPicture, sizes: readonly Size[]): Promise<Uint8Array[]>
  now(): number
}

/**
 * Keeps a picture for a space: its middle in two fixed sizes, made anew from its pixels. The same picture again is the same. Throws `picture.refused`,
 * `conflict` (too many).
 */
export async function keepCover(
  deps: CoverDeps,
  { spaceId, accountId, bytes }: { spaceId: string; accountId: string; bytes: Uint8Array },
): Promise<{ picture: string; width: number; height: number }> {
  const [large, small] = await deps.makeSizes(readPicture(bytes), [coverSizes.large, coverSizes.small])
  if (!large || !small) throw new CairnError('internal', 'A picture was not made.')
  const hash = createHash('sha256').update(large).digest('hex')
  await deps.transact(async ({ covers, audit }) => {
    const kept = await covers.count(spaceId)
    if (kept >= mostPictures && !(await covers.has(spaceId, hash)))
      throw new CairnError('conflict', 'This space keeps no more pictures for now.', {
        meta: { field: 'picture', found: kept, expected: `at most ${mostPictures}; those that no quest names go after a week` },
      })
    if (await covers.keep(spaceId, { hash, large, small }, new Date(deps.now())))
      await audit.add({ spaceId, accountId, action: 'picture.uploaded', subject: hash, after: { bytes: bytes.length } })
  })
  return { picture: hash, ...coverSizes.large }
}

/** Forgets pictures that no quest names any more. Answers how many. */
export const sweepCovers = (covers: Pick<CoverStore, 'sweep'>, now: number): Promise<number> =>
  covers.sweep(new Date(now - unnamedMs), sweptAtOnce)

/** A picture is named by who uploaded it. Throws `quest.malformed`. */
export async function refuseForeignCover(
  { covers }: { covers: Pick<CoverStore, 'has'> },
  { spaceId, definition }: { spaceId: string; definition: { cover?: { picture: string } | undefined } },
): Promise<void> {
  const { cover } = definition
  if (cover && !(await covers.has(spaceId, cover.picture)))
    throw malformed('definition.cover.picture', 'a picture that this space uploaded', cover.picture)
}
