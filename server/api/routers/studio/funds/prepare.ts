import * as z from 'zod'
import { integer } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import { draftName, named, revision } from '../quests/draftName.ts'

/** What the vault's holder signs to open and fund an approved draft, and what that costs. Big numbers as decimals, keys and hashes as hex words. */
export const prepare = inSpace('funds')
  .meta({ rights: { space: 'funds' }, limit: { points: 30, seconds: 60 } })
  .input(z.strictObject({ ...draftName, revision, places: integer(1, 2 ** 32 - 1).optional() }))
  .mutation(async ({ ctx, input }) => {
    const prepared = await ctx.members.studio.funds.prepare({ ...named(ctx, input), revision: input.revision, places: input.places })
    const { slotAccount, openings, estimate, missing } = prepared
    const { rewards, fees, prizes, shares, needed, places } = estimate
    const amounts = (list: typeof needed) => list.map(({ token, amount }) => ({ token, amount: String(amount) }))
    return {
      ...{ slotAccount, places, missing: amounts(missing) },
      estimate: { rewards: String(rewards), fees: String(fees), prizes: String(prizes), shares: String(shares), needed: amounts(needed) },
      openings: openings.map(({ issuerKeyX, issuerKeyY, rulesHash, rewardPerMint, feePerMint, pool, feePool, ...terms }) => ({
        ...terms,
        ...{ issuerKeyX: toHex32(issuerKeyX), issuerKeyY: toHex32(issuerKeyY), rulesHash: toHex32(rulesHash) },
        ...{ rewardPerMint: String(rewardPerMint), feePerMint: String(feePerMint), pool: String(pool), feePool: String(feePool) },
      })),
    }
  })
