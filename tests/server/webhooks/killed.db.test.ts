import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ambientEnv } from '#server/shared/env.ts'
import { judge } from '#tests/support/webhookServer.ts'
import { makeProject, startWebhookSite, type WebhookSite } from '#tests/support/webhookSite.ts'

const second = 1000
let world: WebhookSite
beforeAll(async () => {
  world = await startWebhookSite()
})
afterAll(() => world.stop())

const idsAt = (path: string) => world.server.at(path).map(({ headers }) => headers['webhook-id'])

it('sends a message again, with its id, a minute after its process was killed between sending and writing it down', async () => {
  const project = await makeProject(world)
  const path = '/killing'
  const { id, secret } = await project.add(path)
  let kill = () => {}
  world.server.answer(path, (response, _got, times) => {
    if (times === 1) return kill()
    response.writeHead(204).end()
  })
  const message = await project.test(id)
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../support/webhookProcess.ts')], {
    env: {
      ...ambientEnv(),
      DATABASE_URL: world.site.url,
      CAIRN_SEAL_KEY: world.sealKey,
      CAIRN_LOCAL_ENDPOINTS: world.server.origin,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  kill = () => child.kill('SIGKILL')
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
  expect(signal).toBe('SIGKILL')
  expect(idsAt(path)).toEqual([message])
  expect(await project.log(id)).toMatchObject([{ status: 'waiting', attempts: 1, attemptedAt: null }])
  await world.deliver(30 * second)
  expect(idsAt(path)).toEqual([message])
  await world.deliver(31 * second)
  expect(idsAt(path)).toEqual([message, message])
  const [first, last] = world.server.at(path)
  expect(last?.body).toBe(first?.body)
  if (last) expect(judge(secret, last, world.site.clock.ms)).toMatchObject({ type: 'webhook.test' })
  expect(await project.log(id)).toMatchObject([{ status: 'delivered', attempts: 2 }])
})
