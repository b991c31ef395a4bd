import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type L2Proxy, startL2Proxy } from './l2Proxy.ts'
import type { Verdict } from './postgresProxy.ts'

const rawTx = '0x02aa'
let node: Server
let received: string[]
let verdicts: Record<'before' | 'after', Verdict>
let proxy: L2Proxy

beforeEach(async () => {
  received = []
  verdicts = { before: 'pass', after: 'pass' }
  node = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    received.push(JSON.parse(body).method)
    response.end(JSON.stringify({ jsonrpc: '2.0', id: 1, result: '0x1' }))
  })
  await new Promise<void>((resolve) => node.listen(0, '127.0.0.1', resolve))
  const address = node.address()
  const port = typeof address === 'object' && address ? address.port : 0
  proxy = await startL2Proxy(`http://127.0.0.1:${port}`, { before: () => verdicts.before, after: () => verdicts.after })
})
afterEach(async () => {
  await proxy.stop()
  node.closeAllConnections()
  await new Promise((resolve) => node.close(resolve))
})

const call = (method: string, ...params: string[]) =>
  fetch(proxy.url, { method: 'POST', body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }) })
const send = () => call('eth_sendRawTransaction', rawTx)

it('hands calls on, sends among them', async () => {
  await call('eth_blockNumber')
  expect(await (await send()).json()).toMatchObject({ result: '0x1' })
  expect(received).toEqual(['eth_blockNumber', 'eth_sendRawTransaction'])
})

it('cuts before a send reaches the node, or before its answer reaches the process', async () => {
  verdicts.before = 'cut'
  await expect(send()).rejects.toThrow()
  expect(received).toEqual([])
  verdicts = { before: 'pass', after: 'cut' }
  await expect(send()).rejects.toThrow()
  expect(received).toEqual(['eth_sendRawTransaction'])
})

it('is away, busy, or swallows sends until they are released', async () => {
  proxy.set('away')
  await expect(call('eth_blockNumber')).rejects.toThrow()
  proxy.set('busy')
  const busy = await call('eth_blockNumber')
  expect([busy.status, busy.headers.get('retry-after')]).toEqual([429, '1'])
  proxy.set('swallow')
  expect(await (await send()).json()).toMatchObject({ result: expect.stringMatching(/^0x[0-9a-f]{64}$/) })
  expect(received).toEqual([])
  await proxy.release()
  expect(received).toEqual(['eth_sendRawTransaction'])
})
