import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { verifyFile } from '#server/credentials/verifyFile.ts'
import { systemClock } from '#server/shared/clock.ts'
import type { Env } from '#server/shared/env.ts'
import type { Progress } from '../progress.ts'
import { type Layout, localChains } from '../stack/layout.ts'
import type { AddressBook } from '../stack/sampleContracts.ts'
import { readBatch } from './batches.ts'
import { type Action, evmActions } from './evmActions.ts'
import { DemoMoney } from './money.ts'
import { type Patience, persist, Refusal, until } from './patience.ts'
import { type DemoReport, emptyReport, holds } from './report.ts'
import { sampleQuests } from './sampleQuests.ts'
import { SiteClient } from './siteClient.ts'
import { solanaTransfer } from './solanaActions.ts'
import { newWallets, signSiwe, signSiws, signSolanaText, type Wallets } from './wallets.ts'

export type JourneyInput = {
  readonly env: Env
  readonly layout: Layout
  readonly url: string
  readonly book: AddressBook
  readonly patience: Patience
  readonly progress: Progress
  /** Milliseconds that bringing up the stack took. */
  readonly startMs: number
}

type Progressed = {
  steps: { id: string; verdict: { status: string } | null }[]
  completedAt: string | null
  credential: { id: string; index: number | null; batch: number | null; state: string; holder: { wallet: string } } | null
}

const SOL_AMOUNT = 250_000_000n
/** How often it is looked whether the chains still hold what was done. */
const RECHECK_MS = 3000

/** A member's whole way: two fresh wallets, sign-in with both, five quests done for real, five credentials final and verified, a reward paid on L2. */
export async function journey(input: JourneyInput): Promise<DemoReport> {
  const { patience, progress } = input
  const began = systemClock.now()
  const report = emptyReport()
  report.timings.start = input.startMs
  const wallets = await newWallets()
  const site = new SiteClient(input.url)

  await progress.step('sign in with Ethereum', async () => {
    const session = await persist(patience, 'sign in with Ethereum', () =>
      site.signIn('siwe', (nonce) => signSiwe(wallets, { origin: site.origin, chainId: input.env.CAIRN_L2_CHAIN_ID }, nonce)),
    )
    report.signIn.evm = session.wallet === `eip155:${wallets.evm.address.toLowerCase()}`
  })
  await progress.step('link the Solana wallet', () => linkSolana(site, wallets, patience))
  await progress.step('sign in with Solana', async () => {
    const other = new SiteClient(input.url)
    const session = await persist(patience, 'sign in with Solana', () => other.signIn('siws', (nonce) => signSiws(wallets, site, nonce)))
    const me = await persist(patience, 'session', () => site.query<{ accountId: string } | null>('session.me'))
    report.signIn.solana = session.wallet === `solana:${wallets.solana.address}` && session.accountId === me?.accountId
  })
  const money = new DemoMoney(site, wallets, patience)
  await progress.step('open the slot account', () => money.openAccount())
  await progress.step('test coins', () => fund(site, wallets, patience))
  await progress.step('start the quests', async () => {
    for (const { slug } of sampleQuests) await persist(patience, `start ${slug}`, () => startQuest(site, slug))
  })

  const actions = journeyActions(input, site, wallets)
  await progress.step('act on the chains', async () => {
    await Promise.all([
      actions.evm.reduce((before, action) => before.then(() => action.ensure()), Promise.resolve()),
      actions.solana.ensure(),
    ])
  })
  await progress.step('answer the quiz', async () => {
    for (const quest of sampleQuests) if (quest.quiz) await answerQuiz(site, quest.slug, quest.quiz, patience)
  })
  const acted = systemClock.now()

  const all = [...actions.evm, actions.solana]
  await progress.step('steps pass by themselves', async () => {
    const passed = await Promise.all(sampleQuests.map(({ slug }) => waitForVerdict(site, slug, all, patience)))
    report.quests = passed.map(({ slug, at }) => ({ slug, verdict: 'pass', ms: Math.max(0, at - acted) }))
  })
  const judged = systemClock.now()
  report.timings.actionToVerdict = Math.max(...report.quests.map(({ ms }) => ms ?? 0))

  await progress.step('set the spend key', () => money.setKey())
  const payout = await progress.step('claim the reward, withdraw it', () => money.claimAndWithdraw())

  await progress.step('credentials become final on L2', async () => {
    for (const { slug } of sampleQuests) report.credentials.push(await finalCredential(input, site, slug))
  })
  report.timings.verdictToFinal = systemClock.now() - judged
  await progress.step('batches', async () => {
    const numbers = new Set(report.credentials.flatMap(({ batch }) => (batch === null ? [] : [batch])))
    for (const number of [...numbers].sort((a, b) => a - b))
      report.batches.push(await readBatch(site, input.env.CAIRN_L2_RPC, number, patience))
  })
  await progress.step('paid on L2', async () => {
    report.money = { withdrawn: String(payout.amount), requestToPaidMs: await money.paid(payout, input.env.CAIRN_L2_RPC) }
  })
  report.timings.total = systemClock.now() - began + input.startMs
  report.ok = holds(report, sampleQuests.length) && (await hasOneEach(site, wallets, patience))
  return report
}

/** Both wallets sign one challenge. A repeat after a lost answer finds the wallet linked, which is what was wanted. */
async function linkSolana(site: SiteClient, wallets: Wallets, patience: Patience) {
  type Side = { wallet: string; message: string }
  await persist(patience, 'link the Solana wallet', async () => {
    const me = await site.query<{ wallets: { address: string }[] } | null>('session.me')
    const wallet = `solana:${wallets.solana.address}`
    if (me?.wallets.some(({ address }) => address === wallet)) return
    const challenge = await site.mutate<{ from: Side; to: Side }>('wallets.challenge', { wallet })
    const from = { ...challenge.from, signature: await wallets.evm.signMessage({ message: challenge.from.message }) }
    const to = { ...challenge.to, signature: await signSolanaText(wallets, challenge.to.message) }
    await site.mutate('wallets.link', { from, to })
  })
}

async function fund(site: SiteClient, { evm, solana }: Wallets, patience: Patience) {
  for (const wallet of [`eip155:${evm.address.toLowerCase()}`, `solana:${solana.address}`]) {
    await persist(patience, 'test coins', () => site.mutate('faucet.fund', { wallet }))
  }
}

async function startQuest(site: SiteClient, slug: string) {
  try {
    await site.mutate('quests.start', { slug })
  } catch (error) {
    // A quest goes live when its leaf is in the slot: on a fresh stack that takes a batch.
    if (error instanceof Refusal && (error.code === 'quest.not-published' || error.code === 'quest.not-open'))
      throw new Error(error.message)
    throw error
  }
}

function journeyActions({ env, book, patience }: JourneyInput, site: SiteClient, wallets: Wallets): { evm: Action[]; solana: Action } {
  const chains = {
    appA: { url: env.CAIRN_APP_A_RPC, chainId: localChains.appA },
    appB: { url: env.CAIRN_APP_B_RPC, chainId: localChains.appB },
  }
  const wallet = `solana:${wallets.solana.address}`
  const transfer = {
    from: wallets.solana,
    to: wallets.receiver,
    lamports: SOL_AMOUNT,
    fund: () => site.mutate<void>('faucet.fund', { wallet }),
  }
  const member = {
    account: wallets.evm,
    fund: () => site.mutate<void>('faucet.fund', { wallet: `eip155:${wallets.evm.address.toLowerCase()}` }),
  }
  return { evm: evmActions(member, chains, book, patience), solana: solanaTransfer(env.CAIRN_SOLANA_RPC, transfer, patience) }
}

async function answerQuiz(site: SiteClient, slug: string, quiz: { stepId: string; answers: Record<string, string> }, patience: Patience) {
  await persist(patience, 'answer the quiz', async () => {
    // The answer to an earlier try may have been lost: a second attempt would only cost a try.
    const { steps } = await site.query<Progressed>('quests.progress', { slug })
    if (steps.find(({ id }) => id === quiz.stepId)?.verdict?.status === 'pass') return
    try {
      await site.mutate('quests.answerQuiz', { slug, ...quiz })
    } catch (error) {
      if (error instanceof Refusal && error.code === 'conflict') return
      throw error
    }
  })
}

/** Waits for a quest to be complete without a click, and does again what a chain forgot. */
async function waitForVerdict(site: SiteClient, slug: string, actions: readonly Action[], patience: Patience) {
  let checked = systemClock.now()
  const at = await until(patience, `verdict of ${slug}`, async () => {
    const { completedAt } = await site.query<Progressed>('quests.progress', { slug })
    if (completedAt !== null) return systemClock.now()
    if (systemClock.now() - checked > RECHECK_MS) {
      for (const action of actions) await action.ensure()
      checked = systemClock.now()
    }
    return null
  })
  return { slug, at }
}

async function finalCredential(
  { env, layout, patience }: JourneyInput,
  site: SiteClient,
  slug: string,
): Promise<DemoReport['credentials'][number]> {
  const credential = await until(patience, `finality of ${slug}`, async () => {
    const { credential: found } = await site.query<Progressed>('quests.progress', { slug })
    if (found?.state === 'refused') throw new Refusal('refused', `the mint of ${slug} was refused`)
    return found?.state === 'final' ? found : null
  })
  const { filename, document } = await until(patience, `export of ${slug}`, async () => {
    try {
      return await site.query<{ filename: string; document: unknown }>('credentials.export', { id: credential.id })
    } catch (error) {
      // "Not final yet" may be said a moment after the state was.
      if (error instanceof Refusal && error.code === 'conflict') return null
      throw error
    }
  })
  const folder = join(layout.cache, 'demo')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, filename.replaceAll(/[^\w.-]/g, '_'))
  writeFileSync(path, JSON.stringify(document, null, 2))
  // From here on the file and L2 are all that is used.
  const result = await persist(patience, `verification of ${slug}`, async () => {
    const verification = await verifyFile({
      path,
      rpcUrl: env.CAIRN_L2_RPC,
      now: Math.floor(systemClock.now() / 1000),
    })
    if (!verification.verified) throw new Error(`not verified: ${JSON.stringify(verification)}`)
    return verification
  })
  const { signature, inclusion, notRevoked, notExpired } = result
  return {
    id: credential.id,
    quest: slug,
    holder: credential.holder.wallet,
    batch: credential.batch,
    verified: { signature: signature.holds, inclusion: inclusion.holds, notRevoked: notRevoked.holds, notExpired: notExpired.holds },
  }
}

/** Nothing was minted twice: the member's page shows one credential of each quest and no other. */
async function hasOneEach(site: SiteClient, { evm }: Wallets, patience: Patience): Promise<boolean> {
  const handle = `eip155:${evm.address.toLowerCase()}`
  const person = await persist(patience, 'profile', () =>
    site.query<{ credentials: { quest: { slug: string } }[] }>('people.byHandle', { handle }),
  )
  const slugs = person.credentials.map(({ quest }) => quest.slug).sort()
  return JSON.stringify(slugs) === JSON.stringify(sampleQuests.map(({ slug }) => slug).sort())
}
