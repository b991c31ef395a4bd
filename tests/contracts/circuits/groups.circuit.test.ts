import { describe, expect, it } from 'vitest'
import { accepts, alice, baseSlot, batch, deposit, domain, group, issuer, openQuest, otherIssuer, run } from './fixture.ts'
import { change, changeWord } from './mutations.ts'
import { runBatch, type TestBatch } from './slotModel.ts'

const accounts = (count: number) => Array.from({ length: count }, (_, i) => i % 3)
/** A slot where quest 9 has these terms, paid from alice's vault. */
function slotWith(terms: Parameters<typeof openQuest>[2]) {
  const slot = baseSlot()
  runBatch(slot, domain, batch({ timestamp: 960, inbox: [openQuest(9, { account: 0, authoriser: alice, issuer }, terms)] }))
  return slot
}

describe('opens', () => {
  const cases: [string, bigint[], boolean][] = [
    ['an address of 160 bits', [(1n << 160n) - 1n], true],
    ['a Solana digest of 248 bits', [(1n << 249n) - 1n], true],
    ['nobody', [0n], false],
    ['a Solana digest of 0', [1n << 248n], false],
    ['an address of 161 bits', [1n << 160n], false],
    ['kind 2', [(2n << 248n) + 5n], false],
    ['a good one and a bad one', [alice, 0n, alice], false],
  ]
  for (const [name, opens, ok] of cases) it(`${ok ? 'take' : 'refuse'} ${name}`, async () => expect(await accepts(run({ opens }))).toBe(ok))
})

describe('a mint group', () => {
  const cases: [string, Partial<TestBatch>, boolean, ReturnType<typeof slotWith>?][] = [
    ['at the first second of the quest', { timestamp: 1000, groups: [group(3, [0])] }, true],
    ['before it', { timestamp: 999, groups: [group(3, [0])] }, false],
    ['at its last second', { timestamp: 2000, groups: [group(3, [0], { validUntil: 2000 })] }, true],
    ['after it', { timestamp: 2001, groups: [group(3, [0], { validUntil: 9000 })] }, false],
    ['at the end of its own validity', { timestamp: 1600, groups: [group(3, [0])] }, true],
    ['after its own validity', { timestamp: 1601, groups: [group(3, [0])] }, false],
    ['that fills the batch', { groups: [group(3, accounts(27))] }, true],
    ['of exactly nine', { groups: [group(3, accounts(9)), group(5, accounts(12))] }, true],
    ['that uses up the supply', { groups: [group(5, accounts(12))] }, true],
    ['one over the supply', { groups: [group(5, accounts(13))] }, false],
    ['twice of one quest, over the supply together', { groups: [group(5, accounts(9)), group(5, accounts(4))] }, false],
    ['twice of one quest', { groups: [group(3, [0, 1]), group(3, [2])] }, true],
    ['that empties both pools', { groups: [group(9, accounts(4))] }, true, slotWith({ pool: 20n, feePool: 8n })],
    ['with the reward pool short by one', { groups: [group(9, accounts(4))] }, false, slotWith({ pool: 19n, feePool: 8n })],
    ['with the fee pool short by one', { groups: [group(9, accounts(4))] }, false, slotWith({ pool: 20n, feePool: 7n })],
    ['for the last account', { groups: [group(3, [2])] }, true],
    ['for an account that is not there', { groups: [group(3, [3])] }, false],
    ['for an account that the batch opens', { opens: [alice], groups: [group(3, [9])] }, true],
    ['for an account after those', { opens: [alice], groups: [group(3, [10])] }, false],
    ['of a quest that nobody opened', { groups: [group(4, [0])] }, false],
    [
      'of a quest that the batch itself opens later',
      { groups: [group(7, [0])], inbox: [openQuest(7, { account: 0, authoriser: alice, issuer })] },
      false,
    ],
    ['signed by another issuer', { groups: [group(3, [0], { issuer: otherIssuer })] }, false],
    ['without members', { groups: [group(3, [])] }, false],
  ]
  for (const [name, parts, ok, slot] of cases) {
    it(`${name} is ${ok ? 'accepted' : 'refused'}`, async () => expect(await accepts(run(parts, slot))).toBe(ok))
  }

  it('does not move its signature to another domain, quest, nonce, root, member or end', async () => {
    const signed = (parts: Partial<TestBatch>, slot = baseSlot()) => run(parts, slot)
    const own = signed({ groups: [group(3, [0, 1])] })
    const [s, e] = [own.words[13] ?? 0n, own.words[14] ?? 0n]
    const twice = baseSlot()
    runBatch(twice, domain, batch({ groups: [group(3, [0, 1])] }))
    const others = {
      itself: signed({ groups: [group(3, [0, 1])] }),
      members: signed({ groups: [group(3, [1, 0])] }),
      end: signed({ groups: [group(3, [0, 1], { validUntil: 1601 })] }),
      evidence: signed({ groups: [group(3, [0, 1], { evidenceRoot: 1n })] }),
      nonce: signed({ groups: [group(3, [0, 1])] }, twice),
      domain: runBatch(baseSlot(), domain + 1n, batch({ groups: [group(3, [0, 1])] })),
    }
    const answers: Record<string, boolean> = {}
    for (const [name, inputs] of Object.entries(others)) {
      answers[name] = await accepts(
        changeWord(
          changeWord(inputs, 13, () => s),
          14,
          () => e,
        ),
      )
    }
    expect(answers).toEqual({ itself: true, members: false, end: false, evidence: false, nonce: false, domain: false })
  })
})

describe('fees', () => {
  it('fill the leader’s vault up to its width and no further', async () => {
    const rich = (amount: bigint) => {
      const slot = baseSlot()
      runBatch(slot, domain, batch({ timestamp: 960, inbox: [deposit(2, amount)] }))
      return slot
    }
    const limit = (1n << 96n) - 1n
    expect(await accepts(run({ leader: 2, groups: [group(3, [0])] }, rich(limit - 2n)))).toBe(true)
    expect(await accepts(run({ leader: 2, groups: [group(3, [0])] }, rich(limit - 1n)))).toBe(false)
  })

  it('cannot go to an account outside of the tree', async () => {
    const inputs = run({ leader: 0 })
    expect(await accepts(change(inputs, { 'words.0': (v) => v + (BigInt(3 ** 16) << 80n) }))).toBe(false)
  })
})
