import { createRequire } from 'node:module'
import { type Abi, createWalletClient, type Hex, http, parseAbi, parseEther, parseEventLogs } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TokenDeposit, tokenHandover } from '#app/_client/money/tokenDeposit.ts'
import { inboxAbi } from '#contracts/abi/inbox.gen.ts'
import { testDollarAbi, testDollarBytecode } from '#contracts/abi/testDollar.gen.ts'
import { compile } from '#contracts/scripts/solc.ts'
import type { DepositTerms } from '#server/money/moneyViews.ts'
import { decodeInboxTx } from '#server/rollup/protocol/words.ts'
import { type DeployedSlot, deployedSlot } from '#tests/contracts/deployedSlot.ts'
import { Browser, dataOf, errorOf, evmWallet, type Site } from '#tests/support/members.ts'
import { siteOn } from './moneyFixture.ts'

const AMOUNT = 40n
const salt: Hex = `0x${'5a'.repeat(32)}`
const mintable = parseAbi(['function mint(address, uint256)', 'function allowance(address, address) view returns (uint256)'])
const weth = createRequire(import.meta.url)('canonical-weth/build/contracts/WETH9.json') as { abi: Abi; bytecode: Hex }

let slot: DeployedSlot
let site: Site
let browser: Browser
const holder = privateKeyToAccount(generatePrivateKey())
const tokens: Hex[] = []

beforeAll(async () => {
  slot = await deployedSlot()
  await slot.tester.setBalance({ address: holder.address, value: parseEther('10') })
  const good = compile({ path: 'contracts/test/support/Tokens.sol', contract: 'GoodToken', settings: { runs: 200, viaIR: false } })
  for (const { abi, bytecode } of [{ abi: testDollarAbi, bytecode: testDollarBytecode }, good, weth] as { abi: Abi; bytecode: Hex }[]) {
    const hash = await slot.deployer.deployContract({ abi, bytecode })
    const { contractAddress } = await slot.client.waitForTransactionReceipt({ hash })
    if (!contractAddress) throw new Error('not deployed')
    tokens.push(contractAddress)
    await mined(slot.proposer.writeContract({ ...slot.inbox, functionName: 'listToken', args: [contractAddress] }))
  }
  for (const address of tokens.slice(0, 2)) {
    await mined(slot.deployer.writeContract({ address, abi: mintable, functionName: 'mint', args: [holder.address, 100n] }))
  }
  site = await siteOn(slot)
  browser = new Browser(site)
  await browser.signIn(evmWallet())
})
afterAll(async () => {
  await site?.drop()
  await slot?.stop()
})

const mined = async (sent: Promise<Hex>) => slot.client.waitForTransactionReceipt({ hash: await sent })
const wallet = () => createWalletClient({ account: holder, chain: slot.client.chain, transport: http(slot.anvil.url) })
const termsOf = async (token: number) =>
  dataOf<DepositTerms>(await browser.query('money.depositTerms', { token, wallet: `eip155:${holder.address.toLowerCase()}` }))

async function depositOf(token: number): Promise<TokenDeposit> {
  const { timestamp } = await slot.client.getBlock()
  const inboxFee = await slot.client.readContract({ ...slot.inbox, functionName: 'fee' })
  return {
    ...{ chainId: slot.anvil.chainId, inbox: slot.contracts.inbox, inboxFee, token: { id: token, address: tokens[token - 1] ?? '0x' } },
    ...{ terms: await termsOf(token), holder: holder.address, account: 7, amount: AMOUNT, deadline: timestamp + 600n, salt },
  }
}

it.each([
  [1, 'eip2612', 'Test Dollar'],
  [2, 'eip3009', 'Good'],
] as const)('token %i is deposited by %s: one signature, one transaction, nothing left approved', async (token, by, name) => {
  const deposit = await depositOf(token)
  expect(deposit.terms).toEqual({ by, domain: { name, version: '1' }, nonce: '0', balance: '100' })
  const handover = tokenHandover(deposit)
  if (!handover) throw new Error('no signature is known')
  const signature = await holder.signTypedData(handover.data as Parameters<typeof holder.signTypedData>[0])
  const { logs, status } = await mined(wallet().sendTransaction(handover.call(signature)))
  expect(status).toBe('success')
  const [event] = parseEventLogs({ abi: inboxAbi, eventName: 'ItemQueued', logs })
  expect(event && decodeInboxTx([...event.args.words])).toMatchObject({ kind: 'deposit', account: 7, token, amount: AMOUNT })
  const left = { address: tokens[token - 1] ?? '0x', abi: mintable, functionName: 'allowance' } as const
  expect(await slot.client.readContract({ ...left, args: [holder.address, slot.contracts.inbox] })).toBe(0n)
  expect((await termsOf(token)).balance).toBe('60')
  // The signature is used up.
  await expect(slot.client.call({ account: holder, ...handover.call(signature) })).rejects.toThrow()
})

it('an authorization names the account that gets the money', async () => {
  const deposit = { ...(await depositOf(2)), salt: `0x${'77'.repeat(32)}` as const }
  const [asked, other] = [tokenHandover(deposit), tokenHandover({ ...deposit, account: 8 })]
  if (!asked || !other) throw new Error('no signature is known')
  const signature = await holder.signTypedData(asked.data as Parameters<typeof holder.signTypedData>[0])
  await expect(slot.client.call({ account: holder, ...other.call(signature) })).rejects.toThrow()
  await slot.client.call({ account: holder, ...asked.call(signature) })
})

it('a token without such signatures says so, and nothing can be asked of a wallet', async () => {
  const deposit = await depositOf(3)
  expect(deposit.terms).toEqual({ by: null, domain: null, nonce: '0', balance: '0' })
  expect(tokenHandover(deposit)).toBe(null)
})

it('refuses tokens that are not listed and wallets without tokens on L2', async () => {
  const codeOf = async (input: unknown) => errorOf(await browser.query('money.depositTerms', input)).data
  const own = `eip155:${holder.address.toLowerCase()}`
  expect(await codeOf({ token: 4, wallet: own })).toMatchObject({ code: 'input.invalid', field: 'token' })
  for (const token of [0, -1, 1.5, '1', 8, null]) expect(await codeOf({ token, wallet: own })).toMatchObject({ code: 'input.invalid' })
  for (const other of ['solana:11111111111111111111111111111111', 'eip155:0x12', '', 'x'.repeat(300)])
    expect(await codeOf({ token: 1, wallet: other })).toMatchObject({ code: 'input.invalid' })
})
