import { randomUUID } from 'node:crypto'
import { goLive } from '#server/compose/goLive.ts'
import type { Definition } from '#server/quests/definition.ts'
import { treeIds } from '#server/rollup/state/nodeStore.ts'
import { canonicalDigest } from '#server/shared/canonical.ts'
import type { Bundle } from '#server/verify/evidence.ts'
import type { StepResult } from '#server/verify/followerPort.ts'
import type { Site } from './members.ts'

const both = (text: string) => ({ en: text, ja: `${text}。` })

/** A right definition: one quiz, one wrap. */
export function definition(change: Partial<Definition> = {}): Definition {
  return {
    title: both('Learn and wrap'),
    summary: both('A quiz and a transaction'),
    description: both('Two steps.'),
    category: 'learn',
    difficulty: 1,
    minutes: 3,
    points: 50,
    expiresAfterSeconds: 0,
    order: 'any',
    steps: [
      {
        id: 'quiz',
        title: both('Answer'),
        rule: {
          kind: 'quiz',
          params: {
            questions: [
              {
                id: 'q1',
                text: both('One?'),
                choices: [
                  { id: 'a', text: both('A') },
                  { id: 'b', text: both('B') },
                ],
                answer: 'a',
              },
              {
                id: 'q2',
                text: both('Two?'),
                choices: [
                  { id: 'a', text: both('A') },
                  { id: 'b', text: both('B') },
                ],
                answer: 'b',
              },
            ],
            attempts: 3,
            coolDownSeconds: 60,
          },
        },
      },
      {
        id: 'wrap',
        title: both('Wrap'),
        rule: {
          kind: 'evm.event',
          chain: 'eip155:31339',
          params: {
            addresses: ['0x5fbdb2315678afecb367f032d93f642f64180aa3'],
            event: 'event Deposit(address indexed dst, uint256 wad)',
            claimant: 'dst',
            where: [{ arg: 'wad', op: 'gte', value: '1000' }],
          },
        },
      },
    ],
    ...change,
  }
}

export type QuestOptions = {
  accountId: string
  space?: string
  slug?: string
  supply?: number
  definition?: Definition
  opensAt?: Date
  closesAt?: Date
}

/** A quest that is live, as the sequencer makes it: created, published, its leaf sealed. */
export async function liveQuest(site: Site, options: QuestOptions): Promise<{ slug: string }> {
  const slug = options.slug ?? `quest-${randomUUID().slice(0, 8)}`
  await site.members.quests.create({
    accountId: options.accountId,
    ...(options.space === undefined ? {} : { space: options.space }),
    slug,
    definition: options.definition ?? definition(),
    supply: options.supply ?? 100,
    opensAt: options.opensAt ?? new Date(site.clock.ms - 3_600_000),
    closesAt: options.closesAt ?? new Date(site.clock.ms + 86_400_000),
  })
  await site.members.quests.publish({ accountId: options.accountId, slug })
  const opening = await site.pool.query('select slot_index from quests where slug = $1', [slug])
  await goLive(site.db, [opening.rows[0].slot_index])
  return { slug }
}

/** A verdict as the follower hands it in. */
export function stepResult(participationId: string, stepId: string, status: 'pass' | 'fail' | 'pending' | 'error' = 'pass'): StepResult {
  const bundle: Bundle = {
    format: 'cairn-evidence-1',
    rule: canonicalDigest(stepId),
    context: { accountId: participationId, wallets: [], questStart: '2026-01-01T00:00:00Z', joinedAt: '2026-01-01T00:00:00Z', version: 1 },
    leaves: [],
    status,
  }
  return {
    participationId,
    questSlug: '',
    stepId,
    verdict: { status, trace: { status, wanted: both('it'), seen: [] } },
    bundle,
    digest: canonicalDigest(bundle),
  }
}

/** Every step of a participation passed, without the completion that follows. */
export async function passSteps(site: Site, participationId: string): Promise<void> {
  for (const step of ['quiz', 'wrap']) {
    const { verdict, digest } = stepResult(participationId, step)
    await site.pool.query(
      'insert into step_verdicts (participation_id, step_id, status, trace, evidence_digest) values ($1, $2, $3, $4, $5)',
      [participationId, step, verdict.status, JSON.stringify(verdict.trace), digest],
    )
  }
}

/** Puts every mint that is in no batch yet into this one, as sealing does: one mint at most, whose leaf has the batch's number. */
export async function sealMints(site: Site, batch: number, status: string): Promise<void> {
  await site.pool.query(
    `insert into rollup_batches (number, circuit, status, old_root, new_root, timestamp, calldata, lengths, data_commit, words_hash, challenge,
      evaluation, effects, inbox_from, inbox_to, credentials, accounts, request_ids)
     select $1::integer, 'small', $2, z, z, 0, '', '0', z, z, z, z, 0, 0, 0, 1, 1, '[]' from (select decode(repeat('00', 32), 'hex') as z) as zeros`,
    [batch, status],
  )
  await site.pool.query(`update rollup_txs set batch = $1 where kind = 'mint' and batch is null`, [batch])
  await site.pool.query(
    `update credentials set slot_index = $1, issued_at = '2027-01-15T08:00:00Z' where tx_id in (select id from rollup_txs where batch = $1 and kind = 'mint')`,
    [batch],
  )
}

/** What a batch left of the quest's leaf, as far as pages read it. */
export async function openedIn(site: Site, slug: string, { batch, feePerMint }: { batch: number; feePerMint: string }): Promise<void> {
  await site.pool.query(
    `insert into rollup_leaves (tree, index, batch, fields) select $1, slot_index, $2, $3 from quests where slug = $4`,
    [treeIds.quests, batch, JSON.stringify({ feePerMint }), slug],
  )
}
