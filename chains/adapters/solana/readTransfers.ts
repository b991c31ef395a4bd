import type { Transfer } from '../../reader.ts'
import type { DecodedTransaction, TokenHolding } from './decodeTransaction.ts'
import { coinMove, openedAccount, type TokenMove, tokenMoves } from './moves.ts'
import { programs } from './programs.ts'

/** Transfers of SOL and tokens between wallets, in the order of execution, inner ones included. Those of a transaction that failed are what it tried. */
export function readTransfers(transaction: DecodedTransaction): Transfer[] {
  const accounts = accountsOf(transaction)
  const moved = transaction.instructions.map((instruction) => ({ coins: coinMove(instruction), tokens: tokenMoves(instruction) }))
  const moves = moved.flatMap(({ tokens }) => tokens)
  const fees = transaction.success ? feesOf(moves, accounts) : new Map<TokenMove, bigint>()
  return moved.flatMap(({ coins, tokens }) => [...(coins ? [coins] : []), ...tokens.flatMap((move) => tokenTransfer(move, accounts, fees))])
}

type Account = { mint: string; first: string; last: string; gained: bigint | null }

/** Token accounts with their first and last owner of this transaction, and by how much their balance grew where both ends are known. */
function accountsOf({ tokens, instructions }: DecodedTransaction): Map<string, Account> {
  const accounts = new Map<string, Account>()
  for (const opened of instructions.map(openedAccount))
    if (opened) accounts.set(opened.account, { mint: opened.mint, first: opened.owner, last: opened.owner, gained: null })
  for (const holding of tokens) {
    const first = holding.before?.owner ?? accounts.get(holding.account)?.first ?? holding.after?.owner
    const last = holding.after?.owner ?? first
    if (first !== undefined && last !== undefined) accounts.set(holding.account, { mint: holding.mint, first, last, gained: gain(holding) })
  }
  return accounts
}

/** An account that is closed gives up its balance first, so its growth says nothing. */
const gain = ({ before, after }: TokenHolding) => (after ? after.amount - (before?.amount ?? 0n) : null)

/** Token accounts are named by their owners: only those are wallets that people know. The owner before may send, the owner after has received. */
function tokenTransfer(move: TokenMove, accounts: ReadonlyMap<string, Account>, fees: ReadonlyMap<TokenMove, bigint>): Transfer[] {
  const from = accounts.get(move.source ?? '')
  const to = accounts.get(move.destination ?? '')
  if (!from || !to || from.mint !== to.mint) return []
  const fee = fees.get(move) ?? 0n
  const transfer = { source: from.first, destination: to.last, amount: move.amount, mint: from.mint }
  return [fee > 0n ? { ...transfer, received: move.amount - fee } : transfer]
}

/**
 * What a mint with a transfer fee kept of each move: as the instruction says, or what is missing in the account where it arrived, shared by the moves that
 * went there.
 */
function feesOf(moves: readonly TokenMove[], accounts: ReadonlyMap<string, Account>): Map<TokenMove, bigint> {
  const fees = new Map<TokenMove, bigint>()
  for (const move of moves) if (move.fee !== undefined) fees.set(move, least(move.fee, move.amount))
  for (const [address, { gained }] of accounts) {
    const arriving = moves.filter(({ destination }) => destination === address)
    const open = arriving.filter((move) => mayCost(move) && move.source !== address)
    if (gained === null || open.length === 0) continue
    const left = sumOf(moves.filter(({ source }) => source === address))
    const known = arriving.reduce((sum, move) => sum + (fees.get(move) ?? 0n), 0n)
    let missing = sumOf(arriving) - left - known - gained
    for (const [index, move] of open.entries()) {
      if (missing <= 0n) break
      const share = least(move.amount, roundedUp(missing * move.amount, sumOf(open.slice(index))))
      fees.set(move, share)
      missing -= share
    }
  }
  return fees
}

/** Only mints of Token-2022 keep fees. */
const mayCost = ({ program, source, fee }: TokenMove) => program === programs.token2022 && source !== null && fee === undefined

const sumOf = (moves: readonly TokenMove[]) => moves.reduce((sum, { amount }) => sum + amount, 0n)
const roundedUp = (value: bigint, by: bigint) => (by === 0n ? 0n : (value + by - 1n) / by)
const least = (a: bigint, b: bigint) => (a < b ? a : b)
