import { describe, expect, it } from 'vitest'
import { newAccount } from '#server/rollup/protocol/constants.gen.ts'
import type { InboxTx } from '#server/rollup/protocol/words.ts'
import {
  accepts,
  alice,
  baseSlot,
  batch,
  bob,
  deposit,
  domain,
  issuer,
  linkedWallet,
  openQuest,
  run,
  setKey,
  solanaWord,
} from './fixture.ts'
import type { Slot } from './modelSlot.ts'
import { runBatch } from './slotModel.ts'

/** What the shared vectors (vectors.circuit.test.ts, both directions of every case) leave out: extreme words, and items that meet each other. */
const owner = { account: 0, authoriser: alice, issuer }
const limit = 1n << 96n
const widePool = (1n << 112n) - 1n

/** Accounts 9 to 17 opened, so 3 to 8 are skipped indices below the count. */
function slotWithGap(): Slot {
  const slot = baseSlot()
  runBatch(slot, domain, batch({ timestamp: 960, opens: Array.from({ length: 9 }, () => bob) }))
  return slot
}

const cases: [string, InboxTx, boolean, (() => Slot)?][] = [
  ['deposit to a new account of kind 2', deposit(newAccount, 5n, { wallet: (2n << 248n) + 1n }), false],
  ['deposit to a new account of kind 48, just below p', deposit(newAccount, 5n, { wallet: (48n << 248n) + 1n }), false],
  ['deposit to a new account in token 255', deposit(newAccount, 5n, { wallet: bob, token: 255 }), false],
  ['deposit to a new Solana account', deposit(newAccount, 5n, { wallet: solanaWord, token: 80 }), true],
  ['deposit to a skipped account', deposit(4, 5n), false, slotWithGap],
  ['open a quest for a skipped account as nobody', openQuest(8, { account: 4, authoriser: 0n, issuer }), false, slotWithGap],
  ['open a quest with every field at its width', openQuest(8, owner, widest()), true],
  ['open a quest with pools of full width', openQuest(8, owner, { pool: widePool, feePool: widePool }), false],
  [
    'open a quest with pools of full width in two tokens',
    openQuest(8, owner, { pool: widePool, feePool: widePool, rewardToken: 7 }),
    false,
  ],
  ['set the key (0, y)', setKey(0, alice, { keyX: 0n, keyY: 5n, identity: 0n }), false],
  ['set a key for an account of 26 ones', setKey(newAccount, alice), false],
  ['set a key with a linked wallet', setKey(0, alice, { keyX: keyOf().x, keyY: keyOf().y, identity: 0n, second: linkedWallet }), true],
  ['set a key with the primary wallet twice', setKey(0, alice, { identity: 0n, second: alice }), false],
  ['activate a key of a skipped account', { kind: 'activateKey', account: 4, authoriser: 0n }, false, slotWithGap],
  ['cancel as the empty place of the links', { kind: 'cancelKey', account: 0, authoriser: 0n, byLinked: true }, false],
  [
    'force out as the empty wallet',
    { kind: 'forcedWithdraw', account: 4, authoriser: 0n, token: 0, amount: 1n, recipient: 0n },
    false,
    slotWithGap,
  ],
]

function widest() {
  const fields = { previous: 2 ** 21 - 1, closesAt: 2 ** 40 - 1, supply: 2 ** 32 - 1, points: 2 ** 32 - 1, category: 2 ** 16 - 1 }
  return { ...fields, expiresAfter: 2 ** 40 - 1, rewardPerMint: limit - 1n, feePerMint: limit - 1n }
}

function keyOf() {
  const tx = setKey(1, bob)
  if (tx.kind !== 'setKey') throw new Error('no key')
  return { x: tx.keyX, y: tx.keyY }
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
    const inputs = run({ inbox: [fresh, openQuest(8, { account: 3, authoriser: bob, issuer }), openQuest(8, owner)] })
    expect(inputs.public.effects).toBe(0b011n)
    expect(await accepts(inputs)).toBe(true)
  })

  it('a key is asked for, cancelled, asked for again and activated', async () => {
    const slot = baseSlot()
    const { x: keyX, y: keyY } = keyOf()
    const ask = setKey(0, alice, { keyX, keyY, identity: 0n })
    const first = run({ inbox: [ask, { kind: 'cancelKey', account: 0, authoriser: linkedWallet, byLinked: true }, ask] }, slot)
    expect([first.public.effects, await accepts(first)]).toEqual([0b111n, true])
    const activate: InboxTx = { kind: 'activateKey', account: 0, authoriser: 0x5n }
    const early = run({ timestamp: 1500 + 259_199, inbox: [activate] }, slot)
    expect([early.public.effects, await accepts(early)]).toEqual([0n, true])
    const due = run({ timestamp: 1500 + 259_200, inbox: [activate, activate] }, slot)
    expect([due.public.effects, await accepts(due)]).toEqual([1n, true])
    expect(slot.accountLeaves.get(0)?.keyX).toBe(keyX)
  })
})
