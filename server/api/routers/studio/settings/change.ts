import * as z from 'zod'
import { integer, plainText, slug } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'
import { bilingual } from '#server/quests/text.ts'
import { linkKinds } from '#server/spaces/links.ts'

const webUrl = z.string().min(1).max(400)
const link = z.strictObject({ kind: z.enum(linkKinds), url: webUrl })

/** Saves what the space says of itself. `version`: the one that was read; another one is refused, so nobody's change is lost. */
export const change = inSpace('team')
  .input(
    z.strictObject({
      space: slug,
      version: integer(0, 2 ** 31 - 1),
      names: z.strictObject({ en: plainText(80), ja: plainText(80).nullable() }),
      about: bilingual(2000, { lines: true }).nullable(),
      website: webUrl.nullable(),
      links: z.array(link).max(8),
    }),
  )
  .mutation(({ ctx, input: { space: _, ...profile } }) =>
    ctx.members.studio.settings.change({ spaceId: ctx.space.id, slug: ctx.space.slug, accountId: ctx.session.accountId, profile }),
  )
