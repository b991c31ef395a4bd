import { toFunctionSelector } from 'viem'
import * as z from 'zod'
import { findChain } from '#chains/registry.ts'
import type { StateRead } from '../query.ts'
import { where } from './abiParams.ts'
import { evmAddress, type Unit, uint, unit } from './fields.ts'
import { addressOf, uintOf } from './stateValue.ts'

const { decimals, symbol } = unit.shape
const ids = z.array(uint).min(1).max(50)

/**
 * What is held. `wrapped`: a token that is made from the native coin without a Transfer log, as WETH9 does (Deposit and Withdrawal instead). `ids`: only these
 * token ids. `trait`: only tokens for which a view of the token id answers so (its outputs are compared); tokens are found by `ids` or, where the
 * collection is enumerable, by owner.
 */
export const token = z.discriminatedUnion('standard', [
  z.strictObject({ standard: z.literal('native') }),
  z.strictObject({ standard: z.literal('erc20'), address: evmAddress, decimals, symbol, wrapped: z.literal(true).optional() }),
  z.strictObject({
    standard: z.literal('erc721'),
    address: evmAddress,
    symbol,
    ids: ids.optional(),
    trait: z.strictObject({ function: z.string().max(1000), where }).optional(),
  }),
  z.strictObject({ standard: z.literal('erc1155'), address: evmAddress, symbol, decimals: decimals.optional(), ids }),
])
export type Token = z.infer<typeof token>
export type Collection = Extract<Token, { standard: 'erc721' }>

/** Calls are put together by hand: they are made for every member again and again, and a general encoder hashes the signature each time. */
const selectors = {
  balanceOf: toFunctionSelector('function balanceOf(address)'),
  balanceOfId: toFunctionSelector('function balanceOf(address, uint256)'),
  ownerOf: toFunctionSelector('function ownerOf(uint256)'),
}

const addressWord = (address: string) => address.slice(2).toLowerCase().padStart(64, '0')
const uintWord = (value: string) => BigInt(value).toString(16).padStart(64, '0')

function callOf(address: string, selector: keyof typeof selectors, words: readonly string[]): StateRead {
  return { what: 'call', to: address.toLowerCase(), data: `${selectors[selector]}${words.join('')}` }
}

/** What tells how much of a token a wallet holds. */
export function holdingReads(token: Token, wallet: string): StateRead[] {
  if (token.standard === 'native') return [{ what: 'balance', address: wallet }]
  if (token.standard === 'erc1155') return token.ids.map((id) => callOf(token.address, 'balanceOfId', [addressWord(wallet), uintWord(id)]))
  if (token.standard === 'erc721' && token.ids) return token.ids.map((id) => callOf(token.address, 'ownerOf', [uintWord(id)]))
  // ERC-721 has the same `balanceOf(address)`.
  return [callOf(token.address, 'balanceOf', [addressWord(wallet)])]
}

/** How much a wallet holds by what was answered, in base units; null when that cannot be said. A token id that nobody owns reverts: it is not held. */
export function holdingIn(token: Token, wallet: string, values: readonly (string | null)[]): bigint | null {
  const amounts = values.map((value) => {
    if (token.standard !== 'erc721' || !token.ids) return uintOf(value)
    if (value === null) return 0n
    const owner = addressOf(value)
    return owner === null ? null : owner === wallet ? 1n : 0n
  })
  return amounts.reduce<bigint | null>((sum, amount) => (sum === null || amount === null ? null : sum + amount), 0n)
}

/** How amounts of it are written. */
export function unitOf(token: Token, chain: string): Unit {
  if (token.standard === 'native') {
    const coin = findChain(chain)?.nativeCurrency
    return { decimals: coin?.decimals ?? 18, symbol: coin?.symbol ?? 'ETH' }
  }
  return { decimals: token.standard === 'erc721' ? 0 : (token.decimals ?? 0), symbol: token.symbol }
}
