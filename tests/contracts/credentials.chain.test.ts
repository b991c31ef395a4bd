import { concat, encodeAbiParameters, type Hex, keccak256, parseEventLogs } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cubeReaderAbi } from '#contracts/abi/cubeReader.gen.ts'
import { rollupAbi } from '#contracts/abi/rollup.gen.ts'
import type { BuiltBatch, MintedCredential } from '#server/rollup/state/draft.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { pathAt } from '#server/rollup/state/pathAt.ts'
import { toHex, toHex32 } from '#server/shared/bytes.ts'
import { claimOf, type DeployedSlot, deployedSlot, recipient } from './deployedSlot.ts'
import { revertOf } from './revertOf.ts'

const MEMBERS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 2]
const MAX_AGE = 86_400n

let slot: DeployedSlot
let opening: BuiltBatch
let minting: BuiltBatch
let proof: Uint8Array

/** Batch 1 opens nine accounts and a quest, batch 2 mints ten credentials; both are proposed, batch 1 is final by a real proof. */
beforeAll(async () => {
  slot = await deployedSlot()
  const quest = await slot.openQuest()
  const owner = BigInt(slot.stranger.account.address)
  opening = (await slot.advance({ opens: [owner, ...Array.from({ length: 8 }, (_, i) => 0x1000n + BigInt(i))], inbox: [quest] })).built
  const group = await slot.signGroup({ quest: 0, accounts: MEMBERS, evidenceRoot: 99n, validUntil: 4_000_000_000 })
  minting = (await slot.advance({ groups: [group] })).built
  await slot.vote(opening, (await slot.prove(opening)).proof)
  proof = (await slot.prove(minting)).proof
}, 240_000)
afterAll(() => slot?.stop())

const reader = () => ({ address: slot.contracts.cubeReader, abi: cubeReaderAbi }) as const
const finalNumber = async () => (await slot.client.readContract({ ...slot.rollup, functionName: 'finalHead' })).number
const credentialOf = ({ index, account, serial }: MintedCredential) => ({
  index: BigInt(index),
  account: BigInt(account),
  quest: 0n,
  serial: BigInt(serial),
  issuedAt: BigInt(minting.timestamp),
})
type Credential = ReturnType<typeof credentialOf>
const uints = (count: number) => Array.from({ length: count }, () => ({ type: 'uint256' as const }))
const leafOf = (c: Credential) => keccak256(encodeAbiParameters(uints(5), [c.index, c.account, c.quest, c.serial, c.issuedAt]))
const pair = (a: Hex, b: Hex) => keccak256(a < b ? concat([a, b]) : concat([b, a]))

/** Root and siblings in the keccak tree of a batch's credentials. */
function keccakPath(leaves: Hex[], position: number): { root: Hex; path: Hex[] } {
  const path: Hex[] = []
  let [level, at] = [leaves, position]
  while (level.length > 1) {
    const sibling = level[at ^ 1]
    if (sibling) path.push(sibling)
    const below = level
    level = Array.from({ length: Math.ceil(below.length / 2) }, (_, i) => {
      const [left = '0x', right] = below.slice(2 * i, 2 * i + 2)
      return right ? pair(left, right) : left
    })
    at >>= 1
  }
  return { root: level[0] ?? '0x', path }
}

const voteWith = (bytes: Uint8Array, to: Hex = recipient) =>
  revertOf(
    slot.client.simulateContract({
      ...slot.rollup,
      account: slot.stranger.account,
      functionName: 'vote',
      args: [claimOf(minting), 1, to, toHex(bytes)],
    }),
  )

describe('the ZK lane', () => {
  it('refuses a proof with one byte changed, and one for another recipient', async () => {
    for (const position of [0, 32, proof.length >> 1, proof.length - 1]) {
      const changed = Uint8Array.from(proof, (byte, i) => (i === position ? byte ^ 1 : byte))
      expect(await voteWith(changed)).not.toBeNull()
    }
    expect(await voteWith(proof, slot.stranger.account.address)).not.toBeNull()
    expect(await voteWith(proof.subarray(0, -32))).not.toBeNull()
    expect(await finalNumber()).toBe(1n)
  })

  it('makes the batch final with the right one', async () => {
    const receipt = await slot.vote(minting, proof)
    expect(receipt.status).toBe('success')
    expect(await finalNumber()).toBe(2n)
    const [known, root] = await slot.client.readContract({ ...slot.rollup, functionName: 'finalRoot', args: [2n] })
    expect([known, root]).toEqual([true, toHex32(minting.newRoot)])
  })
})

describe('CubeReader', () => {
  it('finds every credential under the final state root by the path of the engine', async () => {
    const state = slot.header()
    for (const minted of [minting.positions.credentials[0], minting.positions.credentials.at(-1)]) {
      if (!minted) throw new Error('nothing minted')
      const { path } = await pathAt({ store: slot.store, hasher: fastHasher }, 'credentials', { index: minted.index, batch: 2 })
      const stateProof = { batch: 2n, state, flags: 0n, evidenceRoot: 99n, path: path.map(([a, b]) => [a, b] as const) }
      const ask = (credential: Credential, change: Partial<typeof stateProof> = {}) =>
        slot.client.readContract({
          ...reader(),
          functionName: 'isValidByState',
          // The ABI's type of the path is a tuple of twenty pairs.
          args: [credential, { ...stateProof, ...change } as never, MAX_AGE],
        })
      const credential = credentialOf(minted)
      expect(await ask(credential)).toBe(true)
      expect(await ask({ ...credential, account: credential.account + 1n })).toBe(false)
      expect(await ask({ ...credential, serial: credential.serial + 1n })).toBe(false)
      expect(await ask(credential, { evidenceRoot: 98n })).toBe(false)
      expect(await ask(credential, { batch: 1n })).toBe(false)
    }
  })

  it('finds every credential in the index once the batch is indexed', async () => {
    for (const built of [opening, minting]) {
      const args = [claimOf(built), built.calldata.words] as const
      const hash = await slot.stranger.writeContract({ ...slot.rollup, functionName: 'indexBatch', args })
      const { logs } = await slot.client.waitForTransactionReceipt({ hash })
      const [event] = parseEventLogs({ abi: rollupAbi, eventName: 'BatchIndexed', logs })
      expect(event?.args.count).toBe(BigInt(built.positions.credentials.length))
    }
    const credentials = minting.positions.credentials.map(credentialOf)
    const leaves = credentials.map(leafOf)
    for (const [position, credential] of credentials.entries()) {
      const { root, path } = keccakPath(leaves, position)
      expect(await slot.client.readContract({ ...slot.rollup, functionName: 'credentialsHash', args: [2n] })).toBe(root)
      const isValid = (asked: Credential) =>
        slot.client.readContract({ ...reader(), functionName: 'isValid', args: [asked, 2n, path, MAX_AGE] })
      expect(await isValid(credential)).toBe(true)
      expect(await isValid({ ...credential, quest: 1n })).toBe(false)
    }
    const [minted, revoked, through, time] = await slot.client.readContract({
      ...reader(),
      functionName: 'read',
      args: [credentials[0] ?? credentialOf({ index: 0, account: 0, serial: 0, group: 0, member: 0 }), 2n, keccakPath(leaves, 0).path],
    })
    expect([minted, revoked, through, time]).toEqual([true, false, 2n, BigInt(minting.timestamp)])
  })
})
