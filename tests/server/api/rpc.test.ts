import { describe, expect, it } from 'vitest'
import { answerRpc, type RpcAnswer } from '#server/api/rpc/jsonRpc.ts'
import { methodsOf, slotDefinitions } from '#server/api/rpc/methods.ts'
import { openRpc } from '#server/api/rpc/openRpc.ts'
import type { SlotAccess } from '#server/compose/slotAccess.ts'
import { CairnError } from '#server/shared/errors.ts'
import { runBadInputs } from '#tests/support/badInputs.ts'

const batch = {
  ...{ number: 7, circuit: 'small', status: 'final', timestamp: 5, credentials: 1, accounts: 0, inboxFrom: 0, inboxTo: 0 },
  ...{ oldRoot: 1n, newRoot: 2n, dataCommit: 3n, wordsHash: 4n, calldata: '0x', sealedAt: new Date(0) },
  ...{ proposeTx: null, voteTx: null, proposedAt: null, provenAt: null, finalAt: null },
}
const views = {
  newestBatch: async (status?: string) => (status === 'final' ? 6 : 7),
  batch: async (number: number) => (number === 7 ? batch : null),
  txHashes: async () => [],
  txById: async () => null,
  txByHash: async () => null,
  accountOf: async () => null,
  health: async () => ({ waiting: 0, open: 1, paused: false }),
}
const slot = { chainId: 31_338, rollup: `0x${'1'.repeat(40)}`, inbox: `0x${'2'.repeat(40)}`, receiptSigner: `0x${'3'.repeat(40)}` }
const submit = async () => {
  throw new CairnError('rate.limited', 'Later.', { meta: { retryAfterSeconds: 2 } })
}
const access = { slot, views, submit, account: async () => null, proof: async () => null } as unknown as SlotAccess
const failures: unknown[] = []
const server = {
  methods: new Map([...methodsOf(slotDefinitions(access)), ['broken', () => Promise.reject(new Error('secret path /etc'))] as const]),
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
    expect(await call('cairn_getBatch', ['0x0'])).toMatchObject({ result: null })
    expect(await call('cairn_getReceipt', ['00000000-0000-4000-8000-000000000000'])).toMatchObject({ result: null })
    expect(await call('cairn_health')).toMatchObject({ result: { lastBatch: 7, finalBatch: 6 } })
  })

  it('keeps ids as they came, null too', async () => {
    for (const id of ['a', 0, -1.5, null]) expect(await ask({ jsonrpc: '2.0', id, method: 'eth_chainId' })).toMatchObject({ id })
  })

  it('says nothing about what broke inside, but reports it', async () => {
    const answer = await call('broken')
    expect(answer).toEqual({ jsonrpc: '2.0', id: 1, error: { code: -32603, message: 'Internal error' } })
    expect(failures).toHaveLength(1)
  })

  it('says what is full and when to come back, and what is refused by name', async () => {
    const words = Array.from({ length: 10 }, () => '0')
    expect(await call('cairn_sendTransaction', [words])).toMatchObject({ error: { code: -32005, data: { retryAfterSeconds: 2 } } })
    expect(await call('eth_call', [{ to: slot.rollup }])).toMatchObject({ error: { code: -32000 } })
  })

  it('has a document that names every method and its parameters as they are', async () => {
    const definitions = slotDefinitions(access)
    const document = JSON.parse(JSON.stringify(openRpc(definitions, '1')))
    expect(document.methods.map(({ name }: { name: string }) => name)).toEqual([...methodsOf(definitions).keys()])
    for (const { name, params, result } of document.methods) {
      expect(result.schema).toBeTypeOf('object')
      const required = params.filter((param: { required: boolean }) => param.required).length
      const missing = await call(name, Array(Math.max(0, required - 1)).fill(null))
      if (required > 0) expect(missing).toMatchObject({ error: { code: -32602 } })
      expect(await call(name, Array(params.length + 1).fill(null))).toMatchObject({ error: { code: -32602 } })
    }
    const sent = document.methods.find(({ name }: { name: string }) => name === 'cairn_sendTransaction')
    expect(sent.params[0]).toMatchObject({ name: 'words', required: true, schema: { type: 'array', minItems: 10, maxItems: 10 } })
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
  'L305-words': () => codeOf(call('cairn_sendTransaction', [Array(9).fill('0')])),
  'L313-words': () => codeOf(call('cairn_sendTransaction', [['01', ...Array(9).fill('0')]])),
  'L313-odd': () => codeOf(call('eth_getTransactionByHash', [`0x${'a'.repeat(63)}`])),
  'L313-upper': () => codeOf(call('cairn_getReceipt', [`0x${'A'.repeat(64)}`])),
  L311: () => codeOf(call('eth_sendRawTransaction', ['0x02'])),
  L341: () => codeOf(call('eth_getLogs', [{ fromBlock: '0x0', toBlock: '0x989680' }])),
  'L341-reversed': () => codeOf(call('eth_getLogs', [{ fromBlock: '0x7', toBlock: '0x1' }])),
  L343: () => codeOf(call('cairn_getProof', ['accounts', 0, '0x8'])),
  'L343-tree': () => codeOf(call('cairn_getProof', ['nodes', 0])),
  'L343-balance': () => codeOf(call('eth_getBalance', [slot.rollup, '0x64'])),
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
