import { ed25519 } from '@noble/curves/ed25519.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { base58 } from '@scure/base'
import { concat, type Hex } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { escapeAbi } from '#contracts/abi/escape.gen.ts'
import { sharedBridgeAbi as bridgeAbi } from '#contracts/abi/sharedBridge.gen.ts'
import { domainOf } from '#server/rollup/protocol/batch.ts'
import { packCounters, packCredential, packOwner, packPools, packPrices, packSchedule } from '#server/rollup/protocol/packing.ts'
import { derivePublicKey, sign } from '#server/rollup/protocol/schnorr.ts'
import type { TreeName } from '#server/rollup/protocol/trees.ts'
import { signLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { walletWord } from '#server/rollup/protocol/tx/openAccount.ts'
import type { BuiltBatch } from '#server/rollup/state/draft.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { pathAt } from '#server/rollup/state/pathAt.ts'
import { vaultIndex } from '#server/rollup/state/slotState.ts'
import { toHex, toHex32 } from '#server/shared/bytes.ts'
import { claimOf, type DeployedSlot, deployedSlot, noApproval } from './deployedSlot.ts'
import { revertOf } from './revertOf.ts'

const CHOSEN: Hex = '0x00000000000000000000000000000000000c405e'
const WITHDRAWN: Hex = '0x0000000000000000000000000000000000000dad'
const ESCAPE_PERIOD = 30 * 86_400
const secret = 987_654_321n
const key = derivePublicKey(secret)
const solanaSecret = new Uint8Array(32).fill(9)
const solanaKey = ed25519.getPublicKey(solanaSecret)

let slot: DeployedSlot
let last: BuiltBatch

/**
 * Account 0 (EVM) opens a quest that rewards with coins and withdraws by its key; account 1 (Solana) and it hold a credential each.
 * Then nobody takes the inbox's next item.
 */
beforeAll(async () => {
  slot = await deployedSlot()
  const opens = [BigInt(slot.stranger.account.address), walletWord(`solana:${base58.encode(solanaKey)}`)]
  const first = await slot.deposit(0, 1_000n)
  const quest = await slot.openQuest({ rewardPerMint: 30n, pool: 200n, feePool: 100n })
  const second = await slot.deposit(1, 500n)
  const opening = (await slot.advance({ opens, inbox: [first, quest, second] })).built
  expect(opening.effects).toBe(7)

  const setting = { account: 0, keyX: key.x, keyY: key.y, identity: 5n, linkedWallet: 0n }
  const item = await slot.queue('setKey', [setting, noApproval])
  const group = await slot.signGroup({ quest: 0, accounts: [0, 1], evidenceRoot: 99n, validUntil: 4_000_000_000 })
  const minting = (await slot.advance({ groups: [group], inbox: [item] })).built

  const recipient = BigInt(WITHDRAWN)
  const tx = { kind: 'withdraw', account: 0, nonce: 0, fee: 0n, token: 0, amount: 70n, recipient } as const
  const domain = domainOf(slot.domain.chainId, slot.domain.rollup)
  last = (await slot.advance({ ledger: [signLedgerTx(fastHasher, tx, { domain, secret })] })).built
  for (const built of [opening, minting, last]) await slot.vote(built, (await slot.prove(built)).proof)
  await slot.queue('activateKey', [0])
}, 300_000)
afterAll(() => slot?.stop())

const exits = () => ({ address: slot.contracts.escape, abi: escapeAbi, account: slot.stranger.account }) as const
const balance = (address: Hex) => slot.client.getBalance({ address })
const mined = (hash: Hex) => slot.client.waitForTransactionReceipt({ hash })
const pathOf = async (tree: TreeName, index: number) =>
  (await pathAt({ store: slot.store, hasher: fastHasher }, tree, { index, batch: last.number })).path as never

async function accountProof(index: number) {
  await slot.state().prefetch({ accounts: [index] })
  const leaf = slot.state().account(index)
  if (!leaf) throw new Error(`account ${index} is not there`)
  return { index: BigInt(index), ...leaf, path: await pathOf('accounts', index) }
}

async function questProof() {
  await slot.state().prefetch({ quests: [0] })
  const leaf = slot.state().quest(0)
  if (!leaf) throw new Error('the quest is not there')
  const { issuerKeyX, issuerKeyY, rulesHash } = leaf
  const packed = { owner: packOwner(leaf), schedule: packSchedule(leaf), prices: packPrices(leaf) }
  const changing = { counters: packCounters(leaf), pools: packPools(leaf) }
  return { index: 0n, issuerKeyX, issuerKeyY, rulesHash, ...packed, ...changing, path: await pathOf('quests', 0) }
}

async function credentialProof(index: number) {
  await slot.state().prefetch({ credentials: [index] })
  const leaf = slot.state().credential(index)
  if (!leaf) throw new Error('the credential is not there')
  return { index: BigInt(index), packed: packCredential(leaf), evidenceRoot: leaf.evidenceRoot, path: await pathOf('credentials', index) }
}

const ownWallet = () => ({ to: slot.stranger.account.address, solanaKey: toHex32(0n), signature: '0x' }) as const
async function bySolana(to: Hex) {
  const text = await slot.client.readContract({ ...exits(), functionName: 'payeeText', args: [1n, to] })
  return { to, solanaKey: toHex(solanaKey), signature: toHex(ed25519.sign(utf8ToBytes(text), solanaSecret)) }
}
async function bySpendKey(to: Hex) {
  const message = await slot.client.readContract({ ...exits(), functionName: 'payeeMessage', args: [0n, to] })
  const { s, e } = sign(fastHasher, secret, message)
  return { to, solanaKey: toHex32(0n), signature: concat([toHex32(s), toHex32(e)]) }
}
const vaultArgs = async (account: number, payee: Awaited<ReturnType<typeof bySolana>> | ReturnType<typeof ownWallet>, amount: bigint) =>
  [slot.header(), await accountProof(account), payee, 0n, amount, await pathOf('vaults', vaultIndex(account))] as const

describe('withdrawals', () => {
  const pay = (entries: bigint[]) =>
    slot.client.simulateContract({
      ...slot.rollup,
      account: slot.deployer.account,
      functionName: 'payWithdrawals',
      args: [claimOf(last), last.calldata.words, entries],
    })

  it('are paid by anyone, once', async () => {
    expect(await revertOf(pay([1n]))).toBe('EntryNotPayable')
    const { request } = await pay([0n])
    await mined(await slot.deployer.writeContract(request))
    expect(await balance(WITHDRAWN)).toBe(70n)
    expect(await revertOf(pay([0n]))).toBe('EntryPaid')
  })
})

describe('leaving a frozen slot', () => {
  it('is not possible while the slot lives', async () => {
    const args = await vaultArgs(0, ownWallet(), 630n)
    expect(await revertOf(slot.client.simulateContract({ ...exits(), functionName: 'exitVault', args }))).toBe('NotFrozen')
    const freeze = () => slot.client.simulateContract({ ...slot.rollup, account: slot.deployer.account, functionName: 'freeze', args: [] })
    expect(await revertOf(freeze())).toBe('NotYetFreezable')
    await slot.tester.increaseTime({ seconds: ESCAPE_PERIOD + 1 })
    await slot.tester.mine({ blocks: 1 })
    await mined(await slot.deployer.writeContract((await freeze()).request))
    expect(await slot.client.readContract({ ...slot.rollup, functionName: 'frozen' })).toBe(true)
  })

  it('pays a vault to the account’s own wallet, once', async () => {
    const wrong = await vaultArgs(0, { ...ownWallet(), to: CHOSEN }, 630n)
    expect(await revertOf(slot.client.simulateContract({ ...exits(), functionName: 'exitVault', args: wrong }))).toBe('PayeeRefused')
    const more = await vaultArgs(0, ownWallet(), 631n)
    expect(await revertOf(slot.client.simulateContract({ ...exits(), functionName: 'exitVault', args: more }))).toBe('PathMismatch')
    const args = await vaultArgs(0, ownWallet(), 630n)
    const before = await balance(slot.stranger.account.address)
    await mined(await slot.deployer.writeContract({ ...exits(), account: slot.deployer.account, functionName: 'exitVault', args }))
    expect(await balance(slot.stranger.account.address)).toBe(before + 630n)
    expect(await revertOf(slot.client.simulateContract({ ...exits(), functionName: 'exitVault', args }))).toBe('ExitedAlready')
  })

  it('pays a vault to an address that the Solana wallet signed', async () => {
    const other = await vaultArgs(1, { ...(await bySolana(WITHDRAWN)), to: CHOSEN }, 500n)
    expect(await revertOf(slot.client.simulateContract({ ...exits(), functionName: 'exitVault', args: other }))).toBe('PayeeRefused')
    const before = await balance(CHOSEN)
    const args = await vaultArgs(1, await bySolana(CHOSEN), 500n)
    await mined(await slot.stranger.writeContract({ ...exits(), functionName: 'exitVault', args }))
    expect(await balance(CHOSEN)).toBe(before + 500n)
  })

  it('pays unclaimed rewards to their holders', async () => {
    const before = await balance(CHOSEN)
    const args = [slot.header(), await accountProof(1), await bySolana(CHOSEN), await credentialProof(1), await questProof()] as const
    await mined(await slot.stranger.writeContract({ ...exits(), functionName: 'exitReward', args }))
    expect(await balance(CHOSEN)).toBe(before + 30n)
    // Credential 0 is account 0's.
    const foreign = [slot.header(), await accountProof(1), await bySolana(CHOSEN), await credentialProof(0), await questProof()] as const
    expect(await revertOf(slot.client.simulateContract({ ...exits(), functionName: 'exitReward', args: foreign }))).toBe('PathMismatch')
  })

  it('pays a quest’s pools to an address that the owner’s spend key signed', async () => {
    const before = await balance(CHOSEN)
    const args = [slot.header(), await accountProof(0), await bySpendKey(CHOSEN), await questProof()] as const
    await mined(await slot.stranger.writeContract({ ...exits(), functionName: 'exitPool', args }))
    // 200 less two rewards of 30 that are reserved, and the fee pool of 100.
    expect(await balance(CHOSEN)).toBe(before + 240n)
  })

  it('leaves exactly what nobody has asked for yet', async () => {
    const reward = [slot.header(), await accountProof(0), ownWallet(), await credentialProof(0), await questProof()] as const
    await mined(await slot.stranger.writeContract({ ...exits(), functionName: 'exitReward', args: reward }))
    const custody = { address: slot.contracts.bridge, abi: bridgeAbi, functionName: 'balance' } as const
    const zero: Hex = `0x${'00'.repeat(20)}`
    expect(await slot.client.readContract({ ...custody, args: [slot.contracts.rollup, zero] })).toBe(0n)
  })
})
