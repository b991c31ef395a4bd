import { base58 } from '@scure/base'
import { fromHex } from '#server/shared/bytes.ts'
import type { SolanaInstruction } from '../../reader.ts'
import { programs } from './programs.ts'

/** Coins that an instruction moved between addresses. */
export type CoinMove = { source: string; destination: string; amount: bigint }
/** Tokens that an instruction moved between token accounts; null on one side where they were minted or burnt. `fee`: kept of what arrives, if it says so. */
export type TokenMove = { program: string; source: string | null; destination: string | null; amount: bigint; fee?: bigint }

/** `Transfer` and `TransferWithSeed` of the System program; funding a new account is none. */
export function coinMove({ programId, accounts, data }: SolanaInstruction): CoinMove | null {
  if (programId !== programs.system) return null
  const bytes = fromHex(data) ?? new Uint8Array()
  const kind = uintAt(bytes, 0, 4)
  const amount = uintAt(bytes, 4, 8)
  if (kind !== 2n && kind !== 11n) return null
  // With a seed the second account's key moves coins of an address that is derived from it: they are that wallet's.
  const [source, destination] = kind === 2n ? accounts : accounts.slice(1)
  return source === undefined || destination === undefined || amount === null ? null : { source, destination, amount }
}

/** What instructions of the token programs move; `batch` (255) holds several, each with the number of its accounts and of its bytes in front. */
export function tokenMoves({ programId, accounts, data }: Pick<SolanaInstruction, 'programId' | 'accounts' | 'data'>): TokenMove[] {
  if (programId !== programs.token && programId !== programs.token2022) return []
  const bytes = fromHex(data) ?? new Uint8Array()
  if (bytes[0] !== 255) return one(programId, accounts, bytes)
  const moves: TokenMove[] = []
  let account = 0
  for (let at = 1; at + 2 <= bytes.length; ) {
    const [count = 0, length = 0] = bytes.subarray(at, at + 2)
    moves.push(...one(programId, accounts.slice(account, account + count), bytes.subarray(at + 2, at + 2 + length)))
    account += count
    at += 2 + length
  }
  return moves
}

/** Which of an instruction's accounts lose and gain, by the instruction's first byte. */
const shapes: Record<number, { source: number | null; destination: number | null }> = {
  3: { source: 0, destination: 1 },
  12: { source: 0, destination: 2 },
  7: { source: null, destination: 1 },
  14: { source: null, destination: 1 },
  8: { source: 0, destination: null },
  15: { source: 0, destination: null },
}

function one(program: string, accounts: readonly string[], bytes: Uint8Array): TokenMove[] {
  const [kind = 0, sub] = bytes
  // Token-2022: TransferFeeExtension (26), TransferCheckedWithFee (1): amount, decimals, fee.
  const withFee = program === programs.token2022 && kind === 26 && sub === 1
  const shape = withFee ? { source: 0, destination: 2 } : shapes[kind]
  const amount = uintAt(bytes, withFee ? 2 : 1, 8)
  if (!shape || amount === null) return []
  const at = (index: number | null) => (index === null ? null : (accounts[index] ?? null))
  const [source, destination] = [at(shape.source), at(shape.destination)]
  if (source === null && destination === null) return []
  const fee = withFee ? uintAt(bytes, 11, 8) : null
  return [{ program, source, destination, amount, ...(fee === null ? {} : { fee }) }]
}

/** The account and owner that `InitializeAccount` (1), `InitializeAccount2` (16) or `InitializeAccount3` (18) joins. */
export function openedAccount({ programId, accounts, data }: SolanaInstruction): { account: string; mint: string; owner: string } | null {
  if (programId !== programs.token && programId !== programs.token2022) return null
  const bytes = fromHex(data) ?? new Uint8Array()
  const [account, mint, third] = accounts
  if (account === undefined || mint === undefined) return null
  if (bytes[0] === 1) return third === undefined ? null : { account, mint, owner: third }
  return (bytes[0] === 16 || bytes[0] === 18) && bytes.length === 33 ? { account, mint, owner: base58.encode(bytes.subarray(1)) } : null
}

/** A little-endian unsigned integer; null beyond the end. */
function uintAt(bytes: Uint8Array, offset: number, length: number): bigint | null {
  if (bytes.length < offset + length) return null
  let value = 0n
  for (let index = length - 1; index >= 0; index--) value = (value << 8n) | BigInt(bytes[offset + index] ?? 0)
  return value
}
