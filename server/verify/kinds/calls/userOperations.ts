import { toFunctionSelector } from 'viem'
import type { RawLog } from '../../query.ts'
import { entryPoints, operationOutcome } from './accountLogs.ts'
import { addressAt, bytesAt, type Digits, listAt, tailAt, uintAt } from './hexWords.ts'
import { type Opened, openEach } from './inner.ts'

const packed = '(address,uint256,bytes,bytes,bytes32,uint256,bytes32,bytes,bytes)'
const flat = '(address,uint256,bytes,bytes,uint256,uint256,uint256,uint256,uint256,bytes,bytes)'
const handleOps = [flat, packed].map((operation) => toFunctionSelector(`function handleOps(${operation}[],address)`).slice(2))

/**
 * The operations that a bundler hands to an entry point, as calls to their accounts. Both layouts (0.6; 0.7 and later) begin with
 * `sender, nonce, initCode, callData`; each ends as its `UserOperationEvent` says.
 */
export function openHandleOps(call: { to: string; input: Digits }, logs: readonly RawLog[], most: number): Opened | null {
  if (!entryPoints.includes(call.to) || !handleOps.includes(call.input.slice(0, 8))) return null
  const list = listAt({ data: call.input, base: 4 }, 0)
  if (!list) return null
  return openEach(list.length, most, (index) => {
    const operation = tailAt(list.heads, index)
    if (!operation) return null
    const [sender, nonce, input] = [addressAt(operation, 0), uintAt(operation, 1), bytesAt(operation, 3)]
    if (sender === null || nonce === null || input === null) return null
    return { to: sender, value: 0n, input, outcome: operationOutcome(logs, { entryPoint: call.to, sender, nonce }) }
  })
}
