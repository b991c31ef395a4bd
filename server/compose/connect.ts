import type { Database } from '#drizzle/client.ts'
import { publishEvents } from '#drizzle/publishEvents.ts'
import { transact } from '#drizzle/transact.ts'
import { type ConnectDeps, disconnect, finishConnection, listConnections, startConnection } from '#server/accounts/connections/connect.ts'
import { createConnectionStore } from '#server/accounts/connections/connectionStore.ts'
import type { NonceDeps } from '#server/auth/nonce.ts'
import { createParticipationStore } from '#server/quests/participationStore.ts'
import type { Outbound } from './outbound.ts'

/** Members' accounts at other services. */
export function composeConnect(input: NonceDeps & { db: Database; outbound: Outbound; origin: string; secret: string }) {
  const { db, outbound, ...rest } = input
  const { services, sealer, fetch } = outbound
  const deps: ConnectDeps = {
    ...rest,
    services,
    sealer,
    fetch,
    readConnections: createConnectionStore(db),
    transact: (work) =>
      transact(db, (connection) =>
        work({
          connections: createConnectionStore(connection),
          publish: (event) => publishEvents(connection, event),
          rejudge: (account) => createParticipationStore(connection).wake({ account }),
        }),
      ),
  }
  return {
    list: (of: Parameters<typeof listConnections>[1]) => listConnections(deps, of),
    start: (of: Parameters<typeof startConnection>[1]) => startConnection(deps, of),
    finish: (of: Parameters<typeof finishConnection>[1]) => finishConnection(deps, of),
    disconnect: (of: Parameters<typeof disconnect>[1]) => disconnect(deps, of),
  }
}
