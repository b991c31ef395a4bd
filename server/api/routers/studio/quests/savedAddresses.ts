import * as z from 'zod'
import { inSpace } from '#server/api/trpc.ts'
import { draftName, named, wallet } from './draftName.ts'

/** The wallet that should pass and the one that should fail, with what came of them at the last launch. */
export const savedAddresses = inSpace('read')
  .input(z.strictObject(draftName))
  .query(({ ctx, input }) => ctx.members.studio.quests.savedAddresses(named(ctx, input)))

/** Keeps one of them; null takes it away. */
export const saveAddress = inSpace('author')
  .meta({ rights: { space: 'author' }, limit: { points: 30, seconds: 60 } })
  .input(z.strictObject({ ...draftName, should: z.enum(['pass', 'fail']), wallet: wallet.nullable() }))
  .mutation(({ ctx, input }) => ctx.members.studio.quests.saveAddress({ ...named(ctx, input), should: input.should, wallet: input.wallet }))

/** Tries them on the draft as it stands, and keeps what came of it. */
export const runSaved = inSpace('read')
  .meta({ rights: { space: 'read' }, limit: { points: 10, seconds: 60 } })
  .input(z.strictObject(draftName))
  .mutation(({ ctx, input }) => ctx.members.studio.quests.runSaved(named(ctx, input)))
