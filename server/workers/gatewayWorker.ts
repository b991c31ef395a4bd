import { once } from 'node:events'
import { startGateway } from '#server/api/startGateway.ts'
import { compose } from '#server/compose.ts'
import { readEnv } from '#server/shared/env.ts'
import { createLog } from '#server/shared/log.ts'

const env = readEnv()
const stop = await startGateway(compose(env, createLog('gateway', env.CAIRN_LOG_LEVEL)), env.CAIRN_GATEWAY_PORT)
await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')])
await stop()
