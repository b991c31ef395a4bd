import { type CircuitName, circuits } from './constants.gen.ts'

/** Circuit by the id that the contract knows it by. */
export const circuitNames: ReadonlyMap<number, CircuitName> = new Map(
  (Object.entries(circuits) as [CircuitName, { id: number }][]).map(([name, { id }]) => [id, name]),
)
