import { keccak256, stringToBytes } from 'viem'

/** A parameter as a contract declares it. Each has a name that a declaration can hold, `_0`, `_1` … where the contract gives none. */
export type Param = { name: string; type: string; indexed?: boolean; components?: readonly Param[] }
export type Mutability = 'pure' | 'view' | 'nonpayable' | 'payable'
export type FunctionEntry = {
  type: 'function'
  name: string
  inputs: readonly Param[]
  outputs: readonly Param[]
  mutability: Mutability
}
export type EventEntry = { type: 'event'; name: string; inputs: readonly Param[] }

/** A function or event of a contract. Plain JSON: it is kept as it stands. */
export type AbiEntry = FunctionEntry | EventEntry

export const isRead = (entry: AbiEntry): entry is FunctionEntry =>
  entry.type === 'function' && (entry.mutability === 'view' || entry.mutability === 'pure')

/** What is hashed: `transfer(address,uint256)`, tuples as their parts. */
export const signatureOf = ({ name, inputs }: AbiEntry): string => `${name}(${inputs.map(shapeOf).join(',')})`

function shapeOf({ type, components = [] }: Param): string {
  return type.startsWith('tuple') ? `(${components.map(shapeOf).join(',')})${type.slice('tuple'.length)}` : type
}

/** The selector of a function (4 bytes), the first topic of an event (32 bytes). */
export function selectorOf(entry: AbiEntry): string {
  const hash = keccak256(stringToBytes(signatureOf(entry)))
  return entry.type === 'event' ? hash : hash.slice(0, 10)
}

/** What makes two entries the same: logs of one signature may differ in what is indexed. */
export function keyOf(entry: AbiEntry): string {
  const indexed = entry.type === 'event' ? entry.inputs.map((input) => (input.indexed ? '1' : '0')).join('') : ''
  return `${entry.type} ${signatureOf(entry)} ${indexed}`
}

/** The entry in Solidity, as the kinds of rules take it. What a function answers is said where it is read. */
export function declarationOf(entry: AbiEntry): string {
  const inputs = entry.inputs.map(written).join(', ')
  if (entry.type === 'event') return `event ${entry.name}(${inputs})`
  const mutability = entry.mutability === 'nonpayable' ? '' : ` ${entry.mutability}`
  const answers = isRead(entry) && entry.outputs.length > 0 ? ` returns (${entry.outputs.map(written).join(', ')})` : ''
  return `function ${entry.name}(${inputs})${mutability}${answers}`
}

function written({ name, type, indexed, components = [] }: Param): string {
  const shape = type.startsWith('tuple') ? `(${components.map(written).join(', ')})${type.slice('tuple'.length)}` : type
  return `${shape}${indexed ? ' indexed' : ''} ${name}`
}
