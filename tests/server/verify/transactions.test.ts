import fc from 'fast-check'
import type { Hex } from 'viem'
import { describe, expect, it } from 'vitest'
import { appA } from '#chains/definitions/app-a.ts'
import { createEvmEvidence } from '#server/verify/evidence/evmEvidenceClient.ts'
import { readLimits } from '#server/verify/evidence/items.ts'
import { sendingBlocks } from '#server/verify/evidence/sendingBlocks.ts'
import type { TransactionRecord, TransactionsQuery } from '#server/verify/query.ts'
import { createFakeChain, type FakeChain, readFakeChain, type Sent } from './fakeChain.ts'

const address = (byte: string) => `0x${byte.repeat(20)}` as Hex
const [ann, bob, safe, smart, stranger] = [address('a1'), address('a2'), address('5a'), address('4e'), address('b0')]
const [target, elsewhere] = [address('c0'), address('c1')]
const wallets = [ann, bob, safe, smart]

const query = (more: Partial<TransactionsQuery> = {}): TransactionsQuery => ({
  type: 'evm.transactions',
  chain: appA.id,
  role: 'sent',
  to: [target],
  wallets,
  ...more,
})

function clientOf(chain: FakeChain, options: { history?: number; limits?: Partial<typeof readLimits> } = {}) {
  const { reader, asked } = readFakeChain(chain, options)
  const limits = { ...readLimits, ...options.limits }
  const evidence = createEvmEvidence(reader, limits)
  const read = async (one: TransactionsQuery) => {
    const item = (await evidence.read([one], await reader.head())).get(one)
    if (item?.query.type !== 'evm.transactions') throw new Error('no item')
    return { ...item, records: item.records as TransactionRecord[] }
  }
  return { read, asked }
}

/** What a query must find, told from the chain itself. */
function expected(chain: FakeChain, { role, to, wallets }: TransactionsQuery): string[] {
  return chain.blocks.flatMap(({ sent }) =>
    sent
      .filter((one) => {
        if (role === 'received') return one.to !== null && wallets.includes(one.to)
        const mine = wallets.includes(one.from) || one.acts?.some(({ wallet }) => wallets.includes(wallet))
        const named = to.length === 0 || to.some((address) => one.to === address || one.input?.includes(address.slice(2)))
        return mine === true && named
      })
      .map(({ hash }) => hash),
  )
}

const sent: fc.Arbitrary<Sent> = fc.record({
  from: fc.constantFrom(ann, bob, stranger, stranger),
  to: fc.constantFrom(target, elsewhere, safe, ann, null),
  input: fc.constantFrom(
    '0x',
    `0x11223344${target.slice(2).padStart(64, '0')}`,
    `0x11223344${elsewhere.slice(2).padStart(64, '0')}`,
  ) as fc.Arbitrary<Hex>,
  value: fc.bigInt({ min: 0n, max: 3n }),
  failed: fc.boolean(),
  acts: fc.array(fc.record({ wallet: fc.constantFrom(safe, smart, stranger), how: fc.constantFrom('safe', 'operation') }), {
    maxLength: 2,
  }),
})

const step = fc.record({
  gap: fc.constantFrom(0, 0, 1, 3, 20, 100),
  mined: fc.array(fc.array(sent, { maxLength: 2 }), { maxLength: 4 }),
  reorg: fc.integer({ min: 0, max: 4 }),
  finalize: fc.integer({ min: 0, max: 120 }),
})
const queries = fc.constantFrom(
  query(),
  query({ to: [] }),
  query({ wallets: [ann] }),
  query({ wallets: [safe, smart], to: [target, elsewhere] }),
  query({ role: 'received', to: [] }),
)

describe('transactions of wallets', () => {
  it('are the same whichever way they are found, whatever happens above finality', () => {
    return fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), queries, async (steps, one) => {
        const chain = createFakeChain()
        const clients = [clientOf(chain), clientOf(chain, { history: 4 })]
        for (const { gap, mined, reorg, finalize } of steps) {
          chain.reorg(reorg)
          for (let index = 0; index < gap; index++) chain.mine()
          for (const block of mined) chain.mine(...block)
          chain.finalize(chain.finalized() + finalize)
          const items = await Promise.all(clients.map(({ read }) => read(one)))
          for (const item of items) {
            expect(item.problem).toBeUndefined()
            expect(item.complete).toBe(true)
            expect(item.records.map(({ txHash }) => txHash).toSorted()).toEqual(expected(chain, one).toSorted())
          }
          expect(items[0]?.records).toEqual(items[1]?.records)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('are found in a long history with few questions', async () => {
    const chain = createFakeChain()
    const marks = [17, 9_000, 9_001, 29_999]
    for (let number = 1; number <= 30_000; number++) {
      if (marks.includes(number)) chain.mine({ from: ann, to: target })
      else chain.mine()
    }
    chain.finalize(29_990)
    const { read, asked } = clientOf(chain)
    const item = await read(query())
    expect(item.records.map(({ blockNumber }) => Number(blockNumber))).toEqual(marks)
    expect(asked.states).toBeLessThan(4 * 2 * 15 + 20)
    expect(asked.blocks.length).toBeLessThan(20)
    const before = { ...asked, blocks: asked.blocks.length }
    chain.mine({ from: bob, to: target })
    expect((await read(query())).records).toHaveLength(5)
    // Only blocks above finality are looked at again.
    expect(asked.blocks.slice(before.blocks).every((number) => number > 29_990n)).toBe(true)
  })

  it('are scanned a piece at a time when the node has no history, and the item says how far', async () => {
    const chain = createFakeChain()
    for (let number = 1; number <= 100; number++) {
      if (number % 10 === 0) chain.mine({ from: ann, to: target })
      else chain.mine()
    }
    chain.finalize(100)
    const { read } = clientOf(chain, { history: 4, limits: { callBlocks: 40n } })
    const passes = [await read(query()), await read(query()), await read(query())]
    expect(passes.map(({ records, complete, toBlock }) => [records.length, complete, toBlock])).toEqual([
      [3, false, '39'],
      [7, false, '79'],
      [10, true, '100'],
    ])
  })

  it('of a busy wallet are read a piece at a time', async () => {
    const chain = createFakeChain()
    for (let number = 1; number <= 100; number++) chain.mine({ from: ann, to: target })
    chain.finalize(100)
    const { read } = clientOf(chain, { limits: { callBlocks: 60n } })
    expect((await read(query())).toBlock).toBe('59')
    expect(await read(query())).toMatchObject({ complete: true, records: { length: 100 } })
  })

  it('that were pasted are found outside the range, only for those who made them', async () => {
    const chain = createFakeChain()
    chain.mine(
      { from: ann, to: target },
      { from: stranger, to: target },
      { from: stranger, to: elsewhere, acts: [{ wallet: smart, how: 'operation' }], input: target },
    )
    for (let number = 0; number < 50; number++) chain.mine()
    const hashes = chain.blocks[1]?.sent.map(({ hash }) => hash) ?? []
    const { read } = clientOf(chain)
    expect((await read(query({ fromBlock: '30' }))).records).toEqual([])
    const found = await read({ ...query({ to: [] }), role: 'pasted', hashes: [...hashes, 'not a hash', `0x${'9'.repeat(64)}`] })
    expect(found.records.map(({ txHash }) => txHash)).toEqual([hashes[0], hashes[2]].toSorted())
    expect(found.records.find(({ txHash }) => txHash === hashes[2])?.accountLogs).toHaveLength(1)
  })

  it('say what they created', async () => {
    const chain = createFakeChain()
    chain.mine({ from: ann, to: null, input: '0x6000' })
    const { read } = clientOf(chain)
    expect((await read(query({ to: [] }))).records).toMatchObject([{ to: '', created: expect.stringMatching(/^0x[0-9a-f]{40}$/) }])
  })
})

describe('search by counts', () => {
  it('gives every block in which a count rises', () => {
    return fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 30 }),
        fc.integer({ min: 0, max: 200 }),
        async (sends, start) => {
          const range = { from: BigInt(start), to: 400n }
          const found = await sendingBlocks(range, [ann], async (asks) =>
            asks.map(({ at }) => BigInt(sends.filter((block) => BigInt(block) <= at).length)),
          )
          const wanted = sends.filter((block) => block >= start)
          expect(wanted.every((block) => found.includes(BigInt(block)))).toBe(true)
          expect(found.length).toBeLessThanOrEqual(2 * wanted.length)
        },
      ),
    )
  })
})
