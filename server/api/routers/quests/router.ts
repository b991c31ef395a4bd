import { router } from '#server/api/trpc.ts'
import { answerQuiz } from './answerQuiz.ts'
import { bySlug } from './bySlug.ts'
import { create } from './create.ts'
import { list } from './list.ts'
import { progress } from './progress.ts'
import { publish } from './publish.ts'
import { start } from './start.ts'

export const questsRouter = router({ list, bySlug, start, progress, answerQuiz, create, publish })
