import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deployments, rollupBatches, withdrawals } from '#drizzle/schema/rollup.ts'
import { sealed } from '#server/compose/sealed.ts'
import type { MoneyView, MoveView } from '#server/money/moneyViews.ts'
import { derivePublicKey } from '#server/rollup/protocol/schnorr.ts'
import { encodeLedgerTx, type LedgerTx, signLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { walletWord } from '#server/rollup/protocol/tx/openAccount.ts'
import type { InboxTx } from '#server/rollup/protocol/words.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { Browser, dataOf, errorOf, evmWallet, type Site, solanaWallet, startSite, type TestWallet } from '#tests/support/members.ts'
import { definition, stepResult } from '#tests/support/questFixture.ts'
import { issuerKey, now, slotDomain } from '#tests/support/slotFixture.ts'
import { domain, fund, newMempool, newSequencer, queueItems } from '../rollup/sequencer/ledgerFixture.ts'

let site: Site
let engine: ReturnType<typeof newSequencer>
let mempool: ReturnType<typeof newMempool>
beforeAll(async () => {
  site = await startSite()
  const rows = ['rollup', 'inbox'].map((name) => ({ name, chainId: slotDomain.chainId, address: slotDomain.rollup, blockNumber: 1 }))
  await site.db.insert(deployments).values(rows)
  engine = newSequencer(site.db, { sealed, policy: { sealAfterMs: 0, maxOpen: 1000, maxProving: 1000 } })
  mempool = newMempool(site.db)
})
afterAll(() => site.drop())

const seal = async () => {
  while (await engine.sealNext());
}
const move = (status: 'sealed' | 'proposed' | 'voted' | 'final') => site.db.update(rollupBatches).set({ status })
const secretOf = (account: number) => 5000n + BigInt(account)
const view = async (browser: Browser) => dataOf<MoneyView>(await browser.query('money.overview'))

async function member(wallet: TestWallet, { key = true } = {}) {
  const browser = new Browser(site)
  const { accountId } = await browser.signIn(wallet)
  await browser.mutate('money.openAccount')
  await seal()
  await move('final')
  const { account } = await view(browser)
  const index = account.index ?? -1
  const { x, y } = derivePublicKey(secretOf(index))
  const setKey = { kind: 'setKey', account: index, authoriser: walletWord(wallet.id), keyX: x, keyY: y, identity: 7n, second: 0n } as const
  if (key) {
    await queueItems(site.db, [setKey])
    await seal()
    await move('final')
  }
  return { browser, accountId, index, wallet, setKey }
}

const send = (tx: LedgerTx & { account: number }, secret = secretOf(tx.account)) =>
  mempool.submit(encodeLedgerTx(signLedgerTx(fastHasher, tx, { domain, secret })))
const transfer = (account: number, nonce: number, to: number, amount: bigint) =>
  send({ kind: 'transfer', account, nonce, fee: 0n, to, token: 0, amount })
const first = (moves: MoveView[], kind: MoveView['kind']) => moves.find((line) => line.kind === kind)

describe('an account', () => {
  it('is opened for the asking, once, and counts when its batch is final', async () => {
    const browser = new Browser(site)
    const wallet = solanaWallet()
    await browser.signIn(wallet)
    expect((await view(browser)).account).toEqual({ wallet: wallet.id, index: null, state: 'none' })
    for (let i = 0; i < 2; i++) expect(dataOf(await browser.mutate('money.openAccount'))).toMatchObject({ state: 'opening' })
    expect((await view(browser)).account.state).toBe('opening')
    await seal()
    const { index } = (await view(browser)).account
    for (const status of ['sealed', 'proposed', 'voted'] as const) {
      await move(status)
      expect((await view(browser)).account).toEqual({ wallet: wallet.id, index, state: 'opening' })
    }
    await move('final')
    expect(await view(browser)).toMatchObject({ account: { index, state: 'ready' }, key: { state: 'none', number: null } })
    expect(dataOf(await browser.mutate('money.openAccount'))).toMatchObject({ index, state: 'ready' })
  })

  it('says where its key is, also while it is replaced', async () => {
    const { browser, setKey } = await member(evmWallet(), { key: false })
    await queueItems(site.db, [setKey])
    expect((await view(browser)).key.state).toBe('sent')
    await seal()
    expect((await view(browser)).key).toMatchObject({ state: 'set', number: 0 })
    const later = derivePublicKey(77n)
    await queueItems(site.db, [{ ...setKey, keyX: later.x, keyY: later.y, identity: 0n }])
    await seal()
    const { key } = await view(browser)
    expect(key).toMatchObject({ state: 'replacing', number: 1 })
    expect(Date.parse(key.activeAt ?? '')).toBeGreaterThan(now * 1000)
  })
})

describe('money', () => {
  it('shows every deposit and withdrawal, from the wallet to L2 and back', async () => {
    const { browser, accountId, index, wallet } = await member(evmWallet())
    const hash = `0x${'ab'.repeat(32)}`
    dataOf(await browser.mutate('money.noteSend', { hash, kind: 'deposit', token: 0, amount: '1000' }))
    dataOf(await browser.mutate('money.noteSend', { hash, kind: 'deposit', token: 0, amount: '1000' }))
    expect(first((await view(browser)).moves, 'deposit')).toMatchObject({ state: 'sent', amount: '1000', l2Tx: hash })
    await site.pool.query(`update wallet_sends set status = 'mined' where account_id = $1`, [accountId])
    expect(first((await view(browser)).moves, 'deposit')).toMatchObject({ state: 'seen' })
    await queueItems(site.db, [{ ...fund(index, 1000n), authoriser: walletWord(wallet.id) }])
    await site.pool.query(`update inbox_items set tx_hash = $1 where index = (select max(index) from inbox_items)`, [hash])
    const seen = (await view(browser)).moves.filter(({ kind }) => kind === 'deposit')
    expect(seen).toMatchObject([{ state: 'accepted', amount: '1000', l2Tx: hash }])
    await seal()
    expect((await view(browser)).balances).toEqual([{ token: 0, amount: '1000', available: '1000' }])

    await send({ kind: 'withdraw', account: index, nonce: 0, fee: 0n, token: 0, amount: 300n, recipient: 0xabcn })
    expect(await view(browser)).toMatchObject({
      balances: [{ amount: '1000', available: '700' }],
      moves: expect.arrayContaining([expect.objectContaining({ kind: 'withdraw', state: 'accepted', amount: '300' })]),
    })
    await seal()
    for (const [status, state] of [
      ['sealed', 'batched'],
      ['final', 'final'],
    ] as const) {
      await move(status)
      expect(first((await view(browser)).moves, 'withdraw')).toMatchObject({ state, party: { address: `0x${'abc'.padStart(40, '0')}` } })
    }
    await site.db.update(withdrawals).set({ paid: true, payTx: '0xfeed', paidAt: new Date() }).where(eq(withdrawals.account, index))
    expect(first((await view(browser)).moves, 'withdraw')).toMatchObject({ state: 'paid', payTx: '0xfeed' })
    expect((await view(browser)).balances).toEqual([{ token: 0, amount: '700', available: '700' }])
  })

  it('shows a transfer to both sides by name, and to nobody else', async () => {
    const [from, to, other] = [await member(evmWallet()), await member(solanaWallet()), await member(evmWallet())]
    await site.members.accounts.updateHandle({ accountId: to.accountId, handle: 'paid-person' })
    await queueItems(site.db, [fund(from.index, 500n)])
    await seal()
    for (const name of ['paid-person', '@Paid-Person', to.wallet.id, to.wallet.address, `#${to.index}`])
      expect(dataOf(await from.browser.query('money.recipient', { name }))).toEqual({
        ...{ index: to.index, handle: 'paid-person', wallet: to.wallet.id },
      })
    await transfer(from.index, 0, to.index, 200n)
    await seal()
    expect(first((await view(from.browser)).moves, 'sent')).toMatchObject({
      amount: '200',
      party: { name: 'paid-person', index: to.index },
    })
    expect(first((await view(to.browser)).moves, 'received')).toMatchObject({ amount: '200', party: { name: from.wallet.id } })
    expect((await view(to.browser)).balances).toMatchObject([{ amount: '200' }])
    expect((await view(other.browser)).moves.map(({ kind }) => kind)).toEqual(['setKey'])
  })

  it('shows what was refused, and why, to who sent it only', async () => {
    const [from, to] = [await member(evmWallet()), await member(evmWallet())]
    await transfer(from.index, 0, to.index, 10n ** 20n)
    await seal()
    expect(first((await view(from.browser)).moves, 'sent')).toMatchObject({ state: 'refused', refusal: 'transfer.short' })
    expect(first((await view(to.browser)).moves, 'received')).toBeUndefined()
  })

  it('claims what a quest paid, once', async () => {
    // Before the test's own clock and before that of the batches.
    const opensAt = now - 20_000_000
    const owner = await member(evmWallet())
    const { slug } = await site.members.quests.create({
      ...{ accountId: owner.accountId, slug: 'paying-quest', definition: definition(), supply: 10, rewardPerMint: 25n },
      ...{ opensAt: new Date(opensAt * 1000), closesAt: new Date((now + 86_400) * 1000) },
    })
    await site.members.quests.publish({ accountId: owner.accountId, slug })
    const [opening] = (await site.pool.query(`select payload from rollup_txs where kind = 'openQuest'`)).rows
    expect(opening.payload.reward).toEqual({ perMint: '25', pool: '250' })
    expect(await site.members.quests.bySlug({ slug, accountId: null })).toMatchObject({ reward: '25' })
    const terms: InboxTx = {
      ...{
        kind: 'openQuest',
        account: owner.index,
        authoriser: walletWord(owner.wallet.id),
        quest: opening.payload.questIndex,
        previous: 0,
      },
      ...{
        issuerKeyX: issuerKey.x,
        issuerKeyY: issuerKey.y,
        opensAt: now - 1000,
        closesAt: now + 86_400,
        supply: 10,
        points: 50,
        category: 3,
      },
      ...{
        expiresAfter: 0,
        revocable: true,
        rewardToken: 0,
        rewardPerMint: 25n,
        feePerMint: 0n,
        rulesHash: BigInt(opening.payload.rulesHash),
      },
      ...{ pool: 250n, feePool: 0n },
    }
    await queueItems(site.db, [fund(owner.index, 250n), terms])
    await seal()

    const holder = await member(evmWallet())
    const { participationId } = await site.members.quests.start({ accountId: holder.accountId, slug, requestId: 'r' })
    for (const step of ['quiz', 'wrap']) await site.members.follower.record([stepResult(participationId, step)])
    expect((await view(holder.browser)).claimable).toEqual([])
    await seal()
    const [reward] = (await view(holder.browser)).claimable
    expect(reward).toMatchObject({ token: 0, amount: '25', quest: { slug } })
    expect((await view(owner.browser)).claimable).toEqual([])

    await send({ kind: 'claimReward', account: holder.index, nonce: 0, fee: 0n, credential: reward?.credential ?? -1 })
    expect(await view(holder.browser)).toMatchObject({ claimable: [], balances: [{ amount: '0' }] })
    await seal()
    const after = await view(holder.browser)
    expect(after).toMatchObject({ claimable: [], balances: [{ amount: '25' }] })
    expect(first(after.moves, 'claim')).toMatchObject({ state: 'batched', amount: '25', party: { kind: 'quest', slug } })

    await send({ kind: 'claimReward', account: holder.index, nonce: 1, fee: 0n, credential: reward?.credential ?? -1 })
    await seal()
    expect((await view(holder.browser)).moves.find(({ state }) => state === 'refused')).toMatchObject({ refusal: 'claimReward.claimed' })
    expect((await view(holder.browser)).balances).toMatchObject([{ amount: '25' }])
  })
})

describe('bad input', () => {
  it('of a note names its field', async () => {
    const { browser } = await member(evmWallet(), { key: false })
    const right = { hash: `0x${'cd'.repeat(32)}`, kind: 'deposit', token: 0, amount: '1' }
    const fieldOf = async (change: object) => {
      const answer = await browser.mutate('money.noteSend', { ...right, ...change })
      expect(answer.status).toBe(400)
      return errorOf(answer).data.field
    }
    expect(await fieldOf({ hash: '0x12' })).toBe('hash')
    expect(await fieldOf({ hash: right.hash.toUpperCase() })).toBe('hash')
    expect(await fieldOf({ kind: 'withdraw' })).toBe('kind')
    expect(await fieldOf({ token: 81 })).toBe('token')
    expect(await fieldOf({ token: -0.5 })).toBe('token')
    for (const amount of ['-1', '01', '1.5', '0x1', '1e3', '', String(2n ** 96n), 1]) expect(await fieldOf({ amount })).toBe('amount')
    expect(await fieldOf({ other: 1 })).toBe('other')
    dataOf(await browser.mutate('money.noteSend', { ...right, amount: String(2n ** 96n - 1n) }))
  })

  it('ends at twenty sends under way', async () => {
    const { browser } = await member(evmWallet(), { key: false })
    const note = (i: number) =>
      browser.mutate('money.noteSend', { hash: `0x${i.toString(16).padStart(64, '0')}`, kind: 'deposit', token: 0, amount: '1' })
    for (let i = 0; i < 20; i++) expect((await note(i)).status).toBe(200)
    expect(errorOf(await note(20)).data.code).toBe('rate.limited')
  })

  it('of a recipient is told apart: nobody, oneself, an account that is not final', async () => {
    const me = await member(evmWallet(), { key: false })
    const codeOf = async (name: string) => errorOf(await me.browser.query('money.recipient', { name })).data.code
    for (const name of ['nobody-here', '#99999999', '#16777216', `0x${'12'.repeat(20)}`, 'eip155:0x12', '#-1', '%00'])
      expect(await codeOf(name), name).toBe('not-found')
    expect(await codeOf(`#${me.index}`)).toBe('input.invalid')
    expect(await codeOf(me.wallet.id)).toBe('input.invalid')
    expect(await codeOf(' padded')).toBe('input.invalid')
    expect(await codeOf('x'.repeat(101))).toBe('input.invalid')
    const young = new Browser(site)
    const wallet = evmWallet()
    await young.signIn(wallet)
    await young.mutate('money.openAccount')
    await seal()
    expect(await codeOf(wallet.id)).toBe('not-found')
  })

  it('of another slot, another key, and a replay moves nothing', async () => {
    const [from, to] = [await member(evmWallet()), await member(evmWallet())]
    await queueItems(site.db, [fund(from.index, 100n)])
    await seal()
    const tx = { kind: 'transfer', account: from.index, nonce: 0, fee: 0n, to: to.index, token: 0, amount: 40n } as const
    const elsewhere = encodeLedgerTx(signLedgerTx(fastHasher, tx, { domain: domain + 1n, secret: secretOf(from.index) }))
    await expect(mempool.submit(elsewhere)).rejects.toMatchObject({ meta: { reason: 'signature' } })
    await expect(send(tx, secretOf(to.index))).rejects.toMatchObject({ meta: { reason: 'signature' } })
    const receipt = await send(tx)
    expect((await send(tx)).txHash).toBe(receipt.txHash)
    await seal()
    expect((await send(tx)).txHash).toBe(receipt.txHash)
    await seal()
    expect((await view(from.browser)).balances).toMatchObject([{ amount: '60' }])
  })
})
