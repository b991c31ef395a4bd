import { createRequire } from 'node:module'
import { type Abi, toFunctionSelector } from 'viem'
import { describe, expect, it } from 'vitest'
import { isCairnError } from '#server/shared/errors.ts'
import { OutboundError } from '#server/shared/outbound/guardedFetchClient.ts'
import { selectorOf, signatureOf } from '#server/verify/contracts/abiEntry.ts'
import { importContract } from '#server/verify/contracts/importContract.ts'
import { proxySlots } from '#server/verify/contracts/proxyLayer.ts'
import type { AbiSource } from '#server/verify/contracts/sourcifyClient.ts'
import { runBadInputs } from '#tests/support/badInputs.ts'
import { type FakeAccount, facetsAnswer, fakeState, wordOf } from './fakeState.ts'

const packages = createRequire(import.meta.url)
const weth = packages('canonical-weth/build/contracts/WETH9.json') as { abi: Abi; deployedBytecode: string }
const wethCode = weth.deployedBytecode.toLowerCase()
const chain = 'eip155:1'
const at = (number: number) => `0x${'a'.repeat(36)}${number.toString(16).padStart(4, '0')}`
const [one, two, three] = [at(1), at(2), at(3)]
/** DELEGATECALL and STOP: runs foreign code, has no function. */
const thinProxy = '0xf400'
const to = (slot: string, address: string): FakeAccount => ({ code: thinProxy, storage: { [slot]: wordOf(address) } })
const logic: FakeAccount = { code: wethCode }

const run = (accounts: Record<string, FakeAccount>, more: { source?: AbiSource | null; abi?: string; address?: string } = {}) =>
  importContract({ evidence: fakeState(accounts), source: more.source ?? null }, { chain, address: more.address ?? one, abi: more.abi })
const codes = (contract: { notes: readonly { code: string }[] }) => contract.notes.map(({ code }) => code)

describe('what stands behind an address', () => {
  it('is the contract itself where it hands nothing on', async () => {
    const contract = await run({ [one]: logic })
    expect(contract).toMatchObject({ chain, address: one, layers: [], origins: [{ address: one, from: 'bytecode', exact: null }] })
    const names = contract.entries.map(({ name }) => name)
    for (const item of weth.abi) if (item.type === 'function' || item.type === 'event') expect(names).toContain(item.name)
    expect(codes(contract)).toEqual(['guessed'])
  })

  it.each([
    ['erc1967', to(proxySlots.erc1967, two)],
    ['erc1822', to(proxySlots.erc1822, two)],
    ['zeppelinos', to(proxySlots.zeppelinos, two)],
    ['safe', { code: thinProxy, storage: { [`0x${'0'.repeat(64)}`]: wordOf(two) }, answers: { 'masterCopy()': wordOf(two) } }],
    ['erc897', { code: thinProxy, answers: { 'implementation()': wordOf(two), 'proxyType()': `0x${'2'.padStart(64, '0')}` } }],
    ['erc897', { code: thinProxy, answers: { 'implementation()': wordOf(two) } }],
    ['erc1167', { code: `0x363d3d373d3d3d363d73${two.slice(2)}5af43d82803e903d91602b57fd5bf3` }],
  ] as [string, FakeAccount][])('is found through %s', async (how, proxy) => {
    const contract = await run({ [one]: proxy, [two]: logic })
    expect(contract.layers).toEqual([{ address: one, how, to: two }])
    expect(contract.origins.map(({ address }) => address)).toEqual([two])
    expect(contract.entries.map(({ name }) => name)).toContain('deposit')
  })

  it('is found through a beacon, and through a proxy of a proxy', async () => {
    const beacon = await run({
      [one]: to(proxySlots.beacon, three),
      [three]: { code: '0x00', answers: { 'implementation()': wordOf(two) } },
      [two]: logic,
    })
    expect(beacon.layers).toEqual([{ address: one, how: 'beacon', beacon: three, to: two }])
    const twice = await run({
      [one]: { code: `0x363d3d373d3d3d363d73${two.slice(2)}5af43d82803e903d91602b57fd5bf3` },
      [two]: to(proxySlots.erc1967, three),
      [three]: logic,
    })
    expect(twice.layers.map(({ how }) => how)).toEqual(['erc1167', 'erc1967'])
    expect(twice.origins.map(({ address }) => address)).toEqual([three])
  })

  it('are the facets of a diamond, each with the functions that lead to it', async () => {
    const [deposit, transfer] = ['deposit()', 'transfer(address,uint256)'].map((signature) => toFunctionSelector(`function ${signature}`))
    const cut = facetsAnswer([
      { address: two, selectors: [deposit ?? ''] },
      { address: three, selectors: [transfer ?? '', '0x12345678'] },
      { address: at(9), selectors: ['0x00000001'] },
    ])
    const accounts = { [one]: { code: thinProxy, answers: { 'facets()': cut } }, [two]: logic, [three]: logic }
    const contract = await run(accounts)
    const functions = contract.entries.filter(({ type }) => type === 'function').map(signatureOf)
    expect(functions.toSorted()).toEqual(['deposit()', 'transfer(address,uint256)'])
    expect(contract.selectors).toEqual(['0x12345678'])
    expect(contract.notes).toContainEqual({ code: 'implementation-gone', about: at(9) })
    // The whole ABI of a facet is known: what the diamond does not send there is left out, events are not.
    const source: AbiSource = { find: async () => ({ abi: weth.abi, exact: true, name: 'WETH9' }) }
    const verified = await run(accounts, { source })
    expect(
      verified.entries
        .filter(({ type }) => type === 'function')
        .map(signatureOf)
        .toSorted(),
    ).toEqual(functions.toSorted())
    expect(verified.entries.filter(({ type }) => type === 'event')).toHaveLength(weth.abi.filter(({ type }) => type === 'event').length)
  })

  it('is no proxy because it names an implementation: a factory, a beacon; nor because its first slot is an owner', async () => {
    const factory = await run({ [one]: { code: wethCode, answers: { 'implementation()': wordOf(two) } }, [two]: logic })
    const beacon = await run({ [one]: { code: '0x6000', answers: { 'implementation()': wordOf(two) } }, [two]: logic })
    const owned = await run({ [one]: { code: wethCode, storage: { [`0x${'0'.repeat(64)}`]: wordOf(two) } }, [two]: logic })
    for (const { layers } of [factory, beacon, owned]) expect(layers).toEqual([])
  })
})

describe('where an ABI comes from', () => {
  it('is what was pasted, and what of it the code does not have is said', async () => {
    const abi = JSON.stringify([...weth.abi, { type: 'function', name: 'mintForFree', inputs: [] }])
    const asked: string[] = []
    const source: AbiSource = { find: async (...place) => void asked.push(place.join()) as never }
    const contract = await run({ [one]: logic }, { abi, source })
    expect(contract.origins).toMatchObject([{ from: 'pasted', exact: null }])
    expect(contract.notes).toEqual([{ code: 'not-in-code', about: 'mintForFree()' }])
    expect(asked).toEqual([])
  })

  it('is Sourcify where it knows the contract behind the proxy', async () => {
    const asked: string[] = []
    const source: AbiSource = {
      find: async (reference, address) => {
        asked.push(`${reference} ${address}`)
        return { abi: weth.abi, exact: false, name: 'WETH9' }
      },
    }
    const contract = await run({ [one]: to(proxySlots.erc1967, two), [two]: logic }, { source })
    expect(asked).toEqual([`1 ${two}`])
    expect(contract.origins).toMatchObject([{ address: two, from: 'sourcify', exact: false, name: 'WETH9' }])
    expect(contract.selectors).toEqual([])
    expect(contract.notes).toEqual([])
  })

  it.each([
    ['does not know it', async () => null, []],
    ['does not answer', () => Promise.reject(new OutboundError('too-slow', 'sourcify.dev did not answer within 5 s')), ['source-failed']],
    ['answers what is no ABI', async () => ({ abi: [{ name: '<script>' }], exact: true, name: null }), ['source-failed']],
    ['answers an empty one', async () => ({ abi: [], exact: true, name: null }), []],
  ] as [string, AbiSource['find'], string[]][])('is the code where Sourcify %s', async (_what, find, notes) => {
    const contract = await run({ [one]: logic }, { source: { find } })
    expect(contract.origins).toMatchObject([{ from: 'bytecode' }])
    expect(codes(contract)).toEqual([...notes, 'guessed'])
  })

  it('is asked for some facets at a time, and not on when Sourcify gave no answer', async () => {
    const accounts = {
      [one]: { code: thinProxy, answers: { 'facets()': facetsAnswer(many) } },
      ...Object.fromEntries(many.map(({ address }) => [address, logic])),
    }
    let [open, most, asked] = [0, 0, 0]
    const slow = (fails: boolean): AbiSource => ({
      find: async () => {
        asked++
        most = Math.max(most, ++open)
        await new Promise((resolve) => setTimeout(resolve, 1))
        open--
        if (fails) throw new OutboundError('unreachable', 'sourcify.dev does not answer')
        return { abi: weth.abi, exact: true, name: 'WETH9' }
      },
    })
    await run(accounts, { source: slow(false) })
    expect([asked, most]).toEqual([64, 8])
    asked = 0
    const contract = await run(accounts, { source: slow(true) })
    expect(asked).toBe(8)
    expect(contract.notes.filter(({ code }) => code === 'source-failed')).toEqual([
      { code: 'source-failed', about: 'sourcify.dev does not answer' },
    ])
  })

  it('does not hide our own mistakes behind a note', async () => {
    const source: AbiSource = { find: () => Promise.reject(new TypeError('a mistake')) }
    await expect(run({ [one]: logic }, { source })).rejects.toThrow('a mistake')
  })

  it('of nothing that is known are bare selectors', async () => {
    const contract = await run({ [one]: { code: '0x8063deadbeef146100105700' } })
    expect([contract.entries, contract.selectors, contract.notes]).toEqual([[], ['0xdeadbeef'], []])
    expect(contract.entries.map(selectorOf)).toEqual([])
  })
})

/** What an author is told. */
async function told(accounts: Record<string, FakeAccount>, more: Parameters<typeof run>[1] & { chain?: string; down?: boolean } = {}) {
  try {
    const deps = { evidence: fakeState(accounts, { down: more.down ?? false }), source: null }
    const contract = await importContract(deps, { chain: more.chain ?? chain, address: more.address ?? one, abi: more.abi })
    return contract.notes.map(({ code, about }) => `${code} ${about}`).join('; ')
  } catch (error) {
    if (!isCairnError(error)) throw error
    return `${error.code} at ${error.meta.field}: ${error.meta.found}`
  }
}
const ring = (length: number) =>
  Object.fromEntries(Array.from({ length }, (_, index) => [at(index + 1), to(proxySlots.erc1967, at(((index + 1) % length) + 1))]))
const chainOf = (length: number) =>
  Object.fromEntries(
    Array.from({ length }, (_, index) => [at(index + 1), index === length - 1 ? logic : to(proxySlots.erc1967, at(index + 2))]),
  )
const sel = (index: number) => `0x${(index + 1).toString(16).padStart(8, '0')}`
const many = Array.from({ length: 70 }, (_, index) => ({ address: at(100 + index), selectors: [sel(index)] }))

runBadInputs('tests/server/verify/contracts/importContract.test.ts', {
  CI50: () => told({}),
  CI51: () => told({ [one]: { balance: '0x1' } }),
  CI52: () => told({ [one]: { code: `0xef0100${two.slice(2)}` } }),
  CI53: () => told({}, { address: '0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756CC2' }),
  CI54: () => told({}, { address: '0x12' }),
  CI55: () => told({}, { chain: 'eip155:999999999' }),
  CI56: () => told({}, { chain: 'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp' }),
  CI57: () => told({}, { down: true }),
  CI58: () => told(ring(1)),
  CI59: () => told(ring(3)),
  CI60: () => told(chainOf(20)),
  CI61: () => told({ [one]: to(proxySlots.erc1967, two) }),
  CI62: () => told({ [one]: { code: thinProxy, answers: { 'facets()': `0x${'f'.repeat(640)}` } } }),
  CI63: async () =>
    await told({
      [one]: { code: thinProxy, answers: { 'facets()': facetsAnswer(many) } },
      ...Object.fromEntries(many.map(({ address }) => [address, logic])),
    }),
  CI64: () => told({ [one]: { code: thinProxy, answers: { 'facets()': `0x${'0'.repeat(300_000)}` } } }),
  CI65: () => told({ [one]: { code: `0x${Array.from({ length: 2457 }, (_, index) => `63${sel(index).slice(2)}1461000057`).join('')}` } }),
})
