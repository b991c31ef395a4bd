import type { Connection } from '#drizzle/client.ts'
import type { ReadNames } from '#server/accounts/refreshNames.ts'
import { createCredentialStore } from '#server/reputation/credentialStore.ts'
import { publishFormula } from '#server/reputation/formula/formula.ts'
import { issuerId } from '#server/reputation/formula/issuers.ts'
import { formulaV1 } from '#server/reputation/formula/v1.ts'
import { createKeptScores } from '#server/reputation/keptScores.ts'
import { createQuestChains } from '#server/reputation/questChainsStore.ts'
import { readScore, readScoreView, type ScoreDeps } from '#server/reputation/readScore.ts'
import { clusterOf } from '#server/reputation/sybil/clusterStore.ts'
import { createBoardStore } from '#server/reputation/xp/boardStore.ts'
import { type FoundBoard, findBoard, type LeaderboardQuestion, readLeaderboard } from '#server/reputation/xp/leaderboard.ts'
import { leaderboardCsv } from '#server/reputation/xp/leaderboardCsv.ts'
import { readStanding } from '#server/reputation/xp/standing.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { MemberFacts } from '#server/verify/memberFacts.ts'

/** The formula in force: version 1 with this deployment's table, in which the platform's own issuer is fully trusted. */
export const activeFormula = (platform: Parts['platform']) =>
  publishFormula(fastHasher, formulaV1, [{ issuer: issuerId(fastHasher, platform), weight: formulaV1.weights.scale }])

type Parts = { db: Connection; now(): number; platform: { x: bigint; y: bigint } }

export const scoreDeps = ({ db, now, platform }: Parts): ScoreDeps => ({
  credentials: createCredentialStore(db),
  formula: activeFormula(platform),
  hasher: fastHasher,
  now,
})

/** Scores as rules ask for them. */
export function reputationFacts(parts: Parts): NonNullable<MemberFacts['reputation']> {
  const deps = scoreDeps(parts)
  return async (accountId, category) => {
    const { score, count, week, formulaHash, byCategory } = await readScore(deps, { accountId })
    const of = category === undefined ? { score, count } : byCategory.find((one) => one.category === category)
    return of ? { score: String(of.score), count: of.count, formulaHash, week } : null
  }
}

type Shown = Omit<Parts, 'platform'> & { platform: Parts['platform'] | null; names: ReadNames }

/** What pages show of a member's reputation. `platform`: null in a process that does not know the key; it then throws `config.invalid` for a score. */
export function composeReputation({ db, now, platform, names }: Shown) {
  const boards = createBoardStore(db)
  const score = platform && { ...scoreDeps({ db, now, platform }), kept: createKeptScores() }
  const standing = { boards, chains: createQuestChains(db), clusterOf: (accountId: string) => clusterOf(db, accountId) }
  const leaderboard = { boards, names, now }
  return {
    async score(input: Parameters<typeof readScoreView>[1]) {
      if (score) return readScoreView(score, input)
      throw new CairnError('config.invalid', 'CAIRN_ISSUER_PUBLIC_KEY is not set.', { meta: { field: 'CAIRN_ISSUER_PUBLIC_KEY' } })
    },
    standing: (input: Parameters<typeof readStanding>[1]) => readStanding(standing, input),
    findBoard: (question: LeaderboardQuestion) => findBoard(leaderboard, question),
    leaderboard: (board: FoundBoard, input: Parameters<typeof readLeaderboard>[2]) => readLeaderboard(leaderboard, board, input),
    leaderboardCsv: (board: FoundBoard) => leaderboardCsv(leaderboard, board),
  }
}
