import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createReaders } from '#chains/adapters/index.ts'
import { ethereum } from '#chains/definitions/ethereum.ts'
import { createEvidenceClient } from '#server/verify/evidenceClient.ts'
import { ensChain } from '#server/verify/kinds/ensName.ts'
import { parseRule } from '#server/verify/rule.ts'
import { replayBundle, verifyRule } from '#server/verify/run.ts'
import { startEns } from '#tests/support/ens.ts'

let world: Awaited<ReturnType<typeof startWorld>>
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world?.node.stop())

async function startWorld() {
  const ens = await startEns()
  const readers = createReaders(
    { ...ethereum, multicall3: null, trust: 'own-node' },
    { urls: { [ethereum.id]: ens.node.url } },
    { timeoutMs: 5000 },
  )
  const evidence = createEvidenceClient({ access: (chain) => (chain === ensChain ? { readers, quorum: 1 } : null) })
  return { ...ens, evidence }
}

async function judge(params: object, ...wallets: string[]) {
  const rule = parseRule({ kind: 'evm.account', chain: 'eip155:8453', params: { what: 'ensPrimaryName', ...params } })
  const times = { questStart: '2020-01-01T00:00:00Z', joinedAt: '2020-01-01T00:00:00Z' }
  const verified = await verifyRule({ evidence: world.evidence }, rule, { context: { accountId: 'a', wallets, ...times, version: 1 } })
  expect(replayBundle(rule, JSON.parse(JSON.stringify(verified.bundle)))).toEqual(verified)
  return { status: verified.verdict.status, seen: verified.verdict.trace.seen[0]?.text.en }
}

describe('evm.account ensPrimaryName on the ENS contracts', () => {
  it('takes a name that leads back to the wallet, and no other', async () => {
    const [ann, bob, cat, dan, eve] = [
      await world.member(),
      await world.member(),
      await world.member(),
      await world.member(),
      await world.member(),
    ]
    await world.register('ann', ann.address)
    await ann.claim('ann.eth')
    await bob.claim('ann.eth')
    await world.register('outside', null)
    await cat.claim('outside.eth')
    await world.register('Dan', dan.address)
    await dan.claim('Dan.eth')
    await world.control.mine({ blocks: 3 })
    expect(await judge({}, ann.walletId)).toEqual({ status: 'pass', seen: 'is ann.eth' })
    expect(await judge({ suffix: 'eth' }, eve.walletId, ann.walletId)).toEqual({ status: 'pass', seen: 'is ann.eth' })
    expect(await judge({ suffix: 'base.eth' }, ann.walletId)).toEqual({
      status: 'fail',
      seen: 'is ann.eth, a name under .base.eth is needed',
    })
    expect(await judge({}, bob.walletId)).toEqual({ status: 'fail', seen: 'says it is ann.eth, but that name belongs to another address' })
    expect(await judge({}, cat.walletId)).toEqual({
      status: 'fail',
      seen: 'says it is outside.eth, which is kept outside the chain: it cannot be proven here',
    })
    expect(await judge({}, dan.walletId)).toEqual({ status: 'fail', seen: 'says it is “Dan.eth”, which is no normal ENS name' })
    expect(await judge({}, eve.walletId)).toEqual({ status: 'fail', seen: 'has no primary name: set one in the ENS app' })
  })
})
