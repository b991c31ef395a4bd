import { type Hex, zeroAddress } from 'viem'
import { artifactOf, type Contract, type ContractChain, type Member } from '../contractChain.ts'
import type { Token, Tokens } from './tokens.ts'

const contracts = '@aave/core-v3/artifacts/contracts'
const logic = (name: string) => `${contracts}/protocol/libraries/logic/${name}.sol/${name}.json`
const variable = 2n
const ray = 10n ** 27n
/** Of one token in dollars with 8 decimals, as the oracle gives it. */
const prices = { weth: 3000n * 10n ** 8n, usd: 10n ** 8n }

/** The published Aave V3 core as its deploy scripts put it up: WETH and dollars can be supplied and borrowed, 75 % of what was supplied. */
export async function deployAaveV3(chain: ContractChain, { weth, usd, give, allow }: Tokens) {
  const { deploy, call, must, read, bank } = chain
  const provider = await deploy(`${contracts}/protocol/configuration/PoolAddressesProvider.sol/PoolAddressesProvider.json`, [
    'test',
    bank.address,
  ])
  await must(provider, 'setACLAdmin', [bank.address])
  const roles = await deploy(`${contracts}/protocol/configuration/ACLManager.sol/ACLManager.json`, [provider.address])
  await must(provider, 'setACLManager', [roles.address])
  await must(roles, 'addPoolAdmin', [bank.address])

  await must(provider, 'setPoolImpl', [(await deployPool(chain, provider)).address])
  const { address: configuratorLogic } = await deploy(logic('ConfiguratorLogic'))
  const configuratorCode = await deploy(`${contracts}/protocol/pool/PoolConfigurator.sol/PoolConfigurator.json`, [], {
    ConfiguratorLogic: configuratorLogic,
  })
  await must(provider, 'setPoolConfiguratorImpl', [configuratorCode.address])
  const proxied = async (name: string, abi: Contract['abi']): Promise<Contract> => ({
    address: ((await read({ ...provider, functionName: name })) as string).toLowerCase() as Hex,
    abi,
  })
  const pool = await proxied('getPool', artifactOf(`${contracts}/protocol/pool/Pool.sol/Pool.json`).abi)
  const configurator = await proxied('getPoolConfigurator', configuratorCode.abi)

  const feeds: Contract[] = []
  for (const price of [prices.weth, prices.usd])
    feeds.push(await deploy(`${contracts}/mocks/oracle/CLAggregators/MockAggregator.sol/MockAggregator.json`, [price]))
  const assets = [weth.address, usd.address]
  const priced = [provider.address, assets, feeds.map(({ address }) => address), zeroAddress, zeroAddress, prices.usd]
  await must(provider, 'setPriceOracle', [(await deploy(`${contracts}/misc/AaveOracle.sol/AaveOracle.json`, priced)).address])

  const strategy = await deploy(
    `${contracts}/protocol/pool/DefaultReserveInterestRateStrategy.sol/DefaultReserveInterestRateStrategy.json`,
    [provider.address, (ray * 9n) / 10n, 0n, ray / 25n, (ray * 6n) / 10n, ray / 200n, (ray * 6n) / 10n, ray / 100n, ray / 100n, ray / 5n],
  )
  const codes: Record<string, Hex> = {}
  for (const name of ['AToken', 'StableDebtToken', 'VariableDebtToken'])
    codes[name] = (await deploy(`${contracts}/protocol/tokenization/${name}.sol/${name}.json`, [pool.address])).address
  for (const token of [weth, usd]) {
    await must(configurator, 'initReserves', [[reserveOf(token, { codes, strategy: strategy.address, treasury: bank.address })]])
    await must(configurator, 'configureReserveAsCollateral', [token.address, 7500n, 8000n, 10_500n])
    await must(configurator, 'setReserveBorrowing', [token.address, true])
  }

  async function supply(
    account: Member['account'],
    token: Token,
    { amount, onBehalfOf = account.address }: { amount: bigint; onBehalfOf?: Hex },
  ) {
    await give(token, account.address, amount)
    await allow(account, token, { to: pool.address, amount })
    return call(pool, 'supply', [token.address, amount, onBehalfOf, 0], { account })
  }
  await supply(bank, weth, { amount: 1000n * weth.one })
  await supply(bank, usd, { amount: 1_000_000n * usd.one })

  return {
    pool,
    supply: (me: Member, token: Token, more: { amount: bigint; onBehalfOf?: Hex }) => supply(me.account, token, more),

    borrow: (me: Member, token: Token, { amount, onBehalfOf = me.address }: { amount: bigint; onBehalfOf?: Hex }) =>
      call(pool, 'borrow', [token.address, amount, variable, 0, onBehalfOf], { account: me.account }),

    /** Lets somebody borrow on the owner's account. */
    async delegate(owner: Member, token: Token, { to, amount }: { to: Hex; amount: bigint }) {
      const { variableDebtTokenAddress } = (await read({ ...pool, functionName: 'getReserveData', args: [token.address] })) as Record<
        string,
        Hex
      >
      const debt = {
        address: variableDebtTokenAddress as Hex,
        abi: artifactOf(`${contracts}/protocol/tokenization/VariableDebtToken.sol/VariableDebtToken.json`).abi,
      }
      return call(debt, 'approveDelegation', [to, amount], { account: owner.account })
    },

    async repay(me: Member, token: Token, amount: bigint) {
      await allow(me.account, token, { to: pool.address })
      return call(pool, 'repay', [token.address, amount, variable, me.address], { account: me.account })
    },

    take: (me: Member, token: Token, amount: bigint) =>
      call(pool, 'withdraw', [token.address, amount, me.address], { account: me.account }),
  }
}

/** The pool's code with the seven libraries that it is linked with. */
async function deployPool({ deploy }: ContractChain, provider: Contract): Promise<Contract> {
  const libraries: Record<string, Hex> = {}
  for (const name of ['BorrowLogic', 'BridgeLogic', 'EModeLogic', 'FlashLoanLogic', 'LiquidationLogic', 'PoolLogic', 'SupplyLogic'])
    libraries[name] = (await deploy(logic(name), [], libraries)).address
  return deploy(`${contracts}/protocol/pool/Pool.sol/Pool.json`, [provider.address], libraries)
}

type Terms = { codes: Record<string, Hex>; strategy: Hex; treasury: Hex }

const reserveOf = (token: Token, { codes, strategy, treasury }: Terms) => ({
  ...{ aTokenImpl: codes.AToken, stableDebtTokenImpl: codes.StableDebtToken, variableDebtTokenImpl: codes.VariableDebtToken },
  ...{ underlyingAssetDecimals: token.decimals, interestRateStrategyAddress: strategy, underlyingAsset: token.address, treasury },
  ...{ incentivesController: zeroAddress, aTokenName: token.symbol, aTokenSymbol: `a${token.symbol}`, params: '0x' },
  ...{ variableDebtTokenName: token.symbol, variableDebtTokenSymbol: `v${token.symbol}` },
  ...{ stableDebtTokenName: token.symbol, stableDebtTokenSymbol: `s${token.symbol}` },
})

export type AaveV3 = Awaited<ReturnType<typeof deployAaveV3>>
