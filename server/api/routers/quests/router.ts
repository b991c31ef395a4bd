import { router } from '#server/api/trpc.ts'
import { addCube } from './addCube.ts'
import { answerQuiz } from './answerQuiz.ts'
import { answerSurvey } from './answerSurvey.ts'
import { bySlug } from './bySlug.ts'
import { create } from './create.ts'
import { draw } from './draw.ts'
import { facets } from './facets.ts'
import { finishVisit } from './finishVisit.ts'
import { list } from './list.ts'
import { pasteTransaction } from './pasteTransaction.ts'
import { progress } from './progress.ts'
import { publish } from './publish.ts'
import { referralLink } from './referralLink.ts'
import { start } from './start.ts'
import { backtest, checkRule, dryRun } from './tryRule.ts'
import { visitLink } from './visitLink.ts'
import { vote } from './vote.ts'

export const questsRouter = router({
  list,
  facets,
  bySlug,
  draw,
  start,
  referralLink,
  progress,
  answerQuiz,
  vote,
  answerSurvey,
  addCube,
  visitLink,
  finishVisit,
  pasteTransaction,
  create,
  publish,
  checkRule,
  dryRun,
  backtest,
})
