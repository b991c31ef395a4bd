import type { BrowserContext, Page } from 'playwright-core'
import { createWalletClient, defineChain, type Hex, http, parseAbi, parseEther } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { getBalance } from 'viem/actions'
import { expect } from 'vitest'
import { learnAnswers, learnCairn } from '#server/quests/samples/learn.ts'
import { systemClock } from '#server/shared/clock.ts'

/** A running stack as a browser test sees it. */
export type Site = { url: string; l2: { rpc: string; chainId: number }; appA: { rpc: string; chainId: number; weth: Hex } }

/** The closed list of what the site may ever ask a wallet. */
export const allowedWalletCalls: readonly string[] = [
  'eth_requestAccounts',
  'eth_accounts',
  'eth_chainId',
  'wallet_requestPermissions',
  'personal_sign',
  'eth_signTypedData_v4',
  'eth_sendTransaction',
  'wallet_switchEthereumChain',
  'wallet_addEthereumChain',
  'standard:connect',
  'solana:signIn',
  'solana:signMessage',
]

const patient = { timeout: 90_000 }

/** Opens the wallet dialog from the page's own button and signs in with the wallet of that name. */
export async function signIn(page: Page, walletName: string) {
  await page.getByRole('banner').getByRole('button', { name: 'Connect' }).click()
  await page.getByRole('dialog').getByRole('button', { name: walletName }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden', timeout: 30_000 })
  await page.getByRole('banner').getByRole('link', { name: 'Your account' }).waitFor()
}

/** Wraps ether on the app chain by a real transaction of the member's key: what the quest asks for. */
export async function wrapEther(site: Site, key: Hex) {
  const chain = defineChain({
    id: site.appA.chainId,
    name: 'app chain A',
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [site.appA.rpc] } },
  })
  const wallet = createWalletClient({ account: privateKeyToAccount(key), chain, transport: http() })
  // The button says that coins are on their way; the chain says when they are there.
  for (let tries = 0; tries < 60 && (await getBalance(wallet, { address: wallet.account.address })) < parseEther('2'); tries++) {
    await systemClock.sleep(500)
  }
  await wallet.writeContract({
    address: site.appA.weth,
    abi: parseAbi(['function deposit() payable']),
    functionName: 'deposit',
    value: parseEther('1'),
  })
}

/** EVM: sign in, get coins, act on the chain, watch the step pass without a click, see the CUBE become final, verify it in the browser. */
export async function evmJourney(context: BrowserContext, site: Site, key: Hex = generatePrivateKey()) {
  const page = await context.newPage()
  await page.goto(`${site.url}/quests/wrap-and-hold`)
  await signIn(page, 'Test Wallet')
  await page.getByRole('button', { name: 'Get test coins' }).click()
  await page.getByText('Test coins are on their way').waitFor(patient)
  await wrapEther(site, key)

  await page.getByText('Earned. It is settling now').or(page.getByText('This CUBE is yours')).waitFor(patient)
  await page.getByText('This CUBE is yours').waitFor(patient)
  await page.getByRole('link', { name: 'See the credential' }).click()
  await page.waitForURL(/\/explorer\/credentials\/\d+$/)

  await page.getByRole('button', { name: 'Verify in this browser' }).click(patient)
  await page.locator('[data-verified]').waitFor(patient)
  expect(await page.locator('[data-verified]').getAttribute('data-verified')).toBe('true')
  expect(await page.locator('[data-question][data-holds="true"]').count()).toBe(4)

  const address = privateKeyToAccount(key).address.toLowerCase()
  await page.goto(`${site.url}/people/eip155:${address}`)
  await page.getByRole('group', { name: /1 stone/ }).waitFor()
  return page
}

/** Solana: sign in with the wallet standard and complete the learning quest. */
export async function solanaJourney(context: BrowserContext, site: Site) {
  const page = await context.newPage()
  await page.goto(`${site.url}/quests/learn-cairn`)
  await signIn(page, 'Test Solana Wallet')
  await answerQuiz(page)
  return page
}

/** Answers the learning quest that is on the page, and waits for the CUBE. `handedIn` is called once the answers are right. */
export async function answerQuiz(page: Page, handedIn = () => {}) {
  const [step] = learnCairn().steps
  const questions = step && 'params' in step.rule && step.rule.kind === 'quiz' ? step.rule.params.questions : []
  expect(questions.length).toBeGreaterThan(0)
  for (const question of questions) {
    const right = question.choices.find(({ id }) => id === learnAnswers[question.id as keyof typeof learnAnswers])
    await page
      .getByRole('group', { name: question.text.en })
      .getByLabel(right?.text.en ?? '')
      .check()
  }
  await page.getByRole('button', { name: 'Check my answers' }).click()
  await page.getByText('Earned. It is settling now').or(page.getByText('This CUBE is yours')).first().waitFor(patient)
  handedIn()
  await page.getByText('This CUBE is yours').waitFor(patient)
}

/** Links the Solana wallet of the same browser to the account that signed in with EVM; both sign. */
export async function linkJourney(context: BrowserContext, site: Site) {
  const page = await context.newPage()
  await page.goto(`${site.url}/me`)
  await signIn(page, 'Test Wallet')
  await page.getByRole('button', { name: 'Link another wallet' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Test Solana Wallet' }).click()
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click()
  await dialog.getByRole('button', { name: 'Test Wallet' }).click()
  await dialog.waitFor({ state: 'hidden', timeout: 30_000 })
  await page.getByRole('region', { name: 'Wallets' }).getByText('Solana').waitFor()
  return page
}
