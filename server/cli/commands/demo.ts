import { openDatabase } from '#drizzle/client.ts'
import { systemClock } from '#server/shared/clock.ts'
import type { Command } from '../command.ts'
import { journey } from '../demo/journey.ts'
import { persist } from '../demo/patience.ts'
import { emptyReport } from '../demo/report.ts'
import { createProgress } from '../progress.ts'
import { readAddressBook } from '../stack/addressStore.ts'
import { stackLayout } from '../stack/layout.ts'
import { isAlive, readRunFile } from '../stack/runFile.ts'
import { startDetached } from './start.ts'
import { stopStack } from './stop.ts'

/** A fresh stack opens its quests first; each killed process costs some seconds. */
const PATIENCE_MS = 8 * 60_000

/** The whole journey without a browser, against the running stack or one that is started for it and stopped afterwards. */
export const demo: Command = async ({ args, env }) => {
  const json = args.includes('--json')
  const layout = stackLayout(env)
  const progress = createProgress()
  const began = systemClock.now()
  const running = readRunFile(layout)
  const ours = !(running && isAlive(running.supervisor))
  let report = emptyReport()
  let failure: unknown
  try {
    if (ours) await progress.step('start the stack', () => startDetached(layout))
    const startMs = systemClock.now() - began
    const patience = { deadline: systemClock.now() + PATIENCE_MS, say: progress.say }
    const { url, book } = await persist(patience, 'find the stack', async () => {
      const run = readRunFile(layout)
      if (!run?.ready) throw new Error('the stack is not ready')
      const { db, close } = openDatabase(run.databaseUrl, { max: 1 })
      return { url: run.url, book: await readAddressBook(db).finally(close) }
    })
    report = await journey({ env, layout, url, book, patience, progress, startMs })
  } catch (error) {
    failure = error
  } finally {
    progress.end()
    if (ours) await stopStack(layout)
  }
  if (failure) console.error(failure)
  if (json) console.log(JSON.stringify(report))
  else {
    for (const { quest, batch } of report.credentials) console.log(`  ◆ ${quest.padEnd(28)} batch ${batch}, verified from its file and L2`)
    console.log(report.ok ? '\nEverything held.' : '\nNot everything held.')
  }
  return report.ok ? 0 : 1
}
