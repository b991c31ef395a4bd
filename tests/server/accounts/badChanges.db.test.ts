import { afterAll, beforeAll, expect } from 'vitest'
import { runBadInputs } from '#tests/support/badInputs.ts'
import { Browser, dataOf, evmWallet, type Site, solanaWallet, startSite, type TestWallet } from '#tests/support/members.ts'
import { change, link, merge, type Request, signed } from '#tests/support/walletSigning.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.drop())

/** A member with two wallets, signed in with the first. */
async function member() {
  const [own, second] = [evmWallet(), solanaWallet()]
  const browser = new Browser(site)
  const { accountId } = await browser.signIn(own)
  await link(site, accountId, { from: own, to: second })
  return { browser, accountId, own, second }
}
type Member = Awaited<ReturnType<typeof member>>

const remove = (wallet: TestWallet): Request => ({ kind: 'remove', wallet: wallet.id })
const challenge = async ({ browser }: Member, signer: TestWallet, request: Request) => {
  const answer = await browser.mutate('wallets.changeChallenge', { signer: signer.id, request })
  const { wallet, message } = dataOf<{ wallet: string; message: string }>(answer)
  return { wallet, message }
}
const send = ({ browser }: Member, request: unknown, text: unknown) => browser.mutate('wallets.change', { request, signed: text })

/** A right text for the removal of the second wallet by itself. */
async function removal() {
  const me = await member()
  return { me, request: remove(me.second), text: await signed(me.second, await challenge(me, me.second, remove(me.second))) }
}
type MergeTexts = { into: { wallet: string; message: string }; from: { wallet: string; message: string }[] }
async function merging() {
  const [me, other] = [await member(), await member()]
  const texts = dataOf<MergeTexts>(await me.browser.mutate('wallets.mergeChallenge', { wallet: other.own.id }))
  const from = await Promise.all(texts.from.map((text) => signed(text.wallet === other.own.id ? other.own : other.second, text)))
  return { me, other, into: await signed(me.own, texts.into), from }
}

runBadInputs('tests/server/accounts/badChanges.db.test.ts', {
  async WA01() {
    const { me, request, text } = await removal()
    return send(me, request, { ...text, signature: '' })
  },
  async 'WA01-other'() {
    const { me, text } = await removal()
    return send(me, remove(me.own), text)
  },
  async 'WA01-kind'() {
    const { me, text } = await removal()
    return send(me, { kind: 'primary', wallet: me.second.id }, text)
  },
  async 'WA01-again'() {
    const { me, request, text } = await removal()
    expect((await send(me, request, text)).status).toBe(200)
    return send(me, request, text)
  },
  async 'WA01-stranger'() {
    const me = await member()
    return me.browser.mutate('wallets.changeChallenge', { signer: evmWallet().id, request: remove(me.second) })
  },
  async 'WA01-link'() {
    const me = await member()
    const texts = dataOf<{ from: { wallet: string; message: string } }>(
      await me.browser.mutate('wallets.challenge', { wallet: evmWallet().id }),
    )
    return send(me, remove(me.own), await signed(me.own, texts.from))
  },
  async 'WA01-late'() {
    const { me, request, text } = await removal()
    site.clock.ms += 6 * 60_000
    return send(me, request, text)
  },
  async WA03() {
    const me = await member()
    return me.browser.mutate('wallets.changeChallenge', { signer: me.own.id, request: remove(evmWallet()) })
  },
  async 'WA03-shape'() {
    const me = await member()
    return me.browser.mutate('wallets.changeChallenge', { signer: me.own.id, request: { kind: 'remove', wallet: 'eip155:0x12' } })
  },
  async 'WA03-last'() {
    const { me, request, text } = await removal()
    await send(me, request, text)
    return me.browser.mutate('wallets.changeChallenge', { signer: me.own.id, request: remove(me.own) })
  },
  async WA05() {
    const [me, other] = [await member(), await member()]
    const { id } = await change(site, other.accountId, { signer: other.own, request: remove(other.second) })
    return me.browser.mutate('wallets.changeChallenge', { signer: me.own.id, request: { kind: 'object', change: id } })
  },
  async 'WA05-ended'() {
    const me = await member()
    const { id } = await change(site, me.accountId, { signer: me.own, request: remove(me.second) })
    await change(site, me.accountId, { signer: me.own, request: { kind: 'object', change: id } })
    return me.browser.mutate('wallets.changeChallenge', { signer: me.own.id, request: { kind: 'agree', change: id } })
  },
  async 'WA05-shape'() {
    const me = await member()
    return me.browser.mutate('wallets.changeChallenge', { signer: me.own.id, request: { kind: 'object', change: '1' } })
  },
  async 'WA05-both'() {
    const me = await member()
    const { id } = await change(site, me.accountId, { signer: me.own, request: remove(me.second) })
    const request = { kind: 'object', change: id, wallet: me.own.id }
    return me.browser.mutate('wallets.changeChallenge', { signer: me.own.id, request })
  },
  async WA07() {
    const { me, into, from } = await merging()
    return me.browser.mutate('wallets.merge', { into, from: from.slice(0, 1) })
  },
  async 'WA07-swapped'() {
    const [one, two] = [await merging(), await merging()]
    return one.me.browser.mutate('wallets.merge', { into: one.into, from: two.from })
  },
  async 'WA07-none'() {
    const { me, into } = await merging()
    return me.browser.mutate('wallets.merge', { into, from: [] })
  },
  async 'WA07-many'() {
    const { me, other, into, from } = await merging()
    const [text] = from
    const answer = await me.browser.mutate('wallets.merge', { into, from: Array.from({ length: 51 }, () => text) })
    await merge(site, me.accountId, { into: me.own, from: [other.own, other.second] })
    return answer
  },
})
