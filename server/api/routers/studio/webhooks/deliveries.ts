import * as z from 'zod'
import { cursor, pageSize, slug, uuid } from '#server/api/fields.ts'
import { inSpace } from '#server/api/trpc.ts'
import { deliveryStatuses } from '#server/webhooks/endpointViews.ts'
import { webhookTypes } from '#server/webhooks/payloads.ts'

/** What was sent to an endpoint, newest first, and what came of it. */
export const deliveries = inSpace('integrate')
  .input(
    z.strictObject({
      space: slug,
      id: uuid,
      status: z.enum(deliveryStatuses).optional(),
      type: z.enum(webhookTypes).optional(),
      cursor,
      limit: pageSize,
    }),
  )
  .query(async ({ ctx, input: { id, status = null, type = null, cursor, limit } }) => {
    const name = `webhookDeliveries:${id}`
    // Sealed by us for this list, so it is an id.
    const before = cursor ? (ctx.cursors.open(name, cursor) as number) : null
    const { items, next } = await ctx.members.studio.webhooks.deliveries({ spaceId: ctx.space.id, id, before, status, type, limit })
    return { items, nextCursor: next === null ? null : ctx.cursors.seal(name, next) }
  })
