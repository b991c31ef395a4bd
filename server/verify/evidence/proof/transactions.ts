import { keccak_256 } from '@noble/hashes/sha3.js'
import secp256k1 from 'secp256k1'
import { getContractAddress, type Hex, keccak256, toRlp } from 'viem'
import type { RawFields } from '#chains/reader.ts'
import { fromHex, toHex } from '#server/shared/bytes.ts'
import { bytes, fields, list, NotEncodable, type Rlp, scalar, typed, typeOf } from './encoding.ts'

type Encode = (value: unknown) => Rlp

const accessList: Encode = (value) => list(value).map((entry) => [bytes(fields(entry).address), list(fields(entry).storageKeys).map(bytes)])
/** EIP-7702. */
const authorizations: Encode = (value) =>
  list(value).map((entry) => {
    const { chainId, address, nonce, yParity, r, s } = fields(entry)
    return [scalar(chainId), bytes(address), scalar(nonce), scalar(yParity), scalar(r), scalar(s)]
  })
/** No address: the transaction deploys a contract. */
const target: Encode = (value) => (value === null || value === undefined ? '0x' : bytes(value))
const flag: Encode = (value) => (value === true || value === '0x1' ? '0x01' : '0x')
const hashes: Encode = (value) => list(value).map(bytes)
const mint: Encode = (value) => (value === null || value === undefined ? '0x' : scalar(value))

type Fields = readonly (readonly [name: string, encode: Encode])[]

const feeMarket: Fields = [
  ['chainId', scalar],
  ['nonce', scalar],
  ['maxPriorityFeePerGas', scalar],
  ['maxFeePerGas', scalar],
  ['gas', scalar],
  ['to', target],
  ['value', scalar],
  ['input', bytes],
  ['accessList', accessList],
]

/** What is signed, by type: legacy, EIP-2930, 1559, 4844, 7702. */
const signed: Readonly<Record<number, Fields>> = {
  0: [
    ['nonce', scalar],
    ['gasPrice', scalar],
    ['gas', scalar],
    ['to', target],
    ['value', scalar],
    ['input', bytes],
  ],
  1: [
    ['chainId', scalar],
    ['nonce', scalar],
    ['gasPrice', scalar],
    ['gas', scalar],
    ['to', target],
    ['value', scalar],
    ['input', bytes],
    ['accessList', accessList],
  ],
  2: feeMarket,
  3: [...feeMarket, ['maxFeePerBlobGas', scalar], ['blobVersionedHashes', hashes]],
  4: [...feeMarket, ['authorizationList', authorizations]],
}

/** Deposits of the OP stack: nobody signs them, the sender is part of them. */
const depositType = 0x7e
const deposit: Fields = [
  ['sourceHash', bytes],
  ['from', bytes],
  ['to', target],
  ['mint', mint],
  ['value', scalar],
  ['gas', scalar],
  ['isSystemTx', flag],
  ['input', bytes],
]

const encode = (raw: RawFields, chosen: Fields): Rlp[] => chosen.map(([name, form]) => form(raw[name]))

/** A transaction as its block holds it (EIP-2718). Throws `NotEncodable` for types that are not known here. */
export function encodeTransaction(raw: RawFields): Hex {
  const type = typeOf(raw)
  if (type === depositType) return typed(type, encode(raw, deposit))
  const chosen = signed[type]
  if (!chosen) throw new NotEncodable(`transactions of type ${type} are not known here`)
  return typed(type, [...encode(raw, chosen), scalar(type === 0 ? raw.v : parityOf(raw)), scalar(raw.r), scalar(raw.s)])
}

const parityOf = ({ yParity, v }: RawFields) => yParity ?? v

/** Who sent it: recovered from the signature, because the `from` of a node's answer is bound by nothing. */
export function senderOf(raw: RawFields): string {
  const type = typeOf(raw)
  if (type === depositType) return bytes(raw.from).toLowerCase()
  const { digest, parity } =
    type === 0 ? legacyDigest(raw) : { digest: digestOf(typed(type, encode(raw, signed[type] ?? []))), parity: Number(parityOf(raw)) }
  const signature = fromHex(`0x${word(raw.r)}${word(raw.s)}`)
  if (signature === null || (parity !== 0 && parity !== 1)) throw new NotEncodable('a signature cannot be read')
  try {
    const key = secp256k1.ecdsaRecover(signature, parity, digest, false)
    return toHex(keccak_256(key.slice(1)).slice(12))
  } catch {
    throw new NotEncodable('a signature belongs to nobody')
  }
}

/** EIP-155 puts the chain into what is signed; older signatures know none. */
function legacyDigest(raw: RawFields): { digest: Uint8Array; parity: number } {
  const v = BigInt(scalar(raw.v) === '0x' ? '0x0' : scalar(raw.v))
  const payload = encode(raw, signed[0] ?? [])
  if (v === 27n || v === 28n) return { digest: digestOf(toRlp(payload)), parity: Number(v - 27n) }
  if (v < 35n) throw new NotEncodable('a signature cannot be read')
  const chainId = scalar(`0x${((v - 35n) / 2n).toString(16)}`)
  return { digest: digestOf(toRlp([...payload, chainId, '0x', '0x'])), parity: Number((v - 35n) % 2n) }
}

const digestOf = (encoded: Hex) => keccak256(encoded, 'bytes')
const word = (value: unknown) => scalar(value).slice(2).padStart(64, '0')

/** The contract that a transaction without a target deploys. */
export function createdBy(raw: RawFields, sender: string): string {
  return getContractAddress({ from: sender as Hex, nonce: BigInt(String(raw.nonce)) }).toLowerCase()
}
