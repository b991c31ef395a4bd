import { describe, expect, it } from 'vitest'
import { newAccount } from '#server/rollup/protocol/constants.gen.ts'
import type { InboxTx } from '#server/rollup/protocol/words.ts'
import { accepts, alice, baseSlot, batch, bob, domain, issuer, run, solanaWord } from './fixture.ts'
import { changeWord } from './mutations.ts'
import { deposit, openQuest, runBatch, type Slot } from './slotModel.ts'

const owner = { account: 0, sender: alice, issuer }
const limit = 1n << 96n
const tooMany = Number(3n ** 13n)

function slotAfter(...inbox: InboxTx[]): Slot {
  const slot = baseSlot()
  runBatch(slot, domain, batch({ timestamp: 960, inbox }))
  return slot
}
/** Accounts 9 to 17 opened, so 3 to 8 are skipped indices below the count. */
function slotWithGap(): Slot {
  const slot = baseSlot()
  runBatch(slot, domain, batch({ timestamp: 960, opens: Array.from({ length: 9 }, () => bob) }))
  return slot
}

/** Both directions: the true decision is provable, the opposite one, with the state and the bit that go with it, is not. */
const cases: [string, InboxTx, boolean, (() => Slot)?][] = [
  ['deposit to an account', deposit(2, 5n), true],
  ['deposit of nothing', deposit(2, 0n), true],
  ['deposit up to the width of a vault', deposit(1, limit - 1001n), true],
  ['deposit one over the width of a vault', deposit(1, limit - 1000n), false],
  ['deposit of another token', deposit(2, 5n, { token: 1 }), false],
  ['deposit to an account that is not there', deposit(3, 5n), false],
  ['deposit to a skipped account', deposit(4, 5n), true, slotWithGap],
  ['deposit to a new EVM account', deposit(newAccount, 5n, { wallet: bob }), true],
  ['deposit to a new Solana account', deposit(newAccount, 5n, { wallet: solanaWord }), true],
  ['deposit to a new account for nobody', deposit(newAccount, 5n, { wallet: 0n }), false],
  ['deposit to a new account for an address of 161 bits', deposit(newAccount, 5n, { wallet: 1n << 160n }), false],
  ['deposit to a new account of kind 2', deposit(newAccount, 5n, { wallet: (2n << 248n) + 1n }), false],
  ['deposit to a new account of kind 48, just below p', deposit(newAccount, 5n, { wallet: (48n << 248n) + 1n }), false],
  ['deposit to a new account in another token', deposit(newAccount, 5n, { wallet: bob, token: 80 }), false],
  ['open a quest', openQuest(8, owner), true],
  ['open the last quest of the tree', openQuest(tooMany - 1, owner), true],
  ['open a quest outside of the tree', openQuest(tooMany, owner), false],
  ['open a quest at a taken index', openQuest(3, owner), false],
  ['open a quest as somebody else', openQuest(8, { ...owner, sender: bob }), false],
  ['open a quest for an account that is not there', openQuest(8, { ...owner, account: 3 }), false],
  ['open a quest for a skipped account', openQuest(8, { ...owner, account: 4 }, { pool: 0n, feePool: 0n }), false, slotWithGap],
  [
    'open a quest for a skipped account as nobody',
    openQuest(8, { account: 4, sender: 0n, issuer }, { pool: 0n, feePool: 0n }),
    false,
    slotWithGap,
  ],
  ['open a quest for a Solana account as nobody', openQuest(8, { account: 2, sender: 0n, issuer }, { pool: 0n, feePool: 0n }), true],
  ['open a quest for one second', openQuest(8, owner, { opensAt: 50, closesAt: 50 }), true],
  ['open a quest that closes before it opens', openQuest(8, owner, { opensAt: 51, closesAt: 50 }), false],
  ['open a quest without supply', openQuest(8, owner, { supply: 0 }), false],
  ['open a quest with the whole vault', openQuest(8, owner, { pool: 4300n, feePool: 0n }), true],
  ['open a quest with one more than the vault', openQuest(8, owner, { pool: 4300n, feePool: 1n }), false],
  ['open a quest with pools of full width', openQuest(8, owner, { pool: (1n << 112n) - 1n, feePool: (1n << 112n) - 1n }), false],
  ['open a quest that rewards another token', openQuest(8, owner, { rewardToken: 1 }), false],
  ['open a quest with the key 0', openQuest(8, owner, { issuerKeyX: 0n, issuerKeyY: 0n }), false],
  ['open a quest with a key off the curve', openQuest(8, owner, { issuerKeyX: 1n, issuerKeyY: 2n }), false],
  ['open a quest with every field at its width', openQuest(8, owner, widest()), true],
]

function widest() {
  const fields = { previous: 2 ** 21 - 1, closesAt: 2 ** 40 - 1, supply: 2 ** 32 - 1, points: 2 ** 32 - 1, category: 2 ** 16 - 1 }
  return { ...fields, expiresAfter: 2 ** 40 - 1, rewardPerMint: limit - 1n, feePerMint: limit - 1n }
}

describe('inbox items: ok is provable if and only if the rules say so', () => {
  for (const [name, tx, applied, slot] of cases) {
    it(`${name}: ${applied ? 'applied' : 'refused'}`, async () => {
      const honest = run({ inbox: [tx] }, slot?.())
      expect(honest.public.effects).toBe(applied ? 1n : 0n)
      expect(await accepts(honest)).toBe(true)
      expect(await accepts(run({ inbox: [tx], lies: [0] }, slot?.()))).toBe(false)
    })
  }

  it('items see what the items before them did', async () => {
    const fresh = deposit(newAccount, 700n, { wallet: bob })
    const inputs = run({ inbox: [fresh, openQuest(8, { account: 3, sender: bob, issuer }), openQuest(8, owner)] })
    expect(inputs.public.effects).toBe(0b011n)
    expect(await accepts(inputs)).toBe(true)
  })
})

describe('words that the contract never queues make a batch unprovable', () => {
  const entry = 22
  const words: [string, InboxTx, number, bigint][] = [
    ['kind 3', deposit(2, 5n), 0, 2n],
    ['bits above the sender', deposit(2, 5n), 0, 1n << 194n],
    ['bits above the amount', deposit(2, 5n), 1, 1n << 104n],
    ['a wallet beside an existing account', deposit(2, 5n), 2, bob],
    ['a fourth word of a deposit', deposit(2, 5n), 3, 1n],
    ['a ninth word of a quest', openQuest(3, owner), 8, 1n],
    ['bits above the schedule', openQuest(3, owner), 4, 1n << 201n],
    ['bits above the prices', openQuest(3, owner), 5, 1n << 200n],
    ['bits above the pools', openQuest(3, owner), 7, 1n << 224n],
    ['rules of 249 bits', openQuest(3, owner), 6, 1n],
  ]
  for (const [name, tx, at, added] of words) {
    it(name, async () => expect(await accepts(changeWord(run({ inbox: [tx] }, slotAfter()), entry + at, (v) => v + added))).toBe(false))
  }
})
