import * as z from 'zod'
import { addressOn, chainsOf, ethereum } from './addresses.ts'
import { amount, amountField, defineTemplate, ether, token, tokenField, unitOf, usdc } from './template.ts'

/** Of either side of Aave, `onBehalfOf` is whose position it is: gateways act for members. */
const aave = (event: string, action: { en: string; ja: string }) => {
  return ({ token: asset, gte }: { token: z.infer<typeof token>; gte: string }, chain: string) => ({
    kind: 'evm.event',
    chain,
    params: {
      addresses: [addressOn('aaveV3Pool', chain)],
      event,
      claimant: 'onBehalfOf',
      where: [
        { arg: 'amount', op: 'gte', value: gte },
        { arg: 'reserve', op: 'eq', value: asset.address },
      ],
      units: { amount: unitOf(asset) },
      action,
    },
  })
}
const aaveFields = {
  chains: chainsOf('aaveV3Pool'),
  uses: ['aaveV3Pool'] as const,
  fields: [tokenField(), amountField()],
  params: z.strictObject({ token, gte: amount }),
  example: { chain: ethereum, params: { token: usdc, gte: '10000000' } },
}

export const supplyAave = defineTemplate({
  ...aaveFields,
  id: 'aave-v3-supply',
  category: 'lend',
  title: { en: 'Supply to Aave V3', ja: 'Aave V3 に預け入れ' },
  summary: { en: 'At least so much of a token lent to the pool', ja: '一定量以上のトークンをプールに預け入れる' },
  rule: aave(
    'event Supply(address indexed reserve, address user, address indexed onBehalfOf, uint256 amount, uint16 indexed referralCode)',
    { en: 'supplied', ja: '預け入れ' },
  ),
})

export const borrowAave = defineTemplate({
  ...aaveFields,
  id: 'aave-v3-borrow',
  category: 'lend',
  title: { en: 'Borrow from Aave V3', ja: 'Aave V3 から借り入れ' },
  summary: { en: 'At least so much of a token borrowed from the pool', ja: '一定量以上のトークンをプールから借り入れる' },
  rule: aave(
    'event Borrow(address indexed reserve, address user, address indexed onBehalfOf, uint256 amount, uint8 interestRateMode, uint256 borrowRate, uint16 indexed referralCode)',
    { en: 'borrowed', ja: '借り入れ' },
  ),
})

export const wrapEther = defineTemplate({
  id: 'weth-wrap',
  category: 'swap',
  title: { en: 'Wrap ether', ja: 'ETH をラップ' },
  summary: { en: 'At least so much ether turned into WETH', ja: '一定量以上の ETH を WETH に替える' },
  chains: chainsOf('weth'),
  uses: ['weth'],
  fields: [amountField()],
  params: z.strictObject({ gte: amount }),
  example: { chain: ethereum, params: { gte: '10000000000000000' } },
  rule: ({ gte }, chain) => ({
    kind: 'evm.transaction',
    chain,
    params: {
      to: [addressOn('weth', chain)],
      function: 'function deposit() payable',
      value: { op: 'gte', value: gte },
      action: { en: 'wrapped', ja: 'ラップ' },
    },
  }),
})

export const stakeLido = defineTemplate({
  id: 'lido-stake',
  category: 'stake',
  title: { en: 'Stake with Lido', ja: 'Lido でステーキング' },
  summary: { en: 'At least so much ether staked at once', ja: '一度に一定量以上の ETH をステーキングする' },
  chains: chainsOf('lido'),
  uses: ['lido'],
  fields: [amountField()],
  params: z.strictObject({ gte: amount }),
  example: { chain: ethereum, params: { gte: '10000000000000000' } },
  rule: ({ gte }, chain) => ({
    kind: 'evm.event',
    chain,
    params: {
      addresses: [addressOn('lido', chain)],
      event: 'event Submitted(address indexed sender, uint256 amount, address referral)',
      claimant: 'sender',
      where: [{ arg: 'amount', op: 'gte', value: gte }],
      units: { amount: ether },
      action: { en: 'staked', ja: 'ステーキング' },
    },
  }),
})

const bridged = { en: 'bridged', ja: 'ブリッジ' }

/** Both ends say from whom to whom and how much: the deposit counts when it has arrived. */
export const bridgeStandard = defineTemplate({
  id: 'op-standard-bridge',
  category: 'bridge',
  title: { en: 'Bridge ether to OP Mainnet or Base', ja: 'OP Mainnet・Base に ETH をブリッジ' },
  summary: {
    en: 'Ether sent from Ethereum by the chain’s own bridge, and arrived',
    ja: 'Ethereum からチェーン公式のブリッジで送った ETH が到着する',
  },
  chains: [ethereum],
  uses: ['standardBridge', 'l2StandardBridge'],
  fields: [{ path: 'to', control: 'chain', label: { en: 'To', ja: '送信先' }, required: true }, amountField()],
  params: z.strictObject({ to: z.enum(chainsOf('standardBridge') as [string, ...string[]]), gte: amount }),
  example: { chain: ethereum, params: { to: 'eip155:8453', gte: '10000000000000000' } },
  rule: ({ to, gte }, chain) => ({
    kind: 'evm.bridge',
    chain,
    params: {
      out: {
        addresses: [addressOn('standardBridge', to)],
        event: 'event ETHBridgeInitiated(address indexed from, address indexed to, uint256 amount, bytes extraData)',
        claimant: 'from',
        where: [{ arg: 'amount', op: 'gte', value: gte }],
      },
      destination: {
        chain: to,
        addresses: [addressOn('l2StandardBridge', to)],
        event: 'event ETHBridgeFinalized(address indexed from, address indexed to, uint256 amount, bytes extraData)',
      },
      join: ['from', 'to', 'amount'].map((arg) => ({ out: arg, in: arg })),
      maxDelay: 86_400,
      units: { amount: ether },
      action: bridged,
    },
  }),
})

/** Arbitrum's inbox logs a message by its number only: the call says who and how much. */
export const bridgeArbitrum = defineTemplate({
  id: 'arbitrum-bridge',
  category: 'bridge',
  title: { en: 'Bridge ether to Arbitrum', ja: 'Arbitrum に ETH をブリッジ' },
  summary: { en: 'Ether deposited in Arbitrum’s own bridge on Ethereum', ja: 'Ethereum 上の Arbitrum 公式ブリッジに ETH を預ける' },
  chains: chainsOf('arbitrumInbox'),
  uses: ['arbitrumInbox'],
  fields: [amountField()],
  params: z.strictObject({ gte: amount }),
  example: { chain: ethereum, params: { gte: '10000000000000000' } },
  rule: ({ gte }, chain) => ({
    kind: 'evm.transaction',
    chain,
    params: {
      to: [addressOn('arbitrumInbox', chain)],
      function: 'function depositEth() payable',
      value: { op: 'gte', value: gte },
      action: bridged,
    },
  }),
})
