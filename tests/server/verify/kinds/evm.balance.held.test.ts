import { describe, expect, it } from 'vitest'
import { sampledBlocks, slicesOf } from '#server/verify/kinds/sampledBlocks.ts'
import { type Case, eth, gold, held, ledger, moved, native, usd, usdc } from './balanceCases.ts'
import { log, me, other, second } from './cases.ts'
import { blockRef, type FakeChain, isoAt, verifyOn, walletIn, word } from './fakeChain.ts'

const heldCases: Case[] = [
  ['all the time, untouched', held(), ledger({ [me]: 10n * usdc }, []), 'pass', 'never held less than 10 USDC'],
  [
    'more and less, never below',
    held(),
    ledger({ [me]: 12n * usdc }, [moved(200, me, other, 2n * usdc), moved(300, other, me, 5n * usdc)]),
    'pass',
    'never held less than 10 USDC',
  ],
  ['given away after the end', held(), ledger({ [me]: 10n * usdc }, [moved(901, me, other, usdc)]), 'pass'],
  [
    'come and gone in one block',
    held(),
    ledger({ [me]: 10n * usdc }, [moved(200, me, other, usdc), moved(200, other, me, usdc, { logIndex: 1 })]),
    'pass',
  ],
  [
    'moved between own wallets, in total',
    held({ measure: 'total' }),
    ledger({ [me]: 10n * usdc }, [moved(200, me, second, 9n * usdc)]),
    'pass',
  ],
  ['for so many seconds up to now', held({ at: { heldFor: 600 } }, {}), ledger({}, [moved(390, other, me, 10n * usdc)]), 'pass'],
  [
    'moved between own wallets',
    held(),
    ledger({ [me]: 10n * usdc }, [moved(200, me, second, 9n * usdc)]),
    'fail',
    'held only 1 USDC at block 200, 10 USDC needed',
  ],
  [
    'bought one block late',
    held(),
    ledger({}, [moved(101, other, me, 10n * usdc)]),
    'fail',
    'held only 0 USDC at block 100, 10 USDC needed',
  ],
  [
    'sold in the last block',
    held(),
    ledger({ [me]: 10n * usdc }, [moved(900, me, other, 1n)]),
    'fail',
    'held only 9.999999 USDC at block 900, 10 USDC needed',
  ],
  [
    'lent for one block in between',
    held(),
    ledger({ [me]: 10n * usdc }, [moved(500, me, other, usdc), moved(501, other, me, usdc)]),
    'fail',
    'held only 9 USDC at block 500, 10 USDC needed',
  ],
  ['bought too late for so many seconds', held({ at: { heldFor: 600 } }, {}), ledger({}, [moved(391, other, me, 10n * usdc)]), 'fail'],
  [
    'so far',
    held({}, { window: { from: isoAt(100), to: isoAt(5000) } }),
    ledger({ [me]: 10n * usdc }, []),
    'pending',
    'never held less than 10 USDC',
  ],
  ['already broken', held({}, { window: { from: isoAt(100), to: isoAt(5000) } }), ledger({}, []), 'fail'],
  ['before it begins', held({}, { window: { from: isoAt(3000), to: isoAt(5000) } }), ledger({ [me]: 10n * usdc }, []), 'pending'],
  ['a window without an end', held({}, {}), ledger({ [me]: 10n * usdc }, []), 'error'],
  [
    'a token that rebases',
    held(),
    ledger({ [me]: 10n * usdc }, [], { state: (read, block) => word(walletIn(read) === me ? 20n * usdc + BigInt(block) : 0n) }),
    'error',
  ],
  ['a transfer that is missing', held(), { ...ledger({ [me]: 10n * usdc }, [moved(300, other, me, usdc)]), logs: [] }, 'error'],
  [
    'logs that were not read to the end',
    held(),
    ledger({ [me]: 10n * usdc }, [], { spoil: (item) => (item.query.type === 'evm.logs' ? { ...item, complete: false } : item) }),
    'pending',
  ],
  ['a token that was not there yet', held(), ledger({}, [], { state: (_, block) => (block < 500 ? '0x' : word(0n)) }), 'fail'],
]

const coins = (amount: (block: number) => bigint): FakeChain => ({
  latest: 1000,
  finalized: 990,
  state: (read, block) => `0x${(walletIn(read) === me ? amount(block) : 0n).toString(16)}`,
})
const heldCoins = held({ token: native, gte: String(eth) })
const nativeCases: Case[] = [
  ['held at all sampled blocks', heldCoins, coins(() => eth), 'pass', 'held at least 1 ETH at all 53 sampled blocks'],
  ['gone for a tenth of the time', heldCoins, coins((block) => (block > 500 && block < 580 ? 0n : eth)), 'fail'],
  ['bought one block late', heldCoins, coins((block) => (block > 100 ? eth : 0n)), 'fail', 'held only 0 ETH at block 100, 1 ETH needed'],
  ['sold at the end', heldCoins, coins((block) => (block < 900 ? eth : 0n)), 'fail', 'held only 0 ETH at block 900, 1 ETH needed'],
  [
    'for so many seconds up to now',
    held({ token: native, gte: String(eth), at: { heldFor: 600 }, samples: 4 }, {}),
    coins((block) => (block < 390 ? 0n : eth)),
    'pass',
  ],
]

describe.each([
  ['by transfers', heldCases],
  ['by samples', nativeCases],
] as const)('evm.balance held for a time, %s', (_name, cases) => {
  it.each(cases)('%s', async (_case, rule, world, status, seen) => {
    const { verdict } = await verifyOn(world, rule)
    expect(verdict.status).toBe(status)
    if (seen !== undefined) expect(verdict.trace.seen[0]?.text.en).toBe(seen)
    for (const { text } of verdict.trace.seen) expect(text.ja).not.toBe('')
    if (status === 'error' || status === 'pending') expect(verdict.trace.next).toBeDefined()
  })
})

describe('evm.balance held for a time', () => {
  it('says of a rebasing token that its transfers show nothing', async () => {
    const rebasing = await verifyOn(ledger({}, [], { state: (_, block) => word(20n * usdc + BigInt(block)) }), held())
    expect(rebasing.verdict.trace.next?.en).toContain('cannot be shown by its transfers')
  })

  it('adds up pieces and wraps in a held interval', async () => {
    const batch = 'event TransferBatch(address indexed operator, address indexed from, address indexed to, uint256[] ids, uint256[] values)'
    const args = { operator: other, from: me, to: other, ids: [7n, 8n, 9n], values: [1n, 5n, 1n] }
    const sentAway = { ...log(1, batch, args), blockNumber: '300', blockHash: blockRef(300).hash, blockTime: blockRef(300).time }
    const world: FakeChain = {
      latest: 1000,
      finalized: 990,
      logs: [sentAway],
      state: (read, block) => word(walletIn(read) === me ? (block < 300 ? 3n : 2n) : 0n),
    }
    const rule = (gte: string) => held({ token: gold, gte })
    expect((await verifyOn(world, rule('4'))).verdict.status).toBe('pass')
    expect((await verifyOn(world, rule('5'))).verdict.trace.seen[0]?.text.en).toBe('held only 4 GOLD at block 300, 5 GOLD needed')

    const wrap = {
      ...log(1, 'event Deposit(address indexed dst, uint256 value)', { dst: me, value: usdc }),
      blockNumber: '300',
      blockHash: blockRef(300).hash,
    }
    const wrapped: FakeChain = {
      ...world,
      logs: [wrap],
      state: (read, block) => word(walletIn(read) === me ? (block < 300 ? 10n : 11n) * usdc : 0n),
    }
    expect((await verifyOn(wrapped, held({ token: { ...usd, wrapped: true } }))).verdict.status).toBe('pass')
    expect((await verifyOn(wrapped, held())).verdict.status).toBe('error')
  })

  it('samples blocks that depend on hashes after them, the same at every look', () => {
    const slices = slicesOf(100n, 900n, 16)
    expect(slices.width).toBe(32n)
    const hashes = new Map(slices.boundaries.map((block) => [block, blockRef(Number(block)).hash]))
    const ends = { from: 100n, to: blockRef(900) }
    const sampled = sampledBlocks(slices, hashes, ends)
    expect(sampled.length).toBeGreaterThanOrEqual(16)
    for (const block of sampled) expect(block > 100n && block < 900n).toBe(true)
    // A later look at an interval that moved on finds the same blocks where both look.
    const later = slicesOf(110n, 910n, 16)
    const again = sampledBlocks(later, new Map(later.boundaries.map((block) => [block, blockRef(Number(block)).hash])), {
      from: 110n,
      to: blockRef(910),
    })
    const inBoth = (blocks: readonly bigint[]) => blocks.filter((block) => block > 128n && block < 896n)
    expect(inBoth(again)).toEqual(inBoth(sampled))
    const others = new Map(slices.boundaries.map((block) => [block, blockRef(Number(block) + 5000).hash]))
    expect(sampledBlocks(slices, others, ends)).not.toEqual(sampled)
    expect(slicesOf(5n, 5n, 16).boundaries).toEqual([])
    expect(slicesOf(5n, 9n, 16)).toEqual({ width: 1n, boundaries: [6n, 7n, 8n, 9n] })
  })
})
