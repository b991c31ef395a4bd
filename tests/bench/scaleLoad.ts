/** Fills a database to a size by the engine's own code: batches are built, written and made final as the sequencer does it, without proofs. */
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Connection, Database } from '#drizzle/client.ts'
import { sealed } from '#server/compose/sealed.ts'
import { domainOf } from '#server/rollup/protocol/batch.ts'
import { circuits } from '#server/rollup/protocol/constants.gen.ts'
import { evidenceRoot } from '#server/rollup/protocol/evidenceRoot.ts'
import { sign } from '#server/rollup/protocol/schnorr.ts'
import { mintGroupMessage } from '#server/rollup/protocol/tx/mint.ts'
import { insertBatch, rememberWallets } from '#server/rollup/sequencer/batchStore.ts'
import { placeTxs } from '#server/rollup/sequencer/txStore.ts'
import { advance, forgetInputs } from '#server/rollup/settlement/settlementStore.ts'
import { buildBatch, plannedAccounts } from '#server/rollup/state/buildBatch.ts'
import { fastHasher as hasher } from '#server/rollup/state/fastHash.ts'
import { createNodeStore } from '#server/rollup/state/nodeStore.ts'
import { commitState, loadState, type SlotState, settle } from '#server/rollup/state/slotState.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import { definition } from '#tests/support/questFixture.ts'
import { issuerKey, issuerSecret, openQuest, slotDomain } from '#tests/support/slotFixture.ts'

const { mints, opens } = circuits.bulk
const domain = domainOf(slotDomain.chainId, slotDomain.rollup)
const timestamp = 1_800_000_000

export type Loaded = { state: SlotState; quests: number; batches: number; mintSeconds: number[]; writeSeconds: number[] }
type Mint = { account: number; credentialId: string; txId: string; completionId: string; digest: bigint }

const evmOf = (account: number) => BigInt(0x1000 + account)
const walletOf = (account: number) => `eip155:0x${evmOf(account).toString(16).padStart(40, '0')}`
export const handleOf = (account: number) => `member-${account.toString(36)}`

/** A batch that is next: accounts to open, and mints of one quest. */
type Plan = { opening: number[]; members: Mint[]; quest: number }

/** Batches at the end that are measured: nothing goes on beside them. */
const measured = 5

/** Loads members, then credentials, a full bulk batch each; `mints` of one batch share a quest of their own. What a batch needs is written beside the one before. */
export async function loadSlot(db: Database, size: { accounts: number; credentials: number }): Promise<Loaded> {
  const store = createNodeStore(db)
  const goal = { accounts: size.accounts, quests: Math.ceil(size.credentials / mints) }
  const loaded: Loaded = { state: await loadState(store, hasher), quests: goal.quests, batches: 0, mintSeconds: [], writeSeconds: [] }
  await seedProduct(db, goal.quests)
  await openLeaves(db, loaded)
  let plan = planNext(loaded.state, 0, goal)
  let ready = plan && prepare(db, plan)
  let finished = Promise.resolve()
  for (let minted = 0; plan; ) {
    await ready
    const built = await build(loaded.state, plan)
    if (plan.members.length > 0) minted++
    const following = planNext(built.next, minted, goal)
    const alone = minted > goal.quests - measured
    if (!alone) ready = following && prepare(db, following)
    await finished
    await write(db, loaded, plan, built)
    finished = makeFinal(db, loaded.batches)
    if (alone) {
      await finished
      ready = following && prepare(db, following)
    }
    plan = following
    if (loaded.batches % 100 === 0) console.error(`${loaded.state.accountCount} accounts, ${minted * mints} credentials`)
  }
  await finished
  return loaded
}

/** The batch after `minted` batches of mints, each of a quest of its own; null when all is loaded. */
function planNext(state: SlotState, minted: number, goal: { accounts: number; quests: number }): Plan | null {
  if (minted === goal.quests && state.accountCount >= goal.accounts) return null
  const opening = plannedAccounts(state, 'bulk', Math.max(0, Math.min(opens, goal.accounts - state.accountCount)))
  const available = (opening.at(-1) ?? state.accountCount - 1) + 1
  const minting = available >= mints && minted < goal.quests
  const members = Array.from(
    { length: minting ? mints : 0 },
    (_, i): Mint => ({
      ...{ account: (minted * mints + i) % available, credentialId: randomUUID(), txId: randomUUID(), completionId: randomUUID() },
      digest: BigInt(minted) * 2n ** 32n + BigInt(i) + 2n ** 240n,
    }),
  )
  return { opening, members, quest: minted }
}

/** What is there before a batch is built: members, and what they completed. */
async function prepare(db: Database, { opening, members, quest }: Plan) {
  await addMembers(db, opening)
  if (members.length > 0) await addCompletions(db, quest, members)
}

async function build(state: SlotState, { opening, members, quest }: Plan) {
  const begun = performance.now()
  const root = evidenceRoot(
    hasher,
    members.map(({ digest }) => digest),
  )
  const group = { quest, accounts: members.map(({ account }) => account), evidenceRoot: root, validUntil: timestamp + 10 }
  const message = mintGroupMessage(hasher, { ...group, domain, groupNonce: 0n })
  const groups = members.length > 0 ? [{ ...group, signature: sign(hasher, issuerSecret, message) }] : []
  const base = { circuit: 'bulk', number: state.batch + 1, timestamp, domain: slotDomain, leader: 0, ledger: [], inbox: [] } as const
  const built = await buildBatch({ hasher }, state, { ...base, opens: opening.map(evmOf), groups, oldInboxIndex: state.inboxIndex })
  if (!built.ok) throw new Error(built.reason.reason)
  return { ...built.value, root, seconds: (performance.now() - begun) / 1000 }
}

/** Writes a batch with all its rows, as the sequencer does. */
async function write(db: Database, loaded: Loaded, { opening, members }: Plan, built: Awaited<ReturnType<typeof build>>) {
  const store = createNodeStore(db)
  const number = loaded.state.batch + 1
  const begun = performance.now()
  await db.transaction(async (tx) => {
    await insertBatch(tx, built, [])
    await commitState(built.next, store, number, tx)
    await rememberWallets(
      tx,
      number,
      opening.map((index) => ({ wallet: walletOf(index), index })),
    )
    await placeTxs(
      tx,
      number,
      members.map(({ txId }, position) => ({ id: txId, position })),
    )
    await sealed.sealed(tx, {
      ...{ number, accounts: [], questsOpened: [], openingTxs: [], revoked: [] },
      mints: built.positions.credentials.map(({ index, serial, member }) => ({
        ...{
          credentialId: members[member]?.credentialId ?? '',
          accountId: randomUUID(),
          account: members[member]?.account ?? 0,
          index,
          serial,
        },
        ...{ issuedAt: timestamp, evidenceRoot: toHex32(built.root), position: member },
      })),
    })
  })
  loaded.state = settle(built.next)
  loaded.batches = number
  if (members.length === 0) return
  loaded.mintSeconds.push(built.seconds)
  loaded.writeSeconds.push((performance.now() - begun) / 1000)
}

async function makeFinal(db: Database, number: number) {
  await db.transaction((tx) => advance(tx, number, { status: 'final', txStatus: 'final' }))
  await db.execute(sql`update proof_jobs set status = 'done', proof = decode(repeat('ab', 8128), 'hex') where batch = ${number}`)
  await forgetInputs(db, number - 64)
}

/** The quests' leaves, all at once: a real one comes by the inbox, two in a batch. */
async function openLeaves(db: Database, loaded: Loaded) {
  const store = createNodeStore(db)
  const next = loaded.state.scratch(1)
  for (let quest = 0; quest < loaded.quests; quest++) {
    const {
      kind: _,
      account,
      authoriser: _by,
      quest: _at,
      ...terms
    } = openQuest({ supply: 2 ** 31, issuerKeyX: issuerKey.x, issuerKeyY: issuerKey.y })
    const numbers = Object.fromEntries(Object.entries(terms).map(([name, value]) => [name, BigInt(value)])) as Record<
      keyof typeof terms,
      bigint
    >
    await next.prefetch({ quests: [quest] })
    next.setQuest(quest, { ...numbers, owner: BigInt(account), minted: 0n, claimed: 0n, revokedUnclaimed: 0n, groupNonce: 0n })
  }
  await commitState(next, store, 1)
  loaded.state = settle(next)
}

/** One space, and a published quest for each batch of mints. */
async function seedProduct(db: Database, quests: number) {
  await db.execute(sql`insert into accounts (id, handle) values (md5('owner')::uuid, 'owner')`)
  await db.execute(sql`insert into spaces (id, slug, name, owner_id) values (md5('space')::uuid, 'space', 'Space', md5('owner')::uuid)`)
  await db.execute(sql`
    insert into quests (id, space_id, slug, status, published_version, slot_index, supply, opens_at, closes_at)
    select md5('quest ' || n)::uuid, md5('space')::uuid, 'quest-' || n, 'live', 1, n, 1000000, now() - n * interval '1 minute', now() + interval '1 year'
    from generate_series(0, ${quests - 1}::integer) n`)
  await db.execute(sql`
    insert into quest_versions (quest_id, version, definition, rules_hash)
    select md5('quest ' || n)::uuid, 1, jsonb_set(${JSON.stringify(definition())}::jsonb, '{title,en}', to_jsonb('Quest number ' || n)), md5(n::text)
    from generate_series(0, ${quests - 1}::integer) n`)
}

async function addMembers(connection: Connection, opening: readonly number[]) {
  const [first, last] = [opening[0], opening.at(-1)]
  if (first === undefined || last === undefined) return
  await connection.execute(sql`
    insert into accounts (id, handle, slot_index)
    select md5('account ' || n)::uuid, handle, n
    from unnest(${sql.param(opening)}::integer[], ${sql.param(opening.map(handleOf))}::text[]) as s(n, handle)`)
  await connection.execute(sql`
    insert into wallets (address, namespace, account_id, "primary")
    select address, 'eip155', md5('account ' || n)::uuid, true
    from unnest(${sql.param(opening)}::integer[], ${sql.param(opening.map(walletOf))}::text[]) as s(n, address)`)
}

/** What completing a quest writes for each member (its steps' verdicts aside): participation, completion, evidence, mint tx, credential. */
async function addCompletions(connection: Connection, quest: number, members: readonly Mint[]) {
  const column = <T>(pick: (mint: Mint) => T) => sql.param(members.map(pick))
  const of = sql`md5('quest ' || ${quest}::integer)::uuid`
  await connection.execute(sql`
    insert into participations (quest_id, account_id, version, completed_at, request_id)
    select ${of}, md5('account ' || n)::uuid, 1, now(), gen_random_uuid()::text from unnest(${column(({ account }) => account)}::integer[]) n`)
  await connection.execute(sql`
    with m as (
      select * from unnest(${column(({ account }) => account)}::integer[], ${column(({ credentialId }) => credentialId)}::uuid[],
        ${column(({ txId }) => txId)}::uuid[], ${column(({ completionId }) => completionId)}::uuid[],
        ${column(({ digest }) => toHex32(digest).replace('0x00', '0x'))}::text[], ${column(({ account }) => walletOf(account))}::text[])
        as s(account, credential, tx, completion, digest, wallet)
    ), taken as (
      insert into completions (id, quest_id, account_id, version, evidence_digest)
      select completion, ${of}, md5('account ' || account)::uuid, 1, digest from m
    ), seen as (
      insert into evidence (digest, bundle)
      select digest, jsonb_build_object('kind', 'quest', 'quest', 'quest-' || ${quest}::integer, 'version', 1, 'rulesHash', md5('rules'),
        'steps', jsonb_build_object('quiz', digest, 'wrap', digest)) from m
    ), asked as (
      insert into rollup_txs (id, key, kind, payload, request_id)
      select tx, 'mint:' || ${of} || ':' || md5('account ' || account)::uuid, 'mint', jsonb_build_object('credentialId', credential,
        'accountId', md5('account ' || account)::uuid, 'wallet', wallet, 'questIndex', ${quest}::integer, 'evidenceDigest', digest),
        gen_random_uuid()::text from m
    )
    insert into credentials (id, completion_id, quest_id, account_id, tx_id, evidence_digest)
    select credential, completion, ${of}, md5('account ' || account)::uuid, tx, digest from m`)
}
