import fc from 'fast-check'
import { stringToHex } from 'viem'
import { describe, expect, it } from 'vitest'
import type { Call, Log, TransactionAccounts } from '#chains/reader.ts'
import { createBlockIndex, type Happened } from '#server/verify/follower/blockIndex.ts'
import { type ChainWatch, emptyWatch } from '#server/verify/follower/watch.ts'
import { mentions } from '#server/verify/kinds/mention.ts'

const address = (n: number) => `0x${n.toString(16).padStart(40, '0').replace(/^0/, 'a')}`
const word = (text: string) => `0x${text.slice(2).padStart(64, '0')}`
const wallets = [1, 2, 3, 4].map(address)
const contracts = [11, 12, 13].map(address)
const events = [21, 22].map((n) => word(address(n)))

const someOf = <T>(values: readonly T[]) => fc.subarray([...values])
const pairs = contracts.flatMap((contract) => events.map((event) => `${contract}|${event}`))
const watch: fc.Arbitrary<ChainWatch> = fc
  .record({
    logs: someOf(pairs),
    anyone: fc.oneof(fc.constant([]), someOf(pairs)),
    contracts: someOf(contracts),
    calls: fc.boolean(),
    wallets: someOf(wallets),
  })
  .map((one) => ({
    logs: new Set(one.logs),
    anyone: new Set(one.anyone),
    contracts: new Set(one.contracts),
    calls: one.calls,
    wallets: new Set(one.wallets),
    names: new Set(),
  }))

/** Where a log names a wallet: nowhere, in a topic, in a word of the data, packed at any byte, as text. */
const naming = fc.oneof(
  fc.constant({ topics: [] as string[], data: '0x' }),
  fc.constantFrom(...wallets).map((wallet) => ({ topics: [word(wallet)], data: '0x' })),
  fc.constantFrom(...wallets).map((wallet) => ({ topics: [], data: `0x${'0'.repeat(64)}${word(wallet).slice(2)}` })),
  fc
    .tuple(fc.constantFrom(...wallets), fc.nat(90))
    .map(([wallet, at]) => ({ topics: [], data: `0x${'ff'.repeat(at)}${wallet.slice(2)}ff` })),
  fc
    .tuple(fc.constantFrom(...wallets), fc.string({ maxLength: 50 }), fc.boolean())
    .map(([wallet, before, upper]) => ({ topics: [], data: stringToHex(`${before}${upper ? wallet.toUpperCase() : wallet}!`) })),
)
const call = fc.record({ from: fc.constantFrom(...wallets, address(9)), to: fc.constantFrom(...wallets, ...contracts) })
const happened: fc.Arbitrary<Happened> = fc
  .array(
    fc.record({
      call,
      logs: fc.array(fc.record({ contract: fc.constantFrom(...contracts), event: fc.constantFrom(...events), naming }), { maxLength: 3 }),
    }),
    {
      maxLength: 5,
    },
  )
  .map((txs) => ({
    calls: txs.map(({ call: { from, to } }, index): Pick<Call, 'hash' | 'from' | 'to'> => ({ hash: word(address(index)), from, to })),
    logs: txs.flatMap(({ logs }, index) =>
      logs.map(
        ({ contract, event, naming: { topics, data } }, at): Log => ({
          block: { number: 1n, hash: '0x1' },
          txHash: word(address(index)),
          index: at,
          address: contract,
          topics: [event, ...topics],
          data,
        }),
      ),
    ),
    named: [],
  }))

/** The same, said plainly: every step against every log and call. */
function expected(watches: readonly ChainWatch[], { calls, logs }: Happened): string[] {
  const senders = new Map(calls.map(({ hash, from }) => [hash, from]))
  const names = (one: Log, wallet: string) =>
    senders.get(one.txHash) === wallet || mentions({ topics: one.topics.slice(1), data: one.data }, wallet)
  return watches.flatMap((one, index) => {
    const byLog = logs.some((log) => {
      const event = `${log.address}|${log.topics[0]}`
      const mine = one.logs.has(event) || one.anyone.has(event) || one.contracts.has(log.address)
      return one.anyone.has(event) || (mine && [...one.wallets].some((wallet) => names(log, wallet)))
    })
    const byCall = one.calls && calls.some(({ from, to }) => one.wallets.has(from) || one.wallets.has(to ?? ''))
    return byLog || byCall ? [String(index)] : []
  })
}

describe('block index', () => {
  it('finds exactly the steps that a plain comparison of every rule with every log and call finds', () => {
    fc.assert(
      fc.property(fc.array(watch, { maxLength: 8 }), happened, fc.nat(7), (watches, blocks, gone) => {
        const index = createBlockIndex()
        for (const [key, one] of watches.entries()) index.add(String(key), one)
        expect([...index.match(blocks)].toSorted()).toEqual(expected(watches, blocks))
        index.remove(String(gone))
        expect([...index.match(blocks)].toSorted()).toEqual(expected(watches, blocks).filter((key) => key !== String(gone)))
      }),
      { numRuns: 300 },
    )
  })

  it('asks the node for watched contracts only, and for none once nobody watches', () => {
    const index = createBlockIndex()
    const [one, two] = contracts
    index.add('a', { ...emptyWatch(), wallets: new Set(wallets), logs: new Set([`${one}|${events[0]}`]) })
    index.add('b', { ...emptyWatch(), wallets: new Set(wallets), contracts: new Set([two ?? '']) })
    expect(index.contracts().toSorted()).toEqual([one, two])
    index.remove('a')
    index.remove('b')
    expect(index.contracts()).toEqual([])
    expect([...index.keys()]).toEqual([])
  })
})

const keys = ['Ann', 'Bob', 'Shop', 'Program', 'Memo', 'Mint', 'Coin']
const aKey = fc.constantFrom(...keys)
type Wanted = { wallet: string; signed: string[]; held: string[]; touched: string[] }
const wanted: fc.Arbitrary<Wanted> = fc.record({ wallet: aKey, signed: someOf(keys), held: someOf(keys), touched: someOf(keys) })
const watchOfNames = ({ wallet, signed, held, touched }: Wanted): ChainWatch => ({
  ...emptyWatch(),
  wallets: new Set([wallet]),
  names: new Set([...[...signed, ...held].map((other) => `${wallet}|${other}`), ...touched]),
})
const transaction: fc.Arbitrary<TransactionAccounts> = fc
  .record({
    signers: fc.subarray(keys, { minLength: 1, maxLength: 2 }),
    others: someOf(keys),
    holdings: fc.array(fc.record({ owner: aKey, mint: aKey }), { maxLength: 3 }),
  })
  .map(({ signers, others, holdings }) => ({ signers, accounts: [...new Set([...signers, ...others])], holdings }))

describe('block index of Solana', () => {
  it('finds the steps whose wallet signed for a program, holds a mint, or whose account is named, and no others', () => {
    fc.assert(
      fc.property(fc.array(wanted, { maxLength: 6 }), fc.array(transaction, { maxLength: 4 }), (all, named) => {
        const index = createBlockIndex()
        for (const [key, one] of all.entries()) index.add(String(key), watchOfNames(one))
        const plain = all.flatMap(({ wallet, signed, held, touched }, key) => {
          const pairs = [...signed, ...held]
          const concerned = named.some(
            ({ signers, accounts, holdings }) =>
              touched.some((one) => accounts.includes(one)) ||
              (signers.includes(wallet) && pairs.some((one) => accounts.includes(one))) ||
              holdings.some(({ owner, mint }) => owner === wallet && pairs.includes(mint)),
          )
          return concerned ? [String(key)] : []
        })
        expect([...index.match({ calls: [], logs: [], named })].toSorted()).toEqual(plain.toSorted())
        for (const key of all.keys()) index.remove(String(key))
        expect(index.match({ calls: [], logs: [], named }).size).toBe(0)
      }),
      { numRuns: 300 },
    )
  })
})
