import { expect, it } from 'vitest'
import { staleAbis } from '#contracts/scripts/abi.ts'
import { stalePoseidon2Constants } from '#contracts/scripts/poseidon2.ts'

it('keeps ABI and bytecode of every contract up to date with its sources', () => {
  expect(staleAbis()).toEqual([])
})

it('keeps Solidity’s Poseidon2 constants up to date with TypeScript’s', () => {
  expect(stalePoseidon2Constants()).toBe(false)
})
