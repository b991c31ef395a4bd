import { router } from '#server/api/trpc.ts'
import { leaderboard } from './leaderboard.ts'
import { score } from './score.ts'
import { standing } from './standing.ts'

export const reputationRouter = router({ score, standing, leaderboard })
