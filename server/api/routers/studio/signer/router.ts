import { router } from '#server/api/trpc.ts'
import { add } from './add.ts'
import { change } from './change.ts'
import { check } from './check.ts'
import { list } from './list.ts'
import { moveQuest } from './moveQuest.ts'
import { remove } from './remove.ts'
import { rotateSecret } from './rotateSecret.ts'
import { use } from './use.ts'

export const studioSignerRouter = router({ list, add, change, check, rotateSecret, use, moveQuest, remove })
