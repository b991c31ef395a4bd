import * as z from 'zod'
import { instant, uuid } from '#server/api/fields.ts'
import { changes, description, message, sends, types, url } from '#server/api/routers/studio/webhooks/fields.ts'
import type { KeyCaller } from '#server/spaces/keys/enterByKey.ts'
import { deliveryStatuses } from '#server/webhooks/endpointViews.ts'
import { webhookTypes } from '#server/webhooks/payloads.ts'
import { paging } from '../queryFields.ts'
import { spaceRoute } from '../route.ts'
import { named, pageOf, uuid as uuidText } from '../schemas/basics.ts'
import { delivery, endpoint, freshSecret, madeEndpoint, message as messageName, replayed } from '../schemas/webhook.ts'

const params = { webhook: uuid }
const tag = 'Webhooks' as const
const [read, write] = ['webhooks:read', 'webhooks:write'] as const
const by = ({ accountId, space }: KeyCaller) => ({ spaceId: space.id, accountId })

const hookUrl = url.meta({ examples: ['https://hooks.example/cairn'] })
const make = z.strictObject({ url: hookUrl, types, description: description.optional() })
const change = z.strictObject({
  ...{ url: hookUrl.optional(), types: types.optional(), description: description.optional() },
  status: z.enum(['active', 'paused']).optional(),
})

export const webhookRoutes = [
  spaceRoute({
    ...{ id: 'listWebhooks', path: '/webhooks', tag, summary: 'Your endpoints', scope: read },
    answer: named('Webhooks', 'All endpoints of a space.', z.object({ items: z.array(endpoint) })),
    run: async ({ members, caller }) => ({ items: await members.studio.webhooks.list(by(caller)) }),
  }),
  spaceRoute({
    ...{ id: 'addWebhook', path: '/webhooks', tag, summary: 'Add an endpoint', scope: write, method: 'POST', status: 201, limit: changes },
    body: make.meta({ id: 'AddWebhook', description: 'Where to tell, and of what.' }),
    answer: madeEndpoint,
    run: ({ members, caller }, { body }) => members.studio.webhooks.add({ ...by(caller), ...body }),
  }),
  spaceRoute({
    ...{ id: 'changeWebhook', path: '/webhooks/{webhook}', tag, summary: 'Change, pause or resume an endpoint', scope: write, params },
    ...{ method: 'PATCH', limit: changes, answer: endpoint },
    body: change.meta({ id: 'ChangeWebhook', description: 'What is to be another.' }),
    run: ({ members, caller }, { params, body }) => members.studio.webhooks.change({ ...by(caller), id: params.webhook, ...body }),
  }),
  spaceRoute({
    ...{ id: 'removeWebhook', path: '/webhooks/{webhook}', tag, summary: 'Remove an endpoint', scope: write, method: 'DELETE', params },
    limit: changes,
    answer: named('WebhookName', 'An endpoint by its id.', z.object({ id: uuidText })),
    run: ({ members, caller }, { params }) => members.studio.webhooks.remove({ ...by(caller), id: params.webhook }),
  }),
  spaceRoute({
    ...{ id: 'rotateWebhookSecret', path: '/webhooks/{webhook}/secret', tag, summary: 'A new secret', scope: write, params },
    description: 'Both secrets sign for a day.',
    ...{ method: 'POST', limit: changes, answer: freshSecret },
    run: ({ members, caller }, { params }) => members.studio.webhooks.rotateSecret({ ...by(caller), id: params.webhook }),
  }),
  spaceRoute({
    ...{ id: 'testWebhook', path: '/webhooks/{webhook}/test', tag, summary: 'Send a test message', scope: write, params },
    ...{ method: 'POST', limit: sends, answer: messageName },
    run({ members, caller }, { params }) {
      const { slug, name } = caller.space
      return members.studio.webhooks.test({ ...by(caller), id: params.webhook, space: { slug, name } })
    },
  }),
  spaceRoute({
    ...{ id: 'listDeliveries', path: '/webhooks/{webhook}/deliveries', tag, summary: 'What was sent, newest first', scope: read, params },
    query: { ...paging, status: z.enum(deliveryStatuses).optional(), type: z.enum(webhookTypes).optional() },
    answer: pageOf('DeliveryPage', delivery),
    async run({ members, cursors, caller }, { params, query: { cursor, limit, status = null, type = null } }) {
      const list = `webhookDeliveries:${params.webhook}`
      // Sealed by us for this list, so it is an id.
      const before = cursor ? (cursors.open(list, cursor) as number) : null
      const of = { spaceId: caller.space.id, id: params.webhook }
      const { items, next } = await members.studio.webhooks.deliveries({ ...of, before, status, type, limit })
      return { items, nextCursor: next === null ? null : cursors.seal(list, next) }
    },
  }),
  spaceRoute({
    ...{ id: 'replayMessage', path: '/webhooks/{webhook}/deliveries/{message}/replay', tag, summary: 'Send a message again', scope: write },
    ...{ params: { ...params, message }, method: 'POST', limit: sends, answer: messageName },
    run: ({ members, caller }, { params }) =>
      members.studio.webhooks.replay({ ...by(caller), id: params.webhook, message: params.message }),
  }),
  spaceRoute({
    ...{
      id: 'replaySince',
      path: '/webhooks/{webhook}/replay',
      tag,
      summary: 'Send again what happened since a time',
      scope: write,
      params,
    },
    ...{ method: 'POST', limit: sends, answer: replayed },
    body: z
      .strictObject({
        since: instant.meta({ examples: ['2026-11-28T12:00:00Z'] }),
        which: z.enum(['undelivered', 'all']).default('undelivered'),
      })
      .meta({ id: 'ReplaySince', description: 'From when on, and what: what never arrived, or all of it.' }),
    run: ({ members, caller }, { params, body }) =>
      members.studio.webhooks.replaySince({ ...by(caller), id: params.webhook, since: new Date(body.since), which: body.which }),
  }),
]
