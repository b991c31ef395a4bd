import { connect } from 'node:net'
import { eq } from 'drizzle-orm'
import pino from 'pino'
import { createPublicClient, defineChain, http } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deployments, rollupBatches, rollupTxs, watcherBatches } from '#drizzle/schema/rollup.ts'
import { startRpc } from '#server/api/startRpc.ts'
import { composeSlotAccess } from '#server/compose/slotAccess.ts'
import { domainOf } from '#server/rollup/protocol/batch.ts'
import { P } from '#server/rollup/protocol/field.ts'
import { rootFromPath } from '#server/rollup/protocol/trees.ts'
import { encodeLedgerTx, type LedgerTx, signLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { systemClock } from '#server/shared/clock.ts'
import { anvilKeys } from '#tests/support/anvil.ts'
import { runBadInputs } from '#tests/support/badInputs.ts'
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts'
import { slotDomain } from '#tests/support/slotFixture.ts'
import {
  addressOf,
  newSequencer,
  openKeyless,
  openMembers,
  secretOf,
  signed,
  transfer,
  withdraw,
} from '../rollup/sequencer/ledgerFixture.ts'

let database: FreshDatabase
let engine: ReturnType<typeof newSequencer>
let rpc: Awaited<ReturnType<typeof startRpc>>
let url: string
const log = pino({ level: process.env.TEST_LOG ?? 'silent' })
const member = (account: number) => `0x${addressOf(account).toString(16).padStart(40, '0')}` as const

async function start(limits?: { waiting: number }) {
  const access = await composeSlotAccess({ db: database.db, clock: systemClock, receiptKey: anvilKeys[3], ...(limits ? { limits } : {}) })
  return startRpc({ access, close: async () => {}, log, port: 0, callsPerMinute: 100_000 })
}

beforeAll(async () => {
  database = await freshDatabase()
  const names = ['rollup', 'inbox']
  await database.db
    .insert(deployments)
    .values(names.map((name) => ({ name, chainId: slotDomain.chainId, address: slotDomain.rollup, blockNumber: 1 })))
  engine = newSequencer(database.db, { policy: { sealAfterMs: 0, maxOpen: 1000, maxProving: 1000 } })
  await openMembers(database.db, engine, 3)
  rpc = await start()
  url = `http://127.0.0.1:${rpc.port}/rpc`
})
afterAll(async () => {
  await rpc.stop()
  await database.drop()
})

type Answer = { status: number; result?: never; error?: { code: number; data?: { reason?: string; word?: number } } }
async function ask(method: string, params: unknown[] = [], to = url): Promise<Answer & { headers: Headers }> {
  const response = await fetch(to, { method: 'POST', body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }) })
  const body = (await response.json()) as Omit<Answer, 'status'>
  return { ...body, status: response.status, headers: response.headers }
}
const result = async <T = Record<string, unknown>>(method: string, ...params: unknown[]): Promise<T> => {
  const answer = await ask(method, params)
  if (answer.error) throw new Error(JSON.stringify(answer.error))
  return answer.result as unknown as T
}
const send = (words: readonly bigint[], to = url) => ask('cairn_sendTransaction', [words.map(String)], to)
const hashOf = async (words: readonly bigint[]) => (await result<{ txHash: string }>('cairn_sendTransaction', words.map(String))).txHash
const sealAll = async () => {
  while (await engine.sealNext());
}

describe('the slot over HTTP', () => {
  it('takes a tx, says where it stands, and shows what it did', async () => {
    const before = await result<string>('cairn_getBalance', 2)
    const txHash = await hashOf(transfer(0, { account: 2, to: 1, amount: 7n }))
    expect(await result('cairn_getReceipt', txHash)).toMatchObject({ status: 'accepted', kind: 'ledger', entry: 'transfer', txHash })
    expect(await result('eth_getTransactionCount', member(2), 'pending')).toBe('0x1')
    await sealAll()
    const receipt = await result<{ status: string; batch: number }>('cairn_getReceipt', txHash)
    expect(receipt).toMatchObject({ status: 'batched', batch: expect.any(Number) })
    expect(await result('cairn_getBalance', 2)).toBe(String(BigInt(before) - 7n))
    expect(await result('cairn_getAccount', `eip155:${member(2)}`)).toMatchObject({ index: 2, nonce: 1, evm: member(2) })
    expect(await result('cairn_getBatch', 'latest')).toMatchObject({ number: receipt.batch, ledgerTxs: [txHash] })
  })

  it('shows each withdrawal with its state', async () => {
    await hashOf(withdraw(1, { account: 2, amount: 4n, recipient: 0xbeefn }))
    await sealAll()
    const recipient = `0x${'beef'.padStart(40, '0')}`
    const [row] = await result<unknown[]>('cairn_getWithdrawals', { recipient })
    expect(row).toMatchObject({ account: 2, amount: '4', token: 0, recipient, state: 'sealed', lanes: { zk: 'waiting' }, paidAt: null })
    expect(await result('cairn_getWithdrawals', { account: 2 })).toHaveLength(1)
  })

  it('proves a leaf under the root of a batch', async () => {
    const proof = await result<{
      leaf: string
      path: [string, string][]
      state: { accountsRoot: string }
      stateRoot: string
      batch: number
    }>(...(['cairn_getProof', 'accounts', 2, 'latest'] as const))
    const path = proof.path.map(([a, b]) => [BigInt(a), BigInt(b)] as const)
    expect(rootFromPath(fastHasher, BigInt(proof.leaf), 2, path)).toBe(BigInt(proof.state.accountsRoot))
    const [row] = await database.db.select().from(rollupBatches).where(eq(rollupBatches.number, proof.batch))
    expect(BigInt(proof.stateRoot)).toBe(row?.newRoot)
  })

  it('lets viem connect', async () => {
    const chain = defineChain({
      id: slotDomain.chainId,
      name: 'Cairn',
      nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
      rpcUrls: { default: { http: [url] } },
    })
    const client = createPublicClient({ chain, transport: http(), cacheTime: 0 })
    expect(await client.getChainId()).toBe(slotDomain.chainId)
    const number = await client.getBlockNumber()
    const latest = await client.getBlock()
    expect(latest.number).toBe(number)
    expect((await client.getBlock({ blockHash: latest.hash })).number).toBe(number)
    expect((await client.getBlock({ blockNumber: number - 1n })).hash).toBe(latest.parentHash)
    const first = await client.getBlock({ blockNumber: 1n })
    expect((await client.getBlock({ blockNumber: 0n })).hash).toBe(first.parentHash)
    expect(await client.getBalance({ address: member(0) })).toBe(1000n)
    expect(await client.getTransactionCount({ address: member(2) })).toBe(2)
    const [hash] = (await client.getBlock({ blockNumber: number })).transactions
    if (!hash) throw new Error('the newest batch has a tx')
    expect(await client.getTransaction({ hash })).toMatchObject({ nonce: 1, from: member(2), blockNumber: number })
    expect(await client.getTransactionReceipt({ hash })).toMatchObject({ status: 'success', blockNumber: number })
    expect(await client.waitForTransactionReceipt({ hash, pollingInterval: 20 })).toMatchObject({ transactionHash: hash })
    expect(await client.getGasPrice()).toBe(0n)
    expect(await client.estimateGas({ account: member(0), to: member(1) })).toBe(0n)
    expect(await client.getLogs({ fromBlock: 0n, toBlock: number })).toEqual([])
    await expect(client.call({ to: member(1), data: '0x' })).rejects.toThrow(/runs no contracts/)
    await expect(client.getTransaction({ hash: `0x${'1'.repeat(64)}` })).rejects.toThrow(/could not be found/)
  })

  it('serves its document, health, and a 204 for notifications', async () => {
    const document = (await (await fetch(`${url}/openrpc.json`)).json()) as { openrpc: string; methods: { name: string }[] }
    expect(document.openrpc).toBe('1.3.2')
    expect(document.methods.map(({ name }) => name)).toContain('cairn_sendTransaction')
    expect((await fetch(url, { method: 'POST', body: JSON.stringify({ jsonrpc: '2.0', method: 'eth_chainId' }) })).status).toBe(204)
    for (const path of ['/healthz', '/readyz', '/metrics']) expect((await fetch(new URL(path, url))).status).toBe(200)
    expect(await result('cairn_health')).toMatchObject({ chainId: slotDomain.chainId, paused: false })
  })
})

let reason: unknown
const codeOf = async (call: Promise<Answer>) => {
  const { error, status } = await call
  reason = error?.data?.reason
  return error?.code ?? status
}
const changed = (words: readonly bigint[], at: number, change: (word: bigint) => bigint) =>
  words.map((word, i) => (i === at ? change(word) : word))
/** A tx that is accepted and that the state then refuses: the sum of all balances stays. */
async function refusedLater(tx: Extract<LedgerTx, { kind: 'transfer' }>) {
  const sum = async () =>
    (await Promise.all([0, 1, 2].map((account) => result<string>('cairn_getBalance', account)))).reduce((a, b) => a + BigInt(b), 0n)
  const before = await sum()
  const txHash = await hashOf(signed(tx))
  await sealAll()
  const receipt = await result<{ status: string; refusal: string }>('cairn_getReceipt', txHash)
  expect(receipt.refusal).toMatch(/^transfer\./)
  expect(await sum()).toBe(before)
  reason = receipt.status
  return 0
}

runBadInputs(
  'tests/server/api/rpcServer.db.test.ts',
  {
    async L315() {
      await hashOf(transfer(0))
      await sealAll()
      return codeOf(send(transfer(0, { amount: 2n })))
    },
    'L315-gap': () => codeOf(send(transfer(65))),
    'L315-wide': () => codeOf(send(changed(transfer(0), 0, (word) => word + (1n << 162n)))),
    async L317() {
      await hashOf(transfer(9))
      return codeOf(send(transfer(9, { amount: 2n })))
    },
    L319: () => codeOf(send(signed({ kind: 'transfer', account: 0, nonce: 5, fee: 0n, to: 1, token: 0, amount: 1n }, 77n))),
    'L319-slot'() {
      const domain = domainOf(1, slotDomain.rollup)
      const tx = { kind: 'transfer', account: 0, nonce: 5, fee: 0n, to: 1, token: 0, amount: 1n } as const
      return codeOf(send(encodeLedgerTx(signLedgerTx(fastHasher, tx, { domain, secret: secretOf(0) }))))
    },
    async L321() {
      const account = await openKeyless(database.db, engine)
      return codeOf(send(transfer(0, { account, to: 0 })))
    },
    L323: () => codeOf(send(changed(transfer(5), 2, () => P + 5n))),
    'L323-s': () => codeOf(send(changed(transfer(5), 8, (word) => word + P))),
    'L323-wide': () => codeOf(send(changed(transfer(5), 1, () => (1n << 256n) - 1n))),
    L325: () => refusedLater({ kind: 'transfer', account: 1, nonce: 0, fee: 0n, to: 40_000_000, token: 0, amount: 1n }),
    'L325-self': () => refusedLater({ kind: 'transfer', account: 1, nonce: 0, fee: 0n, to: 1, token: 0, amount: 1n }),
    L329: () => codeOf(send(changed(transfer(5), 6, () => 1n))),
    'L329-large': () => fetch(url, { method: 'POST', body: JSON.stringify({ params: ['a'.repeat(300 * 1024)] }) }),
    L333: () => codeOf(send(signed({ kind: 'revoke', credential: 0, reason: 1 }))),
    async L339() {
      const small = await start({ waiting: 3 })
      try {
        const to = `http://127.0.0.1:${small.port}/rpc`
        const before = await database.db.$count(rollupTxs)
        const answers = await Promise.all([20, 21, 22, 23, 24, 25, 26].map((nonce) => send(transfer(nonce), to)))
        const refused = answers.filter(({ status }) => status === 429)
        expect(refused.length).toBeGreaterThan(0)
        for (const { headers, error } of refused) {
          expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
          expect(error?.code).toBe(-32005)
        }
        expect(await database.db.$count(rollupTxs)).toBe(before + answers.length - refused.length)
        return refused[0] ?? { status: 0 }
      } finally {
        await small.stop()
      }
    },
    async L345() {
      const taken = await hashOf(transfer(30))
      await database.db.insert(watcherBatches).values({ batch: 1, derivedRoot: 1n, claimedRoot: 2n, agrees: 0 })
      await systemClock.sleep(300)
      try {
        return await codeOf(send(transfer(31)))
      } finally {
        await database.db.delete(watcherBatches)
        expect(await result('cairn_getReceipt', taken)).toMatchObject({ status: 'accepted' })
        await systemClock.sleep(300)
        await send(transfer(31))
      }
    },
    async L347() {
      const words = transfer(33).map(String)
      const receipt = await result('cairn_sendTransaction', words)
      const other = await start()
      try {
        const again = await ask('cairn_sendTransaction', [words], `http://127.0.0.1:${other.port}/rpc`)
        expect(again.result).toEqual(receipt)
      } finally {
        await other.stop()
      }
      return 0
    },
    TR50: () =>
      new Promise<number>((resolve, reject) => {
        const began = Date.now()
        const socket = connect(rpc.port, '127.0.0.1')
        socket.write('POST /rpc HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n')
        const drip = setInterval(() => socket.write('a'), 1000)
        let text = ''
        socket.on('data', (chunk) => {
          text += chunk
        })
        // A byte that is sent after the answer resets the connection: the answer counts.
        socket.on('error', (error) => text === '' && reject(error))
        socket.on('close', () => {
          clearInterval(drip)
          expect(Date.now() - began).toBeLessThan(15_000)
          resolve(Number(/^HTTP\/1.1 (\d+)/.exec(text)?.[1]))
        })
      }),
    'TR50-large': () => fetch(url, { method: 'POST', body: 'a'.repeat(300 * 1024) }),
  },
  () => reason,
)
