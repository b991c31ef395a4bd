import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { canonicalDigest } from '#server/shared/canonical.ts'
import type { Lie } from '#tests/support/lyingProxy.ts'
import { type FaultWorld, startFaultWorld } from './faultWorld.ts'
import { contentLies, failures, headLies, refusesBatches } from './lies.ts'

let world: FaultWorld
beforeAll(async () => {
  world = await startFaultWorld(2)
})
afterAll(() => world?.stop())
beforeEach(() => world.tell([]))

const lieNamed = (name: string): Lie => {
  const all = [...contentLies({ wallet: world.idler.address, contract: world.world.weth }), ...headLies(), ...failures()]
  const found = all.find((lie) => lie.name === name)
  if (!found) throw new Error(`no lie is called ${name}`)
  return found
}
const own = (timeoutMs = 20_000) => ({ proxies: world.proxies.slice(0, 1), quorum: 1 as const, timeoutMs })
const byTopic = () => world.deeds['evm.event by topic']
const bySender = () => world.deeds['evm.event by sender']

describe('our own node', () => {
  it('is believed with a proof', async () => {
    const { doer, idler } = world
    const cases = [byTopic(), bySender(), world.deeds['evm.transaction'], world.failedCall]
    expect(
      (
        await world.judge(
          cases.map((rule) => ({ rule, wallet: doer.walletId })),
          own(),
        )
      ).statuses,
    ).toEqual(['pass', 'pass', 'pass', 'fail'])
    expect(
      (
        await world.judge(
          cases.map((rule) => ({ rule, wallet: idler.walletId })),
          own(),
        )
      ).statuses,
    ).toEqual(['fail', 'fail', 'fail', 'fail'])
  })

  /** What the lie is, who profits of it by which rule, and what the proof says. */
  const caught: [lie: string, who: 'doer' | 'idler', rule: () => Parameters<FaultWorld['judge']>[0][number]['rule'], says: RegExp][] = [
    ['changed log data', 'idler', byTopic, /no such log/],
    ['changed log data in receipts too', 'idler', bySender, /receipts have another root/],
    ['a log of somebody else given to the member', 'doer', bySender, /no such log/],
    ['an invented log in a real transaction', 'idler', byTopic, /no such log/],
    // Its sender is looked up, and nobody knows the transaction.
    ['an invented log of an invented transaction', 'idler', byTopic, /behind/],
    ['dropped logs', 'doer', () => world.not(byTopic()), /left out/],
    ['dropped logs', 'doer', () => world.not(bySender()), /left out/],
    ['changed values of transactions', 'idler', () => world.deeds['evm.transaction'], /transactions have another root/],
    ['changed senders', 'idler', () => world.deeds['evm.transaction'], /another root|another sender/],
    ['changed status of receipts', 'idler', () => world.failedCall, /receipts have another root/],
    ['receipts of another block', 'doer', byTopic, /receipts/],
    ['other block hashes, in logs too', 'idler', byTopic, /not there/],
    ['a head from the future, with logs in it', 'idler', byTopic, /not there/],
  ]
  it.each(caught)('is caught at: %s (%s)', async (lie, who, rule, says) => {
    world.tell([lieNamed(lie)])
    const { statuses, items } = await world.judge([{ rule: rule(), wallet: world[who].walletId }], own())
    expect(statuses).toEqual(['error'])
    expect(items.flat().map(({ problem }) => problem?.detail ?? '')).toEqual(items.flat().map(() => expect.stringMatching(says)))
  })

  it('gives a second node of ours its turn, query by query, when it cannot answer or prove', async () => {
    for (const name of [
      'changed log data',
      'dropped logs',
      'HTTP 500',
      'HTTP 429',
      'malformed JSON',
      'another chain',
      'null answers',
      'a cut connection',
    ]) {
      world.tell([lieNamed(name), null])
      const { statuses } = await world.judge([{ rule: byTopic(), wallet: world.doer.walletId }], { proxies: world.proxies, quorum: 1 })
      expect(statuses, name).toEqual(['pass'])
    }
  })
})

describe('an endpoint', () => {
  it.each([200, 400, 413])('that refuses batches (%i) is asked one by one, and that is remembered', async (status) => {
    world.tell([refusesBatches(status)])
    const { evidence } = await world.evidenceFrom(own())
    const queries = Array.from({ length: 6 }, (_, index) => ({
      type: 'evm.state' as const,
      chain: world.world.chain,
      read: { what: 'balance' as const, address: `0x${(index + 1).toString(16).padStart(40, '0')}` },
      at: 'latest' as const,
    }))
    const first = await evidence.read(queries)
    expect(first.map(({ problem }) => problem)).toEqual(queries.map(() => undefined))
    const before = world.proxies[0]?.requests() ?? 0
    await world.world.mine(1)
    expect((await evidence.read(queries)).every(({ problem }) => problem === undefined)).toBe(true)
    // Three tags of the head, one block of the anchor, six balances: no batch is tried any more.
    expect((world.proxies[0]?.requests() ?? 0) - before).toBe(10)
  })

  it('cannot fill the memory, drip for ever, or flood', async () => {
    for (const name of ['an endless answer', 'a slow drip', 'a flood of 100,000 logs']) {
      world.tell([lieNamed(name)])
      const started = performance.now()
      const { statuses } = await world.judge([{ rule: byTopic(), wallet: world.doer.walletId }], own(3_000))
      expect(['error', 'pending'], name).toContain(statuses[0])
      expect(performance.now() - started, name).toBeLessThan(60_000)
      expect(process.memoryUsage().heapUsed, name).toBeLessThan(1_500 * 1024 * 1024)
    }
  }, 240_000)
})

describe('evidence', () => {
  it('has another digest when any of its characters is another', async () => {
    const { judged } = await world.judge([{ rule: byTopic(), wallet: world.doer.walletId }], own())
    const [verified] = judged
    if (!verified) throw new Error('no verdict')
    const text = JSON.stringify(verified.bundle)
    let changed = 0
    for (let at = 0; at < text.length; at++) {
      const mutated = `${text.slice(0, at)}${text[at] === '1' ? '2' : '1'}${text.slice(at + 1)}`
      const parsed = parseOrNull(mutated)
      if (parsed === null) continue
      changed++
      expect(canonicalDigest(parsed), `character ${at}`).not.toBe(verified.digest)
    }
    expect(changed).toBeGreaterThan(500)
  })

  it('says what each verdict cost: the shares of all add up to the requests made', async () => {
    const { evidence, pool } = await world.evidenceFrom(own())
    const before = pool.readers.reduce((sum, reader) => sum + reader.requests(), 0)
    const { verifyRule } = await import('#server/verify/run.ts')
    const spent: number[] = []
    const wallets = [world.doer, world.idler, await world.world.member()]
    await Promise.all(
      wallets.map(({ walletId }) =>
        verifyRule({ evidence, spent: (requests) => void spent.push(requests) }, bySender(), { context: world.world.contextOf(walletId) }),
      ),
    )
    const made = pool.readers.reduce((sum, reader) => sum + reader.requests(), 0) - before
    expect(spent.length).toBe(3)
    expect(spent.reduce((sum, one) => sum + one, 0)).toBeCloseTo(made, 9)
    expect(made).toBeGreaterThan(0)
  })
})

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
