import { expect, it } from 'vitest'
import { noLinks } from '#server/rollup/protocol/leaves.ts'
import {
  emptyAccount,
  emptyCredential,
  fromAccount,
  fromCredential,
  toAccount,
  toAccountLeaf,
  toCredential,
} from '#server/rollup/state/leafFields.ts'

it('keeps linked wallets beside an account’s leaf, places in order', () => {
  const leaf = { ...emptyAccount, evm: 5n, linksDigest: 9n }
  const links = noLinks.with(0, 7n).with(8, (1n << 248n) + 3n)
  const fields = fromAccount({ leaf, links })
  expect(fields).toMatchObject({ evm: '5', link0: '7' })
  expect(Object.keys(fields).filter((name) => name.startsWith('link') && name !== 'linksDigest')).toEqual(['link0', 'link8'])
  expect(toAccount(fields)).toEqual({ leaf, links })
  expect(toAccountLeaf(fields)).toEqual(leaf)
  expect(toAccount(fromAccount({ leaf: emptyAccount, links: noLinks }))).toEqual({ leaf: emptyAccount, links: noLinks })
})

it('tells a credential revoked for reason 0 from a good one', () => {
  const leaf = { ...emptyCredential, account: 3n, flags: 1n }
  for (const revoked of [null, 0n, 404n]) expect(toCredential(fromCredential({ leaf, revoked }))).toEqual({ leaf, revoked })
})
