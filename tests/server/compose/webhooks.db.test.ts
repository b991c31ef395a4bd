import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSealer } from '#server/auth/sealing.ts'
import { closedOutbound } from '#server/compose/outbound.ts'
import { keepDelivering } from '#server/compose/webhooks.ts'
import { systemClock } from '#server/shared/clock.ts'
import { liveQuest } from '#tests/support/questFixture.ts'
import { makeProject, type Project, startWebhookSite, type WebhookSite } from '#tests/support/webhookSite.ts'

let world: WebhookSite
let project: Project
beforeAll(async () => {
  world = await startWebhookSite()
  project = await makeProject(world)
})
afterAll(() => world.stop())

/** The loop as a process has it. `logged`: messages of its log. */
function start(outbound: Partial<typeof closedOutbound> = {}, db = world.site.db) {
  const logged: string[] = []
  const log = pino({}, { write: (line: string) => logged.push(JSON.parse(line).msg) })
  const stopping = new AbortController()
  const sealer = createSealer(world.sealKey)
  const localEndpoints = new Set([world.server.origin])
  const parts = { db, clock: systemClock, log, outbound: { ...closedOutbound, sealer, localEndpoints, ...outbound } }
  const ended = keepDelivering(parts, stopping.signal)
  const stop = () => {
    stopping.abort()
    return ended
  }
  return { logged, stop }
}
async function until(holds: () => boolean | Promise<boolean>) {
  for (let i = 0; i < 500; i++) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('it did not come to that')
}
const endedQuest = async () => {
  const { slug } = await liveQuest(world.site, { accountId: project.accountId, space: project.space })
  await world.site.pool.query(`update quests set closes_at = now() - interval '1 second' where slug = $1`, [slug])
  return async () =>
    (await world.site.pool.query(`select from webhook_events where type = 'quest.ended' and body like '%' || $1 || '%'`, [slug]))
      .rowCount === 1
}

describe('the loop of deliveries', () => {
  it('sends all that waits, tells of ends of quests, and ends with its signal', async () => {
    const { id } = await project.add('/loop', ['quest.ended'])
    const isTold = await endedQuest()
    for (let i = 0; i < 35; i++) await project.test(id)
    const { stop, logged } = start()
    await until(() => world.server.at('/loop').length === 36)
    expect(await isTold()).toBe(true)
    await stop()
    expect(logged).toEqual([])
    await project.test(id)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(world.server.at('/loop')).toHaveLength(36)
    expect(await project.log(id, { status: 'delivered', limit: 50 })).toHaveLength(36)
  })

  it('goes on after the database was away', async () => {
    const { id } = await project.add('/after')
    let fails = 2
    const db = new Proxy(world.site.db, {
      get(target, name) {
        if (name === 'execute' && fails > 0) return () => Promise.reject(new Error(`away ${fails--}`))
        return Reflect.get(target, name)
      },
    })
    await project.test(id)
    const { stop, logged } = start({}, db)
    await until(() => world.server.at('/after').length === 1)
    await stop()
    expect(logged).toEqual(['webhooks cannot be delivered', 'webhooks cannot be delivered'])
  })

  it('sends nothing without the key that opens secrets, and says so once; events are told all the same', async () => {
    const { id } = await project.add('/keyless', ['quest.ended'])
    await project.test(id)
    const isTold = await endedQuest()
    const { stop, logged } = start({ sealer: null })
    await until(isTold)
    await stop()
    expect(logged).toEqual(['CAIRN_SEAL_KEY is not set: webhooks wait'])
    expect(world.server.at('/keyless')).toEqual([])
    expect(await project.log(id)).toMatchObject([
      { type: 'quest.ended', attempts: 0 },
      { type: 'webhook.test', attempts: 0 },
    ])
  })
})
