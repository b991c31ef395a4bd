import * as z from 'zod'
import { inSpace } from '#server/api/trpc.ts'
import { draftName, named, revision } from './draftName.ts'

const warnings = z.array(z.strictObject({ code: z.string().min(1).max(60), path: z.string().min(1).max(300) })).max(100)

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
      acknowledge: warnings.optional(),
      takeBack: warnings.optional(),
    }),
  )
  .mutation(({ ctx, input: { changes, acknowledge, takeBack, ...input } }) =>
    ctx.members.studio.quests.save({ ...named(ctx, input), revision: input.revision, changes, acknowledge, takeBack }),
  )
