import { randomUUID } from 'node:crypto'
import { Browser, evmWallet, type Site, solanaWallet, type TestWallet } from '#tests/support/members.ts'
import { liveQuest, type QuestOptions } from '#tests/support/questFixture.ts'

export type Member = { browser: Browser; accountId: string; wallet: TestWallet }
export type Project = Member & { space: string }

export async function newMember(site: Site, wallet: TestWallet = evmWallet()): Promise<Member> {
  const browser = new Browser(site)
  return { browser, wallet, accountId: (await browser.signIn(wallet)).accountId }
}

/** A space with its owner. */
export async function newProject(site: Site, space: string): Promise<Project> {
  const owner = await newMember(site)
  const { status } = await owner.browser.mutate('studio.spaces.make', { slug: space, name: space })
  if (status !== 200) throw new Error(`no space ${space}: ${status}`)
  return { ...owner, space }
}

/** Someone else who works for the space. */
export async function newColleague(site: Site, space: string, role: string): Promise<Member> {
  const member = await newMember(site)
  await site.pool.query(`insert into space_members (space_id, account_id, role) select id, $1, $2 from spaces where slug = $3`, [
    member.accountId,
    role,
    space,
  ])
  return member
}

export const questOf = (site: Site, { accountId, space }: Project, options: Partial<QuestOptions> = {}) =>
  liveQuest(site, { accountId, space, ...options })

export const idOf = async (site: Site, slug: string) =>
  (await site.pool.query(`select id from quests where slug = $1`, [slug])).rows[0].id as string

/** What a page's script says of a visit. */
export const see = (browser: Browser, body: object, headers: Record<string, string> = {}) =>
  browser.send('views', '/api/views', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': 'Mozilla/5.0 (a browser)', ...headers },
    body: JSON.stringify(body),
  })

/** An account with a primary wallet, without a browser: for crowds. */
export async function newAccount(site: Site, kind: 'evm' | 'solana' = 'evm'): Promise<{ accountId: string; wallet: string }> {
  const { id } = kind === 'evm' ? evmWallet() : solanaWallet()
  return { accountId: (await site.members.accounts.signInWith(id as `eip155:0x${string}`)).accountId, wallet: id }
}

/**
 * A crowd on a quest of two steps, in few statements: `count` members, every second one with the first step passed, every fourth with both, of whom every
 * second is final in batch 1. They start minute by minute from `from` on.
 */
export async function addCrowd(site: Site, slug: string, { count, from }: { count: number; from: string }): Promise<void> {
  const quest = await idOf(site, slug)
  const tag = randomUUID().slice(0, 8)
  await site.pool.query(
    `insert into rollup_batches (number, circuit, status, old_root, new_root, timestamp, calldata, lengths, data_commit, words_hash, challenge,
      evaluation, effects, inbox_from, inbox_to, credentials, accounts, request_ids)
     select 1, 'small', 'final', z, z, 0, '', '0', z, z, z, z, 0, 0, 0, 1, 1, '[]' from (select decode(repeat('00', 32), 'hex') as z) as zeros
     on conflict do nothing`,
  )
  const crowd = `create temporary table crowd on commit drop as
    select n, gen_random_uuid() as account, gen_random_uuid() as participation, gen_random_uuid() as completion, gen_random_uuid() as tx,
      $1::timestamptz + n * interval '1 minute' as at from generate_series(0, $2::integer - 1) as n`
  const client = await site.pool.connect()
  try {
    await client.query('begin')
    await client.query(crowd, [from, count])
    for (const [text, values] of [
      [`insert into accounts (id) select account from crowd`, []],
      [
        `insert into wallets (address, namespace, account_id, "primary")
         select case when n % 5 = 0 then 'solana:' || $1 || n else 'eip155:0x' || lpad(to_hex(n), 40, '0') || $1 end,
           case when n % 5 = 0 then 'solana' else 'eip155' end, account, true from crowd`,
        [tag],
      ],
      [
        `insert into participations (id, quest_id, account_id, version, started_at, completed_at)
         select participation, $1, account, 1, at, case when n % 4 = 0 then at + interval '1 hour' end from crowd`,
        [quest],
      ],
      [
        `insert into quest_arrivals (quest_id, account_id, referrer, at)
         select $1, account, case n % 3 when 0 then 'a.example' when 1 then 'b.example' end, at - interval '1 minute' from crowd where n % 10 <> 9`,
        [quest],
      ],
      [
        `insert into step_verdicts (participation_id, step_id, status, trace, reason, chains)
         select participation, 'quiz', case when n % 2 = 0 then 'pass' else 'fail' end, $1::json,
           case when n % 2 = 0 then null else 'answer-the-questions' end, '{}' from crowd
         union all select participation, 'wrap', 'pass', $1::json, null, array['eip155:31339'] from crowd where n % 4 = 0`,
        [JSON.stringify({ status: 'fail', wanted: { en: 'w', ja: 'w' }, seen: [], next: { en: 'Answer the questions.', ja: '答える' } })],
      ],
      [
        `insert into completions (id, quest_id, account_id, version, evidence_digest, created_at)
         select completion, $1, account, 1, '0x00', at from crowd where n % 4 = 0`,
        [quest],
      ],
      [
        `insert into rollup_txs (id, key, kind, payload, status, batch)
         select tx, 'mint:' || $1 || n, 'mint', '{"wallet":"w"}', case when n % 8 = 0 then 'batched' else 'accepted' end,
           case when n % 8 = 0 then 1 end from crowd where n % 4 = 0`,
        [tag],
      ],
      [
        `insert into credentials (completion_id, quest_id, account_id, tx_id, evidence_digest)
         select completion, $1, account, tx, '0x00' from crowd where n % 4 = 0`,
        [quest],
      ],
    ] as const)
      await client.query(text, [...values])
    await client.query('commit')
  } finally {
    client.release()
  }
  await site.pool.query('analyze')
}
