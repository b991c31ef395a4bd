import { type Client, createClient, createTestClient, encodeAbiParameters, type Hex, http, publicActions } from 'viem'
import { afterAll, beforeAll, expect } from 'vitest'
import { startAnvil } from '#tests/support/anvil.ts'
import { runBadInputs } from '#tests/support/badInputs.ts'
import { Browser, evmWallet, type Site, startSite, type TestWallet } from '#tests/support/members.ts'

let site: Site
const nodes: Record<string, Awaited<ReturnType<typeof startAnvil>>> = {}
const clients = new Map<string, Client>()
const admin = (id: '31339' | '31340') => createTestClient({ mode: 'anvil', transport: http(nodes[id]?.url) }).extend(publicActions)

beforeAll(async () => {
  const [a, b] = await Promise.all([startAnvil({ chainId: 31_339 }), startAnvil({ chainId: 31_340 })])
  Object.assign(nodes, { '31339': a, '31340': b })
  for (const [id, { url }] of Object.entries(nodes)) clients.set(`eip155:${id}`, createClient({ transport: http(url, { retryCount: 0 }) }))
  clients.set('eip155:31337', createClient({ transport: http('http://127.0.0.1:9', { retryCount: 0, timeout: 500 }) }))
  site = await startSite({ evmClient: (chain) => clients.get(chain) ?? null })
})
afterAll(async () => {
  await site.drop()
  await Promise.all(Object.values(nodes).map(({ stop }) => stop()))
})

/** Runtime code that answers every call with one word. */
const answering = (word: string): Hex => `0x7f${word}60005260206000f3`
const magic = answering(`1626ba7e${'00'.repeat(28)}`)
const one = answering(`${'00'.repeat(31)}01`)
const reverting: Hex = '0x60006000fd'

/** Bytes that mean something to the contract alone. */
const opaque: Hex = `0x${'12'.repeat(65)}`

/** A contract wallet: signs with anything. */
async function contractWallet(code: Hex | null, chain: '31337' | '31339' | '31340'): Promise<TestWallet> {
  const { address, id } = evmWallet()
  if (code && chain !== '31337') await admin(chain).setCode({ address: address as Hex, bytecode: code })
  return { kind: 'siwe', address, id, chain, sign: async () => opaque }
}

async function signIn(wallet: TestWallet) {
  const browser = new Browser(site)
  const answer = await browser.post('siwe', await browser.signed(wallet))
  expect((await browser.session()).wallet).toBe(answer.status === 200 ? wallet.id : undefined)
  return answer
}

/** ERC-6492: factory, its call, the inner signature, and the magic ending. */
const wrap = (factory: Hex, call: Hex, signature: Hex) =>
  `${encodeAbiParameters([{ type: 'address' }, { type: 'bytes' }, { type: 'bytes' }], [factory, call, signature])}${'6492'.repeat(16)}`

runBadInputs(
  'tests/server/auth/smartAccounts.chain.test.ts',
  {
    'SI35-right': async () => signIn(await contractWallet(magic, '31339')),
    SI35: async () => signIn(await contractWallet(one, '31339')),
    'SI35-revert': async () => signIn(await contractWallet(reverting, '31339')),
    'SI35-down': async () => signIn(await contractWallet(null, '31337')),
    async SI37() {
      const wallet = await contractWallet(magic, '31339')
      return signIn({ ...wallet, chain: '31340' })
    },
    async SI39() {
      const wallet = await contractWallet(magic, '31339')
      // A factory that would write its storage and emit a log if it were sent.
      const factory = evmWallet().address as Hex
      await admin('31339').setCode({ address: factory, bytecode: '0x600160005560006000a000' })
      const before = await admin('31339').getBlockNumber()
      const answer = await signIn({ ...wallet, sign: async () => wrap(factory, '0x', opaque) })
      expect(await admin('31339').getBlockNumber()).toBe(before)
      expect(await admin('31339').getStorageAt({ address: factory, slot: '0x0' })).toBe(`0x${'00'.repeat(32)}`)
      return answer
    },
    async SI41() {
      const wallet = evmWallet()
      const delegate = evmWallet().address as Hex
      await admin('31339').setCode({ address: delegate, bytecode: reverting })
      await admin('31339').setCode({ address: wallet.address as Hex, bytecode: `0xef0100${delegate.slice(2)}` })
      return signIn({ ...wallet, chain: '31339' })
    },
  },
  () => site.logged.findLast(({ msg }) => msg === 'sign-in refused')?.code,
)
