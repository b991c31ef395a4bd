/** Many members by ten rules on one chain, by our evidence client and by a loop that asks for each member and rule on its own. */
import { createPublicClient, type Hex, http, parseAbi, parseAbiItem } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { parseRule, type Rule } from '#server/verify/rule.ts'
import { verifyRule } from '#server/verify/run.ts'
import { startChainWorld } from '#tests/server/verify/chainWorld.ts'
import { against, summarise } from './report.ts'

const eth = 10n ** 18n
const transfer = 'event Transfer(address indexed src, address indexed dst, uint256 wad)'
const balanceOf = parseAbi(['function balanceOf(address) view returns (uint256)'])

const progress = (what: string) => console.error(`verify: ${what}`)
const newWallets = (count: number) =>
  Array.from({ length: count }, () => privateKeyToAccount(generatePrivateKey()).address.toLowerCase() as Hex)

type Check = { rule: Rule; naive(client: ReturnType<typeof createPublicClient>, member: Hex): Promise<boolean> }

export async function measureCost(members: number) {
  const world = await startChainWorld()
  try {
    const wallets = newWallets(members)
    progress(`${members} members on one chain`)
    const bank = await world.member()
    await bank.wrap(50n * eth)
    // Every second member holds coins and received one to three transfers.
    const act = async (who: readonly Hex[]) => {
      for (const [index, wallet] of who.entries()) {
        if (index % 2 === 1) continue
        await world.control.setBalance({ address: wallet, value: eth * BigInt(1 + (index % 5)) })
        for (let n = 0; n <= index % 3; n++) await bank.send('transfer', [wallet, 1000n * BigInt(n + 1)])
      }
    }
    // Both ways are measured as in a process that has run for a while: with members of nobody else's run, who did the same.
    const others = newWallets(100)
    await act(others)
    await act(wallets)
    await world.mine(3)
    const checks = tenChecks(world.chain, world.weth)

    const ourWay = (who: readonly Hex[]) =>
      Promise.all(
        who.flatMap((wallet) =>
          checks.map(async ({ rule }) => {
            const { verdict } = await verifyRule({ evidence: world.evidence }, rule, { context: world.contextOf(`eip155:${wallet}`) })
            return verdict.status === 'pass'
          }),
        ),
      )
    let naiveCalls = 0
    const client = createPublicClient({ transport: http(world.node.url, { onFetchRequest: () => void naiveCalls++ }), cacheTime: 0 })
    const theirWay = async (who: readonly Hex[]) => {
      const passes: boolean[] = []
      for (const wallet of who) for (const check of checks) passes.push(await check.naive(client, wallet))
      return passes
    }
    await ourWay(others)
    await theirWay(others)

    progress('our evidence client')
    const before = world.requests()
    const begun = performance.now()
    const ours = await ourWay(wallets)
    const [seconds, calls] = [(performance.now() - begun) / 1000, world.requests() - before]
    progress('the naive loop')
    naiveCalls = 0
    const naiveBegun = performance.now()
    const theirs = await theirWay(wallets)
    const naiveSeconds = (performance.now() - naiveBegun) / 1000
    if (theirs.join() !== ours.join() || !ours.includes(true) || !ours.includes(false)) throw new Error('the two ways do not agree')

    const verdicts = wallets.length * checks.length
    const peer = (what: string, unit: string, value: number) => summarise(`naive viem loop: ${what}`, unit, [value])
    const [naiveTime, naiveCost] = [peer('seconds', 's', naiveSeconds), peer('RPC calls', 'calls', naiveCalls)]
    return {
      results: [
        naiveTime,
        naiveCost,
        against(summarise(`${members} members by ${checks.length} rules`, 's', [seconds]), naiveTime),
        against(summarise(`${members} members by ${checks.length} rules: RPC calls`, 'calls', [calls]), naiveCost),
        summarise('verdicts', 'per second', [verdicts / seconds], 'more'),
      ],
      fewerCalls: naiveCalls / calls,
      faster: naiveSeconds / seconds,
    }
  } finally {
    await world.node.stop()
  }
}

/** Five balances and five events, each with the question that a plain program would ask. */
function tenChecks(chain: string, weth: Hex): Check[] {
  const token = { standard: 'erc20', address: weth, decimals: 18, symbol: 'WETH' }
  const event = parseAbiItem(transfer)
  const native = [1n, 2n, 4n].map(
    (coins): Check => ({
      rule: parseRule({ kind: 'evm.balance', chain, params: { token: { standard: 'native' }, gte: String(coins * eth) } }),
      naive: async (client, member) => (await client.getBalance({ address: member, blockTag: 'finalized' })) >= coins * eth,
    }),
  )
  const held = [1000n, 5000n].map(
    (wad): Check => ({
      rule: parseRule({ kind: 'evm.balance', chain, params: { token, gte: String(wad) } }),
      naive: async (client, member) =>
        (await client.readContract({ address: weth, abi: balanceOf, functionName: 'balanceOf', args: [member], blockTag: 'finalized' })) >=
        wad,
    }),
  )
  const received = [1n, 1000n, 2000n, 3000n, 4000n].map(
    (wad): Check => ({
      rule: parseRule({
        kind: 'evm.event',
        chain,
        params: { addresses: [weth], event: transfer, claimant: 'dst', where: [{ arg: 'wad', op: 'gte', value: String(wad) }] },
      }),
      naive: async (client, member) => {
        const logs = await client.getLogs({ address: weth, event, args: { dst: member }, fromBlock: 0n, toBlock: 'finalized' })
        return logs.some(({ args }) => (args.wad ?? 0n) >= wad)
      },
    }),
  )
  return [...native, ...held, ...received]
}
