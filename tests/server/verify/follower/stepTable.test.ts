import { describe, expect, it } from 'vitest'
import type { Happened } from '#server/verify/follower/blockIndex.ts'
import { createStepTable } from '#server/verify/follower/stepTable.ts'
import { watchOf } from '#server/verify/follower/watch.ts'
import type { OpenStep } from '#server/verify/followerPort.ts'
import { parseRule } from '#server/verify/rule.ts'
import { judgeEvidence, planRule } from '#server/verify/run.ts'
import { chain, contract, head, log, me, solMe, solOther } from '../kinds/cases.ts'
import { mint, program, solChain } from '../kinds/solana.ts'

const signature = 'event Deposit(address indexed dst, uint256 wad)'
const rule = parseRule({ kind: 'evm.event', chain, params: { addresses: [contract], event: signature, claimant: 'dst' } })

const stepFor = (participationId: string, stepId = 's', wallet = me): OpenStep => ({
  participationId,
  questSlug: 'q',
  stepId,
  rule,
  context: {
    accountId: 'a',
    wallets: [`eip155:${wallet}`],
    questStart: '2027-01-15T08:00:00Z',
    joinedAt: '2027-01-15T08:00:00Z',
    version: 1,
  },
})

/** Judged with these logs at hand. */
function judged(step: OpenStep, records: unknown[] = [], complete = true) {
  const items = planRule(step.rule, step.context).map(({ path, queries }) => ({
    path,
    items: queries.map((query) => ({ query, records, head, toBlock: head.latest.number, complete, providers: ['own'] }) as never),
  }))
  return judgeEvidence(step.rule, step, items)
}

const deposit = (number: number, wallet = me) => log(number, signature, { dst: wallet, wad: 5n })
const block = (wallet: string) => {
  const { address, topics, data, txHash } = deposit(140, wallet)
  return { calls: [], logs: [{ block: { number: 140n, hash: '0x' }, txHash, index: 0, address, topics, data }], named: [] }
}
const nothing: Happened = { calls: [], logs: [], named: [] }
/** Where evidence of these tests ends. */
const place = { number: BigInt(head.latest.number), hash: head.latest.hash }
const ids = (steps: readonly OpenStep[]) => steps.map(({ participationId, stepId }) => `${participationId}/${stepId}`)

describe('step table', () => {
  it('judges a step once, then only when a block names the member, its input changes, or time is up', () => {
    const table = createStepTable({ traced: 1000, state: 100 })
    const [one, two] = [stepFor('one'), stepFor('two', 's', `0x${'d0'.repeat(20)}`)]
    table.load([one, two])
    table.same(chain, place)
    expect(ids(table.due(0))).toEqual(['one/s', 'two/s'])
    for (const step of [one, two]) expect(table.judged(step, judged(step), 0)).toBe(true)
    expect(table.due(999)).toEqual([])
    table.blocks(chain, block(me), place)
    expect(ids(table.due(0))).toEqual(['one/s'])
    expect(table.judged(one, judged(one), 0)).toBe(false)
    expect(ids(table.due(1000))).toEqual(['one/s', 'two/s'])
    const linked = { ...two, context: { ...two.context, wallets: [...two.context.wallets, `eip155:${me}`] } }
    table.load([one, linked])
    expect(ids(table.due(0))).toEqual(['two/s'])
    expect(table.judged(two, judged(two), 0), 'a verdict on the old wallets').toBe(false)
    table.blocks(chain, block(me), place)
    expect(ids(table.due(0)).toSorted()).toEqual(['one/s', 'two/s'])
  })

  it('looks at a pending step with every block, whatever it holds', () => {
    const table = createStepTable()
    const one = stepFor('one')
    table.load([one])
    const pending = judged(one, [deposit(120)])
    expect(pending.verdict.status).toBe('pending')
    table.judged(one, pending, 0)
    expect(table.due(0)).toEqual([])
    table.blocks(chain, nothing, place)
    expect(ids(table.due(0))).toEqual(['one/s'])
  })

  it('goes on at once while history is still being read, and slower after each failed read', () => {
    const table = createStepTable()
    const one = stepFor('one')
    table.load([one])
    table.judged(one, judged(one, [], false), 0)
    expect(ids(table.due(0))).toEqual(['one/s'])
    const failed = judgeEvidence(rule, one, [
      {
        path: '',
        items: planRule(rule, one.context).flatMap(({ queries }) =>
          queries.map((query) => ({
            ...({ query, records: [], complete: false, providers: [] } as never as object),
            problem: { reason: 'unreachable', retryable: true, detail: '' },
          })),
        ) as never,
      },
    ])
    expect(failed.verdict.status).toBe('error')
    table.judged(one, failed, 0)
    expect([table.due(1999).length, table.due(2000).length]).toEqual([0, 1])
    table.judged(one, failed, 2000)
    expect([table.due(5999).length, table.due(6000).length]).toEqual([0, 1])
  })

  it('drops what is no longer open, of one participation or of all, and hands a pass on until its step is closed', () => {
    const table = createStepTable()
    const [a, b, c] = [stepFor('one', 'a'), stepFor('one', 'b'), stepFor('two', 'c')]
    table.load([a, b, c])
    const pass = judged(a, [deposit(90)])
    expect(pass.verdict.status).toBe('pass')
    expect([table.judged(a, pass, 0), table.judged(a, pass, 0)]).toEqual([true, true])
    table.load([b], ['one'])
    expect(ids(table.due(Number.MAX_SAFE_INTEGER)).toSorted()).toEqual(['one/b', 'two/c'])
    expect(table.judged(a, pass, 0)).toBe(false)
    table.load([])
    expect([table.size(), table.chains()]).toEqual([0, []])
  })

  it('counts a result that could not be handed on as news again', () => {
    const table = createStepTable()
    const one = stepFor('one')
    table.load([one])
    expect(table.judged(one, judged(one), 0)).toBe(true)
    table.forget(one)
    expect(ids(table.due(0))).toEqual(['one/s'])
    expect(table.judged(one, judged(one), 0)).toBe(true)
  })

  it('judges again what rests on evidence from before the block that it is due by, until the evidence is as far', () => {
    const table = createStepTable({ traced: 60_000, state: 60_000 })
    const one = stepFor('one')
    table.load([one])
    table.same(chain, place)
    table.judged(one, judged(one), 0)
    const next = { number: place.number + 1n, hash: 'next' }
    table.blocks(chain, block(me), next)
    expect(table.judged(one, judged(one), 0)).toBe(false)
    expect([table.due(999).length, table.due(1000).length]).toEqual([0, 1])
    table.judged(one, judged(one), 1000)
    expect(table.due(2000).length).toBe(1)
    // Another fork of the same height is not it.
    table.anything(chain, { ...place, hash: 'other' })
    table.judged(one, judged(one), 2000)
    expect(table.due(3000).length).toBe(1)
    table.anything(chain, place)
    table.judged(one, judged(one), 3000)
    expect([table.due(62_999).length, table.due(63_000).length]).toEqual([0, 1])
  })

  it('asks of those who join later, and of all after a start, that their evidence is as far as the blocks that were looked at', () => {
    const table = createStepTable({ traced: 60_000, state: 60_000 })
    const [early, late] = [stepFor('early'), stepFor('late')]
    table.load([early])
    table.judged(early, judged(early), 0)
    table.blocks(chain, nothing, { number: place.number + 1n, hash: 'next' })
    table.load([early, late])
    expect(ids(table.due(0))).toEqual(['early/s', 'late/s'])
    for (const step of [early, late]) table.judged(step, judged(step), 0)
    expect(ids(table.due(1000))).toEqual(['early/s', 'late/s'])
  })

  it('goes by the clock while blocks are not read, and by blocks again when they are', () => {
    const table = createStepTable({ traced: 60_000, state: 15_000 })
    const one = stepFor('one')
    table.load([one])
    table.same(chain, place)
    table.judged(one, judged(one), 0)
    table.grewUnseen(chain, 1000)
    expect([table.isUnseen(chain), table.due(15_999).length, table.due(16_000).length]).toEqual([true, 0, 1])
    table.judged(one, judged(one, [deposit(120)]), 16_000)
    expect([table.due(30_999).length, table.due(31_000).length]).toEqual([0, 1])
    table.judged(one, judged(one), 31_000)
    table.blocks(chain, nothing, place)
    expect(table.isUnseen(chain)).toBe(false)
    table.judged(one, judged(one), 46_000)
    expect([table.due(105_999).length, table.due(106_000).length]).toEqual([0, 1])
  })
})

const solWatch = (kind: string, params: object) => {
  const solanaRule = parseRule({ kind, chain: solChain, params })
  const context = { ...stepFor('one').context, wallets: [`solana:${solMe}`] }
  const { chains, everyMs } = watchOf(planRule(solanaRule, context).flatMap(({ queries }) => queries))
  return { everyMs, names: [...(chains.get(solChain)?.names ?? [])] }
}

describe('what a Solana step is told of', () => {
  const token = { address: mint, decimals: 6, symbol: 'TOK' }
  it.each([
    ['solana.instruction', { programs: [program] }, [`${solMe}|${program}`]],
    ['solana.transfer', { gte: '1' }, [solMe]],
    ['solana.transfer', { mint: token, direction: 'received', gte: '1' }, [solMe, `${solMe}|${mint}`]],
    ['solana.token', { mint: token, gte: '1' }, [`${solMe}|${mint}`]],
    ['solana.account', { address: '$account', lamports: '1' }, [solMe]],
    ['solana.account', { address: solOther }, [solOther]],
  ])('%s %j', (kind, params, names) => {
    expect(solWatch(kind, params)).toEqual({ everyMs: 300_000, names })
  })
})
