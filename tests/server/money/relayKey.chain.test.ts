import { ed25519 } from '@noble/curves/ed25519.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { type Hex, parseEventLogs } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inboxAbi } from '#contracts/abi/inbox.gen.ts'
import { l2Sends, rollupBatches, rollupWallets } from '#drizzle/schema/rollup.ts'
import { type KeySetting, keySettingText, keySettingTypedData } from '#server/rollup/protocol/keySetting.ts'
import { derivePublicKey } from '#server/rollup/protocol/schnorr.ts'
import { walletWord } from '#server/rollup/protocol/tx/openAccount.ts'
import { decodeInboxTx } from '#server/rollup/protocol/words.ts'
import { toHex, toHex32 } from '#server/shared/bytes.ts'
import { type DeployedSlot, deployedSlot } from '#tests/contracts/deployedSlot.ts'
import { Browser, dataOf, errorOf, evmWallet, type Site, solanaWallet, type TestWallet } from '#tests/support/members.ts'
import { finalBatch, siteOn } from './moneyFixture.ts'

let slot: DeployedSlot
let site: Site
beforeAll(async () => {
  slot = await deployedSlot()
  site = await siteOn(slot)
  await site.db.insert(rollupBatches).values(finalBatch(1))
})
afterAll(async () => {
  await site?.drop()
  await slot?.stop()
})

let next = 0
/** A signed-in member whose primary wallet has a slot account. */
async function newMember(wallet: TestWallet): Promise<{ browser: Browser; account: number; wallet: TestWallet }> {
  const browser = new Browser(site)
  await browser.signIn(wallet)
  const account = next++
  await site.db.insert(rollupWallets).values({ wallet: wallet.id, account, batch: 1 })
  return { browser, account, wallet }
}

const point = derivePublicKey(42n)
const settingOf = (account: number, change: Partial<KeySetting> = {}): KeySetting => ({
  ...{ account, keyX: point.x, keyY: point.y, identity: 9n, linkedWallet: 0n },
  ...change,
})
const place = () => ({ chainId: slot.anvil.chainId, inbox: slot.contracts.inbox })
type Challenge = { account: number; wallet: string; nonce: string; deadline: number }
const challengeOf = async (browser: Browser) => dataOf<Challenge>(await browser.query('money.keyChallenge'))
const bodyOf = (setting: KeySetting, { nonce, deadline }: Pick<Challenge, 'nonce' | 'deadline'>, signature: string) => ({
  ...{ keyX: toHex32(setting.keyX), keyY: toHex32(setting.keyY), identity: toHex32(setting.identity) },
  ...{ nonce, deadline, signature },
})
const sends = async (account: number) => {
  const rows = await site.db.select().from(l2Sends)
  return rows.filter(({ purpose }) => purpose.startsWith(`setKey:${account}:`))
}

/** Sends what is owed as the publisher would, and answers the item that the inbox queued. */
async function bring(send: typeof l2Sends.$inferSelect) {
  const hash = await slot.stranger.sendTransaction({ to: send.to as Hex, data: send.data as Hex, gas: BigInt(send.gasLimit ?? 0) })
  const { logs } = await slot.client.waitForTransactionReceipt({ hash })
  const [event] = parseEventLogs({ abi: inboxAbi, eventName: 'ItemQueued', logs })
  return event && decodeInboxTx([...event.args.words])
}

const evmKey = generatePrivateKey()
const signer = privateKeyToAccount(evmKey)
const solanaSecret = ed25519.utils.randomSecretKey()

describe('a key that the platform brings to L2', () => {
  it('is that of an EVM wallet without a coin on L2, once, however often it is asked', async () => {
    const { browser, account } = await newMember(evmWallet(evmKey))
    const challenge = await challengeOf(browser)
    expect(challenge).toMatchObject({ account, nonce: '0' })
    const setting = settingOf(account)
    const approval = { ...place(), nonce: 0n, deadline: BigInt(challenge.deadline) }
    const signature = await signer.signTypedData(keySettingTypedData(setting, approval))
    const body = bodyOf(setting, challenge, signature)
    expect((await browser.mutate('money.relayKey', body)).status).toBe(200)
    expect((await browser.mutate('money.relayKey', body)).status).toBe(200)
    const owed = await sends(account)
    expect(owed).toMatchObject([{ sender: 'platform', to: slot.contracts.inbox, value: '0', status: 'queued', gasLimit: 900_000 }])
    // Another key while this one is under way.
    const other = settingOf(account, { identity: 10n })
    const otherSigned = await signer.signTypedData(keySettingTypedData(other, approval))
    expect(errorOf(await browser.mutate('money.relayKey', bodyOf(other, challenge, otherSigned))).data.code).toBe('conflict')
    const [send] = owed
    expect(send && (await bring(send))).toMatchObject({
      kind: 'setKey',
      account,
      keyX: point.x,
      identity: 9n,
      authoriser: walletWord(evmWallet(evmKey).id),
    })
    expect((await challengeOf(browser)).nonce).toBe('1')
  })

  it('is that of a Solana wallet, by the text that the contract has', async () => {
    const wallet = solanaWallet(solanaSecret)
    const { browser, account } = await newMember(wallet)
    const challenge = await challengeOf(browser)
    const setting = settingOf(account)
    const deadline = BigInt(challenge.deadline)
    const text = keySettingText(setting, { ...place(), nonce: 0n, deadline })
    expect(text).toBe(await slot.client.readContract({ ...slot.inbox, functionName: 'setKeyText', args: [setting, 0n, deadline] }))
    const body = bodyOf(setting, challenge, toHex(ed25519.sign(utf8ToBytes(text), solanaSecret)))
    expect((await browser.mutate('money.relayKey', body)).status).toBe(200)
    const [send] = await sends(account)
    // Within the gas that such a send may use.
    expect(send && (await bring(send))).toMatchObject({ kind: 'setKey', account, authoriser: walletWord(wallet.id) })
  })

  it('may be signed for again after L2 refused it', async () => {
    const key = generatePrivateKey()
    const { browser, account } = await newMember(evmWallet(key))
    const challenge = await challengeOf(browser)
    const setting = settingOf(account)
    const data = keySettingTypedData(setting, { ...place(), nonce: 0n, deadline: BigInt(challenge.deadline) })
    const body = bodyOf(setting, challenge, await privateKeyToAccount(key).signTypedData(data))
    await browser.mutate('money.relayKey', body)
    await site.pool.query(`update l2_sends set status = 'reverted' where purpose = $1`, [`setKey:${account}:0`])
    expect((await browser.mutate('money.relayKey', body)).status).toBe(200)
    expect(await sends(account)).toMatchObject([{ status: 'queued' }])
  })
})

describe('bad requests cost no gas', () => {
  it('are refused with the reason, and nothing is owed', async () => {
    const key = generatePrivateKey()
    const member = privateKeyToAccount(key)
    const { browser, account } = await newMember(evmWallet(key))
    const { deadline } = await challengeOf(browser)
    const now = Math.floor(site.clock.ms / 1000)
    type Change = {
      setting?: Partial<KeySetting>
      nonce?: bigint
      deadline?: number
      inbox?: Hex
      chainId?: number
      by?: typeof member
      signature?: string
    }
    const ask = async ({ setting: change = {}, by = member, ...rest }: Change) => {
      const setting = settingOf(account, change)
      const signed = {
        ...place(),
        nonce: rest.nonce ?? 0n,
        deadline: BigInt(rest.deadline ?? deadline),
        ...(rest.inbox ? { inbox: rest.inbox } : {}),
        ...(rest.chainId ? { chainId: rest.chainId } : {}),
      }
      const signature = rest.signature ?? (await by.signTypedData(keySettingTypedData(setting, signed)))
      return browser.mutate(
        'money.relayKey',
        bodyOf({ ...setting, account }, { nonce: String(signed.nonce), deadline: Number(signed.deadline) }, signature),
      )
    }
    const codeOf = async (change: Change) => errorOf(await ask(change)).data.code
    expect(await codeOf({ by: signer })).toBe('auth.refused')
    expect(await codeOf({ setting: { account: account + 1 } })).toBe('auth.refused')
    expect(await codeOf({ inbox: slot.contracts.rollup })).toBe('auth.refused')
    expect(await codeOf({ chainId: 1 })).toBe('auth.refused')
    expect(await codeOf({ signature: `0x${'11'.repeat(65)}` })).toBe('auth.refused')
    expect(await codeOf({ signature: `0x${'00'.repeat(64)}` })).toBe('auth.refused')
    expect(await codeOf({ signature: '0x11' })).toBe('input.invalid')
    expect(await codeOf({ setting: { keyX: 1n, keyY: 1n } })).toBe('input.invalid')
    expect(await codeOf({ setting: { identity: 0n } })).toBe('input.invalid')
    expect(await codeOf({ deadline: now + 30 })).toBe('input.invalid')
    expect(await codeOf({ deadline: now + 7200 })).toBe('input.invalid')
    expect(await codeOf({ nonce: 1n })).toBe('rollup.refused')
    expect(await sends(account)).toEqual([])
  })

  it('are refused for whoever has no account that is final, and for strangers', async () => {
    const browser = new Browser(site)
    await browser.signIn(evmWallet())
    expect(errorOf(await browser.query('money.keyChallenge')).data.code).toBe('conflict')
    const body = bodyOf(settingOf(0), { nonce: '0', deadline: Math.floor(site.clock.ms / 1000) + 600 }, `0x${'11'.repeat(65)}`)
    expect(errorOf(await browser.mutate('money.relayKey', body)).data.code).toBe('conflict')
    expect(errorOf(await new Browser(site).mutate('money.relayKey', body)).data.code).toBe('auth.required')
  })

  it('are refused for an account whose code would run at the platform’s cost', async () => {
    const key = generatePrivateKey()
    const wallet = evmWallet(key)
    const { browser, account } = await newMember(wallet)
    await slot.tester.setCode({ address: wallet.address as Hex, bytecode: '0x600160005260206000f3' })
    const challenge = await challengeOf(browser)
    const setting = settingOf(account)
    const data = keySettingTypedData(setting, { ...place(), nonce: 0n, deadline: BigInt(challenge.deadline) })
    const body = bodyOf(setting, challenge, await privateKeyToAccount(key).signTypedData(data))
    expect(errorOf(await browser.mutate('money.relayKey', body)).data.code).toBe('rollup.refused')
    expect(await sends(account)).toEqual([])
  })

  it('end at five a day for one account', async () => {
    const key = generatePrivateKey()
    const { browser, account } = await newMember(evmWallet(key))
    await site.db
      .insert(l2Sends)
      .values(
        [10, 11, 12, 13, 14].map((nonce) => ({ purpose: `setKey:${account}:${nonce}`, sender: 'platform' as const, to: '0x', data: '0x' })),
      )
    const challenge = await challengeOf(browser)
    const setting = settingOf(account)
    const data = keySettingTypedData(setting, { ...place(), nonce: 0n, deadline: BigInt(challenge.deadline) })
    const body = bodyOf(setting, challenge, await privateKeyToAccount(key).signTypedData(data))
    expect(errorOf(await browser.mutate('money.relayKey', body)).data.code).toBe('rate.limited')
  })
})
