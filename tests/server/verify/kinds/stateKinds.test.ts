import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Bundle, bundleDigest } from '#server/verify/evidence.ts'
import type { EvidenceItem } from '#server/verify/query.ts'
import { chain, contract, me, other, second } from './cases.ts'
import { blockRef, type FakeChain, isoAt, verifyOn, word } from './fakeChain.ts'

const leaf = (kind: string, params: object, around: object = {}) => ({ kind, chain, params, ...around })
const usd = { standard: 'erc20', address: contract, decimals: 6, symbol: 'USDC' }
const art = { standard: 'erc721', address: contract, symbol: 'ART' }
const window = { window: { from: isoAt(10), to: isoAt(90) } }
const trait = { function: 'function rarity(uint256 tokenId) view returns (uint8 level)', where: [{ arg: 'level', op: 'gte', value: '3' }] }

const rules: Record<string, object> = {
  balance: leaf('evm.balance', { token: usd, gte: '10' }),
  'balance in total': leaf('evm.balance', { token: { standard: 'native' }, gte: '10', measure: 'total' }),
  'balance at a block': leaf('evm.balance', { token: usd, gte: '10', at: { block: '50' } }),
  ids: leaf('evm.balance', { token: { ...art, ids: ['1', '2'] }, gte: '1' }),
  trait: leaf('evm.balance', { token: { ...art, trait }, gte: '1' }),
  held: leaf('evm.balance', { token: usd, gte: '10', at: 'window' }, window),
  'held pieces': leaf(
    'evm.balance',
    { token: { standard: 'erc1155', address: contract, symbol: 'G', ids: ['1'] }, gte: '1', at: 'window' },
    window,
  ),
  'held coins': leaf('evm.balance', { token: { standard: 'native' }, gte: '10', at: { heldFor: 60 }, samples: 4 }),
  read: leaf('evm.read', {
    to: contract,
    function: 'function f(address who) view returns (uint256 a, (bool ok, bytes data)[] list)',
    args: ['$account'],
    where: [{ arg: 'a', op: 'gte', value: '10' }],
  }),
  transactions: leaf('evm.account', { what: 'transactions', gte: 10 }),
  age: leaf('evm.account', { what: 'age', seconds: 60 }),
  deployed: leaf('evm.account', { what: 'deployed', gte: 1 }),
  smartAccount: leaf('evm.account', { what: 'smartAccount', is: true }),
  ensPrimaryName: leaf('evm.account', { what: 'ensPrimaryName' }),
}

const junk = fc.oneof(
  fc.constantFrom(
    null,
    undefined,
    '',
    '0x',
    'x',
    -1,
    1e30,
    {},
    [],
    word(10n),
    word(me),
    word(other),
    blockRef(100),
    blockRef(200),
    `0x${'f'.repeat(64)}`,
  ),
  fc.string(),
  fc.integer(),
  fc.bigInt().map(String),
)
const state = fc.record({ value: junk, block: fc.oneof(junk, fc.record({ number: junk, hash: junk, time: junk })) }, { requiredKeys: [] })
const logRecord = fc.record(
  {
    blockNumber: junk,
    blockHash: junk,
    blockTime: junk,
    txHash: junk,
    logIndex: junk,
    address: fc.constantFrom(contract, other),
    topics: fc.array(fc.string()),
    data: fc.string(),
  },
  { requiredKeys: ['address', 'topics', 'data'] },
)
// A record with a block number would be an answer, and might rightly be enough.
const first = fc.record({ blockNumber: fc.constantFrom(null, '', 'x', -1, {}), blockHash: junk, blockTime: junk }, { requiredKeys: [] })

describe('kinds over the state of a chain', () => {
  it('never throw and never pass on records that nobody asked for in that form', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.values(rules)),
        fc.array(fc.tuple(state, logRecord, first), { minLength: 1, maxLength: 6 }),
        async (rule, made) => {
          let at = 0
          const spoil = (item: EvidenceItem) => {
            const [one, log, began] = made[at++ % made.length] ?? []
            // No block number is that of a block that counts, so nothing here may be enough.
            const record = item.query.type === 'evm.logs' ? log : item.query.type === 'evm.firstTransaction' ? began : one
            return {
              ...item,
              head: { latest: blockRef(132), safe: blockRef(99), finalized: blockRef(99) },
              records: [record],
            } as EvidenceItem
          }
          const { verdict } = await verifyOn({ spoil }, rule)
          expect(['fail', 'pending', 'error']).toContain(verdict.status)
        },
      ),
      { numRuns: 200 },
    )
  }, 30_000)

  it.each(Object.entries(rules))('%s: every changed byte of the evidence gives another digest', async (_name, rule) => {
    const world: FakeChain = { state: (read) => (read.what === 'call' ? word(5n) : '0x5'), first: { [me]: 3, [second]: 5 } }
    const { bundle, digest } = await verifyOn(world, rule)
    const text = JSON.stringify(bundle)
    expect(bundleDigest(JSON.parse(text))).toBe(digest)
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom(...'0123456789abcdefx'), (index, character) => {
        const stored = parsed(text.slice(0, index) + character + text.slice(index + 1))
        if (stored !== null && JSON.stringify(stored) !== text) expect(bundleDigest(stored)).not.toBe(digest)
      }),
      { numRuns: 100 },
    )
  })
})

/** Null where the changed text is no JSON any more. */
function parsed(text: string): Bundle | null {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
