import { describe, expect, it } from 'vitest'
import { circuits, newAccount } from '#server/rollup/protocol/constants.gen.ts'
import { derivePublicKey, sign } from '#server/rollup/protocol/schnorr.ts'
import { type LedgerTx, ledgerMessage } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { accepts, alice, baseSlot, batch, bob, deposit, domain, issuer, linkedWallet, openQuest, run, setKey, signed } from './fixture.ts'
import { changeWord } from './mutations.ts'
import { runBatch, type TestBatch } from './slotModel.ts'

const first = circuits.small.offsets.entries
const owner = { account: 0, authoriser: alice, issuer }
const { x: keyX, y: keyY } = derivePublicKey(5n)
const head = { account: 0, nonce: 1, fee: 1n }
const { kind: _kind, authoriser: _wallet, ...terms } = openQuest(8, owner)

/** An honest tx of every kind, how many payload words it has, and changes of its words that leave its lanes: [word, added]. */
const ledger: [LedgerTx, number, [number, bigint][]][] = [
  [{ kind: 'transfer', ...head, to: 1, token: 7, amount: 5n }, 1, [[1, 1n << 130n]]],
  [
    { kind: 'withdraw', ...head, token: 7, amount: 5n, recipient: 9n },
    2,
    [
      [1, 1n << 104n],
      [2, 1n << 160n],
    ],
  ],
  [
    { kind: 'ledgerOpenQuest', ...terms, ...head },
    7,
    [
      [1, 1n << 42n],
      [4, 1n << 201n],
      [5, 1n << 200n],
      [6, 1n],
      [7, 1n << 224n],
    ],
  ],
  [
    { kind: 'fundQuest', ...head, quest: 3, toPool: 5n, toFeePool: 6n },
    2,
    [
      [1, 1n << 21n],
      [2, 1n << 224n],
    ],
  ],
  [{ kind: 'closeQuest', ...head, quest: 3 }, 1, [[1, 1n << 21n]]],
  [{ kind: 'setIssuer', ...head, quest: 3, keyX, keyY }, 3, [[1, 1n << 21n]]],
  [
    { kind: 'revoke', credential: 0, reason: 4 },
    1,
    [
      [0, 1n << 8n],
      [0, 1n << 34n],
      [0, 1n << 66n],
      [1, 1n << 64n],
    ],
  ],
  [{ kind: 'claimReward', ...head, credential: 9 }, 1, [[1, 1n << 32n]]],
  [
    { kind: 'linkWallet', ...head, wallet: bob, place: 1 },
    2,
    [
      [1, 1n << 160n],
      [2, 9n],
    ],
  ],
  [{ kind: 'unlinkWallet', ...head, place: 4 }, 1, [[1, 5n]]],
  [{ kind: 'mergeInto', ...head, target: 1, targetSignature: { s: 0n, e: 0n } }, 3, [[1, 1n << 26n]]],
]

/** A tx whose words were changed before it was signed: only its layout speaks against it. */
async function acceptsChanged(tx: LedgerTx, at: number, added: bigint): Promise<boolean> {
  const secret = tx.kind === 'revoke' ? issuer : 701n
  const inputs = changeWord(run({ ledger: [signed(tx)] }), first + at, (word) => word + added)
  const { s, e } = sign(fastHasher, secret, ledgerMessage(fastHasher, domain, inputs.words.slice(first, first + 8)))
  return accepts(
    changeWord(
      changeWord(inputs, first + 8, () => s),
      first + 9,
      () => e,
    ),
  )
}

describe('words of a ledger tx', () => {
  for (const [tx, used, lanes] of ledger) {
    it(`${tx.kind}: nothing beyond its lanes, though it is signed`, async () => {
      expect(await acceptsChanged(tx, 0, 0n)).toBe(true)
      const beyond: [number, bigint][] = [[0, 1n << 162n], ...lanes]
      for (let word = used + 1; word < 8; word++) beyond.push([word, 1n])
      // Three words past the payload stand for all: the first, the last and the one in the middle.
      const tails = beyond.slice(1 + lanes.length)
      const kept = tails.filter((_, i) => i === 0 || i === tails.length - 1 || i === Math.floor(tails.length / 2))
      const survivors = []
      for (const [word, added] of [...beyond.slice(0, 1 + lanes.length), ...kept])
        if (await acceptsChanged(tx, word, added)) survivors.push([word, added])
      expect(survivors).toEqual([])
    })
  }

  it('a kind that no ledger tx has', async () => {
    const survivors = []
    // From transfer: deposit, a kind between the sections, one past the last.
    for (const kind of [1n, 7n, 15n, 27n, 0n]) {
      if (await acceptsChanged({ kind: 'transfer', ...head, to: 1, token: 7, amount: 5n }, 0, kind - 16n)) survivors.push(kind)
    }
    expect(survivors).toEqual([])
  })

  it('a signature for another domain', async () => {
    const ledgerTx = signed({ kind: 'transfer', ...head, to: 1, token: 7, amount: 5n })
    expect(await accepts(runBatch(baseSlot(), domain + 1n, batch({ ledger: [ledgerTx] })))).toBe(false)
  })
})

describe('words that the contract never queues make a batch unprovable', () => {
  const cases: [string, Partial<TestBatch>, number, bigint][] = [
    ['kind 7', { inbox: [deposit(2, 5n)] }, 0, 6n],
    ['a ledger kind', { inbox: [deposit(2, 5n)] }, 0, 15n],
    ['bits above the account', { inbox: [deposit(2, 5n)] }, 0, 1n << 34n],
    ['a fee', { inbox: [deposit(2, 5n)] }, 0, 1n << 66n],
    ['bits above the amount', { inbox: [deposit(2, 5n)] }, 1, 1n << 104n],
    ['a wallet beside an existing account', { inbox: [deposit(2, 5n)] }, 2, bob],
    ['a fourth word of a deposit', { inbox: [deposit(2, 5n)] }, 3, 1n],
    ['a ninth word of a deposit', { inbox: [deposit(newAccount, 5n, { wallet: bob })] }, 8, 1n],
    ['a ninth word of a quest', { inbox: [openQuest(3, owner)] }, 8, 1n],
    ['bits above the schedule', { inbox: [openQuest(3, owner)] }, 4, 1n << 201n],
    ['bits above the prices', { inbox: [openQuest(3, owner)] }, 5, 1n << 200n],
    ['bits above the pools', { inbox: [openQuest(3, owner)] }, 7, 1n << 224n],
    ['rules of 249 bits', { inbox: [openQuest(3, owner)] }, 6, 1n],
    ['a sixth word of setKey', { inbox: [setKey(0, alice)] }, 5, 1n],
    ['a word of activateKey', { inbox: [{ kind: 'activateKey', account: 0, authoriser: bob }] }, 1, 1n],
    ['a cancelKey that is neither', { inbox: [{ kind: 'cancelKey', account: 0, authoriser: linkedWallet, byLinked: true }] }, 1, 1n],
    ['a third word of cancelKey', { inbox: [{ kind: 'cancelKey', account: 0, authoriser: alice, byLinked: false }] }, 2, 1n],
    [
      'a recipient of 161 bits',
      { inbox: [{ kind: 'forcedWithdraw', account: 0, authoriser: alice, token: 0, amount: 1n, recipient: 1n }] },
      2,
      1n << 160n,
    ],
  ]
  for (const [name, parts, at, added] of cases) {
    it(name, async () => {
      const inputs = run(parts)
      expect(await accepts(changeWord(inputs, first + at, (word) => word + added))).toBe(false)
    })
  }
})

describe('the header', () => {
  const parts = { ledger: [signed({ kind: 'transfer', ...head, to: 1, token: 7, amount: 5n })], inbox: [deposit(2, 5n)] }
  const cases: [string, bigint][] = [
    ['a ledger tx counted as an inbox item', (1n << 64n) - (1n << 48n)],
    ['an inbox item counted as a ledger tx', (1n << 48n) - (1n << 64n)],
    ['more ledger txs than entries', 3n << 48n],
    ['a ledger tx that is not there', 1n << 48n],
    ['counts that borrow from each other', (1n << 64n) - (1n << 80n)],
  ]
  for (const [name, added] of cases) {
    it(`refuses ${name}`, async () => expect(await accepts(changeWord(run(parts), 0, (word) => word + added))).toBe(false))
  }

  it('counts effects from the first inbox item, not from the first entry', async () => {
    const inputs = run({ ...parts, inbox: [deposit(3, 5n), deposit(2, 5n)] })
    expect(inputs.public.effects).toBe(0b10n)
    expect(await accepts(inputs)).toBe(true)
  })
})
