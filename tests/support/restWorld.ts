import { randomBytes, randomUUID } from 'node:crypto'
import { deployments } from '#drizzle/schema/index.ts'
import { createRestHandler } from '#server/api/public/restHandler.ts'
import { createSealer } from '#server/auth/sealing.ts'
import { closedOutbound } from '#server/compose/outbound.ts'
import { type Scope, scopes } from '#server/spaces/keys/scope.ts'
import type { SpaceRole } from '#server/spaces/role.ts'
import { dataOf, origin, type Site, startSite } from './members.ts'
import { liveQuest, sealMints, stepResult } from './questFixture.ts'
import { type Staff, signedIn, staffOf, type Worker } from './studioSpace.ts'

export type RestCall = { method?: string; key?: string | undefined; body?: unknown; headers?: Record<string, string> }
export type RestWorld = Awaited<ReturnType<typeof startRestWorld>>

/** A site with a REST handler, a space with its staff, and one final credential of a quest of that space. */
export async function startRestWorld(options: Parameters<typeof startSite>[0] = {}) {
  const outbound = { ...closedOutbound, sealer: createSealer(`0x${randomBytes(32).toString('hex')}`) }
  const exporter = { exportCredential: async (index: number) => ({ '@context': ['https://www.w3.org/ns/credentials/v2'], index }) }
  const site = await startSite({ ...options, deps: { outbound, exporter, ...options.deps } })
  const handle = createRestHandler(site.api)
  const staff = await staffOf(site, 'granite')
  const { slug: quest } = await liveQuest(site, { accountId: staff.owner.accountId, space: staff.space, slug: 'wrap-once' })
  const holder = await signedIn(site)
  const { participationId } = await site.members.quests.start({ accountId: holder.accountId, slug: quest })
  await site.members.follower.record([stepResult(participationId, 'quiz'), stepResult(participationId, 'wrap')])
  await sealMints(site, 1, 'final')
  await site.pool.query(`update rollup_batches set calldata = '0xabcd'`)
  const place = { chainId: 31_338, address: `0x${'5f'.repeat(20)}`, blockNumber: 1 }
  await site.db.insert(deployments).values(['rollup', 'inbox'].map((name) => ({ name, ...place })))
  return { site, staff, quest, holder, call: caller(handle), ...keysOf(site) }
}

function caller(handle: ReturnType<typeof createRestHandler>) {
  return (path: string, { method = 'GET', key, body, headers = {} }: RestCall = {}): Promise<Response> => {
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
    const sent = {
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(text === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    }
    return handle(new Request(`${origin}${path}`, { method, headers: sent, ...(text === undefined ? {} : { body: text }) }))
  }
}

function keysOf(site: Site) {
  /** A key of a space, made by somebody who may. */
  async function makeKey({ browser }: Worker, space: string, asked: { scopes?: readonly Scope[]; days?: number } = {}) {
    const input = { space, name: 'A program', scopes: asked.scopes ?? scopes, days: asked.days ?? 30 }
    return dataOf<{ id: string; key: string; prefix: string; expiresAt: string }>(await browser.mutate('studio.keys.make', input))
  }
  return {
    makeKey,
    /** A key with every scope whose maker is in that role by now. */
    async keyOfRole(staff: Staff, role: SpaceRole | null): Promise<string> {
      const maker = await signedIn(site)
      await staff.setRole(maker, 'admin')
      const { key } = await makeKey(maker, staff.space)
      await staff.setRole(maker, role)
      return key
    },
    /** Another project's space and its owner. */
    async otherSpace() {
      const owner = await signedIn(site)
      const space = `basalt-${randomUUID().slice(0, 8)}`
      dataOf(await owner.browser.mutate('studio.spaces.make', { slug: space, name: 'Basalt' }))
      return { owner, space }
    },
  }
}

/** The problem that an answer is. */
export const problemIn = async (response: Response) =>
  (await response.json()) as {
    status: number
    code: string
    field: string | null
    found: string | null
    expected: string | null
    type: string
  }
