import { namehash } from 'viem'
import * as z from 'zod'
import { evmAddress, uint } from '../../kinds/fields.ts'
import { ethereum, exampleContracts } from './addresses.ts'
import { amount, amountField, defineTemplate, token, tokenField, unitOf, usdc } from './template.ts'

const symbol = z.string().min(1).max(16)
const collection = { path: 'collection', control: 'evmAddress', label: { en: 'Collection', ja: 'コレクション' }, required: true } as const
const symbolField = { path: 'symbol', control: 'text', label: { en: 'Name in short', ja: '略称' }, required: true } as const
const pieces = { path: 'pieces', control: 'integer', label: { en: 'How many', ja: '個数' } } as const
const howMany = z.int().min(1).max(10_000).optional()
const heldForField = { path: 'heldFor', control: 'seconds', label: { en: 'For how long up to now', ja: '直近の保有期間' } } as const
const heldFor = z.int().min(60).max(94_608_000).optional()
const span = ({ heldFor: seconds }: { heldFor?: number | undefined }) => (seconds === undefined ? {} : { at: { heldFor: seconds } })
/** ENS names as ERC-721 tokens: what examples are made with. */
const ensNames = { collection: exampleContracts.ensNames.at[ethereum], symbol: 'ENS' } as const
const zero = '0x0000000000000000000000000000000000000000'

export const holdToken = defineTemplate({
  id: 'erc20-hold',
  category: 'hold',
  title: { en: 'Hold a token', ja: 'トークンを保有' },
  summary: {
    en: 'At least so much of an ERC-20, now or for a time up to now',
    ja: 'ERC-20 トークンを一定量以上、現在または直近の期間ずっと保有する',
  },
  chains: 'any-evm',
  uses: [],
  fields: [tokenField(), amountField(), heldForField],
  params: z.strictObject({ token, gte: amount, heldFor }),
  example: { chain: ethereum, params: { token: usdc, gte: '10000000', heldFor: 86_400 } },
  rule: ({ token: held, gte, ...when }, chain) => ({
    kind: 'evm.balance',
    chain,
    params: {
      token: { standard: 'erc20', address: held.address, ...unitOf(held) },
      gte,
      ...span(when),
    },
  }),
})

export const sendToken = defineTemplate({
  id: 'erc20-send',
  category: 'send',
  title: { en: 'Send a token', ja: 'トークンを送る' },
  summary: { en: 'At least so much of an ERC-20 sent to one address', ja: '指定したアドレスに ERC-20 トークンを一定量以上送る' },
  chains: 'any-evm',
  uses: [],
  fields: [tokenField(), { path: 'to', control: 'evmAddress', label: { en: 'To', ja: '送り先' }, required: true }, amountField()],
  params: z.strictObject({ token, to: evmAddress, gte: amount }),
  // To the treasury of Aave's DAO: an example must not pay somebody unknown.
  example: { chain: ethereum, params: { token: usdc, to: exampleContracts.aaveTreasury.at[ethereum], gte: '1000000' } },
  rule: ({ token: sent, to, gte }, chain) => ({
    kind: 'evm.transfer',
    chain,
    params: {
      token: { standard: 'erc20', address: sent.address, ...unitOf(sent) },
      direction: 'sent',
      counterparty: [to],
      gte,
    },
  }),
})

export const ownPiece = defineTemplate({
  id: 'erc721-own',
  category: 'hold',
  title: { en: 'Own an NFT', ja: 'NFT を保有' },
  summary: { en: 'Pieces of an ERC-721 collection', ja: 'ERC-721 コレクションの NFT を保有する' },
  chains: 'any-evm',
  uses: [],
  fields: [collection, symbolField, pieces, heldForField],
  params: z.strictObject({ collection: evmAddress, symbol, pieces: howMany, heldFor }),
  example: { chain: ethereum, params: { ...ensNames, pieces: 1, heldFor: 86_400 } },
  rule: ({ collection: address, symbol: called, pieces: least = 1, ...when }, chain) => ({
    kind: 'evm.balance',
    chain,
    params: { token: { standard: 'erc721', address, symbol: called }, gte: String(least), ...span(when) },
  }),
})

export const ownEdition = defineTemplate({
  id: 'erc1155-own',
  category: 'hold',
  title: { en: 'Own an item of an ERC-1155', ja: 'ERC-1155 のアイテムを保有' },
  summary: { en: 'Items of some ids of a collection', ja: 'コレクションの指定した ID のアイテムを保有する' },
  chains: 'any-evm',
  uses: [],
  fields: [
    collection,
    symbolField,
    { path: 'ids', control: 'integers', label: { en: 'Ids', ja: 'ID' }, required: true },
    pieces,
    heldForField,
  ],
  params: z.strictObject({
    collection: evmAddress,
    symbol,
    ids: z.array(uint).min(1).max(50),
    pieces: howMany,
    heldFor,
  }),
  // ENS's NameWrapper keeps names as ERC-1155: the id is the hash of the name, here of vitalik.eth.
  example: {
    chain: ethereum,
    params: {
      collection: exampleContracts.ensWrapper.at[ethereum],
      symbol: 'NAME',
      ids: [BigInt(namehash('vitalik.eth')).toString()],
      heldFor: 86_400,
    },
  },
  rule: ({ collection: address, symbol: called, ids, pieces: least = 1, ...when }, chain) => ({
    kind: 'evm.balance',
    chain,
    params: { token: { standard: 'erc1155', address, symbol: called, ids }, gte: String(least), ...span(when) },
  }),
})

export const mintPiece = defineTemplate({
  id: 'erc721-mint',
  category: 'mint',
  title: { en: 'Mint an NFT', ja: 'NFT をミント' },
  summary: { en: 'Received when it was made, not bought later', ja: '後から購入するのではなく、発行時に受け取る' },
  chains: 'any-evm',
  uses: [],
  fields: [collection],
  params: z.strictObject({ collection: evmAddress }),
  example: { chain: ethereum, params: { collection: ensNames.collection } },
  rule: ({ collection: address }, chain) => ({
    kind: 'evm.event',
    chain,
    params: {
      addresses: [address],
      event: 'event Transfer(address indexed from, address indexed to, uint256 indexed tokenId)',
      claimant: 'to',
      where: [{ arg: 'from', op: 'eq', value: zero }],
      action: { en: 'minted', ja: 'ミント' },
    },
  }),
})
