import { router } from '#server/api/trpc.ts'
import { add } from './add.ts'
import { change } from './change.ts'
import { deliveries } from './deliveries.ts'
import { list } from './list.ts'
import { remove } from './remove.ts'
import { replay } from './replay.ts'
import { replaySince } from './replaySince.ts'
import { rotateSecret } from './rotateSecret.ts'
import { test } from './test.ts'

export const studioWebhooksRouter = router({ list, add, change, rotateSecret, remove, test, deliveries, replay, replaySince })
