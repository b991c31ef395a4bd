import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '#server/shared/clock.ts'
import { ambientEnv } from '#server/shared/env.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { Command } from '../command.ts'
import { createProgress } from '../progress.ts'
import { bootStack } from '../stack/bootStack.ts'
import { type Layout, makeFolders, projectRoot, stackLayout } from '../stack/layout.ts'
import { isAlive, readRunFile } from '../stack/runFile.ts'

/** Brings the stack up and stays with it until Ctrl-C; with `--detach` it runs on by itself. */
export const start: Command = async ({ args, env }) => {
  const layout = stackLayout(env)
  makeFolders(layout)
  const running = readRunFile(layout)
  if (running && isAlive(running.supervisor)) {
    if (!running.ready) await waitForStack(layout)
    console.log(`Cairn already runs at ${running.url}`)
    return 0
  }
  if (args.includes('--detach')) {
    await startDetached(layout)
    console.log(readRunFile(layout)?.url ?? '')
    return 0
  }

  const progress = createProgress()
  const stopping = new AbortController()
  // A second signal while stopping changes nothing: the stack is taken down in order, and in bounded time.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort())
  const stack = await bootStack({ env, layout, progress, signal: stopping.signal })
  if (stack) {
    console.log(`\nCairn runs at ${stack.url}   (logs in ${layout.logs}; Ctrl-C stops everything)`)
    await stack.ended
  }
  progress.end()
  return stack ? 0 : 1
}

/** Starts the stack in the background and returns when it is ready. Throws with the end of its log when it does not come up. */
export async function startDetached(layout: Layout) {
  makeFolders(layout)
  const log = openSync(layout.logOf('supervisor'), 'a')
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(projectRoot, 'server/cli/main.ts'), 'start'], {
    cwd: projectRoot,
    env: { ...ambientEnv(), CAIRN_HOME: layout.home },
    stdio: ['ignore', log, log],
    detached: true,
  })
  closeSync(log)
  const gone = new AbortController()
  const ended = new Promise<never>((_, reject) => {
    child.once('exit', () => {
      gone.abort()
      const tail = readFileSync(layout.logOf('supervisor'), 'utf8').trimEnd().split('\n').slice(-20).join('\n')
      reject(new CairnError('internal', `The stack did not come up.\n${tail}`))
    })
  })
  await Promise.race([waitForStack(layout, { pid: child.pid, signal: gone.signal }), ended])
  ended.catch(() => {})
  child.removeAllListeners('exit')
  child.unref()
}

async function waitForStack(layout: Layout, { pid, signal }: { pid?: number | undefined; signal?: AbortSignal } = {}) {
  const deadline = systemClock.now() + 10 * 60_000
  while (systemClock.now() < deadline && !signal?.aborted) {
    const run = readRunFile(layout)
    if (run?.ready && (pid === undefined || run.supervisor.pid === pid)) return
    await systemClock.sleep(100, signal)
  }
  throw new CairnError('internal', 'The stack is not ready after ten minutes.')
}
