import { P } from './field.ts'

/** Poseidon2 over BN254 as in Barretenberg and Noir: width 4, x^5, 4 + 4 full rounds around 56 partial ones (eprint 2023/323). */
export const WIDTH = 4
export const FULL_ROUNDS = 8
export const PARTIAL_ROUNDS = 56

/** Diagonal of the internal matrix minus the identity: the partial round maps x_i to `diagonal_i * x_i + sum(x)`. */
export const DIAGONAL: readonly [bigint, bigint, bigint, bigint] = [
  0x10dc6e9c006ea38b04b1e03b4bd9490c0d03f98929ca1d7fb56821fd19d3b6e7n,
  0x0c28145b6a44df3e0149b3d0a30b3bb599df9756d4dd9b84a86b38cfb45a740bn,
  0x00544b8338791518b2c7645a50392798b21f75bb60e3596170067d00141cac15n,
  0x222c01175718386f2e2e82eb122789e352e105a3b8fa852613bc534433ee428bn,
]

/** The Grain LFSR that every Poseidon takes its constants from (eprint 2019/458, appendix E), so no table has to be trusted. */
function* grainBits(): Generator<number, never> {
  const state: number[] = []
  const push = (value: number, width: number) => {
    for (let bit = width - 1; bit >= 0; bit--) state.push(Math.floor(value / 2 ** bit) % 2)
  }
  push(1, 2) // prime field
  push(0, 4) // x^alpha
  push(254, 12)
  push(WIDTH, 12)
  push(FULL_ROUNDS, 10)
  push(PARTIAL_ROUNDS, 10)
  push(2 ** 30 - 1, 30)
  let head = 0
  const next = () => {
    let bit = 0
    for (const tap of [62, 51, 38, 23, 13, 0]) bit ^= state[head + tap] ?? 0
    state.push(bit)
    head++
    return bit
  }
  for (let i = 0; i < 160; i++) next()
  for (;;) {
    const keep = next()
    const bit = next()
    if (keep === 1) yield bit
  }
}

function deriveRoundConstants(count: number): bigint[] {
  const bits = grainBits()
  const constants: bigint[] = []
  while (constants.length < count) {
    let text = '0b'
    for (let i = 0; i < 254; i++) text += bits.next().value
    const candidate = BigInt(text)
    if (candidate < P) constants.push(candidate)
  }
  return constants
}

/** 4 x 4 constants of the first full rounds, 56 of the partial rounds (lane 0), 4 x 4 of the last full rounds, in this order. */
export const ROUND_CONSTANTS: readonly bigint[] = deriveRoundConstants(WIDTH * FULL_ROUNDS + PARTIAL_ROUNDS)
