import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createReaders } from '#chains/adapters/index.ts'
import { appA } from '#chains/definitions/app-a.ts'
import { chainCursors } from '#drizzle/schema/index.ts'
import { composeFollower } from '#server/compose/follower.ts'
import { systemClock } from '#server/shared/clock.ts'
import { readEnv } from '#server/shared/env.ts'
import { createLog } from '#server/shared/log.ts'
import { createCursorStore } from '#server/verify/cursorStore.ts'
import { createFollower, type OpenStep } from '#server/verify/follower.ts'
import { parseRule } from '#server/verify/rule.ts'
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts'
import { freePort } from '#tests/support/ports.ts'
import { type ChainWorld, startChainWorld } from './chainWorld.ts'
import { type QuestSide, questSide } from './follower/questSide.ts'

let world: ChainWorld
let database: FreshDatabase
beforeAll(async () => {
  ;[world, database] = await Promise.all([startChainWorld(), freshDatabase()])
})
afterAll(async () => {
  await world?.node.stop()
  await database?.drop()
})

const eth = 10n ** 18n

function stepFor(stepId: string, walletId: string, wei = eth): OpenStep {
  const rule = parseRule({
    kind: 'evm.event',
    chain: world.chain,
    params: {
      addresses: [world.weth],
      event: 'event Deposit(address indexed dst, uint256 wad)',
      claimant: 'dst',
      where: [{ arg: 'wad', op: 'gte', value: String(wei) }],
    },
  })
  return { participationId: stepId, questSlug: 'q', stepId, rule, context: world.contextOf(walletId) }
}

function followerOn(side: QuestSide, readers = world.readers) {
  const clock = { at: 0 }
  const cursors = createCursorStore(database.db)
  const follower = createFollower({
    port: side.port,
    evidence: world.evidence,
    readers: () => readers,
    cursors,
    now: () => clock.at,
    refresh: { traced: 60_000, state: 60_000 },
  })
  return { follower, clock, cursors }
}

describe('the composed process', () => {
  it('measures every local chain from the environment alone', async () => {
    const gone = `http://127.0.0.1:${await freePort()}`
    const urls = { CAIRN_L1_RPC: gone, CAIRN_L2_RPC: gone, CAIRN_APP_B_RPC: gone, CAIRN_SOLANA_RPC: gone, CAIRN_APP_A_RPC: world.node.url }
    const env = readEnv({ ...urls, DATABASE_URL: database.url, NODE_ENV: 'test' })
    const { follower, requests, stop } = composeFollower({ env, log: createLog('test', 'silent'), clock: systemClock })
    expect(await follower.pass()).toEqual({ open: 0, judged: 0, recorded: 0, requests: 0, more: false })
    const cursors = await createCursorStore(database.db).all()
    expect(cursors.map(({ chain, error }) => [chain, error === null]).toSorted()).toEqual([
      ['eip155:31337', false],
      ['eip155:31338', false],
      ['eip155:31339', true],
      ['eip155:31340', false],
      ['solana:localnet', false],
    ])
    expect(requests()).toBeGreaterThan(0)
    await stop()
    await database.db.delete(chainCursors)
  })
})

describe('follower', () => {
  it('completes a step without a click, judging only what may have changed', async () => {
    const side = questSide()
    const { follower, cursors } = followerOn(side)
    const [ann, bob] = [await world.member(), await world.member()]
    side.steps.push(stepFor('ann', ann.walletId), stepFor('bob', bob.walletId))

    expect(await follower.pass()).toMatchObject({ open: 2, judged: 2, recorded: 2 })
    expect(await follower.pass()).toMatchObject({ judged: 0, recorded: 0 })
    await world.mine(1)
    expect(await follower.pass()).toMatchObject({ judged: 0 })

    await ann.wrap(eth)
    expect(await follower.pass()).toMatchObject({ judged: 1, recorded: 1 })
    await world.mine(2)
    expect(await follower.pass()).toMatchObject({ judged: 1, recorded: 1 })
    expect(side.statuses()).toEqual(['ann:fail', 'bob:fail', 'ann:pending', 'ann:pass'])
    expect(side.results.at(-1)).toMatchObject({ participationId: 'ann', questSlug: 'q', digest: expect.stringMatching(/^0x[0-9a-f]{62}$/) })

    const head = await world.control.getBlock()
    expect(await cursors.all()).toEqual([
      expect.objectContaining({
        chain: world.chain,
        height: Number(head.number),
        hash: head.hash,
        finalizedHeight: Number(head.number) - 2,
        error: null,
      }),
    ])
  })

  it('judges again when wallets change, after a while, and when it starts anew', async () => {
    const side = questSide()
    const { follower, clock } = followerOn(side)
    const [cat, linked] = [await world.member(), await world.member()]
    await linked.wrap(eth)
    await world.mine(2)
    const step = stepFor('cat', cat.walletId)
    side.steps.push(step)
    await follower.pass()
    clock.at += 60_000
    expect(await follower.pass()).toMatchObject({ judged: 1, recorded: 0 })
    step.context = world.contextOf(cat.walletId, linked.walletId)
    expect(await follower.pass()).toMatchObject({ judged: 1, recorded: 1 })
    expect(side.statuses()).toEqual(['cat:fail', 'cat:pass'])

    side.steps.push(stepFor('dan', cat.walletId))
    expect(await followerOn(side).follower.pass()).toMatchObject({ judged: 1, recorded: 1 })
  })

  it('judges the others when the check of one step fails as such', async () => {
    const side = questSide()
    const [hal, ida] = [await world.member(), await world.member()]
    await Promise.all([hal.wrap(eth), ida.wrap(eth)])
    await world.mine(2)
    const broken = stepFor('broken', hal.walletId)
    // What no check foresees: a context that is none.
    side.steps.push({ ...broken, context: { ...broken.context, wallets: null as never } }, stepFor('ida', ida.walletId))
    const { follower } = followerOn(side)
    expect(await follower.pass()).toMatchObject({ judged: 1, recorded: 1 })
    expect(side.statuses()).toEqual(['ida:pass'])
  })

  it('hands a result on again when it could not be recorded', async () => {
    const side = questSide()
    const { follower } = followerOn(side)
    const eve = await world.member()
    await eve.wrap(eth)
    await world.mine(2)
    side.steps.push(stepFor('eve', eve.walletId))
    side.failOnce()
    await expect(follower.pass()).rejects.toThrow('went away')
    expect(side.results).toEqual([])
    await follower.pass()
    expect(side.statuses()).toEqual(['eve:pass'])
  })

  it('takes a pending verdict back when its block leaves the chain, and never passes on it', async () => {
    const side = questSide()
    const { follower } = followerOn(side)
    const fay = await world.member()
    await world.mine(3)
    side.steps.push(stepFor('fay', fay.walletId))
    await follower.pass()
    await fay.wrap(eth)
    await world.mine(1)
    await follower.pass()
    await world.control.request({ method: 'anvil_reorg', params: [2, []] } as never)
    await follower.pass()
    await world.mine(4)
    await follower.pass()
    expect(side.statuses()).toEqual(['fay:fail', 'fay:pending', 'fay:fail'])
  })

  it('says that a chain is down, keeps its cursor, and goes on when it is back', async () => {
    const side = questSide()
    const before = (await createCursorStore(database.db).all())[0]
    const gone = createReaders(appA, { urls: { [appA.id]: `http://127.0.0.1:${await freePort()}` } })
    const gus = await world.member()
    side.steps.push(stepFor('gus', gus.walletId))
    const { follower, cursors } = followerOn(side, gone)
    await follower.pass()
    expect((await cursors.all())[0]).toMatchObject({
      height: before?.height,
      hash: before?.hash,
      error: expect.stringContaining('does not answer'),
    })
    await followerOn(side).follower.pass()
    expect((await cursors.all())[0]?.error).toBeNull()
  })
})
