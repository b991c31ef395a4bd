import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deployments } from '#drizzle/schema/rollup.ts'
import { createSealer } from '#server/auth/sealing.ts'
import { closedOutbound } from '#server/compose/outbound.ts'
import { sealed } from '#server/compose/sealed.ts'
import { completeQuest } from '#server/quests/completeQuest.ts'
import type { SpaceFunds } from '#server/quests/funds/readFunds.ts'
import { tokensPerAccount } from '#server/rollup/protocol/constants.gen.ts'
import { submitTx } from '#server/rollup/sequencer/txStore.ts'
import { toQuestLeaf } from '#server/rollup/state/leafFields.ts'
import { createNodeStore, treeIds } from '#server/rollup/state/nodeStore.ts'
import { startLocalSlot } from '#tests/support/localSlot.ts'
import { type Answer, Browser, dataOf, errorOf, evmWallet, type Site, startSite } from '#tests/support/members.ts'
import { hexWord, type PreparedFunds, signOpening } from '#tests/support/openingSigner.ts'
import { passSteps } from '#tests/support/questFixture.ts'
import { issuerKey } from '#tests/support/slotFixture.ts'
import { openMoney, type SlotMember } from '#tests/support/slotMoney.ts'
import { approvedDraft, onDraft, type Staff, staffOf, type Worker, wholeChanges } from '#tests/support/studioSpace.ts'

const coins = 1_000_000n
const [reward, fee] = [1000n, 300n]
const split = { creator: 1000, publisher: 2000, referrer: 1000 }
/** What is left of the fee for the slot. */
const slotFee = 180n
const space = 'paying'
/** Every batch is proven. */
const patience = 900_000

let site: Site
let slot: Awaited<ReturnType<typeof startLocalSlot>>
let staff: Staff
let member: SlotMember
let payer: Worker
beforeAll(async () => {
  const outbound = { ...closedOutbound, sealer: createSealer(`0x${randomBytes(32).toString('hex')}`) }
  site = await startSite({ deps: { platform: issuerKey, outbound } })
  slot = await startLocalSlot(site.db, { onSealed: sealed.sealed })
  const { chainId } = slot.domain
  const names = ['rollup', 'inbox'] as const
  await site.db.insert(deployments).values(names.map((name) => ({ name, chainId, address: slot.slot[name], blockNumber: 1 })))
  // The first account leads the slot and gets its fees: not the one that pays them.
  await submitTx(site.db, { key: 'open:leader', kind: 'openAccount', payload: { wallet: slot.owner } })
  await slot.run()
  member = await openMoney(site.db, slot, { coins })
  staff = await staffOf(site, space)
  const browser = new Browser(site)
  payer = { browser, accountId: (await browser.signIn(evmWallet(member.key))).accountId }
  await staff.setRole(payer, 'admin')
  site.clock.ms = Date.now()
}, patience)
afterAll(async () => {
  await slot?.stop()
  await site?.drop()
})

const nodes = () => createNodeStore(site.db)
async function vaultOf(account: number) {
  const store = nodes()
  const [held] = await store.nodes([{ tree: treeIds.vaults, level: 0, index: account * tokensPerAccount }], await store.latest())
  return held ?? 0n
}
async function leafOf(slug: string) {
  const { rows } = await site.pool.query('select slot_index from quests where slug = $1', [slug])
  const store = nodes()
  const [fields] = await store.leaves([{ tree: treeIds.quests, index: rows[0].slot_index }], await store.latest())
  return { index: rows[0].slot_index as number, leaf: fields ? toQuestLeaf(fields) : null }
}
const funds = async (who = payer) => dataOf<SpaceFunds>(await who.browser.query('studio.funds.read', { space }))
const questIn = async (slug: string) => (await funds()).quests.find((quest) => quest.slug === slug)
const refusal = (answer: Answer) => errorOf(answer).data
const prepare = async (slug: string, input: object = {}, who = payer) =>
  who.browser.mutate('studio.funds.prepare', { space, slug, revision: await onDraft(space, slug).revision(who), ...input })
const send = (words: bigint[][], who = payer) =>
  who.browser.mutate('studio.funds.send', { space, signed: words.map((one) => one.map(hexWord)) })

async function complete(slug: string) {
  const browser = new Browser(site)
  await browser.signIn(evmWallet())
  const { participationId } = dataOf<{ participationId: string }>(await browser.mutate('quests.start', { slug }))
  await passSteps(site, participationId)
  return completeQuest(site.members.questDeps, { participationId })
}

const paying = (terms: object = {}) =>
  wholeChanges(site, { split }, { supply: 5, rewardPerMint: String(reward), feePerMint: String(fee), ...terms })

describe('a quest that a project pays for', { timeout: patience }, () => {
  it('is not launched by anybody who did not sign for it', async () => {
    const draft = await approvedDraft(site, staff, 'unpaid', paying())
    const refused = refusal(await draft.launch(payer))
    expect(refused).toMatchObject({
      code: 'quest.funds-short',
      field: 'funds',
      found: '0',
      expected: `${5n * (reward + slotFee)} of token 0`,
    })
    expect(refusal(await prepare('unpaid'))).toMatchObject({ code: 'conflict', field: 'vault', found: 'none' })
    expect(refusal(await prepare('unpaid', {}, staff.reviewer)).code).toBe('auth.forbidden')
  })

  it('takes the member’s own account as the vault, said in the log', async () => {
    expect((await funds()).vault).toBeNull()
    expect(refusal(await staff.owner.browser.mutate('studio.funds.giveVault', { space }))).toMatchObject({
      code: 'conflict',
      field: 'account',
    })
    expect(dataOf(await payer.browser.mutate('studio.funds.giveVault', { space }))).toEqual({ slotAccount: member.account })
    expect((await funds()).vault).toMatchObject({ slotAccount: member.account, mine: true, available: String(coins) })
    expect((await funds(staff.owner)).vault?.mine).toBe(false)
    const { rows } = await site.pool.query(`select action from audit_entries where action like 'funds.%'`)
    expect(rows).toEqual([{ action: 'funds.vault-given' }])
  })

  it('costs what is said, and what was signed must be just that', async () => {
    const prepared = dataOf<PreparedFunds>(await prepare('unpaid'))
    expect(prepared).toMatchObject({ slotAccount: member.account, places: 5, missing: [] })
    expect(prepared.estimate).toEqual({
      ...{ rewards: String(5n * reward), fees: String(5n * slotFee), prizes: '0', shares: String(5n * 90n) },
      needed: [{ token: 0, amount: String(5n * (reward + slotFee)) }],
    })
    const [opening] = prepared.openings
    if (!opening) throw new Error('nothing to sign')
    const launch = (signed: string[][]) => onDraft(space, 'unpaid').launch(payer, { signed })
    const changes = [
      ['pool', 1n],
      ['rewardPerMint', 1n],
      ['issuerKeyX', 1n],
      ['rulesHash', 1n],
      ['supply', 6],
      ['quest', 900],
    ] as const
    for (const [name, value] of changes) {
      const other = { ...opening, [name]: value } as typeof opening
      const words = signOpening({ ...member, words: (tx) => peek(tx) }, other)
      expect(refusal(await launch([words]))).toMatchObject({
        code: 'rollup.refused',
        field: `signed.0.${name}`,
      })
    }
    // Signed by somebody else's key.
    const forged = signOpening({ ...member, words: (tx) => peek(tx, 7n) }, opening)
    expect(refusal(await launch([forged]))).toMatchObject({ code: 'rollup.refused', found: 'signature' })
    expect(refusal(await launch([]))).toMatchObject({ code: 'input.invalid' })
    expect((await onDraft(space, 'unpaid').get(payer)).stage).toBe('approved')
  })

  it('is opened with what the vault gives, by the vault’s account', async () => {
    // Four of five places are paid from the start.
    const prepared = dataOf<PreparedFunds>(await prepare('unpaid', { places: 3 }))
    const signed = prepared.openings.map((opening) => signOpening(member, opening))
    expect(dataOf(await onDraft(space, 'unpaid').launch(payer, { signed }))).toMatchObject({ state: 'live' })
    expect(await questIn('unpaid')).toMatchObject({
      status: 'publishing',
      opening: { status: 'accepted' },
      leaf: null,
      notYet: 'not-there',
    })
    expect((await funds()).vault?.available).toBe(String(coins - 3n * (reward + slotFee)))
    await slot.run()
    const { leaf } = await leafOf('unpaid')
    expect(leaf).toMatchObject({ owner: BigInt(member.account), pool: 3n * reward, feePool: 3n * slotFee, supply: 5n, feePerMint: slotFee })
    expect(await vaultOf(member.account)).toBe(coins - 3n * (reward + slotFee))
    expect(await questIn('unpaid')).toMatchObject({ status: 'live', lasts: 3, notYet: 'open', opening: { status: 'final' } })
  })

  it('pays those who complete it, and nobody whom it cannot pay', async () => {
    for (let i = 0; i < 3; i++) await complete('unpaid')
    const late = new Browser(site)
    await late.signIn(evmWallet())
    const refused = refusal(await late.mutate('quests.start', { slug: 'unpaid' }))
    expect(refused).toMatchObject({ code: 'quest.unfunded', field: 'funds', found: '3' })
    await slot.run()
    expect((await leafOf('unpaid')).leaf).toMatchObject({ minted: 3n, pool: 0n, feePool: 0n })
    expect(await questIn('unpaid')).toMatchObject({ lasts: 0, leaf: { reserved: String(3n * reward), fees: String(3n * slotFee) } })
  })

  it('goes on when somebody adds to its pools', async () => {
    const { index } = await leafOf('unpaid')
    expect(
      (await send([member.words({ kind: 'fundQuest', fee: 0n, quest: index, toPool: 2n * reward, toFeePool: 2n * slotFee })])).status,
    ).toBe(200)
    await slot.run()
    expect(await questIn('unpaid')).toMatchObject({ lasts: 2, notYet: 'open' })
    await complete('unpaid')
  })

  it('is not closed before all are minted and it is over; then what is left goes back', async () => {
    const { index } = await leafOf('unpaid')
    const close = () => send([peek({ kind: 'closeQuest', fee: 0n, quest: index })])
    expect(refusal(await close())).toMatchObject({ code: 'conflict', found: 'minting' })
    await slot.run()
    expect(refusal(await close())).toMatchObject({ code: 'conflict', found: 'open' })
    site.clock.ms += 2 * 86_400_000
    const before = await vaultOf(member.account)
    expect((await send([member.words({ kind: 'closeQuest', fee: 0n, quest: index })])).status).toBe(200)
    expect((await questIn('unpaid'))?.notYet).toBe('closing')
    await slot.run()
    // One of five places was paid for and not taken.
    expect((await vaultOf(member.account)) - before).toBe(reward + slotFee)
    expect(await questIn('unpaid')).toMatchObject({ notYet: 'empty', leaf: { pool: '0', feePool: '0', reserved: String(4n * reward) } })
    expect((await funds()).moves.map(({ kind, status }) => [kind, status])).toEqual([
      ['closed', 'final'],
      ['added', 'final'],
      ['opened', 'final'],
    ])
  })

  it('loses no wei on its way: vaults, fees of the slot and reserved rewards are what was paid in', async () => {
    const { leaf } = await leafOf('unpaid')
    const reserved = ((leaf?.minted ?? 0n) - (leaf?.claimed ?? 0n)) * reward
    const leader = await vaultOf(0)
    expect(leader).toBe(4n * slotFee)
    expect((await vaultOf(member.account)) + leader + reserved + (leaf?.pool ?? 0n) + (leaf?.feePool ?? 0n)).toBe(coins)
  })
})

/** The words of a tx without using up its nonce: what is refused takes none. */
function peek(tx: Parameters<SlotMember['words']>[0], secret?: bigint): bigint[] {
  return member.peek(tx, secret)
}
