import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTopicShare, type OpenStream, topicsPerStream } from '#app/_client/shareTopics.ts'

/** Streams in memory: the test says when they stand and what comes. */
function world() {
  const tasks: (() => void)[] = []
  const streams: { topics: string[]; lastId: string | null; open: boolean; events: Parameters<OpenStream>[1] }[] = []
  const share = createTopicShare(
    ({ topics, lastId }, events) => {
      const stream = { topics, lastId, open: true, events }
      streams.push(stream)
      return {
        close() {
          stream.open = false
        },
      }
    },
    (task) => tasks.push(task),
  )
  let ids = 0
  return {
    share,
    streams,
    settle: () => {
      for (const task of tasks.splice(0)) task()
    },
    open: () => streams.filter((stream) => stream.open),
    stand: () => {
      for (const stream of streams.filter((each) => each.open)) stream.events.onOpen(false)
    },
    happen: (topic: string) => {
      const id = String(++ids)
      for (const stream of streams.filter((each) => each.open && each.topics.includes(topic))) stream.events.onEvent(topic, id)
    },
  }
}

const counter = () => {
  const heard = { count: 0 }
  return { heard, onChange: () => void heard.count++ }
}

describe('everything on a page that listens', () => {
  it('shares one stream, and hears its own topics alone', () => {
    const { share, streams, settle, stand, happen } = world()
    const [a, b] = [counter(), counter()]
    share.listen(['batches'], a.onChange)
    share.listen(['account:1', 'batches'], b.onChange)
    settle()
    stand()
    expect(streams.map(({ topics }) => topics)).toEqual([['account:1', 'batches']])
    happen('account:1')
    happen('batches')
    expect([a.heard.count, b.heard.count]).toEqual([1, 2])
  })

  it('is told at once only when it asked for that, also when the stream stands already', () => {
    const { share, settle, stand, streams } = world()
    const [a, b, c] = [counter(), counter(), counter()]
    share.listen(['batches'], a.onChange)
    share.listen(['batches'], b.onChange, true)
    settle()
    expect(b.heard.count).toBe(0)
    stand()
    expect([a.heard.count, b.heard.count]).toEqual([0, 1])
    share.listen(['batches'], c.onChange, true)
    settle()
    expect([c.heard.count, streams.length]).toEqual([1, 1])
  })

  it('keeps the old stream until the new one stands, and goes on from the last id', () => {
    const { share, streams, settle, stand, happen, open } = world()
    const [a, b] = [counter(), counter()]
    share.listen(['batches'], a.onChange)
    settle()
    stand()
    happen('batches')
    const leave = share.listen(['quest:x'], b.onChange)
    settle()
    expect(open()).toHaveLength(2)
    expect(streams[1]).toMatchObject({ topics: ['batches', 'quest:x'], lastId: '1' })
    streams[0]?.events.onEvent('batches', '2')
    stand()
    expect(open()).toEqual([streams[1]])
    leave()
    settle()
    stand()
    expect(open().map(({ topics }) => topics)).toEqual([['batches']])
    expect(a.heard.count).toBe(2)
  })

  it('is told when a connection broke, by the topics of that stream', () => {
    const { share, streams, settle, stand } = world()
    const [a, b] = [counter(), counter()]
    const many = Array.from({ length: topicsPerStream }, (_, i) => `quest:${String(i).padStart(2, '0')}`)
    share.listen(['account:1'], a.onChange)
    share.listen(many, b.onChange)
    settle()
    stand()
    expect(streams.map(({ topics }) => topics.length)).toEqual([topicsPerStream, 1])
    streams[1]?.events.onOpen(true)
    expect([a.heard.count, b.heard.count]).toEqual([0, 1])
    streams[0]?.events.onOpen(true)
    expect(a.heard.count).toBe(1)
  })

  it('leaves nothing open when the last one goes, wherever the streams are on their way', () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('listen' as const), topics: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }) }),
      fc.record({ do: fc.constant('leave' as const), at: fc.nat(10) }),
      fc.constantFrom({ do: 'settle' as const }, { do: 'stand' as const }, { do: 'happen' as const }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { share, settle, stand, happen, open } = world()
        const here: { topics: string[]; heard: { count: number }; leave(): void }[] = []
        for (const each of steps) {
          if (each.do === 'listen') {
            const { heard, onChange } = counter()
            here.push({ topics: each.topics, heard, leave: share.listen(each.topics, onChange) })
          } else if (each.do === 'leave') here.splice(each.at, 1)[0]?.leave()
          else if (each.do === 'settle') settle()
          else if (each.do === 'stand') stand()
          else happen('a')
        }
        // However it went: once things rest, one stream carries exactly what is listened to, and an event is heard.
        settle()
        stand()
        const wanted = [...new Set(here.flatMap(({ topics }) => topics))].sort()
        expect(open().flatMap(({ topics }) => topics)).toEqual(wanted)
        const before = here.map(({ heard }) => heard.count)
        happen('a')
        expect(here.map(({ heard }, i) => heard.count - (before[i] ?? 0))).toEqual(here.map(({ topics }) => (topics.includes('a') ? 1 : 0)))
        for (const { leave } of here) leave()
        settle()
        expect(open()).toEqual([])
      }),
    )
  })
})
