import type { Answer } from '#server/credentials/verify/answers.ts'
import { openL2Reader } from '#server/credentials/verify/l2Client.ts'
import { answerExpiry, answerInclusion, answerRevocation, answerSignature, examine } from '#server/credentials/verify.ts'
import { hasher } from '#server/rollup/protocol/poseidon2.ts'
import type { Hex } from '#server/shared/bytes.ts'
import { isCairnError } from '#server/shared/errors.ts'

export type Question = 'signature' | 'inclusion' | 'notRevoked' | 'notExpired'

/**
 * Verifies a credential document in this browser: the file and L2, nothing of ours. Each answer is told as soon as it is known; what only L2 can answer
 * stays untold while L2 cannot be reached. Throws `credential.invalid` for what is no such document.
 */
export async function verifyHere(
  document: unknown,
  l2: { url: string; rollup: string },
  tell: (question: Question, answer: Answer) => void,
): Promise<void> {
  const now = Math.floor(Date.now() / 1000)
  const examined = examine(hasher, document, now)
  tell('signature', answerSignature(examined))
  tell('notExpired', answerExpiry(examined, now))
  try {
    const reader = await openL2Reader(l2.url, l2.rollup.toLowerCase() as Hex)
    const inclusion = await answerInclusion(examined, reader)
    tell('inclusion', inclusion)
    tell('notRevoked', await answerRevocation(examined, { reader, inclusion }))
  } catch (error) {
    if (!isCairnError(error) || error.code !== 'chain.unreachable') throw error
  }
}
