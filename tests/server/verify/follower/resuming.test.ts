import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { solanaLocal } from '#chains/definitions/solana-local.ts'
import { RetryableChainError } from '#chains/errors.ts'
import type { Cursor } from '#server/verify/cursorStore.ts'
import { createFollower, type OpenStep } from '#server/verify/follower.ts'
import type { EvidenceItem, Query } from '#server/verify/query.ts'
import { parseRule } from '#server/verify/rule.ts'
import { signed, solMe, solOther } from '../kinds/cases.ts'
import { mint, solSecond } from '../kinds/solana.ts'
import { createLedger, endpointOf, program } from './ledger.ts'
import { questSide } from './questSide.ts'

const chain = solanaLocal.id
const never = Number.MAX_SAFE_INTEGER
const members = [solMe, solOther, solSecond, mint]
const refusal = new RetryableChainError('rate-limited', { chain, operator: 'own', detail: '' })

const stepOf = (wallet: string): OpenStep => ({
  participationId: wallet,
  questSlug: 'q',
  stepId: wallet,
  rule: parseRule({ kind: 'solana.instruction', chain, finality: 'latest', params: { programs: [program] } }),
  context: {
    accountId: 'a',
    wallets: [`solana:${wallet}`],
    questStart: '2027-01-15T08:00:00Z',
    joinedAt: '2027-01-15T08:00:00Z',
    version: 1,
  },
})

/** A chain, an endpoint for blocks and one for evidence, the quests' side, and followers that come and go; nothing comes due by the clock. */
function startWorld() {
  const ledger = createLedger()
  const blocks = endpointOf(ledger, 'solana')
  const proof = endpointOf(ledger, 'solana')
  const side = questSide()
  const clock = { at: 0 }
  const kept = new Map<string, Cursor>()
  let failing: 'record' | 'save' | null = null

  async function read(queries: readonly Query[]): Promise<EvidenceItem[]> {
    const { latest } = await proof.reader.head()
    const ref = { number: String(latest.number), hash: latest.hash, time: latest.time }
    return queries.map((query) => {
      const wallet = query.type === 'solana.transactions' ? query.wallet : ''
      const instructions = [{ index: 0, depth: 1, programId: program, accounts: [wallet], data: '0x' }]
      const records = ledger.blocks
        .filter(({ number, actors }) => number <= latest.number && actors.includes(wallet))
        .map(({ number, hash, time }) =>
          signed(1, { blockNumber: String(number), blockHash: hash, blockTime: time, signers: [wallet], instructions }),
        )
      const head = { latest: ref, safe: ref, finalized: ref }
      return { query, records, head, toBlock: ref.number, complete: true, providers: ['own'] } as EvidenceItem
    })
  }

  const start = () =>
    createFollower({
      port: side.port,
      evidence: { read },
      readers: () => [blocks.reader],
      cursors: {
        all: async () => [...kept.values()],
        async save(cursor) {
          if (failing === 'save') throw new Error('the database went away')
          kept.set(cursor.chain, cursor)
        },
      },
      now: () => clock.at,
      watch: [chain],
      refresh: { traced: never, state: never },
    })
  let follower = start()
  return {
    ledger,
    blocks: blocks.is,
    proof: proof.is,
    side,
    clock,
    async pass(fails: 'record' | 'save' | null) {
      failing = fails
      if (fails === 'record') side.failOnce()
      await follower.pass().catch((error: Error) => expect(error.message).toContain('went away'))
      failing = null
    },
    restart: () => {
      follower = start()
    },
  }
}

const command = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('grow' as const),
      actors: fc.subarray(members, { maxLength: 1 }),
      empty: fc.nat(3),
      skipped: fc.nat(2),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      fails: fc.constantFrom('record' as const, 'save' as const, null, null, null),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('endpoints' as const), lag: fc.nat(3), proofLag: fc.nat(3), refuses: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.nat(6000) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('join' as const), member: fc.constantFrom(...members) }) },
)

type Command = typeof command extends fc.Arbitrary<infer T> ? T : never

describe('a follower that is stopped, restarted and misled', () => {
  it('finds what one that always ran finds, as soon as it can: every deed of those who joined, by blocks alone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(command, { maxLength: 7 }), { maxLength: 5 }), async (rounds) => {
        const world = startWorld()
        const joined = new Set<string>()
        const acted = new Set<string>()
        async function obey(one: Command) {
          if (one.do === 'grow') {
            world.ledger.grow(one.actors, one.skipped)
            for (let n = 0; n < one.empty; n++) world.ledger.grow()
            for (const actor of one.actors) acted.add(actor)
          } else if (one.do === 'pass') await world.pass(one.fails)
          else if (one.do === 'restart') world.restart()
          else if (one.do === 'wait') world.clock.at += one.ms
          else if (one.do === 'endpoints') {
            Object.assign(world.blocks, { lag: one.lag, refuses: one.refuses ? refusal : null })
            Object.assign(world.proof, { lag: one.proofLag })
          } else if (!joined.has(one.member)) {
            joined.add(one.member)
            world.side.steps.push(stepOf(one.member))
          }
        }
        for (const commands of rounds) {
          for (const one of commands) await obey(one)
          Object.assign(world.blocks, { lag: 0, refuses: null })
          Object.assign(world.proof, { lag: 0 })
          for (let n = 0; n < 6; n++) {
            await world.pass(null)
            world.clock.at += 5000
          }
          const open = new Set(world.side.steps.map(({ stepId }) => stepId))
          const passed = [...joined].filter((member) => !open.has(member))
          expect(passed.toSorted()).toEqual([...joined].filter((member) => acted.has(member)).toSorted())
        }
      }),
      { numRuns: 400 },
    )
  }, 60_000)
})
