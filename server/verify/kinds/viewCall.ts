import { type AbiFunction, decodeAbiParameters, encodeFunctionData, type Hex, parseAbiItem } from 'viem'
import type { Components } from './abi.ts'

/** A view that is called: its outputs all have names, `_0`, `_1` … where the signature gives none. */
export type View = { abi: AbiFunction; outputs: Components }

const parsed = new Map<string, View | null>()

/** Parses a human-readable view such as `function getVotes(address) view returns (uint256 votes)`; null when it is not one or answers nothing. */
export function parseView(signature: string): View | null {
  const known = parsed.get(signature)
  if (known !== undefined) return known
  const view = parseFresh(signature)
  if (parsed.size > 1000) parsed.clear()
  parsed.set(signature, view)
  return view
}

function parseFresh(signature: string): View | null {
  if (!/^function /.test(signature)) return null
  try {
    const abi = parseAbiItem(signature) as AbiFunction
    const reads = abi.stateMutability === 'view' || abi.stateMutability === 'pure'
    if (abi.type !== 'function' || !reads || abi.outputs.length === 0) return null
    return { abi, outputs: abi.outputs.map((output, index) => ({ ...output, name: output.name || `_${index}` })) }
  } catch {
    return null
  }
}

/** Call data of a view, or null when the arguments do not fit it. */
export function encodeView({ abi }: View, args: readonly unknown[]): Hex | null {
  try {
    return encodeFunctionData({ abi: [abi], functionName: abi.name, args })
  } catch {
    return null
  }
}

/** What a view answered, by output name; null when the bytes are no such answer. */
export function decodeView({ outputs }: View, value: string): Record<string, unknown> | null {
  try {
    const values = decodeAbiParameters(outputs, value as Hex)
    return Object.fromEntries(outputs.map(({ name }, index) => [name ?? '', values[index]]))
  } catch {
    return null
  }
}
