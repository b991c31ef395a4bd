import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import * as z from 'zod'
import { toHex } from '#server/shared/bytes.ts'
import { solanaAddress, unit } from '../../kinds/fields.ts'
import { addressOn, exampleContracts, solana } from './addresses.ts'
import { amount, amountField, defineTemplate, tokenField } from './template.ts'

/** The swaps of Jupiter v6, each by Anchor's rule: the first 8 bytes of sha256('global:' + name). */
const jupiterSwaps = ['', '_v2'].flatMap((version) =>
  ['route', 'shared_accounts_route', 'exact_out_route', 'shared_accounts_exact_out_route'].map((name) => `${name}${version}`),
)
const discriminatorOf = (name: string) => toHex(sha256(utf8ToBytes(`global:${name}`)).subarray(0, 8))

export const swapJupiter = defineTemplate({
  id: 'jupiter-swap',
  category: 'swap',
  title: { en: 'Swap with Jupiter', ja: 'Jupiter でスワップ' },
  summary: { en: 'Any swap of Jupiter’s program that the member signed', ja: 'メンバーが署名した Jupiter のスワップ' },
  chains: [solana],
  uses: ['jupiter'],
  fields: [],
  params: z.strictObject({}),
  example: { chain: solana, params: {} },
  rule: (_params, chain) => ({
    any: jupiterSwaps.map((name) => ({
      kind: 'solana.instruction',
      chain,
      params: { programs: [addressOn('jupiter', chain)], discriminator: discriminatorOf(name), action: { en: 'swapped', ja: 'スワップ' } },
    })),
  }),
})

/** Accounts of DelegateStake: 0 the stake, 1 the vote account of the validator, 5 who may decide (docs.anza.xyz/runtime/programs, stake instruction 2). */
export const delegateStake = defineTemplate({
  id: 'solana-stake',
  category: 'stake',
  title: { en: 'Delegate stake on Solana', ja: 'Solana でステーキング' },
  summary: { en: 'SOL delegated to a validator, a given one or any', ja: '特定または任意のバリデーターに SOL を委任する' },
  chains: [solana],
  uses: ['solanaStake'],
  fields: [
    { path: 'validator', control: 'solanaAddress', label: { en: 'Vote account of the validator', ja: 'バリデーターの投票アカウント' } },
  ],
  params: z.strictObject({ validator: solanaAddress.optional() }),
  example: { chain: solana, params: {} },
  rule: ({ validator }, chain) => ({
    kind: 'solana.instruction',
    chain,
    params: {
      programs: [addressOn('solanaStake', chain)],
      discriminator: '0x02000000',
      accounts: [...(validator === undefined ? [] : [{ at: 1, is: validator }]), { at: 5, is: '$account', signer: true }],
      action: { en: 'delegated stake', ja: 'ステークを委任' },
    },
  }),
})

export const holdMint = defineTemplate({
  id: 'solana-hold',
  category: 'hold',
  title: { en: 'Hold a Solana token', ja: 'Solana トークンを保有' },
  summary: { en: 'At least so much of a token in one wallet', ja: '1 つのウォレットでトークンを一定量以上保有する' },
  chains: [solana],
  uses: [],
  fields: [tokenField(), amountField()],
  params: z.strictObject({ token: z.strictObject({ address: solanaAddress, ...unit.shape }), gte: amount }),
  example: {
    chain: solana,
    params: { token: { address: exampleContracts.usdc.at[solana], decimals: 6, symbol: 'USDC' }, gte: '10000000' },
  },
  rule: ({ token: mint, gte }, chain) => ({ kind: 'solana.token', chain, params: { mint, gte } }),
})
