import { appA } from '#chains/definitions/app-a.ts'
import { openPool } from '#chains/pool/createPool.ts'
import { createEvidenceClient } from '#server/verify/evidenceClient.ts'
import { parseRule, type Rule } from '#server/verify/rule.ts'
import { verifyRule } from '#server/verify/run.ts'
import { type Lie, type LyingProxy, startLyingProxy } from '#tests/support/lyingProxy.ts'
import { startChainWorld } from '../chainWorld.ts'

const eth = 10n ** 18n

/** A real node with proxies in front of it: one who did what the rules ask (doer), one who did a little of it (idler), and rules that tell them apart. */
export async function startFaultWorld(proxyCount: number) {
  const world = await startChainWorld()
  const proxies = await Promise.all(Array.from({ length: proxyCount }, () => startLyingProxy(world.node.url)))
  // Long ago nothing had happened: who holds the chain back to then does not look fresh.
  await world.mine(3)
  await world.control.increaseTime({ seconds: 3600 })
  const [doer, idler] = [await world.member(), await world.member()]
  await doer.wrap(2n * eth)
  await idler.wrap(5n)
  await idler.write('withdraw', [eth])
  await world.mine(4)

  const leaf = (kind: string, params: object, more: object = {}) => ({ kind, chain: world.chain, params, ...more })
  const deposit = (claimant?: string) =>
    leaf('evm.event', {
      addresses: [world.weth],
      event: 'event Deposit(address indexed dst, uint256 wad)',
      where: [{ arg: 'wad', op: 'gte', value: String(eth) }],
      ...(claimant ? { claimant } : {}),
    })
  const sent = leaf('evm.transaction', {
    to: [world.weth],
    function: 'function deposit() payable',
    value: { op: 'gte', value: String(eth) },
  })
  const token = { standard: 'erc20', address: world.weth, decimals: 18, symbol: 'WETH' }
  /** What the doer passes and the idler fails. */
  const deeds = {
    'evm.event by topic': parseRule(deposit('dst')),
    'evm.event by sender': parseRule(deposit()),
    'evm.transaction': parseRule(sent),
    'evm.balance of a token': parseRule(leaf('evm.balance', { token, gte: String(eth) })),
    'evm.balance of coins': parseRule(leaf('evm.balance', { token: { standard: 'native' }, gte: String(10n ** 21n) })),
  } satisfies Record<string, Rule>
  await world.control.setBalance({ address: doer.address, value: 10n ** 22n })
  await world.mine(3)
  /** A withdrawal that failed, and what the idler passes only as long as nothing is dropped for the doer. */
  const failedCall = parseRule(leaf('evm.transaction', { to: [world.weth], function: 'function withdraw(uint256 wad)' }))
  const not = (rule: Rule): Rule => parseRule({ not: rule })

  const time = async () => Number((await world.control.getBlock()).timestamp) * 1000

  /** Evidence from the proxies, each run by an operator of its own, or from one of them as our own node. Nothing is remembered from before. */
  async function evidenceFrom({
    proxies: some,
    quorum,
    timeoutMs = 20_000,
  }: {
    proxies: readonly LyingProxy[]
    quorum: 1 | 2
    timeoutMs?: number
  }) {
    const endpoints = some.map(({ url }, index) => ({ url, operator: `operator ${index + 1}` }))
    // Without a budget: the proxies are ours.
    const pool = openPool({ ...appA, endpoints }, {}, { timeoutMs })
    const now = await time()
    return { pool, evidence: createEvidenceClient({ access: () => ({ readers: pool.readers, pool, quorum }), now: () => now }) }
  }

  type Case = { rule: Rule; wallet: string }
  type From = { proxies: readonly LyingProxy[]; quorum: 1 | 2; timeoutMs?: number }

  /** Judges all cases in one pass. */
  async function judge(cases: readonly Case[], from: From) {
    const { evidence, pool } = await evidenceFrom(from)
    const judged = await Promise.all(cases.map(({ rule, wallet }) => verifyRule({ evidence }, rule, { context: world.contextOf(wallet) })))
    return {
      pool,
      statuses: judged.map(({ verdict }) => verdict.status),
      items: judged.map(({ bundle }) => bundle.leaves.flatMap(({ items }) => items)),
      judged,
    }
  }

  const tell = (lies: readonly (Lie | null)[]) => {
    for (const [index, proxy] of proxies.entries()) proxy.tell(lies[index] ?? null)
  }
  const stop = async () => {
    await Promise.all(proxies.map((proxy) => proxy.stop()))
    await world.node.stop()
  }
  return { world, proxies, doer, idler, deeds, failedCall, not, evidenceFrom, judge, tell, stop }
}

export type FaultWorld = Awaited<ReturnType<typeof startFaultWorld>>
