import { createHash } from 'node:crypto'
import { type CircuitName, circuits } from '#server/rollup/protocol/constants.gen.ts'
import type { DeployedSlot } from '../contracts/deployedSlot.ts'

/** Accounts that a slot of the gas benchmark begins with, so that account indices have as few zero bytes as they ever will. */
export const ACCOUNTS = 43_000_000

/** The same numbers in every run, spread like hashes. */
export const spread = (seed: string) => BigInt(`0x${createHash('sha256').update(seed).digest('hex')}`)
const memberOf = (batch: number, i: number) => Number(spread(`member ${batch} ${i}`) % BigInt(ACCOUNTS))

/** Members in as many groups as the circuit takes: every group costs four words. */
export async function groupsOf(slot: DeployedSlot, circuit: CircuitName, accounts: number[]) {
  const count = Math.min(circuits[circuit].groups, Math.ceil(accounts.length / 9))
  const words = Math.ceil(accounts.length / 9)
  const groups = []
  for (let i = 0; i < count; i++) {
    const [from, to] = [i, i + 1].map((k) => 9 * Math.floor((k * words) / count)) as [number, number]
    const evidenceRoot = spread(`evidence ${slot.state().batch} ${i}`) >> 8n
    const group = { quest: 0, accounts: accounts.slice(from, to), evidenceRoot, validUntil: 4_000_000_000, earlier: i }
    groups.push(await slot.signGroup(group))
  }
  return groups
}

/** A batch that mints as many credentials as its circuit takes. */
export async function fullBatch(slot: DeployedSlot, circuit: CircuitName, leader: number) {
  const accounts = Array.from({ length: circuits[circuit].mints }, (_, i) => memberOf(slot.state().batch, i))
  return slot.build({ circuit, leader, groups: await groupsOf(slot, circuit, accounts) })
}
