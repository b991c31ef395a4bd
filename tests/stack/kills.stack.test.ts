import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectNothingTwice, expectWell } from '../support/demo.ts'
import { type Finished, type Stack, startStack } from '../support/stack.ts'

let stack: Stack
let members = 0
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack?.stop())

const victims = ['web', 'gateway', 'sequencer', 'prover', 'publisher', 'watcher', 'follower', 'postgres']
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Runs a demo; `during` is called with a way to see whether it still runs. */
async function demoWith(during: (running: () => boolean) => Promise<void>): Promise<Finished> {
  let finished: Finished | undefined
  const demo = stack.cairn('demo', '--json').then((result) => {
    finished = result
    return result
  })
  await during(() => finished === undefined)
  members++
  return demo
}

async function livePid(name: string): Promise<number> {
  for (let i = 0; i < 600; i++) {
    const pid = stack.run().processes[name]?.pid
    if (pid !== undefined) return pid
    await pause(50)
  }
  throw new Error(`${name} did not come back`)
}

test('each process is killed while the demo runs: it ends well and nothing happens twice', async () => {
  const left = [...victims]
  while (left.length > 0) {
    const finished = await demoWith(async (running) => {
      await pause(700)
      while (running() && left.length > 0) {
        const name = left.shift() ?? ''
        const before = await livePid(name)
        if (!running()) {
          left.unshift(name)
          break
        }
        expect(stack.kill(name)).toBe(before)
        // The next one dies while this one is still getting up, or soon after: both happen.
        await pause(300 + Math.random() * 1500)
      }
    })
    await expectWell(stack, finished)
  }
  await expectNothingTwice(stack, members)
  expect((await stack.cairn('rederive')).code).toBe(0)
})

test('the stack is stopped and started while the demo runs: it goes on where it was, ends well and nothing happens twice', async () => {
  const finished = await demoWith(async (running) => {
    await pause(4000)
    expect(running()).toBe(true)
    expect((await stack.cairn('stop')).code).toBe(0)
    expect((await stack.cairn('start', '--detach')).code).toBe(0)
  })
  await expectWell(stack, finished)
  await expectNothingTwice(stack, members)
  expect((await stack.cairn('rederive')).code).toBe(0)
})

test('a supervisor that is killed leaves nothing that the next start would trip over', async () => {
  process.kill(stack.run().supervisor.pid, 'SIGKILL')
  await pause(500)
  expect((await stack.cairn('start', '--detach')).code).toBe(0)
  const finished = await demoWith(async () => {})
  await expectWell(stack, finished)
  await expectNothingTwice(stack, members)
})
