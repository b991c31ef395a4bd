import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deployments, rollupBatches, withdrawals } from '#drizzle/schema/rollup.ts'
import { transact } from '#drizzle/transact.ts'
import { forgetSealed, recordSealed } from '#server/credentials/sealedStore.ts'
import type { NewsView, NoticeView } from '#server/news/newsViews.ts'
import { tellFinal, tellPaid, tellRefused } from '#server/news/tellStore.ts'
import { derivePublicKey } from '#server/rollup/protocol/schnorr.ts'
import { encodeLedgerTx, type LedgerTx, signLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { walletWord } from '#server/rollup/protocol/tx/openAccount.ts'
import { advance, markPaid } from '#server/rollup/settlement/settlementStore.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { Browser, dataOf, evmWallet, type Site, startSite } from '#tests/support/members.ts'
import { slotDomain } from '#tests/support/slotFixture.ts'
import { domain, fund, newMempool, newSequencer, queueItems } from '../rollup/sequencer/ledgerFixture.ts'

let site: Site
let engine: ReturnType<typeof newSequencer>
let mempool: ReturnType<typeof newMempool>
beforeAll(async () => {
  site = await startSite()
  const rows = ['rollup', 'inbox'].map((name) => ({ name, chainId: slotDomain.chainId, address: slotDomain.rollup, blockNumber: 1 }))
  await site.db.insert(deployments).values(rows)
  const sealed = { sealed: recordSealed, unsealed: forgetSealed, refused: tellRefused }
  engine = newSequencer(site.db, { sealed, policy: { sealAfterMs: 0, maxOpen: 1000, maxProving: 1000 } })
  mempool = newMempool(site.db)
})
afterAll(() => site.drop())

const seal = async () => {
  while (await engine.sealNext());
}
/** Makes every batch final, each with what that means to its members, as the publisher does. */
async function settle() {
  const open = await site.db
    .select({ number: rollupBatches.number, status: rollupBatches.status })
    .from(rollupBatches)
    .orderBy(rollupBatches.number)
  for (const { number } of open.filter(({ status }) => status !== 'final'))
    await transact(site.db, async (connection) => {
      await advance(connection, number, { status: 'final', txStatus: 'final' })
      await tellFinal(connection, number)
    })
}

async function member() {
  const [browser, wallet] = [new Browser(site), evmWallet()]
  const { accountId } = await browser.signIn(wallet)
  await browser.mutate('money.openAccount')
  await seal()
  await settle()
  const index = dataOf<{ account: { index: number } }>(await browser.query('money.overview')).account.index
  const secret = 5000n + BigInt(index)
  const { x, y } = derivePublicKey(secret)
  await queueItems(site.db, [
    { kind: 'setKey', account: index, authoriser: walletWord(wallet.id), keyX: x, keyY: y, identity: 7n, second: 0n },
  ])
  await seal()
  await settle()
  const send = (tx: LedgerTx) => mempool.submit(encodeLedgerTx(signLedgerTx(fastHasher, tx, { domain, secret })))
  return { browser, wallet, accountId, index, send }
}
type Member = Awaited<ReturnType<typeof member>>

const news = async ({ browser }: Member) => dataOf<NewsView>(await browser.query('news.overview'))
const told = async ({ browser }: Member) => dataOf<{ items: NoticeView[] }>(await browser.query('news.list')).items

describe('money', () => {
  it('is in the tray until it is settled, and told of when it is', async () => {
    const [from, to] = [await member(), await member()]
    await queueItems(site.db, [{ ...fund(from.index, 10n ** 18n), authoriser: walletWord(from.wallet.id) }])
    expect((await news(from)).pending).toMatchObject([
      { kind: 'move', move: 'deposit', state: 'accepted', sum: { token: { symbol: 'ETH' } } },
    ])
    await seal()
    expect((await news(from)).pending).toMatchObject([{ move: 'deposit', state: 'batched' }])
    await settle()
    expect((await news(from)).pending).toEqual([])
    expect(await told(from)).toMatchObject([
      { kind: 'deposit.final', sum: { amount: String(10n ** 18n), token: { symbol: 'ETH', decimals: 18 } } },
    ])

    await from.send({ kind: 'transfer', account: from.index, nonce: 0, fee: 0n, to: to.index, token: 0, amount: 250n })
    await from.send({ kind: 'withdraw', account: from.index, nonce: 1, fee: 0n, token: 0, amount: 300n, recipient: 0xabcn })
    expect((await news(from)).pending.map((item) => item.kind === 'move' && item.move).toSorted()).toEqual(['sent', 'withdraw'])
    expect((await news(to)).pending).toMatchObject([{ move: 'received', sum: { amount: '250' } }])
    await seal()
    await settle()
    expect((await news(to)).pending).toEqual([])
    expect(await told(to)).toMatchObject([{ kind: 'transfer.received', sum: { amount: '250' } }])
    // Final is not the end of a withdrawal: L2 has still to pay.
    expect((await news(from)).pending).toMatchObject([{ move: 'withdraw', state: 'final' }])

    const payables = await site.db.select().from(withdrawals)
    await transact(site.db, async (connection) => {
      await markPaid(connection, payables, { payTx: '0xfeed' })
      await tellPaid(connection, payables, '0xfeed')
    })
    expect((await news(from)).pending).toEqual([])
    const [paid] = await told(from)
    expect(paid).toMatchObject({
      kind: 'withdrawal.paid',
      sum: { amount: '300' },
      facts: { tx: '0xfeed', address: `0x${'abc'.padStart(40, '0')}` },
    })
  })

  it('that the slot refused is told of to who sent it alone', async () => {
    const [from, to] = [await member(), await member()]
    await from.send({ kind: 'transfer', account: from.index, nonce: 0, fee: 0n, to: to.index, token: 0, amount: 10n ** 20n })
    await seal()
    expect(await told(from)).toMatchObject([
      { kind: 'move.refused', facts: { reason: 'transfer.short' }, sum: { amount: String(10n ** 20n) } },
    ])
    expect(await told(to)).toEqual([])
    expect([(await news(from)).pending, (await news(to)).pending]).toEqual([[], []])
  })
})
