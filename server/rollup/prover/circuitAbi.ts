import type { InputMap } from '@noir-lang/noir_js'
import type { CircuitInputs, PublicInputs } from '#server/rollup/protocol/circuitInputs.ts'

type AbiValue = InputMap[string]

/** Order of the circuit's public inputs: what the contract hands to the verifier (rollup README, "Batch"). */
export const publicInputOrder = [
  'domain',
  'batch',
  'oldRoot',
  'newRoot',
  'timestamp',
  'dataCommit',
  'effects',
  'r',
  'y',
  'recipient',
] as const satisfies readonly (keyof PublicInputs)[]

/** `main` marks public inputs that it computes nothing from with an underscore. */
const abiNames: Record<string, string> = { batch: '_batch', recipient: '_recipient' }
const snake = (name: string) => abiNames[name] ?? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Circuit inputs under the names of the Noir ABI. Field elements become hex strings. */
export function toCircuitAbi(inputs: CircuitInputs): InputMap {
  return {
    ...(toAbi(inputs.public) as InputMap),
    batch_words: toAbi(inputs.words),
    old: toAbi(inputs.old),
    open_path: toAbi(inputs.openPath),
    mint_path: toAbi(inputs.mintPath),
    group_witnesses: toAbi(inputs.groups),
    entry_witnesses: toAbi(inputs.entries),
    leader_balance: toAbi(inputs.leaderBalance),
    leader_path: toAbi(inputs.leaderPath),
  }
}

function toAbi(value: unknown): AbiValue {
  if (typeof value === 'bigint') return `0x${value.toString(16)}`
  if (Array.isArray(value)) return value.map(toAbi)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [snake(key), toAbi(item)]))
  throw new TypeError(`circuit inputs hold field elements only, found ${typeof value}`)
}
