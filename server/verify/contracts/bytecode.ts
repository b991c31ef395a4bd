import { fromHex, toHex } from '#server/shared/bytes.ts'

/** Most bytes of code that are looked through: several times what a chain allows. */
const mostBytes = 262_144
const mostSelectors = 1000

/** `words`: 32-byte constants, among them the topics of events. `full`: there were more selectors than are kept. */
export type CodeScan = { selectors: string[]; words: ReadonlySet<string>; delegates: boolean; full: boolean }

const op = { sub: 0x03, eq: 0x14, xor: 0x18, jumpi: 0x57, push1: 0x60, push3: 0x62, push4: 0x63, push32: 0x7f, delegatecall: 0xf4 } as const
const isDupOrSwap = (code = 0) => code >= 0x80 && code <= 0x9f

/**
 * What code tells of its contract: selectors that its dispatcher compares with, and constants. Read instruction by instruction, so that what stands inside
 * a constant is not taken for code. A dispatcher jumps right after the comparison; ids of interfaces (ERC-165) are compared, too, but not so.
 */
export function scanCode(code: string): CodeScan {
  const bytes = fromHex(code.slice(0, 2 + 2 * mostBytes)) ?? new Uint8Array()
  const selectors = new Set<string>()
  const words = new Set<string>()
  let delegates = false
  for (let at = 0; at < bytes.length; at++) {
    const now = bytes[at] ?? 0
    if (now === op.delegatecall) delegates = true
    if (now < op.push1 || now > op.push32) continue
    const size = now - op.push1 + 1
    const value = bytes.subarray(at + 1, at + 1 + size)
    if (now === op.push4 && isDispatched(bytes, at + 1 + size)) selectors.add(toHex(value))
    // A hash that begins with zeros is pushed without them.
    if (size > 28 && value.length === size) words.add(`0x${toHex(value).slice(2).padStart(64, '0')}`)
    at += size
  }
  const found = [...selectors].filter((selector) => !/^0x(0{8}|f{8})$/.test(selector))
  return { selectors: found.slice(0, mostSelectors), words, delegates, full: found.length > mostSelectors }
}

/** Whether `… EQ PUSH2 dest JUMPI` follows (`XOR` in Vyper, `SUB` where the compiler jumps away instead). */
function isDispatched(bytes: Uint8Array, start: number): boolean {
  let at = start
  while (at < start + 2 && isDupOrSwap(bytes[at])) at++
  const compared = bytes[at]
  if (compared !== op.eq && compared !== op.xor && compared !== op.sub) return false
  const push = bytes[at + 1] ?? 0
  return push >= op.push1 && push <= op.push3 && bytes[at + 2 + (push - op.push1 + 1)] === op.jumpi
}

/** Whether these bytes stand anywhere in the code, leading zeros aside: what a contract answers to or logs, whatever compiler made it. */
export function holds(code: string, selector: string): boolean {
  const digits = selector.slice(2).replace(/^(00)+/, '')
  return digits === '' || code.includes(digits)
}

/**
 * Where a minimal proxy sends every call: ERC-1167 (also with arguments behind it), the shorter form of 0age, ERC-7511 and Solady's with PUSH0. Each begins
 * with copying the call and a constant address, and calls it with its own storage.
 */
export function cloneTarget(code: string): string | null {
  const match = /^0x(?:363d3d373d3d3d363d|3d3d3d3d363d3d37363d|365f5f375f5f365f|5f5f365f5f37365f)73([0-9a-f]{40})5af4/.exec(code)
  return match ? `0x${match[1]}` : null
}

/** Whose code a wallet runs as its own (EIP-7702); null for anything else. */
export function delegateOf(code: string): string | null {
  const match = /^0xef0100([0-9a-f]{40})$/.exec(code)
  return match ? `0x${match[1]}` : null
}
