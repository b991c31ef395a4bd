import { base58, base64 } from '@scure/base'
import { type Address, address, type Base64EncodedDataResponse } from '@solana/kit'
import { toHex } from '#server/shared/bytes.ts'
import type { SolanaAccount, StateAt, TokenAccount } from '../../reader.ts'
import type { Send, SolanaRpc } from './createSolanaReader.ts'
import { programs } from './programs.ts'

/** Most accounts in one request, by the rules of every node. */
export const accountsAtOnce = 100

type Reading = { rpc: SolanaRpc; send: Send; at: StateAt }

const configOf = ({ commitment, since }: StateAt) => ({ commitment, ...(since === undefined ? {} : { minContextSlot: since }) })

/** At most `accountsAtOnce` accounts, each with the first `bytes` of its data. */
export async function readAccounts(
  { rpc, send, at }: Reading,
  addresses: readonly Address[],
  bytes: number,
): Promise<(SolanaAccount | null)[]> {
  const dataSlice = { offset: 0, length: bytes }
  const { value } = await send(rpc.getMultipleAccounts([...addresses], { encoding: 'base64', dataSlice, ...configOf(at) }))
  if (value.length !== addresses.length) throw new Error(`${value.length} accounts for ${addresses.length} addresses`)
  return value.map((account) => account && { owner: account.owner, lamports: account.lamports, data: toHex(bytesOf(account.data)) })
}

/** The wallet's accounts of one mint. A mint that is not there has none. */
export async function readTokenAccounts({ rpc, send, at }: Reading, owner: Address, mint: Address): Promise<TokenAccount[]> {
  const { value } = await send(rpc.getTokenAccountsByOwner(owner, { mint }, { encoding: 'base64', ...configOf(at) }))
  return value.map(({ pubkey, account }) => {
    const read = tokenAccount(pubkey, account.owner, bytesOf(account.data))
    if (!read) throw new Error(`${pubkey} is no token account`)
    return read
  })
}

const bytesOf = ([text]: Base64EncodedDataResponse) => base64.decode(text)

/** So many bytes tell all of a token account; those of Token-2022 go on with their extensions. */
export const tokenAccountBytes = 165

/** Mint, owner, amount (u64) and, at byte 108, the state: both token programs begin their accounts alike. Null for anything else. */
export function tokenAccount(at: string, program: string, data: Uint8Array): TokenAccount | null {
  const known = program === programs.token || program === programs.token2022
  const state = data[108]
  if (!known || data.length < tokenAccountBytes || (state !== 1 && state !== 2)) return null
  return {
    address: address(at),
    program,
    mint: base58.encode(data.subarray(0, 32)),
    owner: base58.encode(data.subarray(32, 64)),
    amount: new DataView(data.buffer, data.byteOffset).getBigUint64(64, true),
    frozen: state === 2,
  }
}
