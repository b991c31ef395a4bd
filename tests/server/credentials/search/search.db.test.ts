import { drizzle } from 'drizzle-orm/node-postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as schema from '#drizzle/schema/index.ts'
import { createSearchStore } from '#server/credentials/search/searchStore.ts'
import type { SearchHit, SearchResult } from '#server/credentials/search/searchViews.ts'
import { runBadInputs } from '#tests/support/badInputs.ts'
import { Browser, dataOf, evmWallet, type Site, solanaWallet, startSite, type TestWallet } from '#tests/support/members.ts'
import { definition, liveQuest, sealMints, stepResult } from '#tests/support/questFixture.ts'

let site: Site
let anyone: Browser
let owner: string
const evm: TestWallet = evmWallet()
const solana = solanaWallet()
const hash = (digit: string) => `0x${digit.repeat(64)}`

beforeAll(async () => {
  site = await startSite()
  anyone = new Browser(site)
  owner = (await new Browser(site).signIn(evm)).accountId
  await site.members.accounts.updateHandle({ accountId: owner, handle: 'stone-maker' })
  const title = (en: string, ja: string) => definition({ title: { en, ja } })
  await liveQuest(site, {
    accountId: owner,
    slug: 'swap-tokens',
    definition: title('Swap tokens on Uniswap', 'Uniswap でトークンを交換する'),
  })
  await liveQuest(site, { accountId: owner, slug: 'hold-nft', definition: title('Hold a token', 'NFTを保有する') })
  const past = { opensAt: new Date(site.clock.ms - 7_200_000), closesAt: new Date(site.clock.ms + 2000) }
  await liveQuest(site, { accountId: owner, slug: 'old-swap', definition: title('Swapping in the past', '昔の交換'), ...past })
  await site.pool.query(`update quests set closes_at = now() - interval '1 minute' where slug = 'old-swap'`)
  await site.members.quests.create({
    accountId: owner,
    slug: 'draft-swap',
    definition: title('Swap of a draft', '下書きの交換'),
    supply: 1,
    ...past,
    closesAt: new Date(site.clock.ms + 1e6),
  })
  const member = (await new Browser(site).signIn(solana)).accountId
  const { participationId } = await site.members.quests.start({ accountId: member, slug: 'swap-tokens', requestId: 'r' })
  await site.members.follower.record(['quiz', 'wrap'].map((step) => stepResult(participationId, step)))
  await sealMints(site, 7, 'final')
  await site.pool.query(`update rollup_batches set propose_tx = $1, vote_tx = $1, new_root = decode($2, 'hex') where number = 7`, [
    hash('a'),
    'b'.repeat(64),
  ])
  await site.pool.query(
    `insert into rollup_txs (key, kind, payload, status, batch) values ($1, 'ledger', '{}', 'batched', 7), ($2, 'ledger', '{}', 'accepted', null), ($3, 'ledger', '{}', 'refused', null)`,
    [hash('c'), hash('d'), hash('e')],
  )
  await site.pool.query(
    `insert into withdrawals (batch, entry, kind, account, token, amount, pay_tx) values (7, 0, 'withdraw', 1, 0, 5, $1)`,
    [hash('f')],
  )
})
afterAll(() => site.drop())

const find = async (q: string, limit = 6) => dataOf<SearchResult>(await anyone.query('search.everything', { q, limit }))
const names = (hits: SearchHit[]) =>
  hits.map((hit) => {
    if (hit.kind === 'quest' || hit.kind === 'space') return `${hit.kind} ${hit.slug}`
    if (hit.kind === 'member') return `member ${hit.handle ?? hit.wallet}`
    if (hit.kind === 'credential') return `credential ${hit.index}`
    return hit.kind === 'batch' ? `batch ${hit.number}` : `tx ${hit.role} ${hit.batch}`
  })
const found = async (q: string) => names((await find(q)).hits)

describe('the search', () => {
  it('finds quests by the beginning of any word of either title, open ones first, drafts never', async () => {
    expect(await found('swap')).toEqual(['quest swap-tokens', 'quest old-swap'])
    expect((await find('swap')).hits).toMatchObject([{ ended: false }, { ended: true }])
    expect(await found('TOKEN')).toEqual(['quest swap-tokens', 'quest hold-nft'])
    expect(await found('uni tok')).toEqual(['quest swap-tokens'])
    expect(await found('draft')).toEqual([])
  })

  it('finds Japanese words wherever they stand', async () => {
    expect(await found('交換')).toEqual(['quest swap-tokens', 'quest old-swap'])
    expect(await found('昔の')).toEqual(['quest old-swap'])
    expect(await found('換交')).toEqual([])
    expect(await found('uniswap 交換')).toEqual(['quest swap-tokens'])
    expect(await found('保有')).toEqual(['quest hold-nft'])
  })

  it('finds spaces with a published quest, by name', async () => {
    const { rows } = await site.pool.query(`update spaces set name = 'Granite Works 石屋', slug = 'granite-works' returning slug`)
    for (const q of ['granite', 'works gra', '石屋']) expect(await found(q)).toEqual([`space ${rows[0].slug}`])
    expect((await find('granite')).hits).toMatchObject([{ name: 'Granite Works 石屋', quests: 3 }])
    await site.pool.query(`insert into spaces (slug, name, owner_id) values ('empty-granite', 'Granite without quests', $1)`, [owner])
    expect(await found('granite')).toEqual([`space ${rows[0].slug}`])
  })

  it('finds members by the beginning of a handle, and by a wallet as its chain writes it', async () => {
    expect(await found('stone-m')).toEqual(['member stone-maker'])
    expect(await found('@Stone-Maker')).toEqual(['member stone-maker'])
    expect(await found('tone-maker')).toEqual([])
    for (const address of [evm.address, evm.address.toLowerCase(), evm.id, `eip155:31338:${evm.address}`])
      expect(await found(address)).toEqual(['member stone-maker'])
    expect(await found(solana.address)).toEqual([`member ${solana.id}`])
    expect((await find(solana.address)).hits).toMatchObject([{ cubes: 1 }])
    const digits = evm.address.slice(2)
    const wrong = `0x${digits.replace(/[a-fA-F]/, (letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()))}`
    expect(await found(wrong)).toEqual([])
    expect(await found(evmWallet().address)).toEqual([])
  })

  it('finds credentials and batches by number', async () => {
    expect(await found('7')).toEqual(['credential 7', 'batch 7'])
    expect(await found('#7')).toEqual(['credential 7', 'batch 7'])
    expect(await found('batch 7')).toEqual(['batch 7'])
    expect(await found('cube 7')).toEqual(['credential 7'])
    expect(await found('8')).toEqual([])
  })

  it('finds by hash: txs of the slot, transactions on L2, roots of batches; refused ones never', async () => {
    expect(await found(hash('c'))).toEqual(['tx slot 7'])
    expect(await found(hash('C').replace('0X', '0x'))).toEqual(['tx slot 7'])
    expect(await found(hash('d'))).toEqual(['tx slot null'])
    expect(await found(hash('e'))).toEqual([])
    expect(await found(hash('a'))).toEqual(['tx propose 7'])
    expect(await found(hash('b'))).toEqual(['batch 7'])
    expect(await found(hash('f'))).toEqual(['tx pay 7'])
  })

  it('says when there is more than it lists', async () => {
    expect(await find('swap', 1)).toMatchObject({ hits: [{ slug: 'swap-tokens' }], more: true })
    expect(await find('swap', 2)).toMatchObject({ more: false })
    expect(await find('   ')).toEqual({ query: '', hits: [], more: false })
  })
})

/** Every statement that the store sends, with its values. */
async function statements(work: (store: ReturnType<typeof createSearchStore>) => Promise<unknown>) {
  const sent: { text: string; values: unknown[] }[] = []
  const db = drizzle(site.pool, { schema, casing: 'snake_case', logger: { logQuery: (text, values) => void sent.push({ text, values }) } })
  await work(createSearchStore(db))
  return sent
}

/** How Postgres would answer, were the tables too large to be read whole: only indexes that fit the question are left to it. */
async function plansOf(sent: readonly { text: string; values: unknown[] }[]): Promise<string[]> {
  const client = await site.pool.connect()
  try {
    await client.query('begin')
    for (const way of ['seqscan', 'indexscan', 'indexonlyscan']) await client.query(`set local enable_${way} = off`)
    const plans: string[] = []
    for (const { text, values } of sent) {
      const { rows } = await client.query(`explain ${text}`, values)
      plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'))
    }
    return plans
  } finally {
    await client.query('rollback')
    client.release()
  }
}

describe('every question', () => {
  it.each<[string, (store: ReturnType<typeof createSearchStore>) => Promise<unknown>, RegExp]>([
    ['words of quests', (store) => store.quests({ words: ['swap'], runs: [] }, 5), /quest_versions_words/],
    ['letters of quests', (store) => store.quests({ words: [], runs: ['交換'] }, 5), /quest_versions_letters/],
    ['words of spaces', (store) => store.spaces({ words: ['a'], runs: [] }, 5), /spaces_words/],
    ['letters of spaces', (store) => store.spaces({ words: [], runs: ['石'] }, 5), /spaces_letters/],
    // In the C collation the unique index serves prefixes, too.
    ['handles', (store) => store.membersByHandle('stone', 5), /accounts_handle_(?:prefix|unique)/],
    ['wallets', (store) => store.memberByWallet('solana:x'), /wallets_pkey/],
    ['numbers', (store) => store.batches({ number: 7 }), /rollup_batches_pkey/],
    ['roots', (store) => store.batches({ root: 7n }), /rollup_batches_new_root_index/],
  ])('goes by an index: %s', async (_, work, index) => {
    const [plan] = await plansOf(await statements(work))
    expect(plan).toMatch(index)
  })

  it('goes by an index: hashes', async () => {
    const wanted = [
      /rollup_txs_key/,
      /batches_propose_tx_index/,
      /batches_vote_tx_index/,
      /inbox_items_tx_hash_index/,
      /withdrawals_pay_tx_index/,
    ]
    const plans = await plansOf(await statements((store) => store.transactions(hash('a'))))
    expect(plans).toHaveLength(wanted.length)
    for (const [i, plan] of plans.entries()) expect(plan).toMatch(wanted[i] ?? /never/)
  })
})

const ask = (input: unknown) => anyone.query('search.everything', input)
const finds = async (q: string) => {
  const answer = await ask({ q })
  expect(dataOf<SearchResult>(answer).hits).toEqual([])
  return answer
}

runBadInputs('tests/server/credentials/search/search.db.test.ts', {
  SE02: () => ask({ q: 'a'.repeat(501) }),
  'SE02-type': () => ask({ q: 5 }),
  'SE02-missing': () => ask({}),
  'SE02-field': () => ask({ q: 'a', orderBy: 'slug;--' }),
  'SE02-limit': () => ask({ q: 'a', limit: 21 }),
  SE04: () => finds(`%_\\'"; drop table quests;--`),
  'SE04-query': () => finds(`zzz:* & | ! ( <-> '`),
  'SE04-nul': () => finds('\u0000\u0001zzz\u202e'),
  'SE04-surrogate': () => finds('\ud800zzz'),
  'SE04-marks': () => finds(`z${'\u0301'.repeat(400)}`),
  'SE04-words': () =>
    finds(
      Array.from({ length: 200 }, (_, i) => `w${i}`)
        .join(' ')
        .slice(0, 500),
    ),
})
