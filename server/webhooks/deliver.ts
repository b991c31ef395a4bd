import { decide } from './decide.ts'
import type { DeliveryStore, Settling, Taken } from './deliveryStore.ts'
import { messageId } from './payloads.ts'
import type { Outcome, Outgoing } from './sendClient.ts'

export type DeliverDeps = {
  store: DeliveryStore
  send(message: Outgoing): Promise<Outcome>
  /** The secret of an endpoint in clear. Throws when it does not open. */
  open(sealed: string, endpointId: string): string
  /** From 0 to 1. */
  chance(): number
  now(): number
  /** What went wrong on our side with one delivery: its lease runs out, and it is sent again. */
  failed(error: unknown, delivery: { endpointId: string; id: string }): void
  settled?(delivery: { endpointId: string; id: string }, settling: Settling): void
}

/** Longer than an attempt may last with its bookkeeping: nobody takes what is still being sent. */
export const leaseMs = 60_000
/** Under way at once in one process. */
const capacity = 100

/**
 * Sends what is due. `pass` takes deliveries and begins to send them, without waiting: an endpoint that is slow holds up its own messages alone. Whoever is
 * killed after a message was sent and before that is written down leaves a lease; the message goes again, with the same id.
 */
export function createDeliverer(deps: DeliverDeps) {
  /** Messages under way, by endpoint: each gets its next ones when all of these are through. */
  const busy = new Map<string, number>()
  const running = new Set<Promise<void>>()
  const waiting = new Set<() => void>()
  let freed = false

  async function run(delivery: Taken) {
    const named = { endpointId: delivery.endpointId, id: messageId(delivery.uid) }
    try {
      const settling = await deliver(deps, delivery, named.id)
      deps.settled?.(named, settling)
    } catch (error) {
      deps.failed(error, named)
    }
    const left = (busy.get(delivery.endpointId) ?? 1) - 1
    if (left > 0) busy.set(delivery.endpointId, left)
    else {
      busy.delete(delivery.endpointId)
      freed = waiting.size === 0
      for (const wake of waiting) wake()
    }
  }

  return {
    /** Answers how many were taken. */
    async pass(): Promise<number> {
      const limit = capacity - running.size
      if (limit <= 0) return 0
      const taken = await deps.store.take({ now: new Date(deps.now()), leaseMs, limit, busy: [...busy.keys()] })
      for (const { endpointId } of taken) busy.set(endpointId, (busy.get(endpointId) ?? 0) + 1)
      for (const delivery of taken) {
        const sending: Promise<void> = run(delivery).finally(() => running.delete(sending))
        running.add(sending)
      }
      return taken.length
    },
    /** Resolves when an endpoint is through with what it got since this was last asked, so that there may be more for it; or with the signal. */
    freed(signal: AbortSignal): Promise<void> {
      if (freed) {
        freed = false
        return Promise.resolve()
      }
      return new Promise((resolve) => {
        const done = () => {
          waiting.delete(done)
          resolve()
        }
        waiting.add(done)
        signal.addEventListener('abort', done, { once: true })
      })
    },
    /** Resolves when nothing is under way any more. */
    async idle(): Promise<void> {
      while (running.size > 0) await Promise.all(running)
    },
  }
}

async function deliver(deps: DeliverDeps, delivery: Taken, id: string): Promise<Settling> {
  const secrets = openSecrets(deps, delivery)
  const outcome: Outcome = secrets ? await deps.send({ url: delivery.url, id, body: delivery.body, secrets }) : { error: 'sealed' }
  const now = deps.now()
  const decision = decide(outcome, { attempts: delivery.attempts, now, chance: deps.chance() })
  return deps.store.settle(delivery, { outcome, decision, at: new Date(now) })
}

function openSecrets(deps: DeliverDeps, { secrets, endpointId, uid }: Taken): string[] | null {
  try {
    return secrets.map((sealed) => deps.open(sealed, endpointId))
  } catch (error) {
    // Sealed with another key: a matter of ours, which the retries give days to mend.
    deps.failed(error, { endpointId, id: messageId(uid) })
    return null
  }
}
