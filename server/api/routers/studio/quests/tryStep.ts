import * as z from 'zod'
import { instant, integer } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'
import { draftName, named, stepPlace, wallet } from './draftName.ts'

const ofStep = { ...draftName, step: stepPlace }

/** The verdict on some wallets, or on the caller, by the rule of a step as it stands now, with its trace. */
export const tryStep = inSpace('read')
  .meta({ rights: { space: 'read' }, limit: { points: 20, seconds: 60 } })
  .input(
    z.strictObject({
      ...ofStep,
      wallets: z.array(wallet).min(1).max(20).optional(),
      questStart: instant.optional(),
      documents: z.array(z.string().min(1).max(65_536)).max(10).optional(),
    }),
  )
  .mutation(({ ctx, input: { wallets, questStart, documents, ...input } }) =>
    ctx.members.studio.quests.try({
      ...named(ctx, input),
      ...{ space: ctx.space.slug, step: input.step, wallets, questStart, documents },
    }),
  )

/** Every step on one wallet, one after the other as a member would do them. */
export const tryAll = inSpace('read')
  .meta({ rights: { space: 'read' }, limit: { points: 10, seconds: 60 } })
  .input(z.strictObject({ ...draftName, wallet }))
  .mutation(({ ctx, input }) => ctx.members.studio.quests.tryAll({ ...named(ctx, input), wallet: input.wallet }))

/** Who would have passed a step by what they did in the newest blocks of a chain. */
export const backtest = inSpace('read')
  .meta({ rights: { space: 'read' }, limit: { points: 5, seconds: 60 } })
  .input(z.strictObject({ ...ofStep, chain: z.string().min(1).max(60).optional(), blocks: integer(1, 10_000).default(2000) }))
  .mutation(({ ctx, input: { chain, blocks, ...input } }) =>
    ctx.members.studio.quests.backtest({ ...named(ctx, input), ...{ space: ctx.space.slug, step: input.step, chain, blocks } }),
  )
