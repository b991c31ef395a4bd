import { dataCommit, evaluate } from '#server/rollup/protocol/batch.ts'
import type { CircuitInputs } from '#server/rollup/protocol/circuitInputs.ts'
import { mod } from '#server/rollup/protocol/field.ts'
import { hasher } from '#server/rollup/protocol/poseidon2.ts'

type Tree = bigint | readonly Tree[] | { readonly [key: string]: Tree }

/** Every field element of the inputs by its path, `entries.0.vaultPath.3.1`. */
export function places(inputs: CircuitInputs): string[] {
  const walk = (value: Tree, path: string): string[] =>
    typeof value === 'bigint' ? [path] : Object.entries(value).flatMap(([key, item]) => walk(item, path === '' ? key : `${path}.${key}`))
  return walk(inputs as unknown as Tree, '')
}

/** The inputs with the elements at these paths changed; nothing else moves. */
export function change(inputs: CircuitInputs, edits: Record<string, (value: bigint) => bigint>): CircuitInputs {
  const walk = (value: Tree, path: string): Tree => {
    if (typeof value === 'bigint') return mod(edits[path]?.(value) ?? value)
    const entries = Object.entries(value).map(([key, item]) => [key, walk(item, path === '' ? key : `${path}.${key}`)] as const)
    return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries)
  }
  return walk(inputs as unknown as Tree, '') as unknown as CircuitInputs
}

/** A prover that lies about a word and commits to the lie: word, dataCommit and y fit each other again. */
export function changeWord(inputs: CircuitInputs, at: number, edit: (value: bigint) => bigint): CircuitInputs {
  const changed = change(inputs, { [`words.${at}`]: edit })
  const { words } = changed
  return { ...changed, public: { ...changed.public, dataCommit: dataCommit(hasher, words), y: evaluate(words, changed.public.r) } }
}
