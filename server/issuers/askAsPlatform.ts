import type { Sealer } from '#server/auth/sealing.ts'
import type { SignAnswer, SignerPort, SignRequest } from '#server/rollup/sequencer/issuer/signerPort.ts'
import { type Hex, toHex32 } from '#server/shared/bytes.ts'
import type { GuardedFetch } from '#server/shared/outbound/guardedFetchClient.ts'
import { askSigner, type SignerFault, signerFaults } from './askClient.ts'
import { noteFault, secretOf } from './checkSigner.ts'
import { type SignBody, writeKey } from './contract.ts'
import type { SignerStore } from './signerStore.ts'

export type PortDeps = {
  signers: SignerStore
  sealer: Sealer | null
  fetch: GuardedFetch
  slot: { chainId: number; rollup: Hex }
  now(): number
}

/** Asks the signer whose key a quest names, and keeps what came of it for the space's page. Only a signer of the quest's own space is asked. */
export const askAsPlatformPort = (deps: PortDeps): SignerPort => ({
  ask: (request) => ask(deps, request),
  async held({ key }) {
    const row = await deps.signers.byKey(key)
    if (row) await deps.signers.change(row.id, { signedAt: new Date(deps.now()), lastError: null, lastWords: null })
  },
  async refused({ key }, code) {
    const row = await deps.signers.byKey(key)
    const fault = signerFaults.find((each) => each === code) ?? 'wrong-answer'
    if (row) await noteFault(deps.signers, row.id, { code: fault, words: null, at: new Date(deps.now()) })
  },
})

async function ask(deps: PortDeps, request: SignRequest): Promise<SignAnswer> {
  const { signers, sealer, now } = deps
  const [row, quest] = await Promise.all([signers.byKey(request.key), signers.questAt(request.quest)])
  if (!row || !quest || row.spaceId !== quest.spaceId) return { code: 'no-signer' satisfies SignerFault }
  if (!sealer) return { code: 'sealed' satisfies SignerFault }
  const answer = await askSigner(deps, { url: row.url, secret: secretOf(sealer, row), body: bodyOf(deps, request, quest) })
  if ('signature' in answer) return answer
  const { code, words, retryAfterMs } = answer
  await noteFault(signers, row.id, { code, words, at: new Date(now()) })
  return { code, retryAfterMs }
}

function bodyOf({ slot }: PortDeps, request: SignRequest, { slug, space }: { slug: string; space: string }): SignBody {
  const about = {
    id: request.id,
    slot: { chainId: slot.chainId, rollup: slot.rollup.toLowerCase() },
    key: writeKey(request.key),
    message: toHex32(request.message),
    quest: { index: request.quest, slug, space },
  }
  if (request.kind === 'revoke') return { type: 'revoke', ...about, revoke: { credential: request.credential, reason: request.reason } }
  const { groupNonce, validUntil, members } = request
  return { type: 'mint', ...about, mint: { groupNonce, validUntil, evidenceRoot: toHex32(request.evidenceRoot), members: [...members] } }
}
