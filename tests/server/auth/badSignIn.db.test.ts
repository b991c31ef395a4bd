import { ed25519 } from '@noble/curves/ed25519.js'
import { base58 } from '@scure/base'
import { encode } from 'next-auth/jwt'
import { afterAll, beforeAll, expect } from 'vitest'
import { runBadInputs } from '#tests/support/badInputs.ts'
import {
  type Answer,
  Browser,
  evmWallet,
  freshLimits,
  origin,
  type Site,
  signText,
  solanaWallet,
  startSite,
  type TestWallet,
  type TextFields,
} from '#tests/support/members.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.drop())

const ago = (minutes: number) => new Date(site.clock.ms - minutes * 60_000).toISOString()
const evm = evmWallet()
const sol = solanaWallet()

/** Posts a text that is right but for `change`; a refusal must leave no session behind. */
async function tryFields(wallet: TestWallet, change: Partial<TextFields>): Promise<Answer> {
  const browser = new Browser(site)
  return tryPost(browser, wallet, await browser.signed(wallet, change))
}

async function tryText(wallet: TestWallet, edit: (text: string) => string): Promise<Answer> {
  const browser = new Browser(site)
  return tryPost(browser, wallet, await signText(wallet, edit(await browser.text(wallet))))
}

async function tryPost(browser: Browser, wallet: TestWallet, fields: Record<string, string>): Promise<Answer> {
  const answer = await browser.post(wallet.kind, fields)
  if (answer.status !== 200) expect(await browser.session()).toEqual({})
  return answer
}

/** A right text with another signature. */
async function trySignature(wallet: TestWallet, edit: (signature: string, text: string) => string | Promise<string>): Promise<Answer> {
  const browser = new Browser(site)
  const text = await browser.text(wallet)
  const signed = await signText(wallet, text)
  return tryPost(browser, wallet, { ...signed, signature: await edit(signed.signature, text) })
}

const json = (body: unknown) =>
  new Browser(site).send('auth', '/api/auth/callback/siwe', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

async function nonceElsewhere(field: 'statement' | 'resources') {
  const browser = new Browser(site)
  const nonce = await browser.nonce()
  const change = field === 'statement' ? { statement: `Nonce: ${nonce}` } : { resources: [`urn:nonce:${nonce}`] }
  const answer = await browser.post('siwe', await browser.signed(evm, { nonce: 'a'.repeat(32), ...change }))
  // The nonce in the wrong place was not touched: it still signs in.
  expect((await browser.post('siwe', await browser.signed(evm, { nonce }))).status).toBe(200)
  return answer
}

async function callback(callbackUrl: string) {
  const browser = new Browser(site)
  const answer = await browser.post('siwe', { ...(await browser.signed(evm)), callbackUrl })
  expect(new URL((answer.body as { url: string }).url).origin).toBe(origin)
  return answer
}

async function withToken(token: string) {
  const browser = new Browser(site)
  browser.cookies.set('cairn.session', token)
  expect(await browser.session()).toEqual({})
  return browser.query('session.list')
}

async function signedIn(wallet = evmWallet()) {
  const browser = new Browser(site)
  await browser.signIn(wallet)
  return { browser, wallet, token: browser.cookies.get('cairn.session') ?? '' }
}

type Challenge = { from: { wallet: string; message: string }; to: { wallet: string; message: string } }

/** A challenge for two wallets, and what they signed. */
async function linkFixture() {
  const { browser, wallet } = await signedIn()
  const other = solanaWallet()
  const { body } = await browser.mutate('wallets.challenge', { wallet: other.id })
  const challenge = (body as { result: { data: Challenge } }).result.data
  const from = { ...challenge.from, signature: await wallet.sign(challenge.from.message) }
  const to = { ...challenge.to, signature: await other.sign(challenge.to.message) }
  return { browser, wallet, other, from, to }
}

async function browserWithNonce() {
  const browser = new Browser(site)
  await browser.nonce()
  return browser
}

const order = 2n ** 252n + 27742317777372353535851937790883648493n
const secpOrder = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n

/** The code of the last sign-in that was refused: each row must fail for its own reason. */
const lastCode = () => site.logged.findLast(({ msg }) => msg === 'sign-in refused')?.code

runBadInputs(
  'tests/server/auth/badSignIn.db.test.ts',
  {
    SI01: () => json({ message: { domain: 'cairn.test:3000' }, signature: '0x' }),
    'SI01-array': async () => json({ message: [await new Browser(site).text(evm)], signature: '0x' }),
    'SI01-number': () => json({ message: 'x', signature: 5 }),
    'SI01-json': () =>
      new Browser(site).send('auth', '/api/auth/callback/siwe', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"message":',
      }),
    'SI01-type': () =>
      new Browser(site).send('auth', '/api/auth/callback/siwe', {
        method: 'POST',
        headers: { 'content-type': 'text/plain' },
        body: 'message=x',
      }),
    SI03: () => tryFields(evm, { statement: 'a'.repeat(4096) }),
    'SI03-siws': () => tryFields(sol, { statement: 'a'.repeat(4096) }),
    'SI03-body': () => json({ message: 'a', other: 'b'.repeat(40_000) }),
    SI07: () => tryFields(evm, { domain: 'cairn.test:3000.evil.com' }),
    'SI07-port': () => tryFields(evm, { domain: 'cairn.test' }),
    'SI07-case': () => tryFields(evm, { domain: 'CAIRN.TEST:3000' }),
    'SI07-siws': () => tryFields(sol, { domain: 'evil.example' }),
    SI09: () => tryFields(evm, { domain: 'cairn.test:3000@evil.com' }),
    'SI09-before': () => tryFields(evm, { domain: 'evil@cairn.test:3000' }),
    'SI09-scheme': () => tryText(evm, (text) => `https://${text}`),
    SI11: () => tryFields(evm, { uri: 'http://evil.example' }),
    'SI11-userinfo': () => tryFields(evm, { uri: 'http://evil@cairn.test:3000' }),
    'SI11-javascript': () => tryFields(evm, { uri: 'javascript:alert(1)' }),
    'SI11-siws': () => tryFields(sol, { uri: 'http://evil.example' }),
    SI13: () => tryFields(evm, { chain: '031338' }),
    'SI13-unknown': () => tryFields(evm, { chain: '99999999' }),
    'SI13-hex': () => tryFields(evm, { chain: '0x7a6a' }),
    'SI13-siws': () => tryFields(sol, { chain: 'solana:devnet' }),
    'SI13-none': () => tryText(sol, (text) => text.replace(/Chain ID: .*\n/, '')),
    SI15: async () => tryFields(evm, { nonce: await new Browser(site).nonce() }),
    'SI15-none': async () => {
      const browser = new Browser(site)
      const signed = await browser.signed(evm)
      browser.cookies.delete('cairn.browser')
      return tryPost(browser, evm, signed)
    },
    'SI15-unknown': () => tryFields(evm, { nonce: '0123456789abcdef0123456789abcdef' }),
    'SI15-old': async () => {
      const browser = new Browser(site)
      const signed = await browser.signed(evm)
      site.clock.ms += 6 * 60_000
      return tryPost(browser, evm, signed)
    },
    'SI15-again': async () => {
      const browser = new Browser(site)
      const signed = await browser.signed(evm)
      expect((await browser.post('siwe', signed)).status).toBe(200)
      browser.cookies.delete('cairn.session')
      return tryPost(browser, evm, signed)
    },
    'SI15-short': () => tryFields(evm, { nonce: 'abcdefgh' }),
    SI17: async () => {
      const browser = new Browser(site)
      const signed = await browser.signed(evm)
      await browser.csrf()
      const statuses = await Promise.all(Array.from({ length: 50 }, async () => (await browser.post('siwe', signed)).status))
      expect(statuses.filter((status) => status === 200)).toHaveLength(1)
      expect(statuses.filter((status) => status === 401)).toHaveLength(49)
      return 200
    },
    'SI17-burnt': async () => {
      const browser = new Browser(site)
      const signed = await browser.signed(evm)
      expect((await browser.post('siwe', { ...signed, signature: await evmWallet().sign(signed.message) })).status).toBe(401)
      return tryPost(browser, evm, signed)
    },
    SI19: () => nonceElsewhere('statement'),
    'SI19-resources': () => nonceElsewhere('resources'),
    SI21: () => tryFields(evm, { issuedAt: ago(11) }),
    'SI21-future': () => tryFields(evm, { issuedAt: ago(-11) }),
    'SI21-february': () => tryFields(evm, { issuedAt: '2026-02-31T00:00:00Z' }),
    'SI21-siws': () => tryFields(sol, { issuedAt: ago(11) }),
    'SI21-none': () => tryText(sol, (text) => text.replace(/\nIssued At: .*/, '')),
    SI23: () => tryFields(evm, { issuedAt: ago(-5), expirationTime: ago(-4) }),
    'SI23-past': () => tryFields(evm, { expirationTime: ago(1) }),
    'SI23-not-before': () => tryFields(evm, { notBefore: ago(-1) }),
    'SI23-siws': () => tryFields(sol, { expirationTime: ago(1) }),
    SI25: () => tryFields(evm, { version: '2' }),
    'SI25-siws': () => tryFields(sol, { version: '2' }),
    SI27: () => tryFields(evm, { address: 'vitalik.eth' }),
    'SI27-icap': () => tryFields(evm, { address: 'XE7338O073KYGTWWZN0F2WZ0R8PX5ZPPZS' }),
    'SI27-lower': () => tryFields(evm, { address: evm.address.toLowerCase() }),
    'SI27-checksum': () =>
      tryFields(evm, {
        address: evm.address.replace(/[a-f]/i, (letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase())),
      }),
    'SI27-siws': () => tryFields(sol, { address: base58.encode(base58.decode(sol.address).slice(0, 31)) }),
    SI29: () => tryText(evm, (text) => text.replaceAll('\n', '\r\n')),
    'SI29-trailing': () => tryText(evm, (text) => `${text}\n`),
    'SI29-nul': () => tryFields(evm, { statement: 'Sign\u0000in' }),
    'SI29-bidi': () => tryFields(sol, { statement: 'Sign \u202ein' }),
    'SI29-homoglyph': () => tryFields(sol, { domain: 'c\u0430irn.test:3000' }),
    'SI29-tab': () => tryText(evm, (text) => text.replace(/(Nonce: .*)\n/, '$1\t\n')),
    'SI29-twice': () => tryText(evm, (text) => text.replace(/(Nonce: .*\n)/, '$1$1')),
    'SI29-order': () => tryText(sol, (text) => text.replace(/(URI: .*\n)(Version: .*\n)/, '$2$1')),
    SI33: () => trySignature(evm, () => `0x${'00'.repeat(65)}`),
    'SI33-r': () => trySignature(evm, (signature) => `0x${'00'.repeat(32)}${signature.slice(66)}`),
    'SI33-s': () => trySignature(evm, (signature) => `${signature.slice(0, 66)}${'00'.repeat(32)}1b`),
    'SI33-high': () =>
      trySignature(evm, (signature) => {
        const s = secpOrder - BigInt(`0x${signature.slice(66, 130)}`)
        return `${signature.slice(0, 66)}${s.toString(16).padStart(64, '0')}${signature.endsWith('1b') ? '1c' : '1b'}`
      }),
    'SI33-other': () => trySignature(evm, (_signature, text) => evmWallet().sign(text)),
    'SI33-empty': () => trySignature(evm, () => '0x'),
    'SI33-odd': () => trySignature(evm, (signature) => signature.slice(0, -1)),
    'SI33-long': () => trySignature(evm, (signature) => `${signature}00`),
    SI43: () => tryText(sol, (text) => text.replace(/^\S+ /, '')),
    SI45: async () => {
      const browser = new Browser(site)
      const nonce = await browser.nonce()
      const statement = `hi\n\nURI: ${origin}\nVersion: 1\nChain ID: solana:localnet\nNonce: ${nonce}`
      return tryPost(browser, sol, await browser.signed(sol, { statement, nonce: 'b'.repeat(32) }))
    },
    SI47: () =>
      trySignature(sol, (signature) => {
        const bytes = Buffer.from(signature, 'base64')
        const s = BigInt(`0x${Buffer.from(bytes.subarray(32)).reverse().toString('hex')}`) + order
        return Buffer.concat([bytes.subarray(0, 32), Buffer.from(s.toString(16).padStart(64, '0'), 'hex').reverse()]).toString('base64')
      }),
    'SI47-small': () => {
      // The neutral element as a key and as R, S = 0: holds for any message where small orders are not looked at.
      const neutral = Uint8Array.from([1, ...new Array<number>(31).fill(0)])
      const wallet: TestWallet = {
        ...sol,
        address: base58.encode(neutral),
        sign: async () => Buffer.concat([neutral, Buffer.alloc(32)]).toString('base64'),
      }
      return tryFields(wallet, {})
    },
    'SI47-key': () => trySignature(sol, (_signature, text) => solanaWallet().sign(text)),
    'SI47-text': async () => {
      const browser = new Browser(site)
      const text = await browser.text(sol)
      return tryPost(browser, sol, {
        message: Buffer.from(text.replace('Sign in', 'Sign on')).toString('base64'),
        signature: await sol.sign(text),
      })
    },
    'SI47-base64': async () => tryPost(await browserWithNonce(), sol, { message: 'not base64!', signature: 'AAAA' }),
    SI49: async () => {
      const secret = ed25519.utils.randomSecretKey()
      const payer = ed25519.getPublicKey(secret)
      // A legacy message: one signer, one read-only program, one instruction without accounts or data.
      const transaction = Buffer.from([1, 0, 1, 2, ...payer, ...new Uint8Array(32), ...new Uint8Array(32).fill(7), 1, 1, 0, 0])
      const signature = Buffer.from(ed25519.sign(transaction, secret)).toString('base64')
      return tryPost(await browserWithNonce(), sol, { message: transaction.toString('base64'), signature })
    },
    SI51: async () => {
      const browser = new Browser(site)
      const answer = await browser.post('siwe', await browser.signed(evm), { csrf: false })
      expect(await browser.session()).toEqual({})
      return answer
    },
    'SI51-wrong': async () => {
      const browser = new Browser(site)
      const answer = await browser.post('siwe', { ...(await browser.signed(evm)), csrfToken: await new Browser(site).csrf() })
      expect(await browser.session()).toEqual({})
      return answer
    },
    SI53: () => callback('https://evil.example'),
    'SI53-slashes': () => callback('//evil.example'),
    'SI53-javascript': () => callback('javascript:alert(1)'),
    'SI53-backslash': () => callback('/\\evil.example'),
    SI55: async () => {
      const { browser, token } = await signedIn()
      const csrfToken = await browser.csrf()
      await browser.send('auth', '/api/auth/signout', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ csrfToken, json: 'true' }).toString(),
      })
      return withToken(token)
    },
    SI57: async () => {
      const { browser } = await signedIn()
      const [row] = await site.members.sessions.list(String((await browser.session()).accountId), new Date(site.clock.ms))
      return withToken(await encode({ token: { sid: row?.id }, secret: site.secret, maxAge: -3600 }))
    },
    'SI57-sub': async () => {
      const { token } = await signedIn()
      const at = token.length - 40
      return withToken(`${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`)
    },
    'SI57-secret': async () => {
      const { browser } = await signedIn()
      const [row] = await site.members.sessions.list(String((await browser.session()).accountId), new Date(site.clock.ms))
      return withToken(await encode({ token: { sid: row?.id }, secret: 'another secret of more than thirty-two letters' }))
    },
    'SI57-none': () =>
      withToken(`${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sid":"x"}').toString('base64url')}.`),
    SI59: () => {
      const browser = new Browser(site)
      for (let i = 0; i < 101; i++) browser.cookies.set(`cairn.session.${i}`, 'x')
      return browser.send('auth', '/api/auth/session')
    },
    SI61: () => new Browser(site).send('auth', '/api/auth/csrf', { headers: { host: 'evil.example' } }),
    'SI61-forwarded': async () => {
      const browser = new Browser(site)
      const fields = {
        csrfToken: await browser.csrf(),
        json: 'true',
        ...(await browser.signed(evm, { domain: 'evil.example', uri: 'http://evil.example' })),
      }
      return browser.send('auth', '/api/auth/callback/siwe', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-host': 'evil.example' },
        body: new URLSearchParams(fields).toString(),
      })
    },
    'SI61-origin': () => new Browser(site).send('auth', '/api/auth/csrf', { headers: { origin: 'https://evil.example' } }),
    SI63: async () => {
      const { browser, from, to } = await linkFixture()
      return browser.mutate('wallets.link', { from: { ...from, signature: '0x' }, to: { ...to, signature: '' } })
    },
    'SI63-session': async () => {
      const { browser, wallet } = await signedIn()
      const other = solanaWallet()
      const nonce = await browser.nonce()
      const [first, second] = [await browser.text(wallet, { nonce }), await browser.text(other, { nonce })]
      return browser.mutate('wallets.link', {
        from: { wallet: wallet.id, message: first, signature: await wallet.sign(first) },
        to: { wallet: other.id, message: second, signature: await other.sign(second) },
      })
    },
    'SI63-swapped': async () => {
      const { browser, wallet, other, from, to } = await linkFixture()
      const stranger = solanaWallet()
      const message = from.message.replace(other.address, stranger.address)
      return browser.mutate('wallets.link', { from: { ...from, message, signature: await wallet.sign(message) }, to })
    },
    'SI63-other': async () => {
      const { from, to } = await linkFixture()
      const { browser } = await signedIn()
      return browser.mutate('wallets.link', { from, to })
    },
    'SI63-again': async () => {
      const { browser, from, to } = await linkFixture()
      expect((await browser.mutate('wallets.link', { from, to })).status).toBe(200)
      return browser.mutate('wallets.link', { from, to })
    },
    SI65: async () => {
      const limited = { ...site, handlers: { ...site.handlers } }
      const { createNonceHandler } = await import('#server/api/handlers/nonceHandler.ts')
      limited.handlers.nonce = createNonceHandler({ members: site.members, limiter: freshLimits() })
      const browser = new Browser(limited)
      for (let i = 0; i < 30; i++) expect((await browser.send('nonce', '/api/auth/nonce')).status).toBe(200)
      const answer = await browser.send('nonce', '/api/auth/nonce')
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
      return answer
    },
  },
  lastCode,
)
