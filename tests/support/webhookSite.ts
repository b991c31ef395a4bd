import { randomBytes, randomUUID } from 'node:crypto'
import pino from 'pino'
import { createSealer } from '#server/auth/sealing.ts'
import { closedOutbound } from '#server/compose/outbound.ts'
import { composeDeliverer } from '#server/compose/webhooks.ts'
import { createGuardedFetch } from '#server/shared/outbound/guardedFetchClient.ts'
import type { DeliveryView, EndpointView } from '#server/webhooks/endpointViews.ts'
import { type WebhookType, webhookTypes } from '#server/webhooks/payloads.ts'
import { answerBytes } from '#server/webhooks/sendClient.ts'
import { Browser, dataOf, evmWallet, startSite } from './members.ts'
import { startWebhookServer } from './webhookServer.ts'

export const everyType: WebhookType[] = webhookTypes.filter((type) => type !== 'webhook.test')
/** An attempt may last so long in tests. */
export const patienceMs = 1000

export type WebhookSite = Awaited<ReturnType<typeof startWebhookSite>>

/** A site beside a project's server, which it may tell as a local stack may; `deliver` sends what is due, as the follower does. */
export async function startWebhookSite() {
  const server = await startWebhookServer()
  const sealKey = `0x${randomBytes(32).toString('hex')}`
  const sealer = createSealer(sealKey)
  const localEndpoints = new Set([server.origin])
  const site = await startSite({ deps: { outbound: { ...closedOutbound, sealer, localEndpoints } } })
  const log = pino({ level: 'silent' })
  const fetch = createGuardedFetch({ localOrigins: localEndpoints, timeoutMs: patienceMs, maxBytes: answerBytes, take: 'start' })
  const deliverer = () => composeDeliverer({ db: site.db, now: () => site.clock.ms, log, sealer, fetch })
  const sending = deliverer()
  return {
    site,
    server,
    sealKey,
    deliverer,
    /** Sends until nothing is due. `afterMs`: what the clock is moved on by before. */
    async deliver(afterMs = 0): Promise<void> {
      // Events are told at the machine's time.
      site.clock.ms = Math.max(site.clock.ms, Date.now()) + afterMs
      while ((await sending.pass()) > 0) await sending.idle()
    },
    async stop() {
      await sending.idle()
      await site.drop()
      await server.stop()
    },
  }
}

/** A space with its owner's browser, and what is asked of its webhooks. */
export async function makeProject({ site, server }: Pick<WebhookSite, 'site' | 'server'>) {
  const browser = new Browser(site)
  const { accountId } = await browser.signIn(evmWallet())
  const space = `hooked-${randomUUID().slice(0, 8)}`
  dataOf(await browser.mutate('studio.spaces.make', { slug: space, name: 'A project' }))
  const call = (name: string, input: object = {}) => browser.mutate(`studio.webhooks.${name}`, { space, ...input })
  return {
    browser,
    accountId,
    space,
    call,
    async add(path: string, types: WebhookType[] = everyType): Promise<{ id: string; secret: string }> {
      return dataOf(await call('add', { url: `${server.origin}${path}`, types }))
    },
    test: async (id: string) => dataOf<{ message: string }>(await call('test', { id })).message,
    async endpoint(id: string): Promise<EndpointView> {
      const { items } = dataOf<{ items: EndpointView[] }>(await browser.query('studio.webhooks.list', { space }))
      const found = items.find((each) => each.id === id)
      if (!found) throw new Error('the space has no such endpoint')
      return found
    },
    async log(id: string, input: object = {}): Promise<DeliveryView[]> {
      return dataOf<{ items: DeliveryView[] }>(await browser.query('studio.webhooks.deliveries', { space, id, ...input })).items
    },
    async audit(): Promise<{ action: string; subject: string; account_id: string | null; before: unknown; after: unknown }[]> {
      const { rows } = await site.pool.query(
        `select a.action, a.subject, a.account_id, a.before, a.after from audit_entries a join spaces s on s.id = a.space_id
         where s.slug = $1 and a.action like 'webhook.%' order by a.id`,
        [space],
      )
      return rows
    },
  }
}
export type Project = Awaited<ReturnType<typeof makeProject>>
