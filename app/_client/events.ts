'use client'

import { createTRPCClient, httpSubscriptionLink } from '@trpc/client'
import type { GatewayRouter } from '#server/api/types.ts'
import { createTopicShare, type OpenStream } from './shareTopics.ts'

/** Pushed events come from the gateway, on the same origin; a connection that only broke is taken up again after the last id it saw. */
const gateway = createTRPCClient<GatewayRouter>({ links: [httpSubscriptionLink({ url: '/sse' })] })

const firstRetryMs = 1000
const lastRetryMs = 30_000
/** Parts of a page that come and go together change the topics once. */
const togetherMs = 60

/** Browsers give up for good on an answer that is no stream (the gateway restarts, say): then it is asked again, ever more slowly. */
const openStream: OpenStream = ({ topics, lastId }, { onEvent, onOpen }) => {
  let missed = false
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
      { topics, lastEventId: lastId },
      {
        onData: ({ id, data }) => onEvent(data.topic, id),
        onConnectionStateChange: ({ state }) => {
          if (state !== 'pending') return
          retryMs = firstRetryMs
          onOpen(missed)
          missed = true
        },
        onError: retry,
      },
    )
  }
  connect()
  return {
    close() {
      clearTimeout(timer)
      subscription?.unsubscribe()
    },
  }
}

/**
 * Calls `onChange` for each event of the topics, and once after every connection but an immediate first one: what happened meanwhile was not heard.
 * With `atOnce` after that one, too, for pages where even the moment between their making and the first connection counts. Returns the way to stop.
 */
export const { listen } = createTopicShare(openStream, (task) => setTimeout(task, togetherMs))
