'use client'

import { createTRPCClient, httpSubscriptionLink } from '@trpc/client'
import type { GatewayRouter } from '#server/api/types.ts'

/** Pushed events come from the gateway, on the same origin; a connection that only broke is taken up again after the last id it saw. */
const gateway = createTRPCClient<GatewayRouter>({ links: [httpSubscriptionLink({ url: '/sse' })] })

const firstRetryMs = 1000
const lastRetryMs = 30_000

/**
 * Calls `onChange` for each event of the topics, and once after every reconnect, because what happened meanwhile may be older than the gateway remembers.
 * Browsers give up for good on an answer that is no stream (the gateway restarts, say): then it is asked again, ever more slowly.
 * Returns the way to stop.
 */
export function listen(topics: string[], onChange: () => void): () => void {
  let connected = false
  let retryMs = firstRetryMs
  let timer: ReturnType<typeof setTimeout> | undefined
  let subscription: { unsubscribe(): void } | undefined
  const retry = () => {
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
          if (connected) onChange()
          connected = true
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
