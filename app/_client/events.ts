'use client'

import { createTRPCClient, httpSubscriptionLink } from '@trpc/client'
import type { GatewayRouter } from '#server/api/types.ts'

/** Pushed events come from the gateway, on the same origin; the browser reconnects by itself and resumes after the last id it saw. */
const gateway = createTRPCClient<GatewayRouter>({ links: [httpSubscriptionLink({ url: '/sse' })] })

/**
 * Calls `onChange` for each event of the topics, and once after every reconnect, because what happened meanwhile may be older than the gateway remembers.
 * Returns the way to stop.
 */
export function listen(topics: string[], onChange: () => void): () => void {
  let connected = false
  const subscription = gateway.events.onEvent.subscribe(
    { topics },
    {
      onData: onChange,
      onConnectionStateChange: ({ state }) => {
        if (state !== 'pending') return
        if (connected) onChange()
        connected = true
      },
    },
  )
  return () => subscription.unsubscribe()
}
