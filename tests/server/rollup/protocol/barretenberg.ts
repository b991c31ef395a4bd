import { BarretenbergSync } from '@aztec/bb.js'
import { fromHex, toBigInt, toHex32 } from '#server/shared/bytes.ts'

const bytes = (value: bigint) => fromHex(toHex32(value)) ?? new Uint8Array()

/** Barretenberg's own primitives on bigints: the other side of our vectors. */
export async function barretenberg() {
  const api = await BarretenbergSync.initSingleton()
  return {
    permute: (state: bigint[]) => api.poseidon2Permutation({ inputs: state.map(bytes) }).outputs.map(toBigInt),
    hash: (inputs: bigint[]) => toBigInt(api.poseidon2Hash({ inputs: inputs.map(bytes) }).hash),
    multiply: (point: { x: bigint; y: bigint }, scalar: bigint) => {
      const answer = api.grumpkinMul({ point: { x: bytes(point.x), y: bytes(point.y) }, scalar: bytes(scalar) }).point
      return { x: toBigInt(answer.x), y: toBigInt(answer.y) }
    },
  }
}
