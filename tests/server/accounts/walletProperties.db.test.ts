import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { evmWallet, type Site, startSite, type TestWallet } from '#tests/support/members.ts'
import { change, day, link, merge, pass, signUp } from '#tests/support/walletSigning.ts'
import { WalletModel } from './walletModel.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.drop())

const wallet = fc.nat(5)
const step = fc.oneof(
  fc.record({ do: fc.constant('signUp' as const), who: wallet }),
  fc.record({ do: fc.constant('link' as const), who: wallet, whom: wallet }),
  fc.record({ do: fc.constantFrom('remove' as const, 'primary' as const), who: wallet, whom: wallet }),
  fc.record({ do: fc.constantFrom('agree' as const, 'object' as const), who: wallet, which: fc.nat(9) }),
  fc.record({ do: fc.constant('pass' as const), days: fc.constantFrom(1, 7, 31) }),
  fc.record({ do: fc.constant('merge' as const), who: wallet, whom: wallet }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** What happened, in one word: both sides must agree on it. */
async function attempt(work: () => Promise<unknown>): Promise<'done' | 'refused'> {
  try {
    await work()
    return 'done'
  } catch {
    return 'refused'
  }
}

/** Six wallets of one run, beside the model. */
async function play(steps: readonly Step[]) {
  const wallets = Array.from({ length: 6 }, () => evmWallet())
  const model = new WalletModel(wallets.map(({ id }) => id))
  const changes: { id: string; model: number }[] = []
  const accountOf = async ({ id }: TestWallet): Promise<string | null> => {
    const { rows } = await site.pool.query('select account_id from wallets where address = $1', [id])
    return rows[0]?.account_id ?? null
  }
  for (const one of steps) {
    const [who, whom] = ['who' in one ? wallets[one.who] : undefined, 'whom' in one ? wallets[one.whom] : undefined]
    const mine = who ? await accountOf(who) : null
    // Each step at a time of its own: what is due at the same moment has no order.
    site.clock.ms += 1000
    const now = site.clock.ms
    if (one.do === 'pass') {
      await pass(site, one.days)
      model.pass(now + one.days * day)
    } else if (one.do === 'signUp' && who) {
      await signUp(site, who)
      model.signUp(who.id, now)
    } else if (!who || mine === null) {
      continue
    } else if (one.do === 'link' && whom) {
      expect(await attempt(() => link(site, mine, { from: who, to: whom })), 'link').toBe(model.link(who.id, whom.id, now))
    } else if ((one.do === 'remove' || one.do === 'primary') && whom) {
      const kind = one.do
      let id = ''
      const found = await attempt(async () => {
        id = (await change(site, mine, { signer: who, request: { kind, wallet: whom.id } })).id
      })
      const expected = model.announce(kind, { who: who.id, whom: whom.id }, now)
      expect(found, kind).toBe(expected === null ? 'refused' : 'done')
      if (expected !== null) changes.push({ id, model: expected })
    } else if (one.do === 'agree' || one.do === 'object') {
      const which = changes[one.which % Math.max(1, changes.length)]
      if (!which) continue
      const found = await attempt(() => change(site, mine, { signer: who, request: { kind: one.do, change: which.id } }))
      expect(found, one.do).toBe(model.vote(which.model, { who: who.id, agrees: one.do === 'agree' }))
    } else if (one.do === 'merge' && whom) {
      const theirs = await accountOf(whom)
      const from = theirs === null ? [whom] : wallets.filter(({ id }) => model.accountOf(id) === model.accountOf(whom.id))
      const ordered = [whom, ...from.filter(({ id }) => id !== whom.id)]
      expect(await attempt(() => merge(site, mine, { into: who, from: ordered })), 'merge').toBe(model.merge(who.id, whom.id, now))
    }
    expect(await seen(wallets)).toEqual(model.groups())
  }
}

/** Wallets by account as the database has them, the primary one first. */
async function seen(wallets: readonly TestWallet[]): Promise<string[][]> {
  const { rows } = await site.pool.query(
    `select array_agg(address order by "primary" desc, address) as held, count(*) filter (where "primary")::int as primaries
      from wallets where address = any($1) group by account_id`,
    [wallets.map(({ id }) => id)],
  )
  for (const { primaries } of rows) expect(primaries).toBe(1)
  return rows.map(({ held }) => held as string[]).toSorted((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))
}

it('wallets of accounts change as a simple model says, whatever is signed in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), (steps) =>
      play([{ do: 'signUp', who: 0 }, { do: 'link', who: 0, whom: 1 }, { do: 'signUp', who: 2 }, ...steps]),
    ),
    { numRuns: 25, interruptAfterTimeLimit: 25_000, markInterruptAsFailure: false },
  )
}, 60_000)
