import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { QuestLeaf } from '#server/rollup/protocol/circuitInputs.ts'
import { accountLeaf, credentialLeaf, openedAccount, questLeaf, stateRoot } from '#server/rollup/protocol/leaves.ts'
import * as packing from '#server/rollup/protocol/packing.ts'
import { hasher } from '#server/rollup/protocol/poseidon2.ts'
import { isCairnError } from '#server/shared/errors.ts'

const layouts = [
  packing.credentialLayout,
  packing.ownerLayout,
  packing.scheduleLayout,
  packing.pricesLayout,
  packing.countersLayout,
  packing.poolsLayout,
] as packing.Layout<string>[]

/** The field that a refused call names. */
function refusedField(call: () => unknown): unknown {
  try {
    call()
  } catch (error) {
    if (isCairnError(error) && error.code === 'rollup.malformed') return error.meta.field
    throw error
  }
  return null
}

const quest: QuestLeaf = {
  owner: 1n,
  previous: 2n,
  issuerKeyX: 3n,
  issuerKeyY: 4n,
  opensAt: 5n,
  closesAt: 6n,
  supply: 7n,
  points: 8n,
  category: 9n,
  expiresAfter: 10n,
  revocable: 1n,
  rewardToken: 11n,
  rewardPerMint: 12n,
  feePerMint: 13n,
  rulesHash: 14n,
  minted: 15n,
  claimed: 16n,
  revokedUnclaimed: 17n,
  groupNonce: 18n,
  pool: 19n,
  feePool: 20n,
}

test('every layout packs, unpacks and fits the field', () => {
  for (const layout of layouts) {
    expect(layout.reduce((sum, [, width]) => sum + width, 0)).toBeLessThan(254)
    const values = fc.record(
      Object.fromEntries(layout.map(([name, width]) => [name, fc.bigInt({ min: 0n, max: (1n << BigInt(width)) - 1n })])),
    )
    fc.assert(
      fc.property(values, (fields) => {
        expect(packing.unpack(layout, packing.pack(layout, fields))).toEqual({ ...fields })
      }),
    )
  }
})

test('every packed field that is too wide or negative is refused by its name', () => {
  for (const layout of layouts) {
    const zeros = Object.fromEntries(layout.map(([name]) => [name, 0n]))
    for (const [name, width] of layout) {
      expect(refusedField(() => packing.pack(layout, { ...zeros, [name]: 1n << BigInt(width) }))).toBe(name)
      expect(refusedField(() => packing.pack(layout, { ...zeros, [name]: -1n }))).toBe(name)
    }
  }
})

test('packed values have the shifts of the README', () => {
  expect(packing.packCredential({ quest: 1n, serial: 1n, issuedAt: 1n, flags: 1n })).toBe(1n + 2n ** 21n + 2n ** 53n + 2n ** 93n)
  expect(packing.packSchedule({ ...quest, opensAt: 1n, closesAt: 1n, supply: 1n, points: 1n, category: 1n, expiresAfter: 1n })).toBe(
    1n + 2n ** 40n + 2n ** 80n + 2n ** 112n + 2n ** 144n + 2n ** 160n + 2n ** 200n,
  )
  expect(packing.packPrices({ rewardToken: 1n, rewardPerMint: 1n, feePerMint: 1n })).toBe(1n + 2n ** 8n + 2n ** 104n)
  expect(packing.packCounters({ minted: 1n, claimed: 1n, revokedUnclaimed: 1n, groupNonce: 1n })).toBe(
    1n + 2n ** 32n + 2n ** 64n + 2n ** 96n,
  )
  expect(packing.packPools({ pool: 1n, feePool: 1n })).toBe(1n + 2n ** 112n)
  expect(packing.packOwner({ owner: 1n, previous: 1n })).toBe(1n + 2n ** 26n)
})

test('every field of a leaf moves its hash, and an opened leaf is never the empty one', () => {
  const account = openedAccount({ evm: 5n })
  const credential = { account: 1n, quest: 2n, serial: 3n, issuedAt: 4n, flags: 0n, evidenceRoot: 5n }
  const state = {
    accountsRoot: 1n,
    accountCount: 2n,
    credentialsRoot: 3n,
    credentialCount: 4n,
    questsRoot: 5n,
    vaultsRoot: 6n,
    inboxIndex: 7n,
  }
  const moves = <T extends Record<string, bigint>>(leaf: T, hash: (leaf: T) => bigint) => {
    const all = [leaf, ...Object.keys(leaf).map((name) => ({ ...leaf, [name]: (leaf[name] ?? 0n) ^ 1n }))].map(hash)
    expect(new Set([0n, ...all]).size).toBe(all.length + 1)
  }
  moves(account, (leaf) => accountLeaf(hasher, leaf))
  moves(credential, (leaf) => credentialLeaf(hasher, leaf))
  moves(quest, (leaf) => questLeaf(hasher, leaf))
  moves(state, (header) => stateRoot(hasher, header))
})

test('a leaf with a field out of range is refused by its name', () => {
  expect(refusedField(() => accountLeaf(hasher, openedAccount({ evm: 1n << 160n })))).toBe('evm')
  expect(refusedField(() => accountLeaf(hasher, openedAccount({ solanaDigest: 1n << 248n })))).toBe('solanaDigest')
  expect(refusedField(() => questLeaf(hasher, { ...quest, rulesHash: 1n << 248n }))).toBe('rulesHash')
})
