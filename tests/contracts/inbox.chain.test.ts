import { ed25519 } from '@noble/curves/ed25519.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { base58 } from '@scure/base'
import fc from 'fast-check'
import { type Hex, maxUint96, maxUint112 } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDollarAbi, testDollarBytecode } from '#contracts/abi/testDollar.gen.ts'
import { newAccount, trees } from '#server/rollup/protocol/constants.gen.ts'
import { P } from '#server/rollup/protocol/field.ts'
import { walletWord } from '#server/rollup/protocol/tx/openAccount.ts'
import { decodeInboxTx, encodeInboxTx } from '#server/rollup/protocol/words.ts'
import { toHex } from '#server/shared/bytes.ts'
import { type DeployedSlot, deployedSlot, noApproval, questOpening } from './deployedSlot.ts'
import { revertOf } from './revertOf.ts'

let slot: DeployedSlot
let dollar: Hex
beforeAll(async () => {
  slot = await deployedSlot()
  const hash = await slot.deployer.deployContract({ abi: testDollarAbi, bytecode: testDollarBytecode })
  const { contractAddress } = await slot.client.waitForTransactionReceipt({ hash })
  dollar = contractAddress as Hex
  const listed = await slot.proposer.writeContract({ ...slot.inbox, functionName: 'listToken', args: [dollar] })
  await slot.client.waitForTransactionReceipt({ hash: listed })
})
afterAll(() => slot?.stop())

const MAX_ACCOUNT = trees.accounts.capacity - 1
const MAX_QUEST = trees.quests.capacity - 1
const MAX_WORD = P - 1n
const MAX_TIME = 2 ** 40 - 1
const ANYONE: Hex = '0xffffffffffffffffffffffffffffffffffffffff'

const solanaSecret = ed25519.utils.randomSecretKey(new Uint8Array(32).fill(7))
const solanaKey = ed25519.getPublicKey(solanaSecret)
const solanaWord = walletWord(`solana:${base58.encode(solanaKey)}`)
const withdrawal = { account: 3, token: 0, amount: 500n, recipient: ANYONE }
const sender = () => BigInt(slot.stranger.account.address)
const deadline = async () => (await slot.client.getBlock()).timestamp + 600n

/** What the contract queued, read by the engine and written again. */
function read(item: { words: readonly bigint[] }) {
  const tx = decodeInboxTx(item.words)
  expect(encodeInboxTx(tx)).toEqual(item.words)
  return tx
}

describe('what the inbox queues is what the engine reads', () => {
  it('at both ends of every field', async () => {
    expect(read(await slot.deposit(MAX_ACCOUNT, 5n))).toEqual({
      ...{ kind: 'deposit', account: MAX_ACCOUNT, authoriser: sender(), token: 0, amount: 5n, wallet: 0n },
    })
    const highest = (1n << 248n) + (1n << 248n) - 1n
    for (const wallet of [1n, 2n ** 160n - 1n, (1n << 248n) + 1n, highest]) {
      expect(read(await slot.deposit(newAccount, 1n, wallet))).toMatchObject({ account: newAccount, wallet })
    }
    const largest = {
      ...{ account: MAX_ACCOUNT, quest: MAX_QUEST, previous: MAX_QUEST + 1, issuerKeyX: MAX_WORD, issuerKeyY: MAX_WORD },
      ...{ opensAt: MAX_TIME, closesAt: MAX_TIME, supply: 2 ** 32 - 1, points: 2 ** 32 - 1, category: 2 ** 16 - 1 },
      ...{ expiresAfter: MAX_TIME, revocable: true, rewardToken: 80, rewardPerMint: maxUint96, feePerMint: maxUint96 },
      ...{ rulesHash: 2n ** 248n - 1n, pool: maxUint112, feePool: maxUint112 },
    }
    expect(read(await slot.openQuest(largest))).toEqual({ kind: 'openQuest', authoriser: sender(), ...largest })
    const smallest = Object.fromEntries(Object.entries(largest).map(([name, value]) => [name, typeof value === 'bigint' ? 0n : 0]))
    expect(read(await slot.openQuest({ ...smallest, revocable: false }))).toMatchObject({ supply: 0, rulesHash: 0n })
    const key = { account: MAX_ACCOUNT, keyX: MAX_WORD, keyY: 0n, identity: MAX_WORD, linkedWallet: 0n }
    expect(read(await slot.queue('setKey', [key, noApproval]))).toMatchObject({ kind: 'setKey', keyX: MAX_WORD, identity: MAX_WORD })
    expect(read(await slot.queue('activateKey', [0]))).toEqual({ kind: 'activateKey', account: 0, authoriser: sender() })
    expect(read(await slot.queue('forcedWithdraw', [{ account: MAX_ACCOUNT, token: 1, amount: maxUint96, recipient: ANYONE }]))).toEqual({
      ...{ kind: 'forcedWithdraw', account: MAX_ACCOUNT, authoriser: sender(), token: 1, amount: maxUint96, recipient: BigInt(ANYONE) },
    })
  })

  it('for any quest that it accepts', async () => {
    const nat = (max: number) => fc.integer({ min: 0, max })
    const big = (max: bigint) => fc.bigInt({ min: 0n, max })
    const opening = fc.record({
      ...{ account: nat(MAX_ACCOUNT), quest: nat(MAX_QUEST), previous: nat(MAX_QUEST + 1) },
      ...{ issuerKeyX: big(MAX_WORD), issuerKeyY: big(MAX_WORD), opensAt: nat(MAX_TIME), closesAt: nat(MAX_TIME) },
      ...{ supply: nat(2 ** 32 - 1), points: nat(2 ** 32 - 1), category: nat(2 ** 16 - 1), expiresAfter: nat(MAX_TIME) },
      ...{ revocable: fc.boolean(), rewardToken: nat(80), rewardPerMint: big(maxUint96), feePerMint: big(maxUint96) },
      ...{ rulesHash: big(2n ** 248n - 1n), pool: big(maxUint112), feePool: big(maxUint112) },
    })
    await fc.assert(
      fc.asyncProperty(opening, async (chosen) => {
        expect(read(await slot.openQuest(chosen))).toEqual({ kind: 'openQuest', authoriser: sender(), ...chosen })
      }),
      { numRuns: 15 },
    )
  })

  it('for a token that the sender approved', async () => {
    const { client, stranger, inbox } = slot
    const token = { address: dollar, abi: testDollarAbi } as const
    for (const hash of [
      await stranger.writeContract({ ...token, functionName: 'mint', args: [stranger.account.address, 1_000n] }),
      await stranger.writeContract({ ...token, functionName: 'approve', args: [inbox.address, 1_000n] }),
    ]) {
      await client.waitForTransactionReceipt({ hash })
    }
    const item = await slot.queue('depositToken', [1, 1_000n, 7, 0n])
    expect(read(item)).toEqual({ kind: 'deposit', account: 7, authoriser: sender(), token: 1, amount: 1_000n, wallet: 0n })
    expect(await client.readContract({ ...token, functionName: 'balanceOf', args: [slot.contracts.bridge] })).toBe(1_000n)
  })
})

describe('signatures that somebody else brings', () => {
  const types = {
    ForcedWithdraw: [
      { name: 'account', type: 'uint32' },
      { name: 'token', type: 'uint8' },
      { name: 'amount', type: 'uint96' },
      { name: 'recipient', type: 'address' },
      { name: 'nonce', type: 'uint256' },
      { name: 'deadline', type: 'uint256' },
    ],
  } as const

  it('acts for an EVM wallet that signed typed data, once', async () => {
    const signer = slot.deployer.account
    const [nonce, until] = [0n, await deadline()]
    const signature = await signer.signTypedData({
      domain: { name: 'Cairn inbox', version: '1', chainId: slot.anvil.chainId, verifyingContract: slot.contracts.inbox },
      types,
      primaryType: 'ForcedWithdraw',
      message: { ...withdrawal, nonce, deadline: until },
    })
    const approval = { solanaKey: noApproval.solanaKey, evmWallet: signer.address, nonce, deadline: until, signature }
    const item = await slot.queue('forcedWithdrawFor', [withdrawal, approval])
    expect(read(item)).toMatchObject({ kind: 'forcedWithdraw', authoriser: BigInt(signer.address), amount: 500n })
    expect(await refused(approval)).toBe('ApprovalNonce')
  })

  it('acts for a Solana wallet that signed the text, once, and for nobody else', async () => {
    const [nonce, until] = [0n, await deadline()]
    const text = await slot.client.readContract({ ...slot.inbox, functionName: 'forcedWithdrawText', args: [withdrawal, nonce, until] })
    expect(text).toBe(
      [
        'Cairn inbox request',
        'action: forcedWithdraw',
        `chain: ${slot.anvil.chainId}`,
        `inbox: ${slot.contracts.inbox.toLowerCase()}`,
        'account: 3',
        'token: 0',
        'amount: 500',
        `recipient: ${ANYONE}`,
        'nonce: 0',
        `deadline: ${until}`,
      ].join('\n'),
    )
    const signature = toHex(ed25519.sign(utf8ToBytes(text), solanaSecret))
    const approval = { solanaKey: toHex(solanaKey), evmWallet: noApproval.evmWallet, nonce, deadline: until, signature }
    const other = toHex(ed25519.getPublicKey(new Uint8Array(32).fill(8)))
    expect(await refused({ ...approval, solanaKey: other })).toBe('ApprovalRefused')
    expect(await refused({ ...approval, deadline: until + 1n })).toBe('ApprovalRefused')
    expect(await refused({ ...approval, deadline: 1n })).toBe('ApprovalExpired')
    expect(await refused(approval, { ...withdrawal, amount: 501n })).toBe('ApprovalRefused')
    const bytes = ed25519.sign(utf8ToBytes(text), solanaSecret)
    const flipped = toHex(bytes.with(9, (bytes[9] ?? 0) ^ 1))
    expect(await refused({ ...approval, signature: flipped })).toBe('ApprovalRefused')
    expect(read(await slot.queue('forcedWithdrawFor', [withdrawal, approval]))).toMatchObject({ authoriser: solanaWord })
    expect(await refused(approval)).toBe('ApprovalNonce')
  })

  it('sets a key of a Solana wallet with a linked EVM wallet that signed as well', async () => {
    const linked = slot.proposer.account
    const setting = { account: 3, keyX: 1n, keyY: 2n, identity: 0n, linkedWallet: BigInt(linked.address) }
    const until = await deadline()
    const args = [setting, 1n, until] as const
    const text = await slot.client.readContract({ ...slot.inbox, functionName: 'setKeyText', args })
    const bySolana = { solanaKey: toHex(solanaKey), evmWallet: noApproval.evmWallet, nonce: 1n, deadline: until }
    const signed = { ...bySolana, signature: toHex(ed25519.sign(utf8ToBytes(text), solanaSecret)) }
    const message = { ...setting, nonce: 0n, deadline: until }
    const signature = await linked.signTypedData({
      domain: { name: 'Cairn inbox', version: '1', chainId: slot.anvil.chainId, verifyingContract: slot.contracts.inbox },
      types: { SetKey: ['account', 'keyX', 'keyY', 'identity', 'linkedWallet', 'nonce', 'deadline'].map(keyField) },
      primaryType: 'SetKey',
      message,
    })
    const byLinked = { solanaKey: noApproval.solanaKey, evmWallet: linked.address, nonce: 0n, deadline: until, signature }
    const item = await slot.queue('setKeyFor', [setting, signed, byLinked])
    expect(read(item)).toMatchObject({ kind: 'setKey', authoriser: solanaWord, second: BigInt(linked.address) })
  })

  it('opens quests for who signed', async () => {
    const until = await deadline()
    const args = [questOpening, 2n, until] as const
    const text = await slot.client.readContract({ ...slot.inbox, functionName: 'openQuestText', args })
    const signature = toHex(ed25519.sign(utf8ToBytes(text), solanaSecret))
    const approval = { solanaKey: toHex(solanaKey), evmWallet: noApproval.evmWallet, nonce: 2n, deadline: until, signature }
    expect(read(await slot.queue('openQuestFor', [questOpening, approval]))).toMatchObject({ kind: 'openQuest', authoriser: solanaWord })
  })

  const keyField = (name: string) => ({ name, type: name === 'account' ? 'uint32' : 'uint256' })
  const refused = (approval: Approval, asked = withdrawal) =>
    revertOf(
      slot.client.simulateContract({
        ...slot.inbox,
        account: slot.stranger.account,
        functionName: 'forcedWithdrawFor',
        args: [asked, approval],
      }),
    )
})

type Approval = { solanaKey: Hex; evmWallet: Hex; nonce: bigint; deadline: bigint; signature: Hex }
