import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bodyOf, PgFrames, pgFrame } from './pgFrames.ts'

const type = fc.constantFrom(...'PBDESQCZTXd')
const body = fc.uint8Array({ maxLength: 60 })
const messages = fc.array(fc.tuple(type, body), { maxLength: 12 })

/** The stream cut anywhere. */
function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
  const sorted = [0, ...places.map((place) => place % (bytes.length + 1)), bytes.length].sort((a, b) => a - b)
  return sorted.slice(1).map((end, i) => bytes.subarray(sorted[i], end))
}

it('finds the same messages however the stream is cut', () => {
  fc.assert(
    fc.property(
      messages,
      fc.array(fc.nat(), { maxLength: 20 }),
      fc.uint8Array({ minLength: 4, maxLength: 40 }),
      (sent, places, opening) => {
        const first = pgFrame('', opening)
        const frames = [first, ...sent.map(([kind, content]) => pgFrame(kind, content))]
        const reader = new PgFrames('client')
        const found = cut(Buffer.concat(frames.map(({ bytes }) => bytes)), places).flatMap((chunk) => reader.push(chunk))
        expect(found.map((frame) => [frame.type, [...bodyOf(frame)]])).toEqual([
          ['', [...opening]],
          ...sent.map(([kind, content]) => [kind, [...content]]),
        ])
      },
    ),
  )
})

it('hands on every byte of what it was given, and no message before it is whole', () => {
  const bytes = pgFrame('Q', Buffer.from('commit\0')).bytes
  const reader = new PgFrames('server')
  expect(reader.push(bytes.subarray(0, -1))).toEqual([])
  expect(reader.push(bytes.subarray(-1)).map((frame) => frame.bytes)).toEqual([bytes])
})

it('refuses a stream that is something else', () => {
  expect(() => new PgFrames('server').push(Buffer.from('HTTP/1.1 200 OK\r\n\r\n'))).toThrow(/not the Postgres protocol/)
})
