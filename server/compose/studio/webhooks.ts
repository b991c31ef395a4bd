import { randomBytes, randomUUID } from 'node:crypto'
import { transact } from '#drizzle/transact.ts'
import { createAuditStore } from '#server/spaces/auditStore.ts'
import { createEndpointStore } from '#server/webhooks/endpointStore.ts'
import { addEndpoint, changeEndpoint, listEndpoints, removeEndpoint, rotateSecret, type WebhookDeps } from '#server/webhooks/endpoints.ts'
import { listDeliveries, replayOne, replaySince, testEndpoint } from '#server/webhooks/replay.ts'
import type { StudioDeps } from '../studio.ts'

/** Endpoints of spaces, and what was sent to them. The follower sends (`keepDelivering`). */
export function composeStudioWebhooks({ db, outbound, now }: StudioDeps) {
  const deps: WebhookDeps = {
    transact: (work) =>
      transact(db, (connection) => work({ endpoints: createEndpointStore(connection), audit: createAuditStore(connection) })),
    readEndpoints: createEndpointStore(db),
    sealer: outbound.sealer,
    localEndpoints: outbound.localEndpoints,
    now,
    newId: randomUUID,
    random: randomBytes,
  }
  return {
    list: (input: Parameters<typeof listEndpoints>[1]) => listEndpoints(deps, input),
    add: (input: Parameters<typeof addEndpoint>[1]) => addEndpoint(deps, input),
    change: (input: Parameters<typeof changeEndpoint>[1]) => changeEndpoint(deps, input),
    rotateSecret: (input: Parameters<typeof rotateSecret>[1]) => rotateSecret(deps, input),
    remove: (input: Parameters<typeof removeEndpoint>[1]) => removeEndpoint(deps, input),
    test: (input: Parameters<typeof testEndpoint>[1]) => testEndpoint(deps, input),
    deliveries: (input: Parameters<typeof listDeliveries>[1]) => listDeliveries(deps, input),
    replay: (input: Parameters<typeof replayOne>[1]) => replayOne(deps, input),
    replaySince: (input: Parameters<typeof replaySince>[1]) => replaySince(deps, input),
  }
}
