import * as z from 'zod'
import type { CubeRecord } from '#server/verify/query.ts'
import { slugPattern } from '../slug.ts'

const quest = z.string().regex(slugPattern)

/**
 * What a member must have before a quest: a completed quest, the CUBE of a quest (final, not revoked, not expired), or a score. No score of formula v1
 * is above 30,000: six categories of at most 5,000.
 */
const prerequisite = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('quest'), quest }),
  z.strictObject({ kind: z.literal('credential'), quest }),
  z.strictObject({ kind: z.literal('score'), min: z.number().int().min(1).max(30_000) }),
])

export type Prerequisite = z.infer<typeof prerequisite>

const subject = (one: Prerequisite) => (one.kind === 'score' ? one.kind : `${one.kind} ${one.quest}`)

/** All of them must hold. */
export const prerequisitesSchema = z
  .array(prerequisite)
  .min(1)
  .max(5)
  .refine((all) => new Set(all.map(subject)).size === all.length, 'the same is asked for twice')

/** Slugs of the quests that are asked for, each once. */
export const requiredQuests = (all: readonly Prerequisite[]): string[] => [
  ...new Set(all.flatMap((one) => (one.kind === 'score' ? [] : [one.quest]))),
]

/** `settling`: earned, and in no final batch yet. */
export type CubeState = 'held' | 'settling' | 'expired' | 'revoked' | 'none'

/** Where a member stands on one prerequisite; a score in whole points, as a decimal. */
export type PrerequisiteState =
  | { kind: 'quest'; met: boolean; found: 'completed' | 'none' }
  | { kind: 'credential'; met: boolean; found: CubeState }
  | { kind: 'score'; met: boolean; found: string }

/** What is known of a member, as far as prerequisites ask. `score`: null where none is computed. Times in milliseconds. */
export type Standing = {
  completed: ReadonlySet<string>
  cubes: ReadonlyMap<string, readonly CubeRecord[]>
  score: bigint | null
  now: number
}

/** Where the member stands on each, in their order. */
export const judgePrerequisites = (all: readonly Prerequisite[], standing: Standing): PrerequisiteState[] =>
  all.map((one) => judge(one, standing))

function judge(one: Prerequisite, standing: Standing): PrerequisiteState {
  switch (one.kind) {
    case 'quest': {
      const met = standing.completed.has(one.quest)
      return { kind: 'quest', met, found: met ? 'completed' : 'none' }
    }
    case 'credential': {
      const found = cubeState(one.quest, standing)
      return { kind: 'credential', met: found === 'held', found }
    }
    case 'score': {
      const score = standing.score ?? 0n
      return { kind: 'score', met: score >= BigInt(one.min), found: String(score) }
    }
  }
}

/** The best of the member's CUBEs of a quest: one that holds outweighs all others. */
function cubeState(slug: string, { cubes, completed, now }: Standing): CubeState {
  const states = (cubes.get(slug) ?? []).map(({ revoked, expiresAt, final }): CubeState => {
    if (revoked) return 'revoked'
    if (expiresAt !== null && Date.parse(expiresAt) <= now) return 'expired'
    return final ? 'held' : 'settling'
  })
  const best = (['held', 'settling', 'expired', 'revoked'] as const).find((state) => states.includes(state))
  // A completion without a sealed CUBE: its mint waits for a batch.
  return best ?? (completed.has(slug) ? 'settling' : 'none')
}
