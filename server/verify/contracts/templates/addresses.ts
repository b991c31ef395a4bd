/** One contract on the chains where it stands, by CAIP-2 id, and where the addresses are published. `name`: as its makers call it. */
export type Published = { name: string; source: string; at: Readonly<Record<string, string>> }

export const [ethereum, optimism, polygon, base, arbitrum] = ['eip155:1', 'eip155:10', 'eip155:137', 'eip155:8453', 'eip155:42161'] as const
export const solana = 'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp'

// Each was read in the package that is named, of that version, published by those who deployed the contract (29 November 2026).
const uniswapSdk = 'npm @uniswap/sdk-core 7.19.4, addresses'
const ensSdk = 'npm @ensdomains/ensjs 4.3.1, contracts/consts'
const aaveBook = 'npm @bgd-labs/aave-address-book 4.44.22, AaveV3 of each chain'

/** Contracts of others. An address that is not published by those who deployed it has no place here. */
export const published = {
  uniswapV2Router: {
    name: 'Uniswap V2 Router02',
    source: uniswapSdk,
    at: {
      [ethereum]: '0x7a250d5630B4cF539739dF2C5dAcb4c659F2488D',
      [optimism]: '0x4A7b5Da61326A6379179b40d00F57E5bbDC962c2',
      [base]: '0x4752ba5DBc23f44D87826276BF6Fd6b1C372aD24',
      [arbitrum]: '0x4752ba5DBc23f44D87826276BF6Fd6b1C372aD24',
    },
  },
  uniswapSwapRouter02: {
    name: 'Uniswap SwapRouter02',
    source: uniswapSdk,
    at: {
      [ethereum]: '0x68b3465833fb72A70ecDF485E0e4C7bD8665Fc45',
      [optimism]: '0x68b3465833fb72A70ecDF485E0e4C7bD8665Fc45',
      [polygon]: '0x68b3465833fb72A70ecDF485E0e4C7bD8665Fc45',
      [base]: '0x2626664c2603336E57B271c5C0b26F421741e481',
      [arbitrum]: '0x68b3465833fb72A70ecDF485E0e4C7bD8665Fc45',
    },
  },
  uniswapV3Positions: {
    name: 'Uniswap V3 NonfungiblePositionManager',
    source: uniswapSdk,
    at: {
      [ethereum]: '0xC36442b4a4522E871399CD717aBDD847Ab11FE88',
      [optimism]: '0xC36442b4a4522E871399CD717aBDD847Ab11FE88',
      [polygon]: '0xC36442b4a4522E871399CD717aBDD847Ab11FE88',
      [base]: '0x03a520b32C04BF3bEEf7BEb72E919cf822Ed34f1',
      [arbitrum]: '0xC36442b4a4522E871399CD717aBDD847Ab11FE88',
    },
  },
  uniswapUniversalRouter: {
    name: 'Uniswap UniversalRouter',
    source: 'npm @uniswap/universal-router-sdk 5.13.0, utils/constants',
    at: { [ethereum]: '0x66a9893cC07D91D95644AEDD05D03f95e1dBA8Af' },
  },
  uniswapV4Pools: {
    name: 'Uniswap V4 PoolManager',
    source: uniswapSdk,
    at: { [ethereum]: '0x000000000004444c5dc75cB358380D2e3dE08A90' },
  },
  uniswapGovernor: { name: 'Uniswap GovernorBravo', source: uniswapSdk, at: { [ethereum]: '0x408ED6354d4973f66138C91495F2f2FCbd8724C3' } },
  aaveV3Pool: {
    name: 'Aave V3 Pool',
    source: aaveBook,
    at: {
      [ethereum]: '0x87870Bca3F3fD6335C3F4ce8392D69350B4fA4E2',
      [optimism]: '0x794a61358D6845594F94dc1DB02A252b5b4814aD',
      [polygon]: '0x794a61358D6845594F94dc1DB02A252b5b4814aD',
      [base]: '0xA238Dd80C259a72e81d7e4664a9801593F98d1c5',
      [arbitrum]: '0x794a61358D6845594F94dc1DB02A252b5b4814aD',
    },
  },
  weth: {
    name: 'WETH',
    source: 'npm @uniswap/sdk-core 7.19.4, entities/weth9',
    at: {
      [ethereum]: '0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2',
      [optimism]: '0x4200000000000000000000000000000000000006',
      [base]: '0x4200000000000000000000000000000000000006',
      [arbitrum]: '0x82aF49447D8a07e3bd95BD0d56f35241523fBab1',
    },
  },
  lido: {
    name: 'Lido stETH',
    source: 'npm @lido-sdk/constants 3.5.1, tokens',
    at: { [ethereum]: '0xae7ab96520DE3A18E5e111B5EaAb095312D7fE84' },
  },
  /** The controller of names since 2025: its event ends with a referrer. */
  ensController: {
    name: 'ENS ETHRegistrarController',
    source: ensSdk,
    at: { [ethereum]: '0x59E16fcCd424Cc24e280Be16E11Bcd56fb0CE547' },
  },
  /** The one before, which goes on registering. */
  ensWrappedController: {
    name: 'ENS WrappedETHRegistrarController',
    source: 'npm @ensdomains/ensjs 4.0.2, contracts/consts',
    at: { [ethereum]: '0x253553366Da8546fC250F225fe3d25d0C782303b' },
  },
  /** On Ethereum, by the chain it leads to. */
  standardBridge: {
    name: 'L1StandardBridge',
    source: 'npm viem, chains/definitions/{optimism,base}.ts (l1StandardBridge)',
    at: { [optimism]: '0x99C9fc46f92E8a1c0deC1b1747d010903E884bE1', [base]: '0x3154Cf16ccdb4C6d922629664174b904d80F2C35' },
  },
  /** The other end: the same on every OP chain. */
  l2StandardBridge: {
    name: 'L2StandardBridge',
    source: 'npm viem, op-stack/contracts.ts (l2StandardBridge)',
    at: { [optimism]: '0x4200000000000000000000000000000000000010', [base]: '0x4200000000000000000000000000000000000010' },
  },
  arbitrumInbox: {
    name: 'Arbitrum Inbox',
    source: 'npm @arbitrum/sdk 4.1.0, ethBridge.inbox of Arbitrum One',
    at: { [ethereum]: '0x4Dbd4fc535Ac27206064B68FfCf827b0A60BAB3f' },
  },
  eas: {
    name: 'EAS',
    source: 'npm @ethereum-attestation-service/eas-contracts 1.9.0, deployments',
    at: {
      [ethereum]: '0xA1207F3BBa224E2c9c3c6D5aF63D0eb1582Ce587',
      [optimism]: '0x4200000000000000000000000000000000000021',
      [base]: '0x4200000000000000000000000000000000000021',
      [arbitrum]: '0xbD75f629A22Dc1ceD33dDA0b68c546A1c035c458',
    },
  },
  safeFactory: {
    name: 'SafeProxyFactory 1.4.1',
    source: 'npm @safe-global/safe-deployments 1.37.56, v1.4.1 (canonical)',
    at: {
      [ethereum]: '0x4e1DCf7AD4e460CfD30791CCC4F9c8a4f820ec67',
      [optimism]: '0x4e1DCf7AD4e460CfD30791CCC4F9c8a4f820ec67',
      [polygon]: '0x4e1DCf7AD4e460CfD30791CCC4F9c8a4f820ec67',
      [base]: '0x4e1DCf7AD4e460CfD30791CCC4F9c8a4f820ec67',
      [arbitrum]: '0x4e1DCf7AD4e460CfD30791CCC4F9c8a4f820ec67',
    },
  },
  jupiter: {
    name: 'Jupiter Aggregator v6',
    source: 'npm @jup-ag/instruction-parser 6.0.28',
    at: { [solana]: 'JUP6LkbZbjS1jKKwapdHNy74zcZ3tLUZoi5QNyVTaV4' },
  },
  solanaStake: {
    name: 'Stake program',
    source: 'npm @solana-program/stake 0.9.1',
    at: { [solana]: 'Stake11111111111111111111111111111111111111' },
  },
} as const satisfies Record<string, Published>

/** What examples are made with: an author puts others in their place. */
export const exampleContracts = {
  usdc: {
    name: 'USDC',
    source: 'npm @circle-fin/bridge-kit 1.15.1, chains',
    at: { [ethereum]: '0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48', [solana]: 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v' },
  },
  ensNames: {
    name: 'ENS BaseRegistrar (names as ERC-721)',
    source: ensSdk,
    at: { [ethereum]: '0x57f1887a8BF19b14fC0dF6Fd9B2acc9Af147eA85' },
  },
  ensWrapper: {
    name: 'ENS NameWrapper (names as ERC-1155)',
    source: ensSdk,
    at: { [ethereum]: '0xD4416b13d2b3a9aBae7AcD5D6C2BbDBE25686401' },
  },
  aaveTreasury: { name: 'Aave Collector', source: aaveBook, at: { [ethereum]: '0x464C71f6c2F760DdA6093dCB91C24c39e5d6e18c' } },
} as const satisfies Record<string, Published>

export type PublishedId = keyof typeof published

/** The address on a chain. Templates offer no chain where there is none. */
export function addressOn(id: PublishedId, chain: string): string {
  const { at }: Published = published[id]
  const address = at[chain]
  if (address === undefined) throw new RangeError(`${id} is not on ${chain}`)
  return address
}

export const chainsOf = (id: PublishedId): string[] => Object.keys(published[id].at)
