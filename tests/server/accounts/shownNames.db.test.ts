import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEnsStore } from '#server/accounts/ensStore.ts'
import { nameTimes } from '#server/accounts/refreshNames.ts'
import type { CredentialRecord, Leaderboard, Person } from '#server/api/types.ts'
import { Browser, dataOf, evmWallet, type Site, startSite } from '#tests/support/members.ts'
import { change } from '#tests/support/walletSigning.ts'
import { addQuest, addSpace, newWorld, sealWorldBatch, type WorldCredential, worldIssuer } from '#tests/support/xpWorld.ts'

const [wallet, other, nameless] = [evmWallet(), evmWallet(), evmWallet()]
let site: Site
let anyone: Browser
let me: string
let cube: WorldCredential

beforeAll(async () => {
  site = await startSite({ deps: { platform: worldIssuer } })
  anyone = new Browser(site)
  const signIn = async (by: typeof wallet) => (await new Browser(site).signIn(by)).accountId
  me = await signIn(wallet)
  const second = await signIn(nameless)
  const world = { ...newWorld(site.db), accounts: 100 }
  const quest = await addQuest(world, { index: 0, spaceId: await addSpace(world, me, 'north'), points: 40, category: 0 })
  const timestamp = Math.floor(site.clock.ms / 1000)
  const made = await sealWorldBatch(world, { number: 1, timestamp, mints: [me, second].map((account) => ({ account, quest })) })
  if (!made[0]) throw new Error('no credential')
  cube = made[0]
})
afterAll(() => site.drop())

const say = (name: string | null, checkedAt = new Date(site.clock.ms)) =>
  createEnsStore(site.db).put({ wallet: wallet.id, name, checkedAt })
const person = async () => dataOf<Person>(await anyone.query('people.byHandle', { handle: me }))
const record = async () => dataOf<CredentialRecord>(await anyone.query('explorer.record', { index: cube.index }))
const board = async () =>
  Object.fromEntries(
    dataOf<Leaderboard>(await anyone.query('reputation.leaderboard', { period: 'all' })).entries.map(({ account }) => [
      account.wallet,
      account.name,
    ]),
  )

describe('an ENS name that was checked', () => {
  it('is shown to others beside the address: on the profile, on leaderboards and on credentials', async () => {
    await say('maker.eth')
    expect(await person()).toMatchObject({ handle: null, wallets: [wallet.id], names: { [wallet.id]: 'maker.eth' } })
    expect(await board()).toEqual({ [wallet.id]: 'maker.eth', [nameless.id]: null })
    expect(await record()).toMatchObject({ holder: { wallet: wallet.id }, names: { [wallet.id]: 'maker.eth' } })
  })

  it('is not shown when it is none any more, or was not checked for long', async () => {
    for (const gone of [() => say(null), () => say('maker.eth', new Date(site.clock.ms - nameTimes.shownForMs - 1000))]) {
      await gone()
      expect([(await person()).names, (await record()).names, (await board())[wallet.id]]).toEqual([{}, {}, null])
    }
  })
})

describe('the stone of a credential', () => {
  it('follows the wallet of the mint, whichever wallet is the primary one later', async () => {
    const before = (await record()).holder
    expect(before).toMatchObject({ wallet: wallet.id, mintedTo: wallet.id })
    await site.pool.query(
      `insert into wallets (address, namespace, account_id, "primary", linked_at) values ($1, 'eip155', $2, false, now())`,
      [other.id, me],
    )
    await change(site, me, { signer: wallet, request: { kind: 'primary', wallet: other.id } })
    expect((await record()).holder).toMatchObject({ wallet: other.id, mintedTo: wallet.id })
    expect((await person()).credentials[0]?.holder.mintedTo).toBe(wallet.id)
  })
})
