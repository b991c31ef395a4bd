import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createReaders } from '#chains/adapters/index.ts'
import type { Chain } from '#chains/chain.ts'
import { appA } from '#chains/definitions/app-a.ts'
import { createEvidenceClient } from '#server/verify/evidenceClient.ts'
import { parseRule } from '#server/verify/rule.ts'
import { verifyRule } from '#server/verify/run.ts'
import { type ChainWorld, startChainWorld } from '../chainWorld.ts'

let world: ChainWorld
beforeAll(async () => {
  world = await startChainWorld()
})
afterAll(() => world?.node.stop())

const eth = 10n ** 18n
/** Final 70 blocks below the head, so that a reorg of 65 takes nothing away that was final. */
const chain: Chain = { ...appA, finality: { kind: 'depth', safe: 32, finalized: 70 } }

describe('a reorg above finality', () => {
  it.each([1, 2, 7, 64, 65])(
    'of %i blocks takes back what it took, and never makes a pass of it',
    async (depth) => {
      const readers = createReaders(chain, { urls: { [chain.id]: world.node.url } })
      const evidence = createEvidenceClient({ access: () => ({ readers, quorum: 1 }) })
      const rule = (finality: 'latest' | 'finalized') =>
        parseRule({
          kind: 'evm.event',
          chain: world.chain,
          params: {
            addresses: [world.weth],
            event: 'event Deposit(address indexed dst, uint256 wad)',
            claimant: 'dst',
            where: [{ arg: 'wad', op: 'gte', value: String(eth) }],
          },
          finality,
        })
      const [early, late] = [await world.member(), await world.member()]
      const judge = async (walletId: string, finality: 'latest' | 'finalized' = 'finalized') =>
        (await verifyRule({ evidence }, rule(finality), { context: world.contextOf(walletId) })).verdict.status

      await early.wrap(eth)
      await world.mine(70)
      expect(await judge(early.walletId)).toBe('pass')
      // The node keeps the states of 64 blocks: a deeper reorg goes back to a snapshot and on from there.
      const snapshot = depth > 64 ? await world.control.snapshot() : null
      await late.wrap(eth)
      await world.mine(depth - 1)
      expect(await judge(late.walletId)).toBe('pending')
      expect(await judge(late.walletId, 'latest')).toBe('pass')

      if (snapshot === null) await world.control.request({ method: 'anvil_reorg', params: [depth, []] } as never)
      else {
        await world.control.revert({ id: snapshot })
        await world.mine(depth)
      }
      expect(await judge(late.walletId)).not.toBe('pass')
      expect(await judge(late.walletId, 'latest')).not.toBe('pass')
      expect(await judge(early.walletId)).toBe('pass')
      await world.mine(75)
      expect(await judge(late.walletId)).toBe('fail')
      expect(await judge(late.walletId, 'latest')).toBe('fail')
      expect(await judge(early.walletId)).toBe('pass')
    },
    600_000,
  )
})
