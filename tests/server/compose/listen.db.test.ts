import { createServer } from 'node:net'
import pino from 'pino'
import { afterAll, expect, it } from 'vitest'
import { listenFor } from '#server/compose/listen.ts'
import { freshDatabase } from '#tests/support/database.ts'

const silent = pino({ level: 'silent' })
const database = await freshDatabase()
afterAll(() => database.drop())
const soon = () => AbortSignal.timeout(10_000)

it('wakes at a notification, also after its connection was cut', async () => {
  const listener = listenFor(database.url, ['cairn_test'], silent)
  for (const cut of [false, true]) {
    if (cut) await database.pool.query(`select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen "cairn_test"'`)
    const woken = { done: false }
    const signal = soon()
    listener.next(signal).then(() => {
      woken.done = !signal.aborted
    })
    await expect
      .poll(
        async () => {
          await database.pool.query(`notify cairn_test`)
          return woken.done
        },
        { timeout: 9000 },
      )
      .toBe(true)
  }
  await listener.close()
})

it('tries again at a steady pace while the database is away', async () => {
  let attempts = 0
  const server = createServer((socket) => {
    attempts++
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const listener = listenFor(`postgres://nobody@127.0.0.1:${port}/none`, ['cairn_test'], silent)
  await new Promise((resolve) => setTimeout(resolve, 3000))
  await listener.close()
  server.close()
  expect(attempts).toBeGreaterThanOrEqual(3)
  expect(attempts).toBeLessThanOrEqual(7)
})
