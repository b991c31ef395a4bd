import { createSignInMessageText } from '@solana/wallet-standard-util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanIcon, cleanName } from '#app/_client/wallets/announced.ts'
import { isBusy, isRefusal, isShort } from '#app/_client/wallets/refusal.ts'
import { writeSiws } from '#app/_client/wallets/siwsText.ts'

test('names lose what is invisible or turns the text around, and are never empty or long', () => {
  expect(cleanName('\u202eMeta\u200bMask\u0000', 'x')).toBe('MetaMask')
  expect(cleanName('  a \n\t b ', 'x')).toBe('a b')
  for (const bad of ['', '   ', '\u200b', undefined, null, 7, {}]) expect(cleanName(bad, 'Wallet')).toBe('Wallet')
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
      const clean = cleanName(name, 'Wallet')
      expect([...clean].length).toBeLessThanOrEqual(32)
      expect(clean).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}]+$/u)
    }),
  )
})

test('icons are images in data URLs or nothing', () => {
  for (const good of ['data:image/png;base64,AA', 'data:image/svg+xml,<svg/>', ' data:image/webp;base64,AA '])
    expect(cleanIcon(good)).toBe(good.trim())
  const bad = [
    'https://evil.example/a.png',
    'data:text/html,<script>',
    'javascript:alert(1)',
    '//x/a.png',
    'data:image/svg+xmlx',
    'blob:x',
    '',
    null,
    5,
  ]
  for (const icon of bad) expect(cleanIcon(icon), String(icon)).toBeNull()
  expect(cleanIcon(`data:image/png;base64,${'A'.repeat(200_000)}`)).toBeNull()
})

test('a refusal is told from an error, however deep it is wrapped', () => {
  const wrapped = new Error('outer', { cause: new Error('inner', { cause: { code: 4001 } }) })
  for (const no of [
    { code: 4001 },
    wrapped,
    { name: 'UserRejectedRequestError' },
    new Error('User rejected the request.'),
    { code: 'ACTION_REJECTED' },
  ])
    expect(isRefusal(no)).toBe(true)
  for (const error of [{ code: -32603 }, new Error('network'), null, undefined, 'User rejected', 4001]) expect(isRefusal(error)).toBe(false)
  expect(isBusy({ cause: { code: -32002 } })).toBe(true)
  expect(isBusy({ code: 4001 })).toBe(false)
  const loop: { cause?: unknown } = {}
  loop.cause = loop
  expect(isRefusal(loop)).toBe(false)
})

test('a transaction that the chain would not take is told from everything else', () => {
  for (const error of [
    { code: -32000, message: 'insufficient funds for gas * price + value' },
    { code: -32603, message: 'Internal error', data: { message: 'execution reverted' } },
    new Error('wallet', { cause: new Error('ERC20: transfer amount exceeds balance') }),
  ])
    expect(isShort(error)).toBe(true)
  for (const error of [new TypeError('Failed to fetch'), { code: -32603, message: 'Internal JSON-RPC error.' }, null, 'insufficient'])
    expect(isShort(error)).toBe(false)
})

test('the text for wallets without signIn is the one that the standard library writes', () => {
  const input = {
    domain: 'cairn.example',
    address: '5F3sa2TJAWMqDhXG6jhV4N8ko9SxwGy8TpaNS1repo5E',
    statement: 'Sign in to Cairn.',
    uri: 'https://cairn.example',
    version: '1',
    chainId: 'solana:mainnet',
    nonce: 'abcdef0123456789',
    issuedAt: '2026-01-02T03:04:05.000Z',
  }
  expect(writeSiws(input)).toBe(createSignInMessageText(input))
})
