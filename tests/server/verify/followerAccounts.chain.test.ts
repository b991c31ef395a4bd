import { concat, encodeFunctionData, type Hex, parseAbi, toEventSelector } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCursorStore } from '#server/verify/cursorStore.ts'
import { createFollower } from '#server/verify/follower.ts'
import { parseRule, type Rule } from '#server/verify/rule.ts'
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts'
import { addAccounts } from './accountWorld.ts'
import { type ChainWorld, startChainWorld } from './chainWorld.ts'
import { questSide } from './follower/questSide.ts'
import type { Plain } from './kinds/calls/encode.ts'

let world: ChainWorld
let accounts: Awaited<ReturnType<typeof addAccounts>>
let database: FreshDatabase
beforeAll(async () => {
  ;[world, database] = await Promise.all([startChainWorld(), freshDatabase()])
  accounts = await addAccounts(world)
  await world.control.setCode({ address: bell, bytecode: rings })
})
afterAll(async () => {
  await world?.node.stop()
  await database?.drop()
})

const eth = 10n ** 18n
const never = Number.MAX_SAFE_INTEGER
/** Logs `Rung(1)` whatever it is called with: the log names nobody. */
const bell: Hex = `0x${'be11'.repeat(10)}`
const rings = concat(['0x60016000527f', toEventSelector('event Rung(uint256 times)'), '0x60206000a100'])

const ring: Plain = { to: bell, value: 0n, data: '0x' }
const wrap = (): Plain => ({
  to: world.weth,
  value: eth,
  data: encodeFunctionData({ abi: parseAbi(['function deposit() payable']), functionName: 'deposit' }),
})
const rule = (kind: string, params: object): Rule => parseRule({ kind, chain: world.chain, finality: 'latest', params })
const rules = () => ({
  wrapped: rule('evm.transaction', { to: [world.weth], function: 'function deposit() payable' }),
  rung: rule('evm.event', { addresses: [bell], event: 'event Rung(uint256 times)' }),
})

describe('follower of smart accounts', () => {
  it('passes the steps of an account’s owner in the block in which a bundler brings its operation', async () => {
    const [owner, neighbour] = [await world.member(), await world.member()]
    const [account, other] = [await accounts.newAccount(), await accounts.newAccount()]
    const side = questSide()
    for (const [name, wallets] of [
      ['owner', [owner.walletId, account.walletId]],
      ['neighbour', [neighbour.walletId]],
    ] as const)
      for (const [id, one] of Object.entries(rules()))
        side.steps.push({
          participationId: `${name} ${id}`,
          questSlug: 'q',
          stepId: `${name} ${id}`,
          rule: one,
          context: world.contextOf(...wallets),
        })
    // No clock: only a block can make a step due.
    const follower = createFollower({
      port: side.port,
      evidence: world.evidence,
      readers: () => world.readers,
      cursors: createCursorStore(database.db),
      now: () => 0,
      refresh: { traced: never, state: never },
    })
    expect(await follower.pass()).toMatchObject({ open: 4, judged: 4 })
    expect(side.statuses().every((status) => status.endsWith(':fail'))).toBe(true)

    const strange = await accounts.bundle(await other.operation([wrap(), ring]))
    expect(strange.status).toBe('success')
    expect(await follower.pass()).toMatchObject({ judged: 0 })

    const { status, from, to, blockNumber } = await accounts.bundle(await account.operation([wrap(), ring]))
    expect([status, from, [owner.address, account.address].includes(to ?? '0x')]).toEqual(['success', accounts.relayer.address, false])
    expect(await follower.pass()).toMatchObject({ open: 2, judged: 2, recorded: 2 })
    expect(side.statuses().slice(4).toSorted()).toEqual(['owner rung:pass', 'owner wrapped:pass'])
    expect(side.results.at(-1)?.bundle.leaves[0]?.items[0]).toMatchObject({ head: { latest: { number: String(blockNumber) } } })
  })
})
