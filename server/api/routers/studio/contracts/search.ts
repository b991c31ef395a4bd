import * as z from 'zod'
import { evmPlace, slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'

/** Functions and events of the space's contracts, of one or of all. */
export const search = inSpace('read')
  .meta({ rights: { space: 'read' }, limit: { points: 120, seconds: 60 } })
  .input(
    z.strictObject({
      space: slug,
      contract: z.strictObject(evmPlace).optional(),
      text: z.string().max(200).default(''),
      type: z.enum(['function', 'event']).optional(),
      kind: z.enum(['evm.event', 'evm.transaction', 'evm.read']).optional(),
    }),
  )
  .query(({ ctx, input: { contract, text, type, kind } }) =>
    ctx.members.studio.contracts.search({ spaceId: ctx.space.id, contract, text, type, kind }),
  )
