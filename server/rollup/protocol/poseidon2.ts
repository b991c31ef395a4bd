import { CairnError } from '#server/shared/errors.ts'
import { checkField, P } from './field.ts'
import { DIAGONAL, FULL_ROUNDS, PARTIAL_ROUNDS, ROUND_CONSTANTS, WIDTH } from './poseidon2Constants.ts'

/** The hash that trees, leaves and signatures take as an argument, so a faster engine can stand in for the plain one. */
export type Hasher = {
  /** `H_tag(inputs)`; the tag is a small number of `protocol.json`. Throws `rollup.malformed` for an input that is no field element. */
  hash(tag: number | bigint, inputs: readonly bigint[]): bigint
  /** 3n children, left to right, to their n parents. */
  hashNodes(children: readonly bigint[]): bigint[]
}

export type PoseidonState = [bigint, bigint, bigint, bigint]

function power5(x: bigint): bigint {
  const square = (x * x) % P
  return (((square * square) % P) * x) % P
}

/** The external matrix M4 of eprint 2023/323, by its additions. */
function mixExternal([a, b, c, d]: PoseidonState): PoseidonState {
  const t0 = a + b
  const t1 = c + d
  const t2 = 2n * b + t1
  const t3 = 2n * d + t0
  const t4 = 4n * t1 + t3
  const t5 = 4n * t0 + t2
  return [(t3 + t5) % P, t5 % P, (t2 + t4) % P, t4 % P]
}

function fullRound([a, b, c, d]: PoseidonState, at: number): PoseidonState {
  const constant = (lane: number) => ROUND_CONSTANTS[at + lane] ?? 0n
  return mixExternal([power5(a + constant(0)), power5(b + constant(1)), power5(c + constant(2)), power5(d + constant(3))])
}

function partialRound([a, b, c, d]: PoseidonState, at: number): PoseidonState {
  const first = power5(a + (ROUND_CONSTANTS[at] ?? 0n))
  const sum = first + b + c + d
  return [(first * DIAGONAL[0] + sum) % P, (b * DIAGONAL[1] + sum) % P, (c * DIAGONAL[2] + sum) % P, (d * DIAGONAL[3] + sum) % P]
}

/** Noir's `std::hash::poseidon2_permutation` on four field elements. */
export function permute(input: PoseidonState): PoseidonState {
  const half = (FULL_ROUNDS / 2) * WIDTH
  let state = mixExternal(input)
  for (let at = 0; at < half; at += WIDTH) state = fullRound(state, at)
  for (let at = half; at < half + PARTIAL_ROUNDS; at++) state = partialRound(state, at)
  for (let at = half + PARTIAL_ROUNDS; at < ROUND_CONSTANTS.length; at += WIDTH) state = fullRound(state, at)
  return state
}

/** Capacity lane at the start: length and tag, so inputs of another length or kind can never collide. */
export function initialCapacity(tag: number | bigint, length: number): bigint {
  return (BigInt(length) << 64n) + BigInt(tag)
}

function hash(tag: number | bigint, inputs: readonly bigint[]): bigint {
  for (const input of inputs) checkField('input', input)
  let state: PoseidonState = [0n, 0n, 0n, initialCapacity(tag, inputs.length)]
  for (let at = 0; at === 0 || at < inputs.length; at += 3) {
    const [a, b, c, capacity] = state
    state = permute([a + (inputs[at] ?? 0n), b + (inputs[at + 1] ?? 0n), c + (inputs[at + 2] ?? 0n), capacity])
  }
  return state[0]
}

function hashNodes(children: readonly bigint[]): bigint[] {
  if (children.length % 3 !== 0) {
    throw new CairnError('rollup.malformed', 'Nodes are hashed by threes.', { meta: { field: 'children', found: children.length } })
  }
  const parents: bigint[] = []
  for (let at = 0; at < children.length; at += 3) parents.push(hash(0, children.slice(at, at + 3)))
  return parents
}

/** Plain BigInt engine: runs everywhere, about 2,000 permutations a second. */
export const hasher: Hasher = { hash, hashNodes }
