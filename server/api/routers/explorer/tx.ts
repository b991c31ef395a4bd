import * as z from 'zod'
import { txId } from '#server/api/explorerLists.ts'
import { anyone } from '#server/api/trpc.ts'
import { CairnError } from '#server/shared/errors.ts'

/** One tx of the slot, by its hash, its id, or `inbox-` and its index there. */
export const tx = anyone.input(z.strictObject({ id: txId })).query(async ({ ctx, input }) => {
  const { explorer, money } = ctx.members
  const [found, tokens, { chainId, rollup }] = await Promise.all([explorer.tx(input.id), money.tokens(), explorer.l2()])
  if (!found) throw new CairnError('not-found', 'There is no such tx.', { meta: { field: 'id', found: input.id } })
  return { ...found, tokens, slot: { chainId, rollup } }
})
