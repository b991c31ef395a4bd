import { router } from '#server/api/trpc.ts'
import { challenge } from './challenge.ts'
import { change } from './change.ts'
import { changeChallenge } from './changeChallenge.ts'
import { changes } from './changes.ts'
import { link } from './link.ts'
import { merge } from './merge.ts'
import { mergeChallenge } from './mergeChallenge.ts'

export const walletsRouter = router({ challenge, link, changeChallenge, change, changes, mergeChallenge, merge })
