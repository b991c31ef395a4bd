import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ed25519 } from '@noble/curves/ed25519.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { base58 } from '@scure/base'
import type { Hex } from 'viem'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { sharedBridgeAbi } from '#contracts/abi/sharedBridge.gen.ts'
import { testDollarAbi, testDollarBytecode } from '#contracts/abi/testDollar.gen.ts'
import { exit } from '#server/cli/commands/exit.ts'
import { domainOf } from '#server/rollup/protocol/batch.ts'
import { derivePublicKey } from '#server/rollup/protocol/schnorr.ts'
import { type LedgerTx, signLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { walletWord } from '#server/rollup/protocol/tx/openAccount.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import { readEnv } from '#server/shared/env.ts'
import { type CairnError, isCairnError } from '#server/shared/errors.ts'
import { type DeployedSlot, deployedSlot, noApproval } from '#tests/contracts/deployedSlot.ts'
import { anvilKeys } from '#tests/support/anvil.ts'

const CHOSEN: Hex = '0x00000000000000000000000000000000000c405e'
const WITHDRAWN: Hex = '0x0000000000000000000000000000000000000dad'
const ZERO: Hex = `0x${'00'.repeat(20)}`
const ESCAPE_PERIOD = 30 * 86_400
const secret = 987_654_321n
const solanaSecret = new Uint8Array(32).fill(9)
const solanaAddress = base58.encode(ed25519.getPublicKey(solanaSecret))

let slot: DeployedSlot
let dollar: Hex
let folder: string
const mined = (hash: Hex) => slot.client.waitForTransactionReceipt({ hash })

/**
 * Account 0 (the stranger's wallet) has a key, coins, a token, a quest with pools and a credential; account 1 is a Solana wallet's, with coins and
 * a credential; account 2 is the proposer's wallet's. Three batches are final, a fourth is only proposed; then the inbox is ignored.
 */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-exit-'))
  writeFileSync(join(folder, 'gas.key'), `${anvilKeys[0]}\n`)
  writeFileSync(join(folder, 'spend.key'), toHex32(secret))
  writeFileSync(join(folder, 'other.key'), toHex32(secret + 1n))
  slot = await deployedSlot()
  dollar = await listDollar()
  await proposeWronglyAndPrune()
  const opens = [BigInt(slot.stranger.account.address), walletWord(`solana:${solanaAddress}`), BigInt(slot.proposer.account.address)]
  const first = await slot.deposit(0, 1_000n)
  const quest = await slot.openQuest({ rewardPerMint: 30n, pool: 200n, feePool: 100n })
  const second = await slot.deposit(1, 500n)
  const opening = (await slot.advance({ opens, inbox: [first, quest, second] })).built

  const key = derivePublicKey(secret)
  const setting = { account: 0, keyX: key.x, keyY: key.y, identity: 5n, linkedWallet: 0n }
  const keyItem = await slot.queue('setKey', [setting, noApproval])
  const proposers = await slot.deposit(2, 11n)
  const tokens = await slot.queue('depositToken', [1, 40n, 0, 0n])
  const group = await slot.signGroup({ quest: 0, accounts: [0, 1], evidenceRoot: 99n, validUntil: 4_000_000_000 })
  const minting = (await slot.advance({ groups: [group], inbox: [keyItem, proposers, tokens] })).built

  const refusedDeposit = await slot.deposit(40_000_000, 55n)
  const withdrawal = signed({ kind: 'withdraw', account: 0, nonce: 0, fee: 0n, token: 0, amount: 70n, recipient: BigInt(WITHDRAWN) })
  const paying = (await slot.advance({ ledger: [withdrawal], inbox: [refusedDeposit] })).built
  expect([opening.effects, minting.effects, paying.effects]).toEqual([7, 7, 0])
  for (const built of [opening, minting, paying]) await slot.vote(built, (await slot.prove(built)).proof)
  // Void once the slot is frozen: account 0 gives all it has to account 1.
  await slot.advance({ ledger: [signed({ kind: 'transfer', account: 0, nonce: 1, fee: 0n, to: 1, token: 0, amount: 630n })] })

  await slot.queue('forcedWithdraw', [{ account: 0, token: 0, amount: 630n, recipient: WITHDRAWN }])
  await slot.deposit(0, 33n)
}, 300_000)
afterAll(async () => {
  await slot?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const signed = (tx: LedgerTx) => signLedgerTx(fastHasher, tx, { domain: domainOf(slot.domain.chainId, slot.domain.rollup), secret })

/** A wrong claim that L2 pruned is no part of the slot: whoever derives it must not stumble over it. */
async function proposeWronglyAndPrune() {
  const built = await slot.build({ opens: [0xbadn] })
  await slot.propose({ ...built, newRoot: 1n })
  const deadline = await slot.client.readContract({ ...slot.rollup, functionName: 'proofDeadline' })
  await slot.tester.increaseTime({ seconds: Number(deadline) + 1 })
  await slot.tester.mine({ blocks: 1 })
  await mined(await slot.stranger.writeContract({ ...slot.rollup, functionName: 'prune', args: [1n] }))
}

async function listDollar(): Promise<Hex> {
  const { contractAddress } = await mined(
    await slot.stranger.deployContract({ abi: testDollarAbi, bytecode: testDollarBytecode, args: [] }),
  )
  const erc20 = { address: contractAddress ?? ZERO, abi: testDollarAbi } as const
  await mined(await slot.stranger.writeContract({ ...erc20, functionName: 'mint', args: [slot.stranger.account.address, 1_000n] }))
  await mined(await slot.stranger.writeContract({ ...erc20, functionName: 'approve', args: [slot.contracts.inbox, 1_000n] }))
  await mined(await slot.proposer.writeContract({ ...slot.inbox, functionName: 'listToken', args: [erc20.address] }))
  return erc20.address
}

type Answer = {
  frozen: boolean
  freezable: boolean
  exits: {
    kind: string
    name: string
    sums: { token: number; amount: string }[]
    to: Hex | null
    state: string
    error: { code: string; text?: string } | null
  }[]
}

/** Runs the command as the command line does; gives its exit code, its JSON and the error that ended it. */
async function run(...options: string[]): Promise<{ code: number | null; answer: Answer; error: CairnError | null }> {
  const print = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  const args = ['--rpc', slot.anvil.url, '--rollup', slot.contracts.rollup, '--json', ...options]
  let [code, error]: [number | null, CairnError | null] = [null, null]
  try {
    code = await exit({ args, env: readEnv({ CAIRN_CALLED_FROM: folder }) })
  } catch (thrown) {
    if (!isCairnError(thrown)) throw thrown
    error = thrown
  }
  const printed = print.mock.calls.at(-1)?.[0] as string | undefined
  print.mockRestore()
  return { code, error, answer: printed === undefined ? { frozen: false, freezable: false, exits: [] } : JSON.parse(printed) }
}

const lines = ({ exits }: Answer) =>
  exits.map(({ kind, sums, to, state }) => `${kind} ${sums.map(({ token, amount }) => `${amount}/${token}`).join('+')} ${to} ${state}`)
const custody = (token: Hex) =>
  slot.client.readContract({
    address: slot.contracts.bridge,
    abi: sharedBridgeAbi,
    functionName: 'balance',
    args: [slot.contracts.rollup, token],
  })
const coins = (address: Hex) => slot.client.getBalance({ address })
const stranger = () => slot.stranger.account.address.toLowerCase()

describe('before the freeze', () => {
  it('lists what the account has by the last final batch, and refuses with the time from which anyone may freeze', async () => {
    const { answer, error } = await run('--wallet', slot.stranger.account.address, '--key-file', 'gas.key')
    expect(lines(answer)).toEqual([
      `vault 630/0 ${stranger()} open`,
      `vault 40/1 ${stranger()} open`,
      `reward 30/0 ${stranger()} open`,
      `pool 140/0+100/0 ${stranger()} open`,
      `withdrawal 70/0 ${WITHDRAWN} open`,
      `refund 55/0 ${stranger()} open`,
      `deposit 33/0 ${stranger()} open`,
    ])
    expect(answer).toMatchObject({ frozen: false, freezable: false })
    expect(error?.code).toBe('escape.not-frozen')
    // The forced withdrawal is the oldest item that waits.
    const queuedAt = await slot.client.readContract({ ...slot.inbox, functionName: 'queuedAt', args: [7n] })
    expect(error?.meta).toMatchObject({ index: 7, freezableAfter: Number(queuedAt) + ESCAPE_PERIOD })
    expect((await run('--wallet', slot.stranger.account.address, '--dry-run')).code).toBe(0)
  })

  it('does not freeze too early', async () => {
    expect((await run('--freeze', '--key-file', 'gas.key')).error?.code).toBe('escape.not-frozen')
    expect(await slot.client.readContract({ ...slot.rollup, functionName: 'frozen' })).toBe(false)
  })
})

describe('after the deadline', () => {
  it('freezes by anyone’s hand', async () => {
    await slot.tester.increaseTime({ seconds: ESCAPE_PERIOD + 60 })
    await slot.tester.mine({ blocks: 1 })
    expect(await run('--dry-run')).toMatchObject({ code: 0, answer: { frozen: false, freezable: true } })
    expect((await run('--freeze')).error).toMatchObject({ code: 'input.invalid', meta: { field: 'key-file' } })
    expect(await run('--freeze', '--key-file', 'gas.key')).toMatchObject({ code: 0, answer: { frozen: true } })
    expect((await run('--freeze', '--key-file', 'gas.key')).code).toBe(0)
  })

  it('pays a wallet’s account with nobody’s signature, and somebody else’s key pays the gas; what the wallet refused is kept for it', async () => {
    const { address } = slot.proposer.account
    const before = await coins(address)
    const leave = () => run('--wallet', address, '--key-file', 'gas.key')
    await slot.tester.setCode({ address, bytecode: '0xfe' })
    const refused = await leave()
    expect([refused.code, lines(refused.answer)]).toEqual([0, [`vault 11/0 ${address.toLowerCase()} sent`]])
    const again = await leave()
    expect(lines(again.answer)).toEqual([`vault 11/0 ${address.toLowerCase()} out`, `kept 11/0 ${address.toLowerCase()} failed`])
    expect([again.code, again.answer.exits[1]?.error?.code]).toEqual([1, 'chain.refused'])
    expect(await coins(address)).toBe(before)

    await slot.tester.setCode({ address, bytecode: '0x' })
    const { code, answer } = await leave()
    expect([code, answer.exits.map(({ state }) => state)]).toEqual([0, ['out', 'sent']])
    expect(await coins(address)).toBe(before + 11n)
    expect((await leave()).answer.exits).toHaveLength(1)
  })

  it('pays an address that the spend key signed for, and no other key', async () => {
    const to = ['--account', '0', '--to', CHOSEN]
    const unsigned = await run(...to, '--dry-run')
    expect(unsigned.answer.exits[0]).toMatchObject({ to: null, error: { code: 'escape.payee' } })
    const other = await run(...to, '--dry-run', '--spend-key-file', 'other.key')
    expect(other.answer.exits[0]?.error?.code).toBe('escape.payee')

    const before = await coins(slot.stranger.account.address)
    const { code, answer } = await run(...to, '--spend-key-file', 'spend.key', '--key-file', 'gas.key')
    expect([code, answer.exits.map(({ state }) => state)]).toEqual([0, Array(7).fill('sent')])
    expect(await coins(CHOSEN)).toBe(630n + 30n + 140n + 100n)
    expect(await coins(WITHDRAWN)).toBe(70n)
    // What came from the wallet goes back to the wallet.
    expect(await coins(slot.stranger.account.address)).toBe(before + 55n + 33n)
    const tokens = { address: dollar, abi: testDollarAbi, functionName: 'balanceOf', args: [CHOSEN] } as const
    expect(await slot.client.readContract(tokens)).toBe(40n)
  })

  it('pays nothing twice, whoever is asked to be paid', async () => {
    const nonce = () => slot.client.getTransactionCount({ address: slot.deployer.account.address })
    const before = [await nonce(), await coins(CHOSEN), await coins(slot.stranger.account.address)]
    const { code, answer } = await run('--wallet', slot.stranger.account.address, '--key-file', 'gas.key')
    expect([code, answer.exits.map(({ state }) => state)]).toEqual([0, Array(7).fill('out')])
    expect([await nonce(), await coins(CHOSEN), await coins(slot.stranger.account.address)]).toEqual(before)
  })

  it('prints the text for a Solana wallet, and pays with its signature of exactly this text', async () => {
    const asked = ['--wallet', solanaAddress, '--to', CHOSEN, '--key-file', 'gas.key']
    const unsigned = await run(...asked)
    const text = unsigned.answer.exits[0]?.error?.text ?? ''
    expect([unsigned.code, unsigned.answer.exits.map(({ state }) => state)]).toEqual([1, ['failed', 'failed']])
    expect(text).toContain(`pay to: ${CHOSEN}`)
    const sign = (message: string) => base58.encode(ed25519.sign(utf8ToBytes(message), solanaSecret))
    const other = await run(...asked, '--solana-signature', sign(text.replace('c405e', 'c405f')))
    expect(other).toMatchObject({ code: 1, answer: { exits: [{ error: { code: 'escape.payee' } }, {}] } })

    const before = await coins(CHOSEN)
    const { code, answer } = await run(...asked, '--solana-signature', sign(text))
    expect([code, lines(answer)]).toEqual([0, [`vault 500/0 ${CHOSEN} sent`, `reward 30/0 ${CHOSEN} sent`]])
    expect(await coins(CHOSEN)).toBe(before + 530n)
  })

  it('leaves nothing of anybody in the bridge', async () => {
    expect([await custody(ZERO), await custody(dollar)]).toEqual([0n, 0n])
  })

  it('needs no more than this repository and an endpoint: as a process, from another folder, without settings', async () => {
    const args = ['exit', '--rpc', slot.anvil.url, '--rollup', slot.contracts.rollup, '--account', '0', '--key-file', 'gas.key']
    const main = join(import.meta.dirname, '../../../../server/cli/main.ts')
    const env = { NODE_ENV: 'production' as const, CAIRN_CALLED_FROM: folder }
    const { stderr } = await promisify(execFile)(process.execPath, [main, ...args], { cwd: folder, env })
    expect(stderr).toContain('frozen: what is not final is void')
    expect(stderr.match(/is out already/g)).toHaveLength(7)
  })

  it('says what it cannot do', async () => {
    expect((await run('--account', '77', '--key-file', 'gas.key')).error).toMatchObject({
      code: 'rollup.not-found',
      meta: { field: 'account' },
    })
    const elsewhere = ['--rpc', slot.anvil.url, '--rollup', CHOSEN]
    await expect(exit({ args: elsewhere, env: readEnv({}) })).rejects.toMatchObject({ code: 'input.invalid', meta: { field: 'rollup' } })
    const bridge = ['--rpc', slot.anvil.url, '--rollup', slot.contracts.bridge]
    await expect(exit({ args: bridge, env: readEnv({}) })).rejects.toMatchObject({ code: 'input.invalid', meta: { field: 'rollup' } })
  })
})
