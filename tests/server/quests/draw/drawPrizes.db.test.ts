import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSealer } from '#server/auth/sealing.ts'
import { closedOutbound } from '#server/compose/outbound.ts'
import { awardPrizes } from '#server/quests/draw/awardPrizes.ts'
import { type DrawDeps, drawPrizes } from '#server/quests/draw/drawPrizes.ts'
import { seedSamples } from '#server/quests/seedSamples.ts'
import type { Hex } from '#server/shared/bytes.ts'
import { Browser, origin, type Site, startSite } from '#tests/support/members.ts'
import { definition } from '#tests/support/questFixture.ts'
import { completeBy, day, newAccount, questWithPrize } from './drawFixture.ts'

let site: Site
let owner: string
beforeAll(async () => {
  const sealer = createSealer(`0x${randomBytes(32).toString('hex')}`)
  site = await startSite({ deps: { outbound: { ...closedOutbound, sealer } } })
  owner = await newAccount(site)
})
afterAll(() => site.drop())

const perWinner = '50000000000000000'
const raffle = { mode: 'raffle', winners: 2, token: 0, perWinner } as const
const block = { number: 4711, hash: `0x${'c4'.repeat(32)}` as Hex }
const asked: number[] = []
const depsWith = (found: typeof block | null): DrawDeps => ({
  ...site.members.questDeps,
  finalizedBlockAt: async (seconds) => {
    asked.push(seconds)
    return found
  },
})
const sql = async (text: string, ...values: unknown[]) => (await site.pool.query(text, values)).rows
/** After the end, and after the last batch with a time before it could have come to L2. */
const passEnd = () => {
  site.clock.ms += day + 700_000
}
const read = (slug: string) => site.members.draws.read({ slug })

describe('a raffle', () => {
  it('is published with its prize set aside and a commitment to a seed that nobody sees', async () => {
    const { slug, id, index } = await questWithPrize(site, owner, raffle)
    const [prize] = await sql('select * from quests where slug = $1', `${slug}-prize`)
    const [quest] = await sql('select * from quests where slug = $1', slug)
    expect(prize).toMatchObject({
      status: 'live',
      supply: 2,
      reward_per_mint: perWinner,
      prize_of: id,
      prize_tier: 0,
      opens_at: quest.closes_at,
    })
    const [opening] = await sql(`select payload from rollup_txs where key = $1`, `openQuest:${prize.slot_index}`)
    expect(opening.payload).toMatchObject({ supply: 2, points: 0, reward: { perMint: perWinner, pool: '100000000000000000' } })
    const draw = await read(slug)
    expect(draw).toMatchObject({ mode: 'raffle', questIndex: index, drawn: null, tiers: [{ slug: `${slug}-prize`, places: 2, perWinner }] })
    expect(draw.commitment).toMatch(/^0x[0-9a-f]{64}$/)
    // 601 seconds after the end: no batch with a time before the end can be proposed in such a block.
    expect(Date.parse(draw.drawsAt)).toBe(Math.floor(quest.closes_at.getTime() / 1000) * 1000 + 601_000)
    expect((await site.members.quests.bySlug({ slug, accountId: null })).prize).toEqual({
      ...{ mode: 'raffle', tiers: [{ places: 2, perWinner }], commitment: draw.commitment },
    })
    const [kept] = await sql('select * from quest_draws where quest_id = $1', id)
    expect(kept).toMatchObject({ seed: null, drawn_at: null })
    expect(kept.sealed_seed).toMatch(/^1\./)
  })

  it('draws once, when the block is final and every CUBE is, as anyone can compute from what is published', async () => {
    const { slug, id, index } = await questWithPrize(site, owner, raffle)
    const commitment = (await read(slug)).commitment
    const members = await completeBy(site, slug, ['final', 'final', 'proposed', 'final', 'final', 'final'])
    expect(await drawPrizes(depsWith(block))).toBe(0)
    passEnd()
    expect(await drawPrizes(depsWith(null))).toBe(0)
    // Others may be due; of this one a CUBE is not final yet.
    await drawPrizes(depsWith(block))
    expect((await read(slug)).drawn).toBeNull()
    await sql(`update rollup_batches set status = 'final'`)
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => drawPrizes(depsWith(block))))
    expect(outcomes.reduce((sum, drawn) => sum + drawn, 0)).toBe(1)
    expect(await drawPrizes(depsWith({ ...block, number: 1 }))).toBe(0)

    const { drawn, drawsAt } = await read(slug)
    expect(asked.at(-1)).toBe(Date.parse(drawsAt) / 1000)
    expect(drawn).toMatchObject({ block, entrants: 6, winners: 2, paid: 0 })
    const list = await listOf(slug, 'entrants')
    expect(list.map(({ credential }) => credential)).toEqual(members.map(({ credential }) => credential))
    expect(
      `0x${createHash('sha256')
        .update(Buffer.from(String(drawn?.seed).slice(2), 'hex'))
        .digest('hex')}`,
    ).toBe(commitment)
    const byHand = list
      .map(({ credential }) => {
        const numbers = Buffer.alloc(8)
        numbers.writeUInt32BE(index, 0)
        numbers.writeUInt32BE(credential, 4)
        const bytes = [
          Buffer.from('cairn.draw.ticket.1'),
          ...[drawn?.seed, block.hash].map((hex) => Buffer.from(String(hex).slice(2), 'hex')),
          numbers,
        ]
        return { credential, ticket: `0x${createHash('sha256').update(Buffer.concat(bytes)).digest('hex')}` }
      })
      .sort((a, b) => (BigInt(a.ticket) < BigInt(b.ticket) ? -1 : 1))
      .slice(0, 2)
    expect(drawn?.first.map(({ credential, ticket }) => ({ credential, ticket }))).toEqual(byHand)
    expect((await listOf(slug, 'winners')).map(({ credential }) => credential)).toEqual(byHand.map(({ credential }) => credential))

    await payAndCheck(
      { slug, id },
      byHand.map(({ credential }) => members.find((member) => member.credential === credential)?.accountId ?? ''),
    )
  })

  /** Whoever asks how often: each winner has one place of the prize, with its mint and how it was won. */
  async function payAndCheck({ slug, id }: { slug: string; id: string }, winners: string[]) {
    await Promise.all([awardPrizes(site.members.questDeps), awardPrizes(site.members.questDeps)])
    expect(await awardPrizes(site.members.questDeps)).toBe(0)
    const [prize] = await sql('select * from quests where prize_of = $1', id)
    const given = await sql(
      'select c.account_id, e.bundle from completions c join evidence e on e.digest = c.evidence_digest where quest_id = $1',
      prize.id,
    )
    expect(given.map(({ account_id }) => account_id).toSorted()).toEqual(winners.toSorted())
    const mints = await sql(
      `select payload from rollup_txs where kind = 'mint' and (payload->>'questIndex')::integer = $1`,
      prize.slot_index,
    )
    expect(mints.map(({ payload }) => payload.accountId).toSorted()).toEqual(winners.toSorted())
    const { drawn } = await read(slug)
    const first = given.find(({ account_id }) => account_id === winners[0])
    expect(first?.bundle).toMatchObject({
      ...{ kind: 'quest', quest: `${slug}-prize` },
      won: {
        quest: slug,
        rank: 0,
        block: block.hash,
        seed: drawn?.seed,
        ticket: drawn?.first[0]?.ticket,
        credential: drawn?.first[0]?.credential,
      },
    })
    expect(Object.keys(first?.bundle.steps)).toEqual(['quiz', 'wrap'])
    expect(drawn).toMatchObject({ winners: 2, paid: 2, first: [{ paid: true }, { paid: true }] })
    expect((await sql('select paid_at from quest_draws where quest_id = $1', id))[0].paid_at).not.toBeNull()
  }

  it('lets everyone win where there are fewer entrants than places, and nobody where there are none', async () => {
    const few = await questWithPrize(site, owner, { ...raffle, winners: 5 })
    const none = await questWithPrize(site, owner, raffle)
    const members = await completeBy(site, few.slug, ['final', 'final'])
    passEnd()
    expect(await drawPrizes(depsWith(block))).toBeGreaterThanOrEqual(2)
    expect((await read(few.slug)).drawn).toMatchObject({ entrants: 2, winners: 2 })
    expect((await listOf(few.slug, 'winners')).map(({ credential }) => credential).toSorted()).toEqual(
      members.map(({ credential }) => credential).toSorted(),
    )
    expect((await read(none.slug)).drawn).toMatchObject({ entrants: 0, winners: 0, first: [] })
    expect((await sql('select paid_at from quest_draws where quest_id = $1', none.id))[0].paid_at).not.toBeNull()
  })

  it('leaves out a completion whose mint the slot refused', async () => {
    const { slug } = await questWithPrize(site, owner, { ...raffle, winners: 5 })
    const [first, second] = await completeBy(site, slug, ['final', 'sealed'])
    await sql(`update rollup_txs set status = 'refused' where batch = $1`, second?.credential)
    passEnd()
    await drawPrizes(depsWith(block))
    expect((await listOf(slug, 'winners')).map(({ credential }) => credential)).toEqual([first?.credential])
  })

  it('gives the prize to the account that a winner became, once', async () => {
    const { slug, id } = await questWithPrize(site, owner, raffle)
    const [gone, stays] = await completeBy(site, slug, ['final', 'final'])
    passEnd()
    await drawPrizes(depsWith(block))
    await sql('update accounts set merged_into = $1 where id = $2', stays?.accountId, gone?.accountId)
    await awardPrizes(site.members.questDeps)
    const given = await sql('select account_id from completions where quest_id = (select id from quests where prize_of = $1)', id)
    expect(given).toEqual([{ account_id: stays?.accountId }])
    expect((await sql('select paid_at from quest_draws where quest_id = $1', id))[0].paid_at).not.toBeNull()
  })

  it('refuses to draw with a seed that is not the committed one', async () => {
    const { slug, id } = await questWithPrize(site, owner, raffle)
    passEnd()
    await sql('update quest_draws set commitment = $1 where quest_id = $2', `0x${'00'.repeat(32)}`, id)
    await expect(drawPrizes(depsWith(block))).rejects.toThrow('seed')
    await sql('delete from quest_draws where quest_id = $1', id)
    await expect(read(slug)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('a prize', () => {
  it('is in no list, and names the quest that it is of', async () => {
    const { slug } = await questWithPrize(site, owner, raffle)
    const browser = new Browser(site)
    const listed = JSON.stringify([
      await browser.query('quests.list', { limit: 50 }),
      await browser.query('search.everything', { q: 'Prize Learn and wrap', limit: 12 }),
      await site.members.quests.pages(),
    ])
    expect(listed).toContain(slug)
    expect(listed).not.toContain(`${slug}-prize`)
    await expect(site.members.quests.bySlug({ slug: `${slug}-prize`, accountId: null })).resolves.toMatchObject({ prizeOf: slug })
  })

  it('may be given by samples of the platform', async () => {
    const sample = { slug: 'sample-raffle', supply: 10, definition: definition({ prize: raffle }) }
    expect(await seedSamples(site.members.questDeps, { accountId: owner, samples: [sample] })).toEqual({ created: ['sample-raffle'] })
    expect((await read('sample-raffle')).commitment).not.toBeNull()
  })

  it('is never more than a vault can hold', async () => {
    const most = '9'.repeat(28)
    await expect(questWithPrize(site, owner, { ...raffle, winners: 8, perWinner: most })).rejects.toMatchObject({
      ...{ code: 'quest.malformed', meta: { field: 'definition.prize' } },
    })
    await questWithPrize(site, owner, { ...raffle, winners: 7, perWinner: most })
  })

  it('is published whole or not at all', async () => {
    const { slug } = await questWithPrize(site, owner, raffle)
    await sql(`update quests set status = 'draft', slot_index = null where slug = $1`, slug)
    await sql('delete from quest_draws where quest_id = (select id from quests where slug = $1)', slug)
    await expect(site.members.quests.publish({ accountId: owner, slug })).rejects.toMatchObject({ code: 'conflict' })
    expect(await sql('select status, slot_index from quests where slug = $1', slug)).toEqual([{ status: 'draft', slot_index: null }])
  })
})

describe('ranked tiers', () => {
  it('go to the first ones in the order of their CUBEs, each tier by its own prize', async () => {
    const tiers = [
      { places: 1, perWinner: '300' },
      { places: 2, perWinner: '100' },
    ]
    const { slug, id } = await questWithPrize(site, owner, { mode: 'tiers', token: 0, tiers })
    expect(await read(slug)).toMatchObject({ mode: 'tiers', commitment: null })
    const members = await completeBy(site, slug, ['final', 'final', 'final', 'final'])
    passEnd()
    await drawPrizes(depsWith(block))
    await awardPrizes(site.members.questDeps)
    const given = await sql(
      'select q.slug, q.reward_per_mint as reward, c.account_id from completions c join quests q on q.id = c.quest_id where q.prize_of = $1',
      id,
    )
    const [one, two, three] = members.map(({ accountId }) => accountId)
    expect(new Set(given.map((row) => `${row.slug} ${row.reward} ${row.account_id}`))).toEqual(
      new Set([`${slug}-prize-1 300 ${one}`, `${slug}-prize-2 100 ${two}`, `${slug}-prize-2 100 ${three}`]),
    )
    expect(await listOf(slug, 'winners')).toMatchObject([
      { rank: 0, tier: 0, ticket: null, credential: members[0]?.credential },
      { rank: 1, tier: 1, credential: members[1]?.credential },
      { rank: 2, tier: 1, credential: members[2]?.credential },
    ])
  })
})

type Item = { credential: number; rank?: number; tier?: number; ticket?: string | null }

/** A list by its route, two at a time. */
async function listOf(slug: string, list: string): Promise<Item[]> {
  const items: Item[] = []
  for (let after: number | null = null; ; ) {
    const answer = await new Browser(site).send('draws', `/api/draws/${slug}/${list}?limit=2${after === null ? '' : `&after=${after}`}`)
    expect(answer.status).toBe(200)
    const page = answer.body as { items: Item[]; next: number | null }
    items.push(...page.items)
    if (page.next === null) return items
    after = page.next
  }
}

describe('lists of a draw', () => {
  it('are files, too, that name their next part', async () => {
    const { slug } = await questWithPrize(site, owner, raffle)
    const members = await completeBy(site, slug, ['final', 'final', 'final'])
    const get = (query: string) => new Browser(site).send('draws', `/api/draws/${slug}/entrants${query}`)
    const answer = await get('?format=csv&limit=2')
    expect(answer.headers.get('link')).toBe(
      `<${origin}/api/draws/${slug}/entrants?after=${members[1]?.credential}&limit=2&format=csv>; rel="next"`,
    )
    expect(answer.body).toBe(`credential\r\n${members[0]?.credential}\r\n${members[1]?.credential}\r\n`)
    expect((await get('?format=csv')).headers.get('link')).toBeNull()
  })
})
