import { describe, expect, it } from 'vitest'
import { answerRpc, type RpcAnswer } from '#server/api/rpc/jsonRpc.ts'
import { slotMethods } from '#server/api/rpc/methods.ts'
import type { Members } from '#server/compose/members.ts'
import { runBadInputs } from '#tests/support/badInputs.ts'

const txs = { lastBatch: async () => 7, receipt: async () => null }
const explorer = { batch: async (number: number) => ({ number }), stats: async () => ({ finalBatches: 6, lastFinalAt: null }) }
const members = { txs, explorer, chainHealth: async () => [], slotDeployment: async () => ({ chainId: 31338 }) } as unknown as Members
const failures: unknown[] = []
const server = {
  methods: new Map([...slotMethods(members), ['broken', () => Promise.reject(new Error('secret path /etc'))] as const]),
  onFailure: (error: unknown) => failures.push(error),
}
const ask = (body: unknown) => answerRpc(server, typeof body === 'string' ? body : JSON.stringify(body))
const call = (method: unknown, params?: unknown) => ask({ jsonrpc: '2.0', id: 1, method, ...(params === undefined ? {} : { params }) })

async function codeOf(answer: Promise<RpcAnswer | RpcAnswer[] | null>): Promise<number> {
  const given = await answer
  if (given === null || Array.isArray(given) || !('error' in given)) throw new Error(`no error: ${JSON.stringify(given)}`)
  return given.error.code
}

describe('the slot over JSON-RPC', () => {
  it('answers its methods', async () => {
    expect(await call('eth_chainId')).toEqual({ jsonrpc: '2.0', id: 1, result: '0x7a6a' })
    expect(await call('eth_blockNumber', [])).toEqual({ jsonrpc: '2.0', id: 1, result: '0x7' })
    expect(await call('cairn_getBatch', ['latest'])).toMatchObject({ result: { number: 7 } })
    expect(await call('cairn_getBatch', ['0x0'])).toMatchObject({ result: { number: 0 } })
    expect(await call('cairn_getReceipt', ['00000000-0000-4000-8000-000000000000'])).toMatchObject({ result: null })
    expect(await call('cairn_health')).toMatchObject({ result: { lastBatch: '0x7', finalBatches: '0x6' } })
  })

  it('keeps ids as they came, null too', async () => {
    for (const id of ['a', 0, -1.5, null]) expect(await ask({ jsonrpc: '2.0', id, method: 'eth_chainId' })).toMatchObject({ id })
  })

  it('says nothing about what broke inside, but reports it', async () => {
    const answer = await call('broken')
    expect(answer).toEqual({ jsonrpc: '2.0', id: 1, error: { code: -32603, message: 'Internal error' } })
    expect(failures).toHaveLength(1)
  })

  it('refuses a batch of 101', async () => {
    expect(await codeOf(ask(Array.from({ length: 101 }, (_, id) => ({ jsonrpc: '2.0', id, method: 'eth_chainId' }))))).toBe(-32600)
  })
})

runBadInputs('tests/server/api/rpc.test.ts', {
  L301: () => codeOf(ask('{"jsonrpc":"2.0",')),
  L303: () => codeOf(ask({ jsonrpc: '1.0', id: 1, method: 'eth_chainId' })),
  'L303-missing': () => codeOf(ask({ id: 1, method: 'eth_chainId' })),
  'L303-method': () => codeOf(call(5)),
  'L303-empty': () => codeOf(ask([])),
  'L303-id': () => codeOf(ask({ jsonrpc: '2.0', id: {}, method: 'eth_chainId' })),
  L304: () => codeOf(call('eth_sendTransaction')),
  'L304-proto': () => codeOf(call('__proto__')),
  L305: () => codeOf(call('eth_chainId', [1])),
  'L305-type': () => codeOf(call('cairn_getBatch', [7])),
  'L305-named': () => codeOf(call('cairn_getBatch', { number: '0x7' })),
  L313: () => codeOf(call('cairn_getBatch', ['7'])),
  'L313-zeros': () => codeOf(call('cairn_getBatch', ['0x07'])),
  async L307() {
    expect(await ask({ jsonrpc: '2.0', method: 'eth_chainId' })).toBeNull()
    expect(await ask({ jsonrpc: '2.0', method: 'nothing' })).toBeNull()
    expect(await ask([{ jsonrpc: '2.0', method: 'eth_chainId' }])).toBeNull()
    return 0
  },
  async L309() {
    const answers = await ask([
      { jsonrpc: '2.0', id: 1, method: 'eth_chainId' },
      5,
      { jsonrpc: '2.0', method: 'eth_chainId' },
      { jsonrpc: '2.0', id: 2, method: 'nothing' },
    ])
    expect(answers).toMatchObject([
      { id: 1, result: '0x7a6a' },
      { id: null, error: { code: -32600 } },
      { id: 2, error: { code: -32601 } },
    ])
    return 0
  },
})
