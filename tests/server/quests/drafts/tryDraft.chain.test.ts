import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EvmReader } from '#chains/reader.ts'
import type { BacktestAnswer, DryRunAnswer } from '#server/quests/tryRule.ts'
import { createAuditStore } from '#server/spaces/auditStore.ts'
import { type ChainWorld, startChainWorld } from '#tests/server/verify/chainWorld.ts'
import { dataOf, errorOf, type Site, startSite } from '#tests/support/members.ts'
import { definition } from '#tests/support/questFixture.ts'
import { approvedDraft, type Staff, signedIn, staffOf, wholeChanges } from '#tests/support/studioSpace.ts'

let world: ChainWorld
let site: Site
let staff: Staff
let rich: string
let poor: string
let down = false
const eth = 10n ** 18n

beforeAll(async () => {
  world = await startChainWorld()
  const evidence: ChainWorld['evidence'] = {
    ...world.evidence,
    // As a chain whose endpoints give no answer.
    read: (queries, asker) =>
      down
        ? Promise.resolve(queries.map((query) => ({ query, records: [], complete: false, providers: [] }) as never))
        : world.evidence.read(queries, asker),
  }
  const evmReader = (chain: string) => (chain === world.chain ? (world.readers[0] as EvmReader) : null)
  site = await startSite({ deps: { authoring: { evidence, evmReader } } })
  staff = await staffOf(site, 'quarry')
  const [one, other] = [await world.member(), await world.member()]
  await one.wrap(2n * eth)
  await other.wrap(eth / 2n)
  await world.mine(70)
  ;[rich, poor] = [one.walletId, other.walletId]
})
afterAll(async () => {
  world?.node.stop()
  await site?.drop()
})

const deposit = (least: bigint) => ({
  kind: 'evm.event',
  chain: world.chain,
  finality: 'latest',
  window: { from: '2020-01-01T00:00:00Z' },
  params: {
    addresses: [world.weth],
    event: 'event Deposit(address indexed dst, uint256 wad)',
    claimant: 'dst',
    where: [{ arg: 'wad', op: 'gte', value: String(least) }],
  },
})
const [quiz] = definition().steps
/** A quiz, which no address can be tried on, and a deposit. */
const changes = (least: bigint) =>
  wholeChanges(site, {
    steps: [JSON.parse(JSON.stringify(quiz)), { id: 'wrap', title: { en: 'Wrap', ja: 'ラップ' }, rule: deposit(least) }],
  })
let next = 0
async function ready(least: bigint, saved: { pass?: string; fail?: string }) {
  const draft = await approvedDraft(site, staff, `tried-${++next}`, changes(least))
  for (const [should, wallet] of Object.entries(saved)) dataOf(await draft.saveAddress(staff.editor, { should, wallet }))
  return draft
}
const addresses = async (draft: Awaited<ReturnType<typeof ready>>) =>
  dataOf<{ should: string; lastResult: string | null; lastRevision: number | null }[]>(
    await staff.analyst.browser.query('studio.quests.savedAddresses', draft.name),
  )
const actionsOf = async (slug: string) => {
  const { rows } = await site.pool.query(`select id from spaces where slug = 'quarry'`)
  return (await createAuditStore(site.db).list(rows[0].id, null, 200)).filter(({ subject }) => subject === slug).map(({ action }) => action)
}

describe('a step of a draft', () => {
  it('is tried on any wallet with its trace, and on history, by everybody of the space', async () => {
    const draft = await ready(eth, {})
    const tried = await Promise.all([rich, poor].map((wallet) => draft.try(staff.reviewer, { step: 1, wallets: [wallet] })))
    const [passed, failed] = tried.map((answer) => dataOf<DryRunAnswer>(answer).verdict)
    expect([passed?.status, failed?.status]).toEqual(['pass', 'fail'])
    expect(failed?.trace.wanted.en).not.toBe('')
    const history = await staff.analyst.browser.mutate('studio.quests.backtest', { ...draft.name, step: 1, blocks: 1000 })
    expect(dataOf<BacktestAnswer>(history)).toMatchObject({ chain: world.chain, counts: { pass: 1, fail: 1 } })
    expect(errorOf(await draft.try(staff.editor, { step: 2, wallets: [rich] })).data).toMatchObject({ code: 'not-found', field: 'step' })
    expect(errorOf(await draft.try(await signedIn(site), { step: 1, wallets: [rich] })).data.code).toBe('auth.forbidden')
  })

  it('is looked through by blocks whose clocks say how long they took', async () => {
    const draft = await ready(eth, {})
    const history = await staff.analyst.browser.mutate('studio.quests.backtest', { ...draft.name, step: 1, blocks: 1000 })
    expect(dataOf<BacktestAnswer>(history).spanSeconds).toBeGreaterThan(0)
  })

  it('that is not a rule yet says so', async () => {
    const draft = await ready(eth, {})
    dataOf(await draft.save(staff.editor, { changes: { definition: { steps: [{ id: 'a', rule: { kind: 'nothing' } }] } } }))
    expect(errorOf(await draft.try(staff.editor, { step: 0, wallets: [rich] })).data.code).toBe('quest.malformed')
  })
})

describe('a whole draft', () => {
  type Tried = { step: number; verdict: { status: string; trace: object } | null; untried: string | null }
  const seen = (tried: Tried[]) => tried.map(({ step, verdict, untried }) => [step, verdict?.status ?? untried])

  it('is tried step by step on one wallet; what belongs to members is left out, and so is what cannot be read', async () => {
    const draft = await ready(eth, {})
    const all = async (wallet: string) => dataOf<Tried[]>(await draft.tryAll(staff.analyst, { wallet }))
    expect(seen(await all(rich))).toEqual([
      [0, 'member'],
      [1, 'pass'],
    ])
    expect(seen(await all(poor))[1]).toEqual([1, 'fail'])
    expect((await all(poor))[1]?.verdict?.trace).toBeDefined()
    dataOf(
      await draft.save(staff.editor, {
        changes: {
          definition: {
            steps: [
              { id: 'a', rule: { kind: 'nothing' } },
              { id: 'b', rule: deposit(eth) },
            ],
          },
        },
      }),
    )
    expect(seen(await all(rich))).toEqual([
      [0, 'unread'],
      [1, 'pass'],
    ])
    expect(errorOf(await draft.tryAll(staff.analyst, { wallet: 'nobody' })).data).toMatchObject({ code: 'input.invalid', field: 'wallet' })
    expect(errorOf(await draft.tryAll(await signedIn(site), { wallet: rich })).data.code).toBe('auth.forbidden')
  })

  it('asks for no list of another space, and no endpoint of this machine', async () => {
    const draft = await ready(eth, {})
    const list = { kind: 'list', params: { list: 'b1f8f6de-6a77-4a2c-9a0b-111111111111', digest: `0x${'1'.repeat(64)}`, by: 'wallet' } }
    const local = { kind: 'http', params: { url: 'https://localhost/x?w=$wallet', where: [{ path: 'a', op: 'eq', value: '1' }] } }
    dataOf(
      await draft.save(staff.editor, {
        changes: {
          definition: {
            steps: [
              { id: 'a', rule: list },
              { id: 'b', rule: local },
              { id: 'c', rule: deposit(eth) },
            ],
          },
        },
      }),
    )
    const tried = dataOf<Tried[]>(await draft.tryAll(staff.editor, { wallet: rich }))
    expect(seen(tried)).toEqual([
      [0, 'unread'],
      [1, 'unread'],
      [2, 'pass'],
    ])
  })
})

describe('the saved wallets', () => {
  it('run whenever somebody of the space asks, with their traces, and what came of them is kept', async () => {
    const draft = await ready(eth, { pass: rich, fail: poor })
    type Ran = { addresses: object[]; runs: { should: string; result: string; steps: { verdict: object | null }[] }[] }
    const { addresses: kept, runs } = dataOf<Ran>(await draft.runSaved(staff.analyst))
    expect(runs.map(({ should, result }) => [should, result])).toEqual([
      ['pass', 'agrees'],
      ['fail', 'agrees'],
    ])
    expect(runs[0]?.steps.map(({ verdict }) => verdict !== null)).toEqual([false, true])
    const revision = await draft.revision(staff.editor)
    expect(kept).toMatchObject([{ should: 'pass', lastResult: 'agrees', lastRevision: revision }, { lastResult: 'agrees' }])
    expect(await addresses(draft)).toMatchObject(kept)
    // About half a quest nothing is said.
    dataOf(await draft.save(staff.editor, { changes: { definition: { steps: [{ id: 'b', rule: deposit(eth) }, { id: 'a' }] } } }))
    expect(errorOf(await draft.runSaved(staff.analyst)).data).toMatchObject({ code: 'quest.malformed', field: 'definition.steps.1.rule' })
  })

  it('run at each launch, and let it go on when they agree', async () => {
    const draft = await ready(eth, { pass: rich, fail: poor })
    expect(await addresses(draft)).toMatchObject([{ should: 'pass', lastResult: null }, { should: 'fail' }])
    expect(dataOf(await draft.launch(staff.reviewer))).toMatchObject({
      addresses: [
        { should: 'pass', result: 'agrees', steps: [{ id: 'wrap', status: 'pass' }] },
        { should: 'fail', result: 'agrees', steps: [{ id: 'wrap', status: 'fail' }] },
      ],
    })
    const revision = await draft.revision(staff.editor)
    expect(await addresses(draft)).toMatchObject([{ lastResult: 'agrees', lastRevision: revision }, { lastResult: 'agrees' }])
    expect((await site.pool.query('select status from quests where slug = $1', [draft.name.slug])).rows).toEqual([{ status: 'publishing' }])
  })

  it('stop it when they disagree: nothing is launched, and what came of them is kept', async () => {
    // Half of what was meant: the rule lets the wrong one pass.
    const draft = await ready(eth / 4n, { pass: rich, fail: poor })
    expect(errorOf(await draft.launch(staff.reviewer)).data).toMatchObject({
      code: 'draft.address',
      field: 'savedAddresses.fail',
      found: `${poor}: wrap pass`,
    })
    expect(await addresses(draft)).toMatchObject([{ lastResult: 'agrees' }, { lastResult: 'differs' }])
    expect(await draft.get(staff.editor)).toMatchObject({ state: 'approved', quest: null })
    expect((await site.pool.query('select 1 from quests where slug = $1', [draft.name.slug])).rowCount).toBe(0)
  })

  it('can be gone against by an owner alone, and the log says so', async () => {
    const draft = await ready(4n * eth, { pass: rich })
    for (const who of [staff.reviewer, staff.admin])
      expect(errorOf(await draft.launch(who, { anyway: true })).data).toMatchObject({ code: 'auth.forbidden', field: 'anyway' })
    expect(dataOf(await draft.launch(staff.owner, { anyway: true }))).toMatchObject({ addresses: [{ result: 'differs' }] })
    expect((await actionsOf(draft.name.slug))[0]).toBe('quest.launched-anyway')
    const agreed = await ready(eth, { pass: rich })
    dataOf(await agreed.launch(staff.owner, { anyway: true }))
    expect((await actionsOf(agreed.name.slug))[0]).toBe('quest.launched')
  })

  it('that no chain answers for are not taken for agreement', async () => {
    const draft = await ready(eth, { pass: rich, fail: poor })
    down = true
    try {
      expect(errorOf(await draft.launch(staff.reviewer)).data).toMatchObject({ code: 'draft.address', field: 'savedAddresses.pass' })
      expect(await addresses(draft)).toMatchObject([{ lastResult: 'unread' }, { lastResult: 'unread' }])
    } finally {
      down = false
    }
    dataOf(await draft.launch(staff.reviewer))
  })

  it('run for the next version, too', async () => {
    const draft = await ready(eth, { pass: rich, fail: poor })
    dataOf(await draft.launch(staff.reviewer))
    dataOf(await draft.saveAddress(staff.editor, { should: 'fail', wallet: null }))
    dataOf(await draft.saveAddress(staff.editor, { should: 'pass', wallet: poor }))
    dataOf(await draft.save(staff.editor, { changes: { definition: { title: { en: 'Again', ja: '再び' } } } }))
    dataOf(await draft.submit(staff.editor))
    dataOf(await draft.approve(staff.reviewer))
    expect(errorOf(await draft.launch(staff.reviewer)).data).toMatchObject({ code: 'draft.address', field: 'savedAddresses.pass' })
    dataOf(await draft.saveAddress(staff.editor, { should: 'pass', wallet: rich }))
    expect(dataOf(await draft.launch(staff.reviewer))).toMatchObject({ version: 2 })
  })

  it('are two, and one wallet is not both', async () => {
    const draft = await ready(eth, { pass: rich })
    expect(errorOf(await draft.saveAddress(staff.editor, { should: 'fail', wallet: rich })).data).toMatchObject({
      code: 'input.invalid',
      field: 'wallet',
    })
    expect(errorOf(await draft.saveAddress(staff.editor, { should: 'fail', wallet: 'eip155:0x12' })).data.code).toBe('input.invalid')
    expect(errorOf(await draft.saveAddress(staff.reviewer, { should: 'fail', wallet: poor })).data.code).toBe('auth.forbidden')
    expect(await addresses(draft)).toHaveLength(1)
  })
})
