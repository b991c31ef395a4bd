'use client'

import { createTRPCClient, httpSubscriptionLink } from '@trpc/client'
import type { GatewayRouter } from '#server/api/types.ts'

/** Pushed events come from the gateway, on the same origin; a connection that only broke is taken up again after the last id it saw. */
const gateway = createTRPCClient<GatewayRouter>({ links: [httpSubscriptionLink({ url: '/sse' })] })

const firstRetryMs = 1000
const lastRetryMs = 30_000

/**
 * Calls `onChange` for each event of the topics, and once after every connection but an immediate first one: what happened meanwhile was not heard.
 * With `atOnce` after that one, too, for pages where even the moment between their making and the first connection counts.
 * Browsers give up for good on an answer that is no stream (the gateway restarts, say): then it is asked again, ever more slowly.
 * Returns the way to stop.
 */
export function listen(topics: string[], onChange: () => void, atOnce = false): () => void {
  let missed = atOnce
  let retryMs = firstRetryMs
  let timer: ReturnType<typeof setTimeout> | undefined
  let subscription: { unsubscribe(): void } | undefined
  const retry = () => {
    missed = true
    clearTimeout(timer)
    timer = setTimeout(connect, retryMs)
    retryMs = Math.min(lastRetryMs, retryMs * 2)
  }
  function connect() {
    subscription?.unsubscribe()
    subscription = gateway.events.onEvent.subscribe(
      { topics },
      {
        onData: onChange,
        onConnectionStateChange: ({ state }) => {
          if (state !== 'pending') return
          if (missed) onChange()
          missed = true
          retryMs = firstRetryMs
        },
        onError: retry,
      },
    )
  }
  connect()
  return () => {
    clearTimeout(timer)
    subscription?.unsubscribe()
  }
}
