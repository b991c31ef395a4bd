import { once } from 'node:events'
import { startRpc } from '#server/api/startRpc.ts'
import { composeRpc } from '#server/compose/slotAccess.ts'
import { readEnv } from '#server/shared/env.ts'
import { createLog } from '#server/shared/log.ts'

const env = readEnv()
const log = createLog('rpc', env.CAIRN_LOG_LEVEL)
const { stop } = await startRpc({
  ...(await composeRpc(env, log)),
  log,
  port: env.CAIRN_RPC_PORT,
  callsPerMinute: env.CAIRN_RPC_PER_MINUTE,
})
await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')])
await stop()
