import { credentialSettings, readCredentialKey } from '#server/credentials/export/credentialKey.ts'
import { exportCredential } from '#server/credentials/export/exportCredential.ts'
import type { L2Reader } from '#server/credentials/verify.ts'
import { evidenceRoot } from '#server/rollup/protocol/evidenceRoot.ts'
import { derivePublicKey, signingKeyFrom } from '#server/rollup/protocol/schnorr.ts'
import { walletWord } from '#server/rollup/protocol/tx/openAccount.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { fromHex, toHex32 } from '#server/shared/bytes.ts'
import { now, openSlotWithQuest, slotDomain } from '#tests/support/slotFixture.ts'

const issuerKey = `0x00${'5c'.repeat(31)}`
export const holders = ['eip155:0x9b1f7f645351af3631a656421ed2e40f2802e6c0', 'solana:4zvwRjXUKGfvwnParsHAS3HuSVzV5cA4McphgmoCtajS'] as const
export const key = readCredentialKey(credentialSettings(fastHasher, issuerKey))
const digests = [0x1234n, 0x5678n, 0x9abcn, 0xdef0n]
export const expiresAfter = 1_000_000
export { now, slotDomain }

/** A slot whose real transitions minted four credentials, the third to an EVM wallet and the fourth to a Solana wallet, and their documents. */
export async function exportedFixture(wallets: readonly [string, string] = holders) {
  const sk = signingKeyFrom(fromHex(issuerKey) ?? new Uint8Array())
  const { x, y } = derivePublicKey(sk)
  const slot = await openSlotWithQuest(fastHasher, { issuerKeyX: x, issuerKeyY: y, expiresAfter })
  const accounts = [1, 2, 9, 10]
  const group = { quest: 0, accounts, evidenceRoot: evidenceRoot(fastHasher, digests), validUntil: now + 500 }
  await slot.advance({ opens: wallets.map(walletWord) })
  const built = await slot.advance({ groups: [await slot.sign(group, sk)] })
  const batch = slot.state.batch
  const root = toHex32(slot.state.root())
  const exportOf = (member: number) =>
    exportCredential(
      {
        credentials: {
          finalBatch: async () => batch,
          finalCredential: async () => {
            const minted = built.positions.credentials[member]
            if (!minted) return null
            return {
              index: minted.index,
              account: minted.account,
              wallet: wallets[member - 2] ?? '',
              space: 'Cairn',
              quest: {
                index: 0,
                title: { en: 'Swap', ja: '交換' },
                summary: { en: 'Swap once.', ja: '一度交換する。' },
                points: 10,
                category: 'defi',
              },
              serial: minted.serial,
              issuedAt: now,
              evidenceRoot: toHex32(group.evidenceRoot),
              evidencePosition: member,
              digests: digests.map((digest) => `0x${digest.toString(16)}`),
            }
          },
        },
        nodes: slot.store,
        hasher: fastHasher,
        key,
        slot: async () => slotDomain,
        now: () => (now + 60) * 1000,
      },
      { index: 0 },
    )
  const reader: L2Reader = {
    chainId: slotDomain.chainId,
    rollup: slotDomain.rollup,
    finalRoot: async (asked, number) => (asked === root && number === batch ? { batch, timestamp: now } : null),
    revokedSince: async () => 'none',
  }
  return { slot, reader, evm: await exportOf(2), solana: await exportOf(3), none: await exportOf(7) }
}
