import { type Hex, maxUint256 } from 'viem'
import { testDollarAbi } from '#contracts/abi/testDollar.gen.ts'
import { trailStoneAbi } from '#contracts/abi/trailStone.gen.ts'
import { artifactOf, type Contract, type ContractChain, type Member } from '../contractChain.ts'
import { stateContract } from '../stateContracts.ts'

export type Token = Contract & { symbol: string; decimals: number; one: bigint }
type Sender = Member['account']

const wethArtifact = 'canonical-weth/build/contracts/WETH9.json'

/** The tokens of the world, and how people come by them. `weth`, `usd`, `stone`: where the sample contracts are. */
export async function openTokens(chain: ContractChain, at: { weth: Hex; usd: Hex; stone: Hex }) {
  const token = ({ address, abi }: Contract, symbol: string, decimals = 18): Token => ({
    address,
    abi,
    symbol,
    decimals,
    one: 10n ** BigInt(decimals),
  })
  const weth = token({ address: at.weth, abi: artifactOf(wethArtifact).abi }, 'WETH')
  const usd = token({ address: at.usd, abi: testDollarAbi as Contract['abi'] }, 'tUSD', 6)
  const goods = await chain.deploy(stateContract('Goods'))
  const stone: Contract = { address: at.stone, abi: trailStoneAbi as Contract['abi'] }
  const impostor = token(await chain.deploy(wethArtifact), 'WETH')

  const by = (account: Sender, value?: bigint) => (value === undefined ? { account } : { account, value })
  return {
    weth,
    usd,
    goods,
    stone,
    /** The code of WETH at another address. */
    impostor,

    /** Ether for WETH. */
    wrap: (me: Member, value: bigint, into: Token = weth) => chain.call(into, 'deposit', [], by(me.account, value)),
    unwrap: (me: Member, amount: bigint) => chain.call(weth, 'withdraw', [amount], by(me.account)),
    send: (me: Member, token: Contract, to: Hex, amount: bigint) => chain.call(token, 'transfer', [to, amount], by(me.account)),
    allow: (account: Sender, token: Contract, { to, amount = maxUint256 }: { to: Hex; amount?: bigint }) =>
      chain.call(token, 'approve', [to, amount], by(account)),

    /** From the bank, which may mint dollars. */
    give: (token: Token, to: Hex, amount: bigint) => chain.must(token, token.address === usd.address ? 'mint' : 'transfer', [to, amount]),
    mintStone: (me: Member) => chain.call(stone, 'mint', [], by(me.account)),
    newestStone: () => chain.read({ ...stone, functionName: 'supply' }),
    mintGoods: (to: Hex, id: bigint, amount: bigint) => chain.call(goods, 'mint', [to, id, amount]),
  }
}

export type Tokens = Awaited<ReturnType<typeof openTokens>>
