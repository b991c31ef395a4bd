// Poseidon2 (t = 4) on Montgomery limbs. Bounds: between partial rounds every lane is below 3.2p, between full rounds below 20p,
// which stays below 2^261; a lane plus its round constant is squared with limbs below 2^30 without a carry.

import { canonical, fromBytes, toBytes } from './element'
import { mul, ONE, R2, sqr, UNIT } from './fr'
import { diagonal0, diagonal1, diagonal2, diagonal3, foldSum, ROUND_CONSTANTS } from './permutation'

const SIZE: usize = 36
const STATE: usize = memory.data(4 * 36, 16)
const SUM: usize = memory.data(9 * 8, 16)
const T0: usize = memory.data(36, 16)
const T1: usize = memory.data(36, 16)

/** x = (x + constant)^5 */
function sbox(x: usize, constant: usize): void {
  for (let i: usize = 0; i < SIZE; i += 4) store<u32>(T0 + i, load<u32>(x + i) + load<u32>(constant + i))
  sqr(T1, T0)
  sqr(T1, T1)
  mul(x, T0, T1)
}

function mixExternal(): void {
  let c0: u64 = 0
  let c1: u64 = 0
  let c2: u64 = 0
  let c3: u64 = 0
  for (let i: usize = STATE; i < STATE + SIZE; i += 4) {
    const a: u64 = load<u32>(i)
    const b: u64 = load<u32>(i, 36)
    const c: u64 = load<u32>(i, 72)
    const d: u64 = load<u32>(i, 108)
    const t0 = a + b
    const t1 = c + d
    const t2 = (b << 1) + t1
    const t3 = (d << 1) + t0
    const t4 = (t1 << 2) + t3
    const t5 = (t0 << 2) + t2
    c0 += t3 + t5
    c1 += t5
    c2 += t2 + t4
    c3 += t4
    store<u32>(i, <u32>c0 & 0x1fffffff)
    store<u32>(i, <u32>c1 & 0x1fffffff, 36)
    store<u32>(i, <u32>c2 & 0x1fffffff, 72)
    store<u32>(i, <u32>c3 & 0x1fffffff, 108)
    c0 >>= 29
    c1 >>= 29
    c2 >>= 29
    c3 >>= 29
  }
}

/** Brings a lane that grew to 20p below 1.2p. */
function settle(lane: usize): void {
  mul(lane, lane, ONE)
}

function permute(): void {
  let constant = ROUND_CONSTANTS
  mixExternal()
  for (let round = 0; round < 4; round++) {
    for (let lane: usize = 0; lane < 4; lane++, constant += SIZE) sbox(STATE + lane * SIZE, constant)
    mixExternal()
  }
  for (let lane: usize = 1; lane < 4; lane++) settle(STATE + lane * SIZE)
  for (let round = 0; round < 56; round++, constant += SIZE) {
    sbox(STATE, constant)
    foldSum(SUM, STATE)
    diagonal0(STATE, STATE, SUM)
    diagonal1(STATE + 36, STATE + 36, SUM)
    diagonal2(STATE + 72, STATE + 72, SUM)
    diagonal3(STATE + 108, STATE + 108, SUM)
  }
  for (let round = 0; round < 4; round++) {
    for (let lane: usize = 0; lane < 4; lane++, constant += SIZE) sbox(STATE + lane * SIZE, constant)
    mixExternal()
  }
}

function addLane(lane: usize, source: usize): void {
  fromBytes(T0, source)
  mul(T0, T0, R2)
  let carry: u32 = 0
  for (let i: usize = 0; i < SIZE; i += 4) {
    carry += load<u32>(lane + i) + load<u32>(T0 + i)
    store<u32>(lane + i, i < SIZE - 4 ? carry & 0x1fffffff : carry)
    carry >>= 29
  }
}

/**
 * `count` hashes one after another. `capacity` points to the start of the capacity lane, `source` to count * length elements, `target` takes count
 * elements; an element is 32 bytes, little-endian, below p. Source and target may start at the same place.
 */
export function hashMany(target: usize, capacity: usize, source: usize, length: u32, count: u32): void {
  for (let n: u32 = 0; n < count; n++) {
    memory.fill(STATE, 0, 4 * SIZE)
    addLane(STATE + 3 * SIZE, capacity)
    for (let at: u32 = 0; at === 0 || at < length; at += 3) {
      if (at > 0) for (let lane: usize = 0; lane < 4; lane++) settle(STATE + lane * SIZE)
      for (let lane: u32 = 0; lane < 3 && at + lane < length; lane++, source += 32) addLane(STATE + lane * SIZE, source)
      permute()
    }
    mul(STATE, STATE, UNIT)
    canonical(STATE)
    toBytes(target, STATE)
    target += 32
  }
}
