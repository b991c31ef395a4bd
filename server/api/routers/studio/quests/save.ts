import * as z from 'zod'
import { inSpace } from '#server/api/trpc.ts'
import { draftName, named, revision } from './draftName.ts'

/** Saves a part of a draft. What stands in it is read by the room `quests`, whose problems `get` lists: a draft may lack and break anything. */
export const save = inSpace('author')
  .meta({ rights: { space: 'author' }, limit: { points: 120, seconds: 60 } })
  .input(
    z.strictObject({
      ...draftName,
      revision,
      changes: z
        .strictObject({
          definition: z.record(z.string(), z.unknown()).optional(),
          supply: z.number().nullish(),
          opensAt: z.string().max(40).nullish(),
          closesAt: z.string().max(40).nullish(),
          rewardPerMint: z.string().max(40).nullish(),
          feePerMint: z.string().max(40).nullish(),
        })
        .default({}),
      acknowledge: z
        .array(z.strictObject({ code: z.string().min(1).max(60), path: z.string().min(1).max(300) }))
        .max(100)
        .optional(),
    }),
  )
  .mutation(({ ctx, input: { changes, acknowledge, ...input } }) =>
    ctx.members.studio.quests.save({ ...named(ctx, input), revision: input.revision, changes, acknowledge }),
  )
