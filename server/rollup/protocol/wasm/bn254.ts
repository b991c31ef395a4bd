import { wasm } from './bn254.gen.ts'

/** What the module exports; pointers are byte offsets into `memory`. */
export type Bn254Module = {
  memory: WebAssembly.Memory
  /** Makes room for so many bytes and says where they begin; the next call gives the same place again. */
  reserve(bytes: number): number
  /** See `assembly/poseidon2.ts`. */
  hashMany(target: number, capacity: number, source: number, length: number, count: number): void
  /** See `assembly/jacobian.ts`. */
  buildTable(table: number, base: number, width: number, rows: number, scratch: number): void
  buildGrumpkinTable(table: number, base: number, width: number, rows: number, scratch: number): void
  multiplyFixed(target: number, table: number, width: number, rows: number, scalars: number, count: number, scratch: number): void
  /** See `assembly/grumpkin.ts`. */
  combine(...from: CombineArguments): void
}

type CombineArguments = [
  ...[target: number, exceptions: number, items: number, opposite: number, beta: number],
  ...[table: number, width: number, rows: number, count: number, scratch: number],
]

let compiled: WebAssembly.Module | undefined

/** A fresh instance with its own memory: instances share nothing. */
export function instantiateBn254(): Bn254Module {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(wasm), (character) => character.charCodeAt(0)))
  return new WebAssembly.Instance(compiled, {}).exports as unknown as Bn254Module
}
