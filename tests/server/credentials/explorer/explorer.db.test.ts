import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inboxItems, l2Sends, rollupBatches } from '#drizzle/schema/index.ts'
import type { Outputs } from '#server/api/types.ts'
import { advance, batchesWith, markPaid } from '#server/rollup/settlement/settlementStore.ts'
import { Browser, dataOf, type Site, startSite } from '#tests/support/members.ts'
import { addressOf, fund, newMempool, newSequencer, openMembers, queueItems, withdraw } from '../../rollup/sequencer/ledgerFixture.ts'
import { deployNowhere, sendRow } from './slotRows.ts'

type Explorer = Outputs['explorer']
let site: Site
let browser: Browser
let engine: ReturnType<typeof newSequencer>
let mempool: ReturnType<typeof newMempool>

beforeAll(async () => {
  site = await startSite()
  await deployNowhere(site.db)
  browser = new Browser(site)
  engine = newSequencer(site.db)
  mempool = newMempool(site.db)
  await openMembers(site.db, engine, 2)
  await toFinality()
})
afterAll(() => site.drop())

const ask = async <K extends keyof Explorer>(name: K, input?: unknown) =>
  dataOf<Explorer[K]>(await browser.query(`explorer.${name}`, input))
const seal = async () => {
  while (await engine.sealNext());
}
async function toFinality() {
  for (const { number } of await batchesWith(site.db, ['sealed']))
    await site.db.transaction(async (tx) => {
      await advance(tx, number, { status: 'proposed', txStatus: 'proposed', proposeTx: `0xp${number}`, proposeGas: 200_000 })
      await advance(tx, number, { status: 'voted', txStatus: 'proven', voteTx: `0xv${number}`, verifyGas: 600_000 })
      await advance(tx, number, { status: 'final', txStatus: 'final' })
    })
}
const walletOf = (account: number) => `eip155:0x${addressOf(account).toString(16).padStart(40, '0')}`
const recipient = `0x${'abcd'.padStart(40, '0')}`

describe('a withdrawal', () => {
  it('is shown from the signature to the payment, and when the bridge keeps it', async () => {
    const { txHash } = await mempool.submit(withdraw(0))
    const asked = await ask('withdrawals')
    expect(asked.requested).toMatchObject([
      { tx: txHash, kind: 'withdraw', state: 'accepted', batch: null, amount: { token: 0, value: '5' }, recipient, account: { index: 0 } },
    ])
    expect(asked.items).toEqual([])
    expect((await ask('txs', { kind: 'withdraw' })).items).toMatchObject([
      { id: txHash, state: 'accepted', account: { wallet: walletOf(0) } },
    ])

    await seal()
    const [inBatch] = (await ask('withdrawals')).items
    const batch = inBatch?.batch ?? -1
    expect(inBatch).toMatchObject({ tx: txHash, state: 'batched', kept: null, payTx: null })
    expect((await ask('withdrawals')).requested).toEqual([])
    await toFinality()
    expect((await ask('withdrawals')).items).toMatchObject([{ state: 'final' }])
    expect(await ask('tx', { id: txHash })).toMatchObject({ state: 'final', kept: null, trail: { pay: null } })

    await markPaid(site.db, [{ batch, entry: inBatch?.entry ?? -1 }], { payTx: '0xfeed', kept: new Set([inBatch?.entry ?? -1]) })
    expect((await ask('withdrawals')).items).toMatchObject([{ state: 'paid', kept: true, payTx: '0xfeed' }])
    const tx = await ask('tx', { id: txHash })
    expect(tx).toMatchObject({
      ...{ kind: 'withdraw', lane: 'ledger', nonce: 0, fee: { token: 0, value: '0' }, kept: true, refusal: null },
      trail: { item: null, propose: `0xp${batch}`, vote: `0xv${batch}`, finalize: null, pay: '0xfeed' },
      fields: [
        { name: 'token', type: 'token', value: '0' },
        { name: 'amount', type: 'amount', value: '5', token: 0 },
        { name: 'recipient', type: 'address', value: recipient },
      ],
    })
    expect(tx.words).toHaveLength(10)
    for (const time of Object.values(tx.times)) expect(Date.parse(time ?? '')).toBeGreaterThan(0)
  })

  it('that was forced, and a deposit that was refused, lead to their inbox items', async () => {
    const forced = { kind: 'forcedWithdraw', account: 1, authoriser: addressOf(1), token: 0, amount: 7n, recipient: 0xabcdn } as const
    const refused = { kind: 'deposit', account: 1, authoriser: addressOf(1), token: 90, amount: 10n, wallet: 0n } as const
    await queueItems(site.db, [forced, refused])
    const from = (await site.db.$count(inboxItems)) - 2
    expect((await ask('withdrawals')).requested).toMatchObject([{ tx: `inbox-${from}`, kind: 'forcedWithdraw', state: 'accepted' }])
    // A ledger tx before them in the batch moves their places on.
    await mempool.submit(withdraw(1))
    await seal()
    const { items } = await ask('withdrawals')
    const byKind = (kind: string) => items.find((item) => item.kind === kind && item.state === 'batched')
    expect(byKind('forcedWithdraw')).toMatchObject({ tx: `inbox-${from}`, amount: { value: '7' }, recipient })
    expect(byKind('refund')).toMatchObject({ tx: `inbox-${from + 1}`, amount: { token: 90, value: '10' }, recipient: walletOf(1).slice(7) })
    expect(await ask('tx', { id: `inbox-${from + 1}` })).toMatchObject({ state: 'refused', refusal: 'inbox', lane: 'inbox' })
    await toFinality()
    const refund = byKind('refund')
    await markPaid(site.db, [{ batch: refund?.batch ?? -1, entry: refund?.entry ?? -1 }], { payTx: '0xback', kept: new Set() })
    expect(await ask('tx', { id: `inbox-${from + 1}` })).toMatchObject({ kept: false, trail: { pay: '0xback' } })
    expect(await ask('tx', { id: `inbox-${from}` })).toMatchObject({ trail: { pay: null }, account: { index: 1, wallet: walletOf(1) } })
  })
})

describe('the inbox', () => {
  it('says of each item who sent it, what it is and what became of it', async () => {
    await queueItems(site.db, [fund(0, 3n)])
    const { items, deadlineSeconds } = await ask('inbox', { limit: 50 })
    expect(items.map(({ index }) => index)).toEqual(Array.from({ length: items.length }, (_, i) => items.length - 1 - i))
    expect(items[0]).toMatchObject({ kind: 'deposit', outcome: 'waiting', batch: null, from: { type: 'wallet', value: walletOf(0) } })
    expect(items[1]).toMatchObject({ kind: 'deposit', outcome: 'no-op', subject: { amount: { token: 90 } } })
    expect(items.filter(({ outcome }) => outcome === 'ok').map(({ kind }) => kind)).toContain('setKey')
    // No endpoint of L2 is there to be asked.
    expect(deadlineSeconds).toBeNull()
    await seal()
  })
})

describe('a batch', () => {
  it('has its L2 transactions, votes, neighbours and contents', async () => {
    const number = 2
    await site.db
      .insert(l2Sends)
      .values([
        sendRow({ purpose: `propose:${number}`, gasUsed: 200_000, data: `0x${'00'.repeat(900)}` }),
        sendRow({ purpose: `vote:${number}:zk`, gasUsed: 600_000 }),
        sendRow({ purpose: `pay:${number}`, status: 'queued', minedHash: null, gasUsed: null }),
        sendRow({ purpose: `propose:${number}0`, gasUsed: 1 }),
      ])
    const batch = await ask('batch', { number })
    expect(batch.sends).toMatchObject([
      { step: 'propose', status: 'mined', gas: 200_000, bytes: 900, blobBytes: null },
      { step: 'vote', gas: 600_000 },
      { step: 'pay', status: 'queued', hash: null, gas: null },
    ])
    const count = await site.db.$count(rollupBatches)
    expect([batch.previous, batch.next]).toEqual([1, 3])
    expect([(await ask('batch', { number: 1 })).previous, (await ask('batch', { number: count })).next]).toEqual([null, null])
    const txs = await ask('txs', { batch: number, limit: 50 })
    expect(txs.items).toHaveLength(batch.entries + batch.accounts + batch.credentials)
    expect(txs.items.every((tx) => tx.batch === number)).toBe(true)
    expect((await ask('batches', { limit: 50 })).items.find((item) => item.number === number)).toMatchObject({
      inboxItems: batch.inboxItems,
    })
    expect((await browser.query('explorer.batch', { number: count + 1 })).status).toBe(404)
  })
})

it('the whole slot is walked with cursors as they are given', async () => {
  const everything = (await ask('txs', { limit: 50 })).items.map(({ id }) => id)
  const walked: string[] = []
  let cursor: string | null = null
  do {
    const page: Explorer['txs'] = await ask('txs', { limit: 3, cursor })
    walked.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  } while (cursor !== null)
  expect(walked).toEqual(everything)
  expect(everything.length).toBeGreaterThan(8)
})

it('charts and proofs answer, and L2 is where the deployment says', async () => {
  const charts = await ask('charts')
  expect(charts.batches.map(({ number }) => number)).toEqual(Array.from({ length: await site.db.$count(rollupBatches) }, (_, i) => i + 1))
  expect((await ask('proofs')).items.map(({ batch }) => batch)).toEqual(charts.batches.map(({ number }) => number).reverse())
  expect(await ask('l2')).toMatchObject({ chainId: 31_338, pages: null })
})
