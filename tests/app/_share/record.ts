import type { CredentialRecord } from '#app/_data/views.ts'

const both = (text: string) => ({ en: text, ja: text })

/** A credential as the API tells it; `change` says what is different. */
export const recordOf = (change: Partial<CredentialRecord> = {}): CredentialRecord => ({
  id: '11111111-2222-4333-8444-555555555555',
  index: 12,
  serial: 2,
  quest: { slug: 'uniswap-swap', title: { en: 'Trade on Uniswap', ja: 'ユニスワップで交換する' }, category: 'defi', points: 120 },
  hidden: false,
  holder: { handle: null, wallet: `eip155:0x26fe${'0'.repeat(32)}567f`, mintedTo: `eip155:0x26fe${'0'.repeat(32)}567f` },
  state: 'final',
  batch: 7,
  issuedAt: '2026-11-20T08:00:00.000Z',
  waitsFor: null,
  createdAt: '2026-11-20T07:59:58.000Z',
  times: {
    acceptedAt: '2026-11-20T07:59:58.000Z',
    sealedAt: '2026-11-20T08:00:00.000Z',
    proposedAt: '2026-11-20T08:00:02.000Z',
    provenAt: '2026-11-20T08:00:20.000Z',
    finalAt: '2026-11-20T08:00:30.000Z',
  },
  space: { slug: 'cairn', name: 'Cairn' },
  names: {},
  supply: 500,
  expiresAt: null,
  revoked: null,
  rules: {
    version: 1,
    hash: `0x${'ab'.repeat(31)}`,
    order: 'any',
    steps: [{ id: 'swap', title: both('Swap'), rule: both('A swap'), digest: null }],
  },
  evidence: { digest: `0x${'cd'.repeat(31)}`, root: null, position: null },
  ...change,
})

export const titled = (title: string, change: Partial<CredentialRecord> = {}): CredentialRecord => {
  const record = recordOf(change)
  return { ...record, quest: { ...record.quest, title: both(title) } }
}
