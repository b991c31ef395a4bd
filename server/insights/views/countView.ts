import { CairnError } from '#server/shared/errors.ts'
import { dayOf } from '../days.ts'
import type { ViewStore } from './viewStore.ts'
import { readOrigin, visitorDigest } from './visit.ts'

export type ViewDeps = {
  views: ViewStore
  /** Our own host. */
  host: string
  now(): number
  /** Bytes that nobody can foresee. */
  random(bytes: number): Uint8Array
}

export type ViewInput = {
  /** Slug. */
  quest: string
  referrer?: string | undefined
  ref?: string | undefined
  /** `ip`: an address prefix. Neither is kept. */
  visitor: { ip: string; userAgent: string }
  accountId: string | null
}

/** Counts a visit of a quest's page, once a visitor and day; a member's first one is kept as the arrival. Throws `not-found`. */
export async function countView({ views, host, now, random }: ViewDeps, input: ViewInput): Promise<void> {
  const questId = await views.published(input.quest)
  if (questId === null) throw new CairnError('not-found', 'There is no such quest.', { meta: { field: 'quest', found: input.quest } })
  const at = now()
  const day = dayOf(at)
  const origin = readOrigin(input, host)
  const salt = await views.saltOf(day, random(32))
  await views.see({ ...origin, questId, day, visitor: visitorDigest(salt, { ...input.visitor, quest: questId }) })
  if (input.accountId !== null) await views.arrive({ ...origin, questId, accountId: input.accountId, at: new Date(at) })
}
