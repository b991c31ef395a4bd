import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer, request as forward, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pino from 'pino'
import { Registry } from 'prom-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deployments } from '#drizzle/schema/rollup.ts'
import { createGateway } from '#server/api/gateway.ts'
import { startRpc } from '#server/api/startRpc.ts'
import { composeEventSource } from '#server/compose/eventSource.ts'
import { composeSlotAccess } from '#server/compose/slotAccess.ts'
import { systemClock } from '#server/shared/clock.ts'
import { signatures, writeSecret } from '#server/webhooks/signature.ts'
import { anvilKeys } from '#tests/support/anvil.ts'
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts'
import { type RestWorld, startRestWorld } from '#tests/support/restWorld.ts'
import { slotDomain } from '#tests/support/slotFixture.ts'
import { newSequencer, openMembers } from '../../../rollup/sequencer/ledgerFixture.ts'
import { type Consumer, examples, makeConsumer } from './readme.ts'

let world: RestWorld
let slot: FreshDatabase
let rpc: Awaited<ReturnType<typeof startRpc>>
let gateway: Server
let front: Server
let consumer: Consumer
let env: Record<string, string>
let source: ReturnType<typeof composeEventSource>
const stop = new AbortController()
const portOf = (server: Server) => (server.address() as AddressInfo).port
async function listening(server: Server): Promise<Server> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

beforeAll(async () => {
  world = await startRestWorld()
  const { site } = world
  source = composeEventSource({ db: site.db, databaseUrl: site.url, log: site.members.log })
  gateway = await listening(createGateway({ ...site.api, source, metrics: new Registry(), ready: async () => true, stopped: stop.signal }))
  // The slot: real tables, filled by the sequencer, behind its own RPC process.
  slot = await freshDatabase()
  const place = { chainId: slotDomain.chainId, address: slotDomain.rollup, blockNumber: 1 }
  await slot.db.insert(deployments).values(['rollup', 'inbox'].map((name) => ({ name, ...place })))
  await openMembers(slot.db, newSequencer(slot.db, { policy: { sealAfterMs: 0, maxOpen: 1000, maxProving: 1000 } }), 3)
  const access = await composeSlotAccess({ db: slot.db, clock: systemClock, receiptKey: anvilKeys[3] })
  rpc = await startRpc({ access, close: async () => {}, log: pino({ level: 'silent' }), port: 0, callsPerMinute: 10_000 })
  // One origin for both, as a deployment has it.
  front = await listening(
    createServer((request, response) => {
      const port = request.url?.startsWith('/rpc') ? rpc.port : portOf(gateway)
      const { method, url, headers } = request
      request.pipe(
        forward({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers)
          answer.pipe(response)
        }),
      )
    }),
  )
  const { key } = await world.makeKey(world.staff.owner, world.staff.space)
  env = { CAIRN_URL: `http://127.0.0.1:${portOf(front)}`, CAIRN_SPACE: world.staff.space, CAIRN_KEY: key }
  consumer = makeConsumer()
})
afterAll(async () => {
  stop.abort()
  consumer?.remove()
  for (const server of [front, gateway]) {
    server?.closeAllConnections()
    server?.close()
  }
  await rpc?.stop()
  await source?.close()
  await slot?.drop()
  await world?.site.drop()
})

/** What each program of the README says when it is run. */
const says: Record<string, RegExp[]> = {
  'Read what is public': [/^wrap-once Learn and wrap \d+ of \d+ places taken$/m],
  'What a CUBE rests on': [
    /^eip155:0x[0-9a-f]{40} earned “Learn and wrap”, final$/m,
    /^- .+ \(evidence 0x[0-9a-f]+\)$/m,
    /^document \d+ bytes$/m,
  ],
  'Work on your own space': [/^revision 2, \d+ things to mend, first at \S+$/m, /^draft\.stale 409 true$/m],
  'See how far people come': [/^start 1$/m, /^final 1$/m, /^eip155:0x[0-9a-f]{40} final$/m],
  'The slot, with viem': [
    new RegExp(`^batch \\d+ of the slot on chain ${slotDomain.chainId}, \\d+ txs$`, 'm'),
    /^account 1 is 0x[0-9a-f]+ under root 0x[0-9a-f]+$/m,
  ],
}
const webhookExample = 'Take webhooks'

describe('the README of the SDK', () => {
  it('has a program under every heading, and each is run here', () => {
    expect([...examples().keys()].toSorted()).toEqual([...Object.keys(says), webhookExample].toSorted())
  })

  it('has programs that hold by the package’s own types', async () => {
    expect(await consumer.compile()).toBe('')
  })

  it.each(Object.entries(says))('%s', async (heading, expected) => {
    const index = [...examples().keys()].indexOf(heading)
    const said = await consumer.run(`example${index}.ts`, env)
    for (const line of expected) expect(said).toMatch(line)
  })

  it('takes our webhooks, once each, and refuses others', async () => {
    const index = [...examples().keys()].indexOf(webhookExample)
    const [secret, other] = [writeSecret(new Uint8Array(32).fill(1)), writeSecret(new Uint8Array(32).fill(2))]
    const body = JSON.stringify({
      type: 'quest.completed',
      timestamp: new Date().toISOString(),
      data: { member: { wallet: 'eip155:1:0xabc' }, quest: { slug: 'wrap-once' } },
    })
    const program = `
      import { POST } from ${JSON.stringify(pathToFileURL(join(consumer.folder, `example${index}.ts`)).href)}
      for (const headers of JSON.parse(process.env.SENT)) console.log((await POST(new Request('https://hooks.example', { method: 'POST', headers, body: process.env.BODY }))).status)`
    const sent = (by: string) => {
      const timestamp = Math.floor(Date.now() / 1000)
      return {
        'webhook-id': 'msg_1',
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signatures({ id: 'msg_1', timestamp, body }, [by]),
      }
    }
    writeFileSync(join(consumer.folder, 'receive.mjs'), program)
    const said = await consumer.run('receive.mjs', {
      CAIRN_WEBHOOK_SECRET: secret,
      BODY: body,
      SENT: JSON.stringify([sent(secret), sent(secret), sent(other)]),
    })
    expect(said.trim().split('\n')).toEqual(['eip155:1:0xabc completed wrap-once', '204', '204', '401'])
  })
})
