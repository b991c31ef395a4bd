import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectNothingTwice, expectWell } from '../support/demo.ts'
import { type Stack, startStack } from '../support/stack.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
// Fails when a process is left behind.
afterAll(() => stack?.stop())

test('the demo ends well, twice in a row on the same stack', async () => {
  await expectWell(stack, await stack.cairn('demo', '--json'))
  await expectWell(stack, await stack.cairn('demo', '--json'))
  await expectNothingTwice(stack, 2)
})

test('the slot can be rebuilt from L2 alone', async () => {
  const { code, stdout } = await stack.cairn('rederive')
  expect(stdout).toContain('the contract and the database say the same')
  expect(code).toBe(0)
})

test('an exported file is verified with L2 alone, and not against another slot', async () => {
  const folder = join(stack.home, 'cache', 'demo')
  const file = join(folder, readdirSync(folder)[0] ?? '')
  expect((await stack.cairn('verify', file, '--rpc', stack.l2Url)).code).toBe(0)
  const other = await stack.cairn('verify', file, '--rpc', stack.l2Url, '--rollup', `0x${'11'.repeat(20)}`)
  expect(other.code).toBe(1)
})

test('every process serves its health and its metrics', async () => {
  const { env } = stack
  const health = Number(env.CAIRN_HEALTH_PORT)
  const ports = [env.CAIRN_PORT, env.CAIRN_GATEWAY_PORT, env.CAIRN_RPC_PORT]
    .map(Number)
    .concat([health, health + 1, health + 2, health + 3, health + 4])
  for (const port of ports) {
    for (const path of ['/healthz', '/readyz', '/metrics']) {
      const response = await fetch(`http://127.0.0.1:${port}${path}`)
      expect([port, path, response.status]).toEqual([port, path, 200])
      const text = await response.text()
      if (path === '/metrics') expect(text).toContain('process_cpu_user_seconds_total')
    }
  }
})

test('a request is followed by one id from the click through every process to the final batch', async () => {
  const client = new pg.Client({ connectionString: stack.databaseUrl })
  await client.connect()
  const { rows } = await client.query<{ request_id: string; batch: number }>(
    "select request_id, batch from rollup_txs where kind = 'mint' and status = 'final' and request_id is not null order by batch desc limit 1",
  )
  await client.end()
  const [mint] = rows
  if (!mint) throw new Error('no mint carries a request id')
  const mentions = (name: string) => stack.log(name).filter((line) => JSON.stringify(line).includes(mint.request_id))
  // The click is logged by the site, the verdict by the follower, the batch by the sequencer and by whoever settles it.
  for (const name of ['web', 'follower', 'sequencer', 'publisher']) expect([name, mentions(name).length > 0]).toEqual([name, true])
  const batch = (await (
    await fetch(`${stack.url}/api/trpc/explorer.batch?input=${encodeURIComponent(JSON.stringify({ number: mint.batch }))}`)
  ).json()) as {
    result: { data: { requestIds: string[]; status: string } }
  }
  expect(batch.result.data.status).toBe('final')
  expect(batch.result.data.requestIds).toContain(mint.request_id)
})

test('a request id that is given comes back, and a hostile one does not', async () => {
  const mine = randomUUID()
  const answer = async (id: string) => (await fetch(`${stack.url}/`, { headers: { 'x-request-id': id } })).headers.get('x-request-id')
  expect(await answer(mine)).toBe(mine)
  expect(await answer('<script>')).not.toBe('<script>')
})

test('test coins are paid by the command, and nonsense is told from an address', async () => {
  const paid = await stack.cairn('fund', '0x00000000000000000000000000000000000000ab')
  expect(paid.stdout).toContain('tUSD')
  expect((await stack.cairn('fund', '0x12')).code).toBe(1)
})
