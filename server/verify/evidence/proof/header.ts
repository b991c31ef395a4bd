import { type Hex, keccak256, toRlp } from 'viem'
import type { RawFields } from '#chains/reader.ts'
import { bytes, type FieldForm, NotEncodable, type Rlp, scalar } from './encoding.ts'

/** Fields of a header in the order of its hash (yellow paper; EIP-1559, 4895, 4844, 4788, 7685 added one after another). */
const always: readonly [string, FieldForm][] = [
  ['parentHash', 'bytes'],
  ['sha3Uncles', 'bytes'],
  ['miner', 'bytes'],
  ['stateRoot', 'bytes'],
  ['transactionsRoot', 'bytes'],
  ['receiptsRoot', 'bytes'],
  ['logsBloom', 'bytes'],
  ['difficulty', 'number'],
  ['number', 'number'],
  ['gasLimit', 'number'],
  ['gasUsed', 'number'],
  ['timestamp', 'number'],
  ['extraData', 'bytes'],
  ['mixHash', 'bytes'],
  ['nonce', 'bytes'],
]
const byFork: readonly [string, FieldForm][] = [
  ['baseFeePerGas', 'number'],
  ['withdrawalsRoot', 'bytes'],
  ['blobGasUsed', 'number'],
  ['excessBlobGas', 'number'],
  ['parentBeaconBlockRoot', 'bytes'],
  ['requestsHash', 'bytes'],
]
/** What nodes add that is not part of the header. */
const aside = new Set(['hash', 'totalDifficulty', 'size', 'uncles', 'transactions', 'withdrawals'])

export type Header = {
  hash: Hex
  parentHash: string
  number: bigint
  time: number
  bloom: string
  receiptsRoot: string
  transactionsRoot: string
}

/** Why a header, receipt list or transaction list does not lead to the hash it should. Not by itself a lie: a chain may have fields of its own. */
export type Unproven = { unproven: string }

/** The header whose hash is the given one, or why it cannot be proven. Every field that follows is bound by that hash. */
export function proveHeader(raw: RawFields, hash: string): Header | Unproven {
  try {
    const rlp = headerFields(raw)
    if (keccak256(toRlp(rlp)) !== hash) return { unproven: mismatch(raw) }
    return {
      hash: hash as Hex,
      parentHash: bytes(raw.parentHash).toLowerCase(),
      number: BigInt(String(raw.number)),
      time: Number(BigInt(String(raw.timestamp))),
      bloom: bytes(raw.logsBloom).toLowerCase(),
      receiptsRoot: bytes(raw.receiptsRoot).toLowerCase(),
      transactionsRoot: bytes(raw.transactionsRoot).toLowerCase(),
    }
  } catch (error) {
    if (error instanceof NotEncodable) return { unproven: `header: ${error.message}` }
    throw error
  }
}

function headerFields(raw: RawFields): Rlp[] {
  const present = byFork.filter(([name]) => raw[name] !== undefined && raw[name] !== null)
  // Forks add fields at the end only: one that is missing in between belongs to another kind of header.
  if (present.some(([name], index) => byFork[index]?.[0] !== name))
    throw new NotEncodable(`fields of forks are missing before ${present.at(-1)?.[0]}`)
  return [...always, ...present].map(([name, form]) => (form === 'number' ? scalar(raw[name]) : bytes(raw[name])))
}

function mismatch(raw: RawFields): string {
  const known = new Set([...always, ...byFork].map(([name]) => name))
  const unknown = Object.keys(raw).filter((name) => !known.has(name) && !aside.has(name))
  return unknown.length === 0
    ? 'the header has another hash'
    : `the header has another hash, or fields that are not known here: ${unknown.slice(0, 5).join(', ')}`
}

/** True when a block with this bloom may hold a log with all of these values (address, topics); false: it surely does not. Yellow paper 4.3.1. */
export function mayHold(bloom: string, values: readonly (readonly number[])[]): boolean {
  return values.every((bits) => bits.every((bit) => hasBit(bloom, bit)))
}

function hasBit(bloom: string, bit: number): boolean {
  // Bit 0 is the lowest bit of the last byte; the text has 512 hex digits after 0x.
  const digit = Number.parseInt(bloom[513 - (bit >> 2)] ?? '0', 16)
  return ((digit >> (bit & 3)) & 1) === 1
}

/** The three bits that an address or topic sets. */
export function bloomBits(value: Hex): number[] {
  const hash = keccak256(value)
  return [0, 2, 4].map((at) => Number.parseInt(hash.slice(2 + at * 2, 6 + at * 2), 16) & 2047)
}
