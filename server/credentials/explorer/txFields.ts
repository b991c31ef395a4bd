import { bits } from '#server/rollup/protocol/constants.gen.ts'
import type { InboxTx } from '#server/rollup/protocol/tx/inboxTx.ts'
import type { SignedLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { walletWord } from '#server/rollup/protocol/tx/openAccount.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import { toAddress } from './readTx.ts'
import type { FieldType, TxField } from './txViews.ts'

/** What every tx has beside its payload; shown apart from it. */
const head = new Set(['kind', 'account', 'nonce', 'fee', 'authoriser', 'signature', 'targetSignature'])

const types: Readonly<Record<string, FieldType>> = {
  to: 'account',
  target: 'account',
  token: 'token',
  rewardToken: 'token',
  amount: 'amount',
  rewardPerMint: 'amount',
  feePerMint: 'amount',
  pool: 'amount',
  feePool: 'amount',
  toFeePool: 'amount',
  recipient: 'address',
  wallet: 'wallet',
  second: 'wallet',
  keyX: 'hex',
  keyY: 'hex',
  issuerKeyX: 'hex',
  issuerKeyY: 'hex',
  identity: 'hex',
  rulesHash: 'hex',
  opensAt: 'time',
  closesAt: 'time',
  expiresAfter: 'seconds',
  quest: 'quest',
  credential: 'credential',
  revocable: 'flag',
  byLinked: 'flag',
}

/** Fields of a payload whose amounts are of the reward's token; fees are of token 0. */
const ofReward = new Set(['rewardPerMint', 'pool'])

/** The payload of a tx, field by field, by the protocol's own names. */
export function txFields(tx: SignedLedgerTx | InboxTx): TxField[] {
  const token = 'token' in tx ? tx.token : 0
  const rewardToken = 'rewardToken' in tx ? tx.rewardToken : 0
  return Object.entries(tx).flatMap(([name, value]: [string, unknown]): TxField[] => {
    if (head.has(name)) return []
    const type = types[name] ?? 'number'
    if (type === 'wallet') return [walletField(name, value as bigint)]
    const text = type === 'hex' ? toHex32(value as bigint) : type === 'address' ? toAddress(value as bigint) : String(value)
    if (type !== 'amount') return [{ name, type, value: text }]
    return [{ name, type, value: text, token: name === 'amount' ? token : ofReward.has(name) ? rewardToken : 0 }]
  })
}

const kindShift = BigInt(bits.digest)

/**
 * A wallet word for people. An EVM wallet's word is its address; of a Solana wallet the word has only a digest, so it is named when it is
 * one of `known` (wallet ids). 0 = none.
 */
export function walletField(name: string, word: bigint, known: readonly string[] = []): TxField {
  const wallet = known.find((id) => walletWord(id) === word)
  if (wallet !== undefined) return { name, type: 'wallet', value: wallet }
  if (word >> kindShift === 0n && word !== 0n) return { name, type: 'wallet', value: `eip155:${toAddress(word)}` }
  return { name, type: 'hex', value: word === 0n ? '0' : toHex32(word & ((1n << kindShift) - 1n)) }
}
