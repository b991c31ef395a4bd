import type { SlotMember } from './slotMoney.ts'

/** An opening as `studio.funds.prepare` answers it: big numbers as decimals, keys and hashes as hex. */
export type PreparedOpening = { [name: string]: string | number | boolean }
export type PreparedFunds = {
  slotAccount: number
  places: number
  openings: PreparedOpening[]
  estimate: { rewards: string; fees: string; prizes: string; shares: string; needed: { token: number; amount: string }[] }
  missing: { token: number; amount: string }[]
}

/** What the browser does: reads what was prepared, and signs it. */
export function signOpening(member: SlotMember, opening: PreparedOpening, change: Record<string, unknown> = {}): string[] {
  const read = Object.fromEntries(Object.entries(opening).map(([name, value]) => [name, typeof value === 'string' ? BigInt(value) : value]))
  const tx = { kind: 'ledgerOpenQuest', fee: 0n, ...read, ...change } as unknown as Parameters<SlotMember['words']>[0]
  return member.words(tx).map(hexWord)
}

export const hexWord = (word: bigint) => `0x${word.toString(16).padStart(64, '0')}`
