import * as z from 'zod'
import { evmAddress, uint } from '../../kinds/fields.ts'
import { addressOn, arbitrum, base, chainsOf, ethereum, optimism, polygon, published } from './addresses.ts'
import { defineTemplate } from './template.ts'

const registered = { en: 'registered a name', ja: 'ENS 名を登録' }

export const registerEns = defineTemplate({
  id: 'ens-register',
  category: 'name',
  title: { en: 'Register an ENS name', ja: 'ENS 名を登録' },
  summary: {
    en: 'A .eth name registered for the member by either controller',
    ja: 'いずれかのコントローラーで、メンバーの .eth 名を登録する',
  },
  chains: chainsOf('ensController'),
  uses: ['ensController', 'ensWrappedController'],
  fields: [],
  params: z.strictObject({}),
  example: { chain: ethereum, params: {} },
  rule: (_params, chain) => ({
    any: [
      {
        kind: 'evm.event',
        chain,
        params: {
          addresses: [addressOn('ensController', chain)],
          event:
            'event NameRegistered(string label, bytes32 indexed labelhash, address indexed owner, uint256 baseCost, uint256 premium, uint256 expires, bytes32 referrer)',
          claimant: 'owner',
          action: registered,
        },
      },
      {
        kind: 'evm.event',
        chain,
        params: {
          addresses: [addressOn('ensWrappedController', chain)],
          event:
            'event NameRegistered(string name, bytes32 indexed label, address indexed owner, uint256 baseCost, uint256 premium, uint256 expires)',
          claimant: 'owner',
          action: registered,
        },
      },
    ],
  }),
})

export const primaryName = defineTemplate({
  id: 'ens-primary-name',
  category: 'name',
  title: { en: 'Have a primary ENS name', ja: 'ENS のプライマリネームを設定' },
  summary: { en: 'A wallet that says which name it is, and the name says so, too', ja: 'ウォレットと ENS 名が互いを指している' },
  chains: [ethereum],
  uses: [],
  fields: [],
  params: z.strictObject({}),
  example: { chain: ethereum, params: {} },
  rule: (_params, chain) => ({ kind: 'evm.account', chain, params: { what: 'ensPrimaryName' } }),
})

export const vote = defineTemplate({
  id: 'governor-vote',
  category: 'vote',
  title: { en: 'Vote on a proposal', ja: '提案に投票' },
  summary: {
    en: 'A vote with a governor (Bravo or OpenZeppelin), on one proposal or any',
    ja: 'ガバナー(Bravo・OpenZeppelin)で、特定または任意の提案に投票する',
  },
  chains: 'any-evm',
  uses: ['uniswapGovernor'],
  fields: [
    { path: 'governor', control: 'evmAddress', label: { en: 'Governor', ja: 'ガバナー' }, required: true },
    { path: 'proposal', control: 'integer', label: { en: 'Proposal', ja: '提案' } },
  ],
  params: z.strictObject({ governor: evmAddress, proposal: uint.optional() }),
  example: { chain: ethereum, params: { governor: published.uniswapGovernor.at[ethereum] } },
  rule: ({ governor, proposal }, chain) => ({
    kind: 'evm.event',
    chain,
    params: {
      addresses: [governor],
      event: 'event VoteCast(address indexed voter, uint256 proposalId, uint8 support, uint256 weight, string reason)',
      claimant: 'voter',
      // Who has no votes may cast one of weight nothing.
      where: [
        { arg: 'weight', op: 'gt', value: '0' },
        ...(proposal === undefined ? [] : [{ arg: 'proposalId', op: 'eq', value: proposal }]),
      ],
      action: { en: 'voted', ja: '投票' },
    },
  }),
})

export const attested = defineTemplate({
  id: 'eas-receive',
  category: 'attest',
  title: { en: 'Hold an EAS attestation', ja: 'EAS アテステーションを保有' },
  summary: {
    en: 'Of one schema, by named attesters, not revoked',
    ja: '指定した発行者による、失効していない特定スキーマのアテステーション',
  },
  chains: chainsOf('eas'),
  uses: ['eas'],
  fields: [
    { path: 'schema', control: 'bytes', label: { en: 'Schema', ja: 'スキーマ' }, required: true },
    { path: 'attesters', control: 'evmAddresses', label: { en: 'Attested by', ja: '発行者' }, required: true },
    { path: 'fromBlock', control: 'integer', label: { en: 'Search from block', ja: '検索を始めるブロック' }, required: true },
  ],
  params: z.strictObject({
    schema: z.string().regex(/^0x[0-9a-fA-F]{64}$/, 'the UID of a schema: 32 bytes in hex'),
    attesters: z.array(evmAddress).min(1).max(50),
    fromBlock: uint,
  }),
  // Coinbase's "verified account" on Base: schema and attester as @coinbase/onchainkit and github.com/coinbase/verifications say them.
  example: {
    chain: base,
    params: {
      schema: '0xf8b05c79f090979bf4a80270aba232dff11a10d9ca55c4f88de95317970f0de9',
      attesters: ['0x357458739F90461b99789350868CD7CF330Dd7EE'],
      fromBlock: '6000000',
    },
  },
  rule: ({ schema, attesters, fromBlock }, chain) => ({
    kind: 'attestation',
    chain,
    params: { type: 'eas', contract: addressOn('eas', chain), schema, member: 'recipient', attesters, fromBlock },
  }),
})

export const createSafe = defineTemplate({
  id: 'safe-create',
  category: 'account',
  title: { en: 'Create a Safe', ja: 'Safe を作成' },
  summary: { en: 'A Safe made by the factory of 1.4.1', ja: 'バージョン 1.4.1 のファクトリーで Safe を作成する' },
  chains: [ethereum, optimism, polygon, base, arbitrum],
  uses: ['safeFactory'],
  fields: [],
  params: z.strictObject({}),
  example: { chain: base, params: {} },
  rule: (_params, chain) => ({
    kind: 'evm.event',
    chain,
    params: {
      addresses: [addressOn('safeFactory', chain)],
      event: 'event ProxyCreation(address indexed proxy, address singleton)',
      action: { en: 'created a Safe', ja: 'Safe を作成' },
    },
  }),
})

export const useSafe = defineTemplate({
  id: 'smart-account',
  category: 'account',
  title: { en: 'Use a smart account', ja: 'スマートアカウントを利用' },
  summary: { en: 'A linked wallet that is a contract, such as a Safe', ja: 'Safe などのコントラクトウォレットを連携している' },
  chains: 'any-evm',
  uses: [],
  fields: [],
  params: z.strictObject({}),
  example: { chain: base, params: {} },
  rule: (_params, chain) => ({ kind: 'evm.account', chain, params: { what: 'smartAccount', is: true } }),
})
