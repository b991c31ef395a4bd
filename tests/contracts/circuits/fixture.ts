import type { CircuitInputs } from '#server/rollup/protocol/circuitInputs.ts'
import { type CircuitName, circuits, newAccount } from '#server/rollup/protocol/constants.gen.ts'
import { derivePublicKey, sign } from '#server/rollup/protocol/schnorr.ts'
import type { DepositTx } from '#server/rollup/protocol/tx/deposit.ts'
import { type LedgerTx, mergeMessage, type SignedLedgerTx, signLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import type { OpenQuestTx } from '#server/rollup/protocol/tx/openQuest.ts'
import type { InboxTx } from '#server/rollup/protocol/words.ts'
import { readArtefact } from '#server/rollup/prover/circuitArtefact.ts'
import { solveWitness } from '#server/rollup/prover/solveWitness.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { isCairnError } from '#server/shared/errors.ts'
import { copySlot, emptySlot, type Slot } from './modelSlot.ts'
import { runBatch, type TestBatch } from './slotModel.ts'

export const domain = 0x1234567890abcdefn
export const alice = 0xa11cen
export const bob = 0xb0bn
export const solanaWord = (1n << 248n) + 0x501an
export const issuer = 77n
export const otherIssuer = 78n
const secrets = [701n, 702n, 703n]

/** An openQuest by a wallet: open from 1,000 to 2,000 s, 30 places, 5 reward and 2 fee a mint. */
export function openQuest(
  quest: number,
  owner: { account: number; authoriser: bigint; issuer: bigint },
  change: Partial<OpenQuestTx> = {},
): OpenQuestTx {
  const { x: issuerKeyX, y: issuerKeyY } = derivePublicKey(owner.issuer)
  return {
    ...{ kind: 'openQuest', account: owner.account, authoriser: owner.authoriser, quest, previous: 0, issuerKeyX, issuerKeyY },
    ...{ opensAt: 1000, closesAt: 2000, supply: 30, points: 10, category: 3, expiresAfter: 0, revocable: true, rewardToken: 0 },
    ...{ rewardPerMint: 5n, feePerMint: 2n, rulesHash: (1n << 248n) - 1n, pool: 500n, feePool: 200n },
    ...change,
  }
}

export const deposit = (account: number, amount: bigint, change: Partial<DepositTx> = {}): DepositTx => ({
  ...{ kind: 'deposit', account, authoriser: 0xabcdn, token: 0, amount, wallet: 0n },
  ...change,
})

/** A wallet's setKey; the first one brings the identity. */
export function setKey(account: number, authoriser: bigint, change: Partial<Extract<InboxTx, { kind: 'setKey' }>> = {}): InboxTx {
  const { x: keyX, y: keyY } = derivePublicKey(secrets[account] ?? 700n)
  return { kind: 'setKey', account, authoriser, keyX, keyY, identity: 0x1d0n + BigInt(account), second: 0n, ...change }
}

/** Signs as the account, for a revoke as the quest's issuer; a merge also as its target. */
export function signed(tx: LedgerTx, secret = tx.kind === 'revoke' ? issuer : (secrets[tx.account] ?? 700n)): SignedLedgerTx {
  if (tx.kind !== 'mergeInto') return signLedgerTx(fastHasher, tx, { domain, secret })
  const targetSignature = sign(fastHasher, secrets[tx.target] ?? 700n, mergeMessage(fastHasher, domain, tx))
  return signLedgerTx(fastHasher, { ...tx, targetSignature }, { domain, secret })
}

const owner = { account: 0, authoriser: alice, issuer }
export const linkedWallet = 0x11ccn

/**
 * Accounts 0 = alice, 1 = bob, 2 = a Solana wallet, all with keys; alice holds 4,300 native and 900 of token 7, bob 1,000; alice has a linked wallet
 * (nonce 1). Quest 3 (30 places), 5 (12), 6 (rewards in token 7), open 1,000–2,000 s. Credentials: 0 (quest 3) and 9 (quest 6) are alice's, 27 (quest 3) is bob's.
 */
function prepare(): Slot {
  const slot = emptySlot()
  const step = (timestamp: number, parts: Partial<TestBatch>) => runBatch(slot, domain, { ...batch({ leader: 0 }), timestamp, ...parts })
  step(900, {
    opens: [alice, bob, solanaWord],
    inbox: [deposit(0, 5710n), openQuest(3, owner), openQuest(5, { ...owner, issuer: otherIssuer }, { supply: 12 })],
  })
  step(910, { inbox: [deposit(1, 1000n), deposit(0, 1000n, { token: 7 }), setKey(0, alice)] })
  step(920, {
    inbox: [openQuest(6, owner, { rewardToken: 7, pool: 100n, feePool: 0n, feePerMint: 0n }), setKey(1, bob), setKey(2, solanaWord)],
  })
  step(930, { ledger: [signed({ kind: 'linkWallet', account: 0, nonce: 0, fee: 0n, wallet: linkedWallet, place: 4 })] })
  step(1000, { groups: [group(3, [0]), group(6, [0])] })
  step(1001, { groups: [group(3, [1])] })
  return slot
}

export const group = (quest: number, accounts: number[], change: Partial<TestBatch['groups'][number]> = {}) => ({
  ...{ quest, accounts, evidenceRoot: 4242n, validUntil: 1600, issuer: quest === 5 ? otherIssuer : issuer },
  ...change,
})

export const batch = (change: Partial<TestBatch> = {}): TestBatch => ({
  timestamp: 1500,
  leader: 1,
  opens: [],
  groups: [],
  ledger: [],
  inbox: [],
  ...change,
})

const prepared = prepare()
export const baseSlot = (): Slot => copySlot(prepared)

/** Every part of the circuit at work: nine opens (indices 9–17), two groups of eleven and one, a claim, a transfer, a new account's deposit. */
export const fullBatch = (): TestBatch =>
  batch({
    opens: Array.from({ length: 9 }, (_, i) => (i % 2 === 0 ? BigInt(0x100 + i) : (1n << 248n) + BigInt(i))),
    groups: [group(3, [0, 1, 2, 9, 10, 11, 12, 13, 14, 15, 16]), group(5, [17])],
    ledger: [
      signed({ kind: 'claimReward', account: 0, nonce: 1, fee: 3n, credential: 9 }),
      signed({ kind: 'transfer', account: 0, nonce: 2, fee: 4n, to: 1, token: 7, amount: 100n }),
    ],
    inbox: [deposit(newAccount, 9n, { wallet: 0xcafen, token: 2 })],
  })

/** The kinds that `fullBatch` leaves out: an issuer's revoke, a merge of two accounts, and a refused item. */
export const otherBatch = (): TestBatch =>
  batch({
    groups: [group(3, [0, 1])],
    ledger: [
      signed({ kind: 'revoke', credential: 0, reason: 9 }),
      signed({ kind: 'mergeInto', account: 0, nonce: 1, fee: 2n, target: 1, targetSignature: { s: 0n, e: 0n } }),
    ],
    inbox: [openQuest(3, { account: 1, authoriser: bob, issuer })],
  })

/** A batch in which every section of a circuit is full: opens, mints in all groups, a claim and, where there is room, a transfer and a deposit. */
export function filled(circuit: CircuitName): CircuitInputs {
  const { accountWords, entries, groups, opens } = circuits[circuit]
  const slot = baseSlot()
  const many = openQuest(10, owner, { supply: 9000, rewardPerMint: 0n, feePerMint: 0n, pool: 0n, feePool: 0n })
  runBatch(slot, domain, batch({ timestamp: 1400, inbox: [many] }))
  const words = Math.floor(accountWords / groups)
  const sizes = Array.from({ length: groups }, (_, g) => 9 * (g === 0 ? accountWords - words * (groups - 1) : words))
  const { ledger, inbox } = fullBatch()
  const parts = {
    opens: Array.from({ length: opens }, (_, i) => BigInt(0x100 + i)),
    groups: sizes.map((size) =>
      group(
        10,
        Array.from({ length: size }, (_, i) => i % 3),
      ),
    ),
    ledger: ledger.slice(0, Math.min(2, entries)),
    inbox: inbox.slice(0, entries - 2),
  }
  return runBatch(slot, domain, batch(parts), circuit)
}

export const run = (change: Partial<TestBatch>, slot = baseSlot(), circuit: CircuitName = 'small'): CircuitInputs =>
  runBatch(slot, domain, batch(change), circuit)

/** Does the circuit have a witness for these inputs? Any other failure than a broken constraint is thrown. */
export async function accepts(inputs: CircuitInputs, circuit: CircuitName = 'small'): Promise<boolean> {
  try {
    await solveWitness(readArtefact(circuit), inputs)
    return true
  } catch (error) {
    if (isCairnError(error) && error.code === 'rollup.refused') return false
    throw error
  }
}
