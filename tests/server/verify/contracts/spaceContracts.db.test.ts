import { createRequire } from 'node:module'
import type { Abi } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAuditStore } from '#server/spaces/auditStore.ts'
import { proxySlots } from '#server/verify/contracts/proxyLayer.ts'
import { mostContracts, mostItems } from '#server/verify/contracts/spaceContracts.ts'
import { Browser, dataOf, errorOf, evmWallet, type Site, startSite } from '#tests/support/members.ts'
import { fakeState, wordOf } from './fakeState.ts'

const { abi, deployedBytecode } = createRequire(import.meta.url)('canonical-weth/build/contracts/WETH9.json') as {
  abi: Abi
  deployedBytecode: string
}
const chain = 'eip155:1'
const at = (number: number) => `0x${'b'.repeat(36)}${number.toString(16).padStart(4, '0')}`
const contract = { code: deployedBytecode.toLowerCase() }
const accounts = {
  ...Object.fromEntries(Array.from({ length: mostContracts + 2 }, (_, index) => [at(index), contract])),
  [at(0xffff)]: { code: '0xf400', storage: { [proxySlots.erc1967]: wordOf(at(1)) } },
}

let site: Site
let owner: Browser
beforeAll(async () => {
  site = await startSite({ deps: { authoring: { evidence: fakeState(accounts), evmReader: () => null } } })
  owner = await ownerOf('slate')
})
afterAll(() => site.drop())

async function ownerOf(space: string): Promise<Browser> {
  const browser = new Browser(site)
  await browser.signIn(evmWallet())
  expect((await browser.mutate('studio.spaces.make', { slug: space, name: 'A project' })).status).toBe(200)
  return browser
}
const importInto = (browser: Browser, space: string, address: string, more: object = {}) =>
  browser.mutate('studio.contracts.import', { space, chain, address, ...more })
const logOf = async (space: string) => {
  const { rows } = await site.pool.query('select id from spaces where slug = $1', [space])
  return createAuditStore(site.db).list(rows[0].id, null, 10)
}

describe('contracts of a space', () => {
  it('are imported, listed, imported again in the place of what was there, and taken out, each with an entry in the log', async () => {
    const proxy = at(0xffff)
    const first = dataOf<{ items: number; notes: object[] }>(await importInto(owner, 'slate', proxy.replace('0xb', '0xB').toLowerCase()))
    expect(first).toMatchObject({
      chain,
      address: proxy,
      layers: [{ how: 'erc1967', to: at(1) }],
      origins: [{ address: at(1), from: 'bytecode', exact: null }],
      notes: [{ code: 'guessed' }],
    })
    expect(dataOf(await owner.query('studio.contracts.list', { space: 'slate' }))).toEqual([first])
    site.clock.ms += 60_000
    const again = dataOf<object>(await importInto(owner, 'slate', proxy, { abi: JSON.stringify(abi) }))
    expect(again).toMatchObject({ origins: [{ from: 'pasted' }], notes: [] })
    expect(dataOf(await owner.query('studio.contracts.list', { space: 'slate' }))).toEqual([again])
    expect((await owner.mutate('studio.contracts.remove', { space: 'slate', chain, address: proxy })).status).toBe(200)
    expect(dataOf(await owner.query('studio.contracts.list', { space: 'slate' }))).toEqual([])
    const subject = `${chain}:${proxy}`
    expect(await logOf('slate')).toMatchObject([
      { action: 'contract.removed', subject, before: { origins: [{ from: 'pasted' }] }, after: null },
      { action: 'contract.imported', subject, before: { origins: [{ from: 'bytecode' }] }, after: { origins: [{ from: 'pasted' }] } },
      { action: 'contract.imported', subject, before: null, after: { items: first.items } },
      { action: 'space.made' },
    ])
  })

  it('are searched, one or all, and each find says where it stands', async () => {
    await importInto(owner, 'slate', at(1))
    await importInto(owner, 'slate', at(2), {
      abi: 'event Deposited(address indexed who, uint256 amount)\nfunction depositFor(address who) payable',
    })
    const search = async (more: object) =>
      dataOf<{ items: { name: string; address: string; kind: string; declaration: string }[]; total: number }>(
        await owner.query('studio.contracts.search', { space: 'slate', ...more }),
      )
    const all = await search({ text: 'deposit' })
    expect(all.items.map(({ name, address }) => [name, address])).toEqual([
      ['Deposit', at(1)],
      ['deposit', at(1)],
      ['Deposited', at(2)],
      ['depositFor', at(2)],
    ])
    expect(await search({ text: 'deposit', kind: 'evm.event', contract: { chain, address: at(2) } })).toMatchObject({
      total: 1,
      items: [
        {
          declaration: 'event Deposited(address indexed who, uint256 amount)',
          arguments: [{ path: 'who', indexed: true, namesMember: true }, { path: 'amount' }],
        },
      ],
    })
    expect((await search({})).total).toBeGreaterThan(10)
    expect(
      errorOf(await owner.query('studio.contracts.search', { space: 'slate', contract: { chain, address: at(3) } })).data,
    ).toMatchObject({ code: 'not-found', field: 'address' })
  })

  it('of another space are not there, whoever asks', async () => {
    const other = await ownerOf('shale')
    expect(dataOf(await other.query('studio.contracts.list', { space: 'shale' }))).toEqual([])
    expect(errorOf(await other.query('studio.contracts.search', { space: 'shale', contract: { chain, address: at(1) } })).data.code).toBe(
      'not-found',
    )
    expect(errorOf(await other.mutate('studio.contracts.remove', { space: 'shale', chain, address: at(1) })).data.code).toBe('not-found')
    for (const call of [
      other.query('studio.contracts.list', { space: 'slate' }),
      importInto(other, 'slate', at(1)),
      other.mutate('studio.contracts.remove', { space: 'slate', chain, address: at(1) }),
    ])
      expect(errorOf(await call).data).toMatchObject({ code: 'auth.forbidden', field: 'space' })
    expect(await logOf('shale')).toHaveLength(1)
  })

  it('that cannot be imported leave no trace, and the place of the mistake is named', async () => {
    const before = [dataOf(await owner.query('studio.contracts.list', { space: 'slate' })), await logOf('slate')]
    expect(errorOf(await importInto(owner, 'slate', '0x00000000000000000000000000000000deadbeef')).data).toMatchObject({
      code: 'contract.absent',
      httpStatus: 404,
      field: 'address',
      found: 'nothing',
    })
    expect(errorOf(await importInto(owner, 'slate', at(1), { abi: '[{"type": "function",}]' })).data).toMatchObject({
      code: 'abi.malformed',
      httpStatus: 400,
      field: 'abi',
      found: 'line 1, column 22: }',
    })
    expect(errorOf(await importInto(owner, 'slate', at(1), { abi: '[{"type": "function", "name": "<b>"}]' })).data).toMatchObject({
      code: 'abi.malformed',
      field: 'abi.0.name',
      found: '<b>',
    })
    expect(errorOf(await importInto(owner, 'slate', at(1), { abi: 'x'.repeat(200_001) })).data).toMatchObject({
      code: 'input.too-large',
      httpStatus: 413,
      field: 'abi',
    })
    expect(errorOf(await importInto(owner, 'slate', at(1), { abi: 'x'.repeat(300_000) })).data).toMatchObject({
      code: 'input.too-large',
      httpStatus: 413,
    })
    expect([dataOf(await owner.query('studio.contracts.list', { space: 'slate' })), await logOf('slate')]).toEqual(before)
  })

  it('are a hundred at most, also when many are imported at once; one that is there may be imported again', async () => {
    const full = await ownerOf('scree-full')
    const results = await Promise.all(Array.from({ length: mostContracts + 2 }, (_, index) => importInto(full, 'scree-full', at(index))))
    expect(results.filter(({ status }) => status === 200)).toHaveLength(mostContracts)
    for (const refused of results.filter(({ status }) => status !== 200))
      expect(errorOf(refused).data).toMatchObject({ code: 'conflict', field: 'address', found: String(mostContracts) })
    const [known] = dataOf<{ address: string }[]>(await full.query('studio.contracts.list', { space: 'scree-full' }))
    expect((await importInto(full, 'scree-full', known?.address ?? '')).status).toBe(200)
  }, 60_000)
})

it('a space keeps so many functions and events, and no more', async () => {
  const full = await ownerOf('talus')
  const abi = (count: number, name: string) => JSON.stringify(Array.from({ length: count }, (_, index) => ({ name: `${name}${index}` })))
  for (let index = 0; index < mostItems / 2000; index++)
    expect((await importInto(full, 'talus', at(index), { abi: abi(2000, 'f') })).status).toBe(200)
  const one = await importInto(full, 'talus', at(50), { abi: abi(1, 'f') })
  expect(errorOf(one).data).toMatchObject({ code: 'conflict', field: 'address', found: String(mostItems + 1) })
  // What was there makes room for what comes in its place.
  expect((await importInto(full, 'talus', at(0), { abi: abi(2000, 'g') })).status).toBe(200)
  const found = dataOf<{ total: number; items: { name: string }[] }>(
    await full.query('studio.contracts.search', { space: 'talus', text: 'g1' }),
  )
  expect([found.total, found.items.length, found.items[0]?.name]).toEqual([1111, 50, 'g1'])
})

describe('templates', () => {
  it('are listed with their forms and sources, and become rules that a quest takes', async () => {
    const list = dataOf<{ id: string; example: { chain: string; params: object }; sources: { source: string }[] }[]>(
      await owner.query('studio.contracts.templates'),
    )
    const lido = list.find(({ id }) => id === 'lido-stake')
    expect(lido).toMatchObject({ category: 'stake', chains: [chain], title: { ja: 'Lido でステーキング' }, sources: [{ id: 'lido' }] })
    const built = dataOf<{ rule: unknown; sentence: { en: string } }>(
      await owner.mutate('studio.contracts.build', { template: 'lido-stake', ...lido?.example }),
    )
    expect(built).toMatchObject({ warnings: [], sentence: { en: expect.stringContaining('0.01 ETH') } })
    expect(dataOf(await owner.mutate('studio.rules.read', { rule: built.rule }))).toMatchObject({ issues: [] })
    expect(
      errorOf(await owner.mutate('studio.contracts.build', { template: 'lido-stake', chain, params: { gte: '-1' } })).data,
    ).toMatchObject({ code: 'input.invalid', field: 'params.gte', found: '-1' })
    expect(errorOf(await owner.mutate('studio.contracts.build', { template: 'none', chain, params: {} })).data).toMatchObject({
      code: 'not-found',
      field: 'template',
    })
  })
})
