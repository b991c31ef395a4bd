import type { CircuitInputs } from '#server/rollup/protocol/circuitInputs.ts'
import { newAccount } from '#server/rollup/protocol/constants.gen.ts'
import { readArtefact } from '#server/rollup/prover/circuitArtefact.ts'
import { solveWitness } from '#server/rollup/prover/solveWitness.ts'
import { isCairnError } from '#server/shared/errors.ts'
import { copySlot, deposit, emptySlot, openQuest, runBatch, type Slot, type TestBatch } from './slotModel.ts'

export const domain = 0x1234567890abcdefn
export const alice = 0xa11cen
export const bob = 0xb0bn
export const solanaWord = (1n << 248n) + 0x501an
export const issuer = 77n
export const otherIssuer = 78n

/** Accounts 0 = alice, 1 = bob, 2 = a Solana wallet; alice's vault 4,300, bob's 1,000; quest 3 with 30 places, quest 5 with 12, open 1,000–2,000 s. */
function prepare(): Slot {
  const slot = emptySlot()
  const owner = { account: 0, sender: alice, issuer }
  const inbox = [deposit(0, 5700n), openQuest(3, owner), openQuest(5, { ...owner, issuer: otherIssuer }, { supply: 12 })]
  runBatch(slot, domain, { timestamp: 900, leader: 0, opens: [alice, bob, solanaWord], groups: [], inbox })
  runBatch(slot, domain, { timestamp: 950, leader: 0, opens: [], groups: [], inbox: [deposit(1, 1000n)] })
  return slot
}

const prepared = prepare()
export const baseSlot = (): Slot => copySlot(prepared)

export const group = (quest: number, accounts: number[], change: Partial<TestBatch['groups'][number]> = {}) => ({
  ...{ quest, accounts, evidenceRoot: 4242n, validUntil: 1600, issuer: quest === 5 ? otherIssuer : issuer },
  ...change,
})

export const batch = (change: Partial<TestBatch> = {}): TestBatch => ({
  timestamp: 1500,
  leader: 1,
  opens: [],
  groups: [],
  inbox: [],
  ...change,
})

/** Every part of the circuit at work: nine opens (indices 9–17), two groups of eleven and one, a new account's deposit, a new quest, a refused item. */
export const fullBatch = (): TestBatch =>
  batch({
    opens: Array.from({ length: 9 }, (_, i) => (i % 2 === 0 ? BigInt(0x100 + i) : (1n << 248n) + BigInt(i))),
    groups: [group(3, [0, 1, 2, 9, 10, 11, 12, 13, 14, 15, 16]), group(5, [17])],
    inbox: [
      deposit(newAccount, 9n, { wallet: 0xcafen }),
      openQuest(7, { account: 1, sender: bob, issuer }, { previous: 4 }),
      openQuest(3, { account: 0, sender: alice, issuer }),
    ],
  })

export const run = (change: Partial<TestBatch>, slot = baseSlot()): CircuitInputs => runBatch(slot, domain, batch(change))

const artefact = readArtefact('small')

/** Does the circuit have a witness for these inputs? Any other failure than a broken constraint is thrown. */
export async function accepts(inputs: CircuitInputs): Promise<boolean> {
  try {
    await solveWitness(artefact, inputs)
    return true
  } catch (error) {
    if (isCairnError(error) && error.code === 'rollup.refused') return false
    throw error
  }
}
