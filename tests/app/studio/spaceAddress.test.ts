import { expect, it } from 'vitest'
import { addressOf } from '#app/(creator)/studio/_parts/spaceAddress.ts'

it.each([
  ['Granite Finance', 'granite-finance'],
  ['  Ünïcode & Söhne!  ', 'unicode-sohne'],
  ['--dashes--', 'dashes'],
  ['花崗岩', ''],
  ['a'.repeat(80), 'a'.repeat(64)],
  [`${'a'.repeat(63)} b`, 'a'.repeat(63)],
])('%j suggests the address %j', (name, address) => {
  expect(addressOf(name)).toBe(address)
})
