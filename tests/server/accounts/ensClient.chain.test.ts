import { encodeFunctionData, type Hex, parseAbi } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEnsReader, isPlain } from '#server/accounts/ensClient.ts'
import { createEnsStore } from '#server/accounts/ensStore.ts'
import { nameTimes, refreshNames, shownNames } from '#server/accounts/refreshNames.ts'
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts'
import { startEns } from '#tests/support/ens.ts'

let world: Awaited<ReturnType<typeof startEns>>
let database: FreshDatabase
beforeAll(async () => {
  ;[world, database] = await Promise.all([startEns(), freshDatabase()])
})
afterAll(async () => {
  await Promise.all([world?.node.stop(), database?.drop()])
})

const nameOf = (address: Hex) => createEnsReader(world.node.url).nameOf(address)

describe('the name of a wallet', () => {
  it('is one that leads back to it', async () => {
    const [ann, bob, cat] = [await world.member(), await world.member(), await world.member()]
    await world.register('ann', ann.address)
    await ann.claim('ann.eth')
    await bob.claim('ann.eth')
    expect(await nameOf(ann.address)).toBe('ann.eth')
    expect(await nameOf(bob.address)).toBeNull()
    expect(await nameOf(cat.address)).toBeNull()
  })

  it.each(['Dan.eth', 'd\u0430n.eth'.normalize('NFD'), 'dan\u200b.eth', '<b>dan</b>.eth', 'dan', ''])('is never %j', async (name) => {
    const dan = await world.member()
    await dan.claim(name)
    expect(await nameOf(dan.address)).toBeNull()
  })

  it('is none when the resolver answers nonsense, reverts or sends its askers elsewhere', async () => {
    const eve = await world.member()
    // PUSH1 0 PUSH1 0 REVERT; an endless loop; 32 bytes that are no text; OffchainLookup of EIP-3668 as revert data.
    const lookup = encodeFunctionData({
      abi: parseAbi(['function OffchainLookup(address,string[],bytes,bytes4,bytes)']),
      args: [eve.address, [`${world.node.url}/{data}`], '0x', '0x00000000', '0x'],
    }).slice(2)
    const size = (lookup.length / 2).toString(16).padStart(4, '0')
    const codes: Hex[] = ['0x60006000fd', '0x5b600056', '0x60206000f3', `0x61${size}600e60003961${size}6000fd${lookup}`]
    const at = '0x00000000000000000000000000000000000e5e5e'
    await eve.resolveBy(at)
    for (const code of codes) {
      await world.control.setCode({ address: at, bytecode: code })
      expect(await nameOf(eve.address)).toBeNull()
    }
  })

  it('cannot be told while the node is away: that is an error, not "none"', async () => {
    await expect(createEnsReader('http://127.0.0.1:9').nameOf('0x00000000000000000000000000000000000000aa')).rejects.toThrow()
  })
})

describe('names in the table', () => {
  it('are looked at once a day, new wallets first, and not shown when they are old', async () => {
    const { db, pool } = database
    const names = createEnsStore(db)
    const ann = await world.member()
    await world.register('ann-two', ann.address)
    await ann.claim('ann-two.eth')
    const other = await world.member()
    await pool.query(`insert into accounts (id) values ('00000000-0000-4000-8000-000000000001')`)
    for (const address of [ann.walletId, other.walletId])
      await pool.query(
        `insert into wallets (address, namespace, account_id) values ($1, 'eip155', '00000000-0000-4000-8000-000000000001')`,
        [address],
      )
    let now = Date.now()
    const ens = createEnsReader(world.node.url)
    const refresh = () => refreshNames({ ens, names, now: () => now })
    expect(await refresh()).toBe(2)
    expect(await refresh()).toBe(0)
    const shown = async () => [...(await shownNames(names, [ann.walletId, other.walletId], now))]
    expect(await shown()).toEqual([[ann.walletId, 'ann-two.eth']])
    now += nameTimes.lookEveryMs + 1
    await ann.claim('somebody-elses.eth')
    expect(await refresh()).toBe(2)
    expect(await shown()).toEqual([])
    await ann.claim('ann-two.eth')
    now += nameTimes.lookEveryMs + 1
    await refresh()
    now += nameTimes.shownForMs
    expect(await shown()).toEqual([])
  })
})

it('only names in their normal form are plain', () => {
  expect(['vitalik.eth', 'a.b.eth', '🦊.eth'].map(isPlain)).toEqual([true, true, true])
  expect(['Vitalik.eth', 'vitalik', 'a..eth', `${'x'.repeat(80)}.eth`, 'раypal.eth'].map(isPlain)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ])
})
