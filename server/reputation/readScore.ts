import type { Hasher } from '#server/rollup/protocol/poseidon2.ts'
import type { CredentialStore } from './credentialStore.ts'
import { weekOf } from './formula/decay.ts'
import type { Formula } from './formula/formula.ts'
import { issuerId } from './formula/issuers.ts'
import { type Score, scoreAt } from './formula/score.ts'
import type { KeptScores } from './keptScores.ts'
import { type ScoreView, toScoreView, visibleLines } from './scoreView.ts'

export type ScoreDeps = { credentials: CredentialStore; formula: Formula; hasher: Hasher; now(): number }

/** The score of an account's final credentials in the present week. Throws `input.invalid` outside the formula's weeks. */
export async function readScore({ credentials, formula, hasher, now }: ScoreDeps, input: { accountId: string }): Promise<Score> {
  const rows = await credentials.ofAccount(input.accountId)
  const ids = new Map<string, bigint>()
  const scored = rows.map(({ issuerKey, ...rest }) => {
    const key = `${issuerKey.x}.${issuerKey.y}`
    const issuer = ids.get(key) ?? issuerId(hasher, issuerKey)
    ids.set(key, issuer)
    return { ...rest, issuer }
  })
  return scoreAt(formula, scored, weekOf(formula.data, Math.floor(now() / 1000)))
}

/** The same, and not computed again while nothing that it is made of has changed: pages of one sum are asked for one after the other. */
async function readKeptScore(deps: ScoreDeps & { kept: KeptScores }, input: { accountId: string }): Promise<Score> {
  const { accountId } = input
  const week = weekOf(deps.formula.data, Math.floor(deps.now() / 1000))
  const key = `${accountId} ${week} ${await deps.credentials.stateOf(accountId)}`
  return deps.kept.get(key) ?? deps.kept.keep(key, await readScore(deps, input))
}

/** The same with a page of its lines in words. `viewerId`: who reads it; the holder sees all, others without what the holder hides. */
export async function readScoreView(
  deps: ScoreDeps & { kept: KeptScores },
  input: { accountId: string; viewerId: string | null; from: number; limit: number },
): Promise<ScoreView> {
  const { accountId, viewerId, from, limit } = input
  const [score, hidden] = await Promise.all([readKeptScore(deps, { accountId }), deps.credentials.hiddenOf(accountId)])
  const page = { hidden: new Set(hidden), own: viewerId === accountId, from, limit }
  const shown = visibleLines(score, page).lines.slice(from, from + limit)
  const subjects = await deps.credentials.subjects(shown.map(({ credentialId }) => credentialId))
  return toScoreView(deps.formula, score, { ...page, subjects })
}
