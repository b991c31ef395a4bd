import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { l2Client } from '#server/compose/worker.ts'
import { readEnv } from '#server/shared/env.ts'

let close = () => {}
afterEach(() => close())

/** A node that refuses its first calls as too many. */
async function busyNode(refusals: number) {
  const times: number[] = []
  const server = createServer((request, response) => {
    request.resume()
    request.on('end', () => {
      times.push(performance.now())
      if (times.length <= refusals) return void response.writeHead(429, { 'retry-after': '1' }).end('slow down')
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ jsonrpc: '2.0', id: 1, result: '0x7' }))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  close = () => server.close()
  return { times, client: l2Client(readEnv({ CAIRN_L2_RPC: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })) }
}

it('waits as long as a busy L2 node asks, then goes on', async () => {
  const { times, client } = await busyNode(2)
  expect(await client.getBlockNumber()).toBe(7n)
  expect(times).toHaveLength(3)
  expect((times[2] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(1900)
})

it('gives up after some tries and says so: the worker backs off as a whole', async () => {
  const { times, client } = await busyNode(100)
  await expect(client.getBlockNumber()).rejects.toThrow(/429|slow down/i)
  expect(times.length).toBeLessThanOrEqual(4)
}, 15_000)
