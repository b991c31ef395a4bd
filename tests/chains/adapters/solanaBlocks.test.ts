import { createServer } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { solanaLocal } from '#chains/definitions/solana-local.ts'
import { isChainError } from '#chains/errors.ts'
import { openPool } from '#chains/pool/createPool.ts'

type Message = { id: unknown; method: string; params: [number, ...unknown[]] }
/** A block, an error of JSON-RPC, or an HTTP status. */
type Given = { result: unknown } | { error: { code: number; message: string } } | number

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/** A node that lists the slots 5 and 7 and answers each question for a whole block as it is told. */
async function startNode(answer: (slot: number) => Given) {
  const asked: { slot: number; config: unknown }[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { id, method, params } = JSON.parse(Buffer.concat(chunks).toString()) as Message
    const [slot, config] = params
    if (method === 'getBlock') asked.push({ slot, config })
    const lists: Record<string, unknown> = { getGenesisHash: 'local', getBlocksWithLimit: [5, 7].slice(0, config as number) }
    const given: Given = method === 'getBlock' ? answer(slot) : { result: lists[method] }
    response.writeHead(typeof given === 'number' ? given : 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(typeof given === 'number' ? {} : { jsonrpc: '2.0', id, ...given }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stops.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const pool = openPool(solanaLocal, { urls: { [solanaLocal.id]: url } })
  const [reader] = pool.readers
  if (reader?.vm !== 'solana') throw new Error('no reader')
  return { reader, pool, asked }
}

const key = (pubkey: string, signer = false) => ({ pubkey, signer, writable: signer, source: 'transaction' })
const transactions = [
  {
    version: 'legacy',
    transaction: { signatures: ['s'], accountKeys: [key('Ann', true), key('Bob', true), key('Program')] },
    meta: {
      err: null,
      preTokenBalances: null,
      postTokenBalances: [
        { accountIndex: 1, mint: 'Mint', owner: 'Cat' },
        { accountIndex: 2, mint: 'Old' },
      ],
    },
  },
  {
    version: 0,
    transaction: { signatures: ['t'], accountKeys: [key('Dan', true), { ...key('Table'), source: 'lookupTable' }] },
    meta: { err: { InstructionError: [0, 'Custom'] }, preTokenBalances: [{ accountIndex: 1, mint: 'Mint', owner: 'Eve' }] },
  },
  { version: 0, transaction: { signatures: ['u'], accountKeys: [key('Fay', true)] }, meta: null },
]
const block = (slot: number): Given => ({ result: { blockhash: `hash ${slot}`, parentSlot: slot - 1, transactions } })

describe('blocks of Solana', () => {
  it('hold whom each transaction names, whatever its version and outcome', async () => {
    const { reader, asked } = await startNode(block)
    const blocks = await reader.blocksWithAccounts(4n, 2)
    expect(blocks.map(({ number, hash }) => [number, hash])).toEqual([
      [5n, 'hash 5'],
      [7n, 'hash 7'],
    ])
    expect(blocks[0]?.transactions).toEqual([
      { signers: ['Ann', 'Bob'], accounts: ['Ann', 'Bob', 'Program'], holdings: [{ owner: 'Cat', mint: 'Mint' }] },
      { signers: ['Dan'], accounts: ['Dan', 'Table'], holdings: [{ owner: 'Eve', mint: 'Mint' }] },
      { signers: ['Fay'], accounts: ['Fay'], holdings: [] },
    ])
    expect(asked.map(({ slot }) => slot)).toEqual([5, 7])
    expect(asked[0]?.config).toMatchObject({ commitment: 'confirmed', transactionDetails: 'accounts', rewards: false })
  })

  it.each<[string, (slot: number) => Given, string, number]>([
    [
      'a listed block is not there yet',
      (slot) => (slot === 5 ? block(slot) : { error: { code: -32004, message: 'not available' } }),
      'behind',
      2,
    ],
    ['a listed block was cleaned up', () => ({ error: { code: -32001, message: 'cleaned up' } }), 'behind', 2],
    ['the node does not know the method', () => ({ error: { code: -32601, message: 'Method not found' } }), 'unsupported', 1],
    ['a transaction is of a newer kind', () => ({ error: { code: -32015, message: 'version 2' } }), 'bad-answer', 1],
    ['the answer is nonsense', () => ({ result: { blockhash: 'h' } }), 'unreachable', 1],
    ['it is forbidden', () => 403, 'forbidden', 1],
    ['it is limited', () => 429, 'rate-limited', 1],
  ])('are none, and no fault of the endpoint, when %s', async (_why, answer, reason, times) => {
    const { reader, pool, asked } = await startNode(answer)
    const error = await reader.blocksWithAccounts(4n, 2).catch((thrown: unknown) => thrown)
    expect(isChainError(error) && error.reason).toBe(reason)
    expect(asked.length).toBe(times)
    expect(pool.snapshot()).toMatchObject([{ standing: 'ready', out: null, success: 1 }])
  })
})
