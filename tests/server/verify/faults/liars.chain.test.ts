import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Rule } from '#server/verify/rule.ts'
import type { Lie } from '#tests/support/lyingProxy.ts'
import { type FaultWorld, startFaultWorld } from './faultWorld.ts'
import { contentLies, failures, headLies } from './lies.ts'

let world: FaultWorld
beforeAll(async () => {
  world = await startFaultWorld(3)
})
afterAll(() => world?.stop())
beforeEach(() => world.tell([]))

/** Some hundred verdicts a test. */
const patience = 600_000

const target = () => ({ wallet: world.idler.address, contract: world.world.weth })
const lies = (): Lie[] => [...contentLies(target()), ...headLies()]

type Named = { name: string; rule: Rule; wallet: string }
const rules = () => Object.entries(world.deeds)
/** Every rule with the member who must not pass it. */
const forbidden = (): Named[] => [
  ...rules().map(([name, rule]) => ({ name, rule, wallet: world.idler.walletId })),
  { name: 'a failed call', rule: world.failedCall, wallet: world.idler.walletId },
  ...rules().map(([name, rule]) => ({ name: `not ${name}`, rule: world.not(rule), wallet: world.doer.walletId })),
]

async function passed(cases: Named[], timeoutMs?: number) {
  const { statuses } = await world.judge(cases, { proxies: world.proxies, quorum: 2, ...(timeoutMs ? { timeoutMs } : {}) })
  return cases.filter((_, index) => statuses[index] === 'pass').map(({ name }) => name)
}

describe('honest providers', () => {
  it('tell the doer from the idler by every rule', async () => {
    const cases = rules().flatMap(([name, rule]) => [
      { name, rule, wallet: world.doer.walletId },
      { name: `not ${name}`, rule: world.not(rule), wallet: world.idler.walletId },
    ])
    expect(await passed(cases)).toEqual(cases.map(({ name }) => name))
    const { statuses } = await world.judge(forbidden(), { proxies: world.proxies, quorum: 2 })
    expect(new Set(statuses)).toEqual(new Set(['fail']))
  })
})

describe('one lying of three', () => {
  it('about logs or transactions is disproved by the blocks, named, and holds nobody back', async () => {
    const provable = [
      { rule: world.deeds['evm.event by topic'], wallet: world.doer.walletId },
      { rule: world.deeds['evm.event by sender'], wallet: world.doer.walletId },
      { rule: world.deeds['evm.transaction'], wallet: world.doer.walletId },
    ]
    for (const lie of contentLies(target())) {
      world.tell([lie, null, null])
      const { statuses, items } = await world.judge(provable, { proxies: world.proxies, quorum: 2 })
      expect(statuses, lie.name).toEqual(['pass', 'pass', 'pass'])
      const dissent = items.flat().flatMap((item) => item.dissent ?? [])
      expect(new Set(dissent), lie.name).toEqual(new Set(dissent.length > 0 ? ['operator 1'] : []))
    }
    world.tell([contentLies(target()).find(({ name }) => name === 'changed log data') ?? null, null, null])
    const { items, pool } = await world.judge(provable, { proxies: world.proxies, quorum: 2 })
    expect(items.flat()[0]).toMatchObject({ providers: ['operator 2', 'operator 3'], dissent: ['operator 1'] })
    expect(pool.snapshot()[0]).toMatchObject({ operator: 'operator 1', standing: 'out', out: { reason: 'disproved' } })
  })

  it('about state leaves it open: without a proof two against one is not enough', async () => {
    const rule = world.deeds['evm.balance of a token']
    world.tell([contentLies(target()).find(({ name }) => name === 'an empty account') ?? null, null, null])
    const { statuses, items } = await world.judge([{ rule, wallet: world.doer.walletId }], { proxies: world.proxies, quorum: 2 })
    expect(statuses).toEqual(['pending'])
    expect(items.flat()[0]?.problem).toMatchObject({ reason: 'disagree', detail: 'operator 2, operator 3 against operator 1' })
  })
})

describe('two lying of three', () => {
  it('with the same lie about logs or transactions cannot even hold the verdict back', async () => {
    for (const name of ['changed log data', 'dropped logs', 'an invented log in a real transaction', 'changed values of transactions']) {
      const lie = contentLies(target()).find((one) => one.name === name) ?? null
      world.tell([lie, lie, null])
      const rule = name.includes('transactions') ? world.deeds['evm.transaction'] : world.deeds['evm.event by topic']
      const cases = [world.doer, world.idler].map(({ walletId }) => ({ rule, wallet: walletId }))
      expect((await world.judge(cases, { proxies: world.proxies, quorum: 2 })).statuses, name).toEqual(['pass', 'fail'])
    }
  })

  const places: [string, (lie: Lie) => (Lie | null)[]][] = [
    ['first and second', (lie) => [lie, lie, null]],
    ['first and last', (lie) => [lie, null, lie]],
    ['second and last', (lie) => [null, lie, lie]],
  ]
  it.each(places)(
    'with the same lie never make a pass: %s',
    async (_, placed) => {
      for (const lie of lies()) {
        world.tell(placed(lie))
        expect(await passed(forbidden()), lie.name).toEqual([])
      }
    },
    patience,
  )

  it(
    'with different lies never make a pass',
    async () => {
      const all = [...lies(), ...failures().filter(({ name }) => name !== 'a slow drip')]
      for (const [index, lie] of all.entries()) {
        world.tell([lie, all[(index + 5) % all.length] ?? null, null])
        expect(await passed(forbidden()), `${lie.name}, ${all[(index + 5) % all.length]?.name}`).toEqual([])
      }
    },
    patience,
  )

  it(
    'that fail in every other way never make a pass, in bounded time',
    async () => {
      for (const lie of failures()) {
        world.tell([lie, lie, null])
        expect(await passed(forbidden(), 3_000), lie.name).toEqual([])
      }
    },
    patience,
  )
})
