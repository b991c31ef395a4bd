import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseDefinition } from '#server/quests/definition.ts'
import { evmWallet, type Site, startSite } from '#tests/support/members.ts'
import { definition, liveQuest, openedIn } from '#tests/support/questFixture.ts'

let site: Site
let owner: string
beforeAll(async () => {
  site = await startSite()
  owner = (await site.members.accounts.signInWith(evmWallet().id as `eip155:0x${string}`)).accountId
})
afterAll(() => site.drop())

describe('the fees of a quest', () => {
  it('are what its leaf in the slot says, the newest one', async () => {
    const { slug } = await liveQuest(site, { accountId: owner })
    const page = () => site.members.quests.bySlug({ slug, accountId: null })
    expect(await page()).toMatchObject({ feePerMint: null, split: null })
    await openedIn(site, slug, { batch: 3, feePerMint: '0' })
    expect((await page()).feePerMint).toBe('0')
    await openedIn(site, slug, { batch: 7, feePerMint: '2500000000000' })
    expect((await page()).feePerMint).toBe('2500000000000')
  })

  it('are shared as the definition says, which the page shows as it is', async () => {
    const split = { creator: 5000, publisher: 2000, referrer: 1250 }
    const { slug } = await liveQuest(site, { accountId: owner, definition: definition({ split }) })
    expect((await site.members.quests.bySlug({ slug, accountId: null })).split).toEqual(split)
  })

  it('may be given away whole, and no more', () => {
    expect(parseDefinition(definition({ split: { creator: 10_000, publisher: 0, referrer: 0 } })).split?.creator).toBe(10_000)
    expect(() => parseDefinition(definition({ split: { creator: 9999, publisher: 1, referrer: 1 } }))).toThrow('definition.split')
  })
})
