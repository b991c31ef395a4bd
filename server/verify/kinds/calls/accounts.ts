import { toFunctionSelector } from 'viem'
import { addressAt, bytesAt, type Digits, listAt, type Slots, slice, tailAt, uintAt } from './hexWords.ts'
import { type Inner, type Opened, openEach } from './inner.ts'

/** The functions by which smart accounts make calls. Which account has which, and keeps to it, stands in `knownAccounts.ts`. */
export type AccountFunction =
  | 'safe'
  | 'safe4337'
  | 'execute'
  | 'executeOperation'
  | 'executeTuple'
  | 'executeBatchData'
  | 'executeBatchLists'
  | 'executeBatchTuples'
  | 'erc7579'

type Open = (slots: Slots, most: number) => Opened | null

const selectorOf = (signature: string) => toFunctionSelector(`function ${signature}`).slice(2)

/** Safe 1.1.1 to 1.5.0. */
const safeExec = 'execTransaction(address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,bytes)'

const functions: Record<string, { name: AccountFunction; open: Open }> = {
  [selectorOf(safeExec)]: { name: 'safe', open: (slots) => one(slots, 3) },
  // Safe4337Module 0.2.0 and 0.3.0.
  [selectorOf('executeUserOp(address,uint256,bytes,uint8)')]: { name: 'safe4337', open: (slots) => one(slots, 3) },
  [selectorOf('executeUserOpWithErrorString(address,uint256,bytes,uint8)')]: { name: 'safe4337', open: (slots) => one(slots, 3) },
  [selectorOf('execute(address,uint256,bytes)')]: { name: 'execute', open: (slots) => one(slots, null) },
  // Kernel 2.
  [selectorOf('execute(address,uint256,bytes,uint8)')]: { name: 'executeOperation', open: (slots) => one(slots, 3) },
  [selectorOf('execute((address,uint256,bytes))')]: {
    name: 'executeTuple',
    open: (slots) => {
      const call = tailAt(slots, 0)
      return call && one(call, null)
    },
  },
  [selectorOf('executeBatch(address[],bytes[])')]: {
    name: 'executeBatchData',
    open: (slots, most) => lists(slots, { values: null, data: 1 }, most),
  },
  [selectorOf('executeBatch(address[],uint256[],bytes[])')]: {
    name: 'executeBatchLists',
    open: (slots, most) => lists(slots, { values: 1, data: 2 }, most),
  },
  [selectorOf('executeBatch((address,uint256,bytes)[])')]: { name: 'executeBatchTuples', open: tuples },
  [selectorOf('execute(bytes32,bytes)')]: { name: 'erc7579', open: byMode },
}

/** ERC-4337 0.7: `executeUserOp(UserOperation, bytes32)`; the account then runs what follows the selector in the operation's own data (Kernel 3). */
const executeUserOp = '8dd7712f'

/** The calls that an account is told to make, and by which of its functions; null when it is none of them. */
export function openAccountCall(input: Digits, most: number): (Opened & { by: AccountFunction; nested: boolean }) | null {
  const nested = input.startsWith(executeUserOp)
  const data = nested ? input.slice(8) : input
  const known = functions[data.slice(0, 8)]
  const opened = known?.open({ data, base: 4 }, most)
  return known && opened ? { ...opened, by: known.name, nested } : null
}

/** `address to, uint256 value, bytes data` and perhaps an operation: 0 = call, 1 = delegatecall. */
function callIn(slots: Slots, operation: number | null): Inner | null {
  const [to, value, input] = [addressAt(slots, 0), uintAt(slots, 1), bytesAt(slots, 2)]
  const how = operation === null ? 0n : uintAt(slots, operation)
  if (to === null || value === null || input === null || (how !== 0n && how !== 1n)) return null
  return { to, value, input, outcome: 'success', ...(how === 1n ? { delegate: true as const } : {}) }
}

function one(slots: Slots, operation: number | null): Opened | null {
  const call = callIn(slots, operation)
  return call && { inner: [call], rest: false }
}

function tuples(slots: Slots, most: number): Opened | null {
  const list = listAt(slots, 0)
  if (!list) return null
  return openEach(list.length, most, (index) => {
    const call = tailAt(list.heads, index)
    return call && callIn(call, null)
  })
}

/** Parallel lists of targets, values (none = all zero) and data. */
function lists(slots: Slots, { values, data }: { values: number | null; data: number }, most: number): Opened | null {
  const [targets, inputs] = [listAt(slots, 0), listAt(slots, data)]
  const amounts = values === null ? { length: 0, heads: slots } : listAt(slots, values)
  if (!targets || !inputs || !amounts || inputs.length !== targets.length) return null
  if (amounts.length !== 0 && amounts.length !== targets.length) return null
  return openEach(targets.length, most, (index) => {
    const value = amounts.length === 0 ? 0n : uintAt(amounts.heads, index)
    const [to, input] = [addressAt(targets.heads, index), bytesAt(inputs.heads, index)]
    return to === null || value === null || input === null ? null : { to, value, input, outcome: 'success' }
  })
}

/**
 * ERC-7579 `execute(bytes32 mode, bytes executionCalldata)`: byte 0 of the mode says single (0x00) or batch (0x01), byte 1 whether a call may fail.
 * A batch of ERC-7821 begins with the same list. Static and delegate calls are no calls of the account.
 */
function byMode(slots: Slots, most: number): Opened | null {
  const mode = slice(slots.data, slots.base, 2)
  const execution = bytesAt(slots, 1)
  if (mode === null || execution === null || !/^0[01]0[01]$/.test(mode)) return null
  const opened = mode.startsWith('01') ? tuples({ data: execution, base: 0 }, most) : packed(execution)
  if (!opened || mode.endsWith('00')) return opened
  return { ...opened, inner: opened.inner.map((call) => ({ ...call, outcome: 'unproven' })) }
}

/** `to (20) ‖ value (32) ‖ data`. */
function packed(execution: Digits): Opened | null {
  const [to, value] = [slice(execution, 0, 20), uintAt({ data: execution, base: 20 }, 0)]
  if (to === null || value === null) return null
  return { inner: [{ to: `0x${to}`, value, input: execution.slice(104), outcome: 'success' }], rest: false }
}
