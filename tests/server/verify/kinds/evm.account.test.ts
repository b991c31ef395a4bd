import { encodeAbiParameters, getContractAddress, type Hex, keccak256, namehash } from 'viem'
import { describe, expect, it } from 'vitest'
import { kindOf } from '#server/verify/kinds/index.ts'
import { chainsOf, parseRule, readRule } from '#server/verify/rule.ts'
import { chain, contract, me, other, second, solMe } from './cases.ts'
import { type FakeChain, verifyOn, word } from './fakeChain.ts'

const account = (params: object, around: object = {}) => ({ kind: 'evm.account', chain, params, ...around })
const about = (answers: Readonly<Record<string, string>>, other = '0x'): FakeChain => ({
  state: (read) => ('address' in read ? (answers[`${read.what} ${read.address}`] ?? other) : null),
})
const nonces = (values: Readonly<Record<string, number>>): FakeChain =>
  about(Object.fromEntries(Object.entries(values).map(([wallet, nonce]) => [`nonce ${wallet}`, `0x${nonce.toString(16)}`])), '0x0')

const sent = { what: 'transactions', gte: 10 }
const countCases: Case[] = [
  ['enough', account(sent), nonces({ [me]: 10 }), 'pass', 'has sent 10 transactions'],
  ['enough of a linked wallet', account(sent), nonces({ [second]: 11 }), 'pass'],
  ['one short', account(sent), nonces({ [me]: 9, [second]: 3 }), 'fail', 'has sent 9 transactions, 10 needed'],
  ['split over two wallets', account(sent), nonces({ [me]: 5, [second]: 5 }), 'fail'],
  ['of someone else', account(sent), nonces({ [other]: 10 }), 'fail'],
  ['only at the head', account(sent), { state: (_, block) => (block > 100 ? '0xa' : '0x9') }, 'pending'],
  ['no number', account(sent), about({}, '0x'), 'error'],
  ['no wallet', account(sent), { ...nonces({}), wallets: [`solana:${solMe}`] }, 'fail'],
]

type Case = [string, object, FakeChain, string, string?]
const old = { what: 'age', seconds: 86_400 }
const long: FakeChain = { latest: 90_132, finalized: 90_000 }
const ageCases: Case[] = [
  ['old enough to the second', account(old), { ...long, first: { [me]: 3600 } }, 'pass', 'first transaction on 2027-01-15 09:00 UTC'],
  ['the older of two', account(old), { ...long, first: { [me]: 89_000, [second]: 10 } }, 'pass'],
  [
    'a second too young',
    account(old),
    { ...long, first: { [me]: 3601 } },
    'fail',
    'first transaction on 2027-01-15 09:00 UTC, 1 day needed',
  ],
  ['nothing sent', account(old), long, 'fail', 'no transaction was ever sent from it'],
  ['someone else', account(old), { ...long, first: { [other]: 10 } }, 'fail'],
  ['not final', account(old), { ...long, first: { [me]: 90_100 } }, 'fail'],
  [
    'state that the node no longer has',
    account(old),
    {
      ...long,
      spoil: (item) =>
        ({
          ...item,
          records: [],
          complete: false,
          problem: { reason: 'unreachable', retryable: true, detail: 'pruned' },
        }) as typeof item,
    },
    'error',
  ],
]

const created = (wallet: string, nonce: number) => getContractAddress({ from: wallet as Hex, nonce: BigInt(nonce) }).toLowerCase()
const codeHash = keccak256('0x60')
const deployer = (nonce: number, ...deployments: number[]): FakeChain => {
  const answers = Object.fromEntries(deployments.map((at) => [`codeHash ${created(me, at)}`, codeHash]))
  const known = about({ ...answers, [`nonce ${me}`]: `0x${nonce.toString(16)}`, [`nonce ${second}`]: '0x0' })
  return known
}
const two = { what: 'deployed', gte: 2 }
const deployedCases: Case[] = [
  ['two contracts', account(two), deployer(5, 0, 3), 'pass', 'deployed 2'],
  ['one early, one after the first hundred', account(two), deployer(300, 0, 299), 'pass', 'deployed 2'],
  ['one', account(two), deployer(5, 3), 'fail', 'has deployed 1 contracts that still have code, 2 needed'],
  ['one that has not happened yet', account(two), deployer(4, 3, 4), 'fail'],
  ['none', account(two), deployer(0), 'fail', 'has deployed 0 contracts that still have code, 2 needed'],
  [
    'of someone else',
    account(two),
    about({
      [`nonce ${me}`]: '0x2',
      [`nonce ${second}`]: '0x0',
      [`codeHash ${created(other, 0)}`]: codeHash,
      [`codeHash ${created(other, 1)}`]: codeHash,
    }),
    'fail',
  ],
  ['more transactions than are looked at', account(two), deployer(1001, 3), 'error'],
]

const code = (value: string) => about({ [`code ${me}`]: value })
const smartCases: Case[] = [
  ['code', account({ what: 'smartAccount', is: true }), code('0x6001'), 'pass', 'is a smart account'],
  [
    'a delegation',
    account({ what: 'smartAccount', is: true }),
    code(`0xef0100${contract.slice(2)}`),
    'pass',
    'is delegated to 0xc0c0…c0c0 (EIP-7702)',
  ],
  ['no code where none is wanted', account({ what: 'smartAccount', is: false }), code('0x'), 'pass', 'is an ordinary account without code'],
  [
    'no code',
    account({ what: 'smartAccount', is: true }),
    code('0x'),
    'fail',
    'is an ordinary account without code, a smart account is needed',
  ],
  [
    'code where none is wanted',
    account({ what: 'smartAccount', is: false }),
    { ...code('0x6001'), wallets: [`eip155:${me}`] },
    'fail',
    'is a smart account, an account without code is needed',
  ],
  [
    'a delegation where none is wanted',
    account({ what: 'smartAccount', is: false }),
    { ...code(`0xef0100${contract.slice(2)}`), wallets: [`eip155:${me}`] },
    'fail',
  ],
  ['code of someone else', account({ what: 'smartAccount', is: true }), about({ [`code ${other}`]: '0x6001' }), 'fail'],
]

const registry = '0x00000000000c2e074ec69a0dfb2997ba6c7d2e1e'
const resolver = `0x${'4e'.repeat(20)}`
const reverse = namehash(`${me.slice(2)}.addr.reverse`)
type Names = { name?: string; owns?: string; resolver?: string | null; address?: string | null }
/** The registry and one resolver: `me` says that it is `name`; `owns` (default: the same) leads to `address` (default: `me`). */
function ens({ name, owns = name, resolver: forward = resolver, address = me }: Names): FakeChain {
  const text = encodeAbiParameters([{ type: 'string' }], [name ?? ''])
  const node = owns === undefined ? '' : namehash(owns)
  return {
    state: (read) => {
      if (read.what !== 'call') return '0x'
      const [asked, about] = [read.data.slice(0, 10), `0x${read.data.slice(10)}`]
      if (read.to === registry && asked === '0x0178b8bf') {
        if (about === reverse) return word(name === undefined ? 0n : resolver)
        return word(about === node && forward !== null ? forward : 0n)
      }
      if (read.to !== resolver) return '0x'
      if (asked === '0x691f3431') return about === reverse ? text : null
      return about === node && address !== null ? word(address) : null
    },
  }
}
const primary = { what: 'ensPrimaryName' }
const nameCases: Case[] = [
  ['a name that leads back', account(primary), ens({ name: 'ann.eth' }), 'pass', 'is ann.eth'],
  ['under the wanted name', account({ ...primary, suffix: 'club.eth' }), ens({ name: 'ann.club.eth' }), 'pass'],
  ['none', account(primary), ens({}), 'fail', 'has no primary name: set one in the ENS app'],
  [
    'somebody else’s name',
    account(primary),
    ens({ name: 'vitalik.eth', address: other }),
    'fail',
    'says it is vitalik.eth, but that name belongs to another address',
  ],
  [
    'under another name',
    account({ ...primary, suffix: 'club.eth' }),
    ens({ name: 'ann.xclub.eth' }),
    'fail',
    'is ann.xclub.eth, a name under .club.eth is needed',
  ],
  ['the parent itself', account({ ...primary, suffix: 'club.eth' }), ens({ name: 'club.eth' }), 'fail'],
  ['a name that only looks right', account(primary), ens({ name: 'Ann.eth' }), 'fail', 'says it is “Ann.eth”, which is no normal ENS name'],
  [
    'kept outside the chain: no resolver of its own',
    account(primary),
    ens({ name: 'ann.cb.id', resolver: null }),
    'fail',
    'says it is ann.cb.id, which is kept outside the chain: it cannot be proven here',
  ],
  [
    'kept outside the chain: a resolver that sends away',
    account(primary),
    ens({ name: 'ann.cb.id', address: null }),
    'fail',
    'says it is ann.cb.id, which is kept outside the chain: it cannot be proven here',
  ],
  ['no registry there', account(primary), about({}, '0x'), 'error'],
]

describe.each([
  ['transactions', countCases],
  ['age', ageCases],
  ['deployed', deployedCases],
  ['smartAccount', smartCases],
  ['ensPrimaryName', nameCases],
] as const)('evm.account %s', { timeout: 30_000 }, (_what, cases) => {
  it.each(cases)('%s', async (_name, rule, world, status, seen) => {
    const { verdict } = await verifyOn(world, rule)
    expect(verdict.status).toBe(status)
    if (seen !== undefined) expect(verdict.trace.seen[0]?.text.en).toBe(seen)
    for (const { text } of verdict.trace.seen) expect(text.ja).not.toBe('')
    if (status === 'error' || status === 'pending') expect(verdict.trace.next).toBeDefined()
  })
})

describe('evm.account', { timeout: 30_000 }, () => {
  it('says when a wallet will be old enough', async () => {
    const { verdict } = await verifyOn({ ...long, first: { [me]: 7200 } }, account(old))
    expect(verdict.trace.next?.en).toBe('Old enough from 2027-01-16 10:00 UTC on.')
  })

  it('reads few contracts first, and the rest only when they are not enough', async () => {
    const asked = async (world: FakeChain) =>
      (await verifyOn(world, account(two))).asked.filter((query) => query.type === 'evm.state' && query.read.what === 'codeHash').length
    expect(await asked(deployer(900, 0, 3))).toBe(100)
    expect(await asked(deployer(900, 0, 500))).toBe(900)
    expect(await asked(deployer(5000, 0))).toBe(1000)
  })

  it('reads names on Ethereum, whatever chain the rule names, and captures the name', async () => {
    const rule = account(primary, { capture: { name: 'name' } })
    expect(chainsOf(parseRule(rule))).toEqual([chain, 'eip155:1'])
    const { verdict, asked } = await verifyOn(ens({ name: 'ann.eth' }), rule)
    expect(verdict.captured).toEqual({ name: 'ann.eth' })
    expect(new Set(asked.map((query) => 'chain' in query && query.chain))).toEqual(new Set(['eip155:1']))
    expect('issues' in readRule(account(sent, { capture: { name: 'name' } }))).toBe(true)
  })

  it('describes and warns', () => {
    const { describe: describeIt, lint } = kindOf('evm.account')
    const all = [sent, old, two, { what: 'smartAccount', is: false }, primary, { what: 'transactions', gte: 1 }] as never[]
    for (const params of all) {
      expect(describeIt(params, { chain }).en).toMatch(/^Have /)
      expect(describeIt(params, { chain }).ja).toMatch(/いる$/)
    }
    expect(all.map((params) => lint(params)[0]?.code)).toEqual([undefined, 'archive', 'bounded', 'everyone', 'on-chain-names', 'cheap'])
  })

  it.each([
    ['nothing', {}],
    ['another thing', { what: 'colour' }],
    ['a suffix with a dot in front', { ...primary, suffix: '.eth' }],
    ['a suffix in capitals', { ...primary, suffix: 'ETH' }],
    ['too many contracts', { what: 'deployed', gte: 101 }],
    ['a field of another check', { ...sent, seconds: 60 }],
  ])('refuses %s', (_name, params) => {
    expect('issues' in readRule(account(params))).toBe(true)
  })
})
