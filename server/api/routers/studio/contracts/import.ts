import * as z from 'zod'
import { evmPlace, slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'

/** Reads a contract from its chain, with the ABI that is given or found, and keeps it for the space. `abi`: its size and grammar are checked where it is read. */
export const importContract = inSpace('author')
  .meta({ rights: { space: 'author' }, limit: { points: 20, seconds: 60 } })
  .input(z.strictObject({ space: slug, ...evmPlace, abi: z.string().optional() }))
  .mutation(({ ctx, input: { chain, address, abi } }) =>
    ctx.members.studio.contracts.import({ spaceId: ctx.space.id, accountId: ctx.session.accountId, chain, address, abi }),
  )
