import * as z from 'zod'

const places = z.number().int().min(1).max(10_000)
/** In the smallest unit of the token. Of 28 digits at most, so it is below 2^96 as amounts in the slot are. */
const amount = z.string().regex(/^[1-9][0-9]{0,27}$/)
/** Quests are paid in the slot's coin so far. */
const token = z.literal(0)

/**
 * What is given to some of those who complete the quest, once it is closed: drawn among all, or to the first ones. Each prize is paid by a quest of its
 * own (`openPrizes.ts`).
 */
export const prizeSchema = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('raffle'), winners: places, token, perWinner: amount }),
  z.strictObject({
    mode: z.literal('tiers'),
    token,
    /** Best first. */
    tiers: z
      .array(z.strictObject({ places, perWinner: amount }))
      .min(1)
      .max(10),
  }),
])

export type Prize = z.infer<typeof prizeSchema>
export type Tier = { places: number; perWinner: bigint }

/** Places and what each brings, best tier first; a raffle has one. */
export function tiersOf(prize: Prize): Tier[] {
  const tiers = prize.mode === 'raffle' ? [{ places: prize.winners, perWinner: prize.perWinner }] : prize.tiers
  return tiers.map(({ places, perWinner }) => ({ places, perWinner: BigInt(perWinner) }))
}

/** The tier of each rank from 0 on: as many entries as there are places. */
export const tierByRank = (prize: Prize): number[] => tiersOf(prize).flatMap(({ places }, tier) => Array<number>(places).fill(tier))

/** Slugs of the quests that pay the prizes, by tier. */
export const prizeSlugs = (slug: string, prize: Prize): string[] =>
  prize.mode === 'raffle' ? [`${slug}-prize`] : prize.tiers.map((_, tier) => `${slug}-prize-${tier + 1}`)
