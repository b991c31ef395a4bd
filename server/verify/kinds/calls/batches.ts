import { toFunctionSelector } from 'viem'
import { addressAt, bytesAt, type Digits, listAt, type Slots, slice, tailAt, uintAt } from './hexWords.ts'
import { type Inner, type Opened, openEach } from './inner.ts'

const selectorOf = (signature: string) => toFunctionSelector(`function ${signature}`).slice(2)

/** Functions by which a contract runs calls to itself for its caller, and the slot of the list. All of it reverts when one call does. */
const selfMulticalls: Record<string, { variant: SelfMulticall; slot: number }> = {
  [selectorOf('multicall(bytes[])')]: { variant: 'plain', slot: 0 },
  [selectorOf('multicall(uint256,bytes[])')]: { variant: 'deadline', slot: 1 },
  [selectorOf('multicall(bytes32,bytes[])')]: { variant: 'blockhash', slot: 1 },
}
export type SelfMulticall = 'plain' | 'deadline' | 'blockhash'

/** The calls inside `multicall(bytes[])` and its two siblings: to the same contract, each with the whole value. */
export function openSelfMulticall(call: { to: string; value: bigint; input: Digits }, most: number) {
  const known = selfMulticalls[call.input.slice(0, 8)]
  const list = known && listAt({ data: call.input, base: 4 }, known.slot)
  if (!list) return null
  const opened = openEach(list.length, most, (index) => {
    const input = bytesAt(list.heads, index)
    return input === null ? null : { to: call.to, value: call.value, input, outcome: 'success' }
  })
  return opened && { ...opened, variant: known.variant }
}

/** How Multicall3 says whether a call may fail: never, by a flag of the whole batch, or by a flag of each call. */
type Tolerance = 'none' | 'batch' | 'each'
type Layout = { list: number; fails: Tolerance; valued: boolean }

/** Source: Multicall3 (mds1/multicall), the functions that make calls. */
const multicall3: Record<string, Layout> = {
  [selectorOf('aggregate((address,bytes)[])')]: { list: 0, fails: 'none', valued: false },
  [selectorOf('blockAndAggregate((address,bytes)[])')]: { list: 0, fails: 'none', valued: false },
  [selectorOf('tryAggregate(bool,(address,bytes)[])')]: { list: 1, fails: 'batch', valued: false },
  [selectorOf('tryBlockAndAggregate(bool,(address,bytes)[])')]: { list: 1, fails: 'batch', valued: false },
  [selectorOf('aggregate3((address,bool,bytes)[])')]: { list: 0, fails: 'each', valued: false },
  [selectorOf('aggregate3Value((address,bool,uint256,bytes)[])')]: { list: 0, fails: 'each', valued: true },
}

export function openMulticall3(input: Digits, most: number): Opened | null {
  const layout = multicall3[input.slice(0, 8)]
  const arguments_: Slots = { data: input, base: 4 }
  const list = layout && listAt(arguments_, layout.list)
  if (!list) return null
  const mayFail = layout.fails === 'batch' && uintAt(arguments_, 0) === 0n
  return openEach(list.length, most, (index) => {
    const call = tailAt(list.heads, index)
    if (!call) return null
    const value = layout.valued ? uintAt(call, 2) : 0n
    const flagged = layout.fails === 'each' && uintAt(call, 1) !== 0n
    return made(
      { to: addressAt(call, 0), value, input: bytesAt(call, Number(layout.fails === 'each') + Number(layout.valued) + 1) },
      mayFail || flagged,
    )
  })
}

function made(call: { to: string | null; value: bigint | null; input: Digits | null }, mayFail: boolean): Inner | null {
  const { to, value, input } = call
  if (to === null || value === null || input === null) return null
  return { to, value, input, outcome: mayFail ? 'unproven' : 'success' }
}

const multiSend = selectorOf('multiSend(bytes)')

/** Safe's MultiSend: packed `operation (1) ‖ to (20) ‖ value (32) ‖ length (32) ‖ data`, one after the other; it reverts when one call does. */
export function openMultiSend(input: Digits, most: number): Opened | null {
  if (!input.startsWith(multiSend)) return null
  const packed = bytesAt({ data: input, base: 4 }, 0)
  if (packed === null) return null
  const inner: Inner[] = []
  let at = 0
  while (at < packed.length / 2) {
    if (inner.length === most) return { inner, rest: true }
    const operation = slice(packed, at, 1)
    const to = slice(packed, at + 1, 20)
    const fixed: Slots = { data: packed, base: at + 21 }
    const [value, length] = [uintAt(fixed, 0), uintAt(fixed, 1)]
    if (operation === null || to === null || value === null || length === null) return null
    const data = length <= BigInt(packed.length) ? slice(packed, at + 85, Number(length)) : null
    if (data === null || (operation !== '00' && operation !== '01')) return null
    inner.push({ to: `0x${to}`, value, input: data, outcome: 'success', ...(operation === '01' ? { delegate: true as const } : {}) })
    at += 85 + Number(length)
  }
  return { inner, rest: false }
}
