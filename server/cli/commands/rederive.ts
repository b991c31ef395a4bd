import { desc, inArray } from 'drizzle-orm'
import { openDatabase } from '#drizzle/client.ts'
import { rollupBatches } from '#drizzle/schema/rollup.ts'
import { composeDeriver } from '#server/compose/deriver.ts'
import { l2Client } from '#server/compose/worker.ts'
import { slotDeployment } from '#server/rollup/l2/deploymentStore.ts'
import { readHeads } from '#server/rollup/l2/slotReader.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { Command } from '../command.ts'
import { stackLayout } from '../stack/layout.ts'
import { readRunFile } from '../stack/runFile.ts'

/** Rebuilds the slot from L2 alone, batch by batch, and compares with the contract and with the database. Exit code 1 when anything differs. */
export const rederive: Command = async ({ env }) => {
  const databaseUrl = env.DATABASE_URL ?? readRunFile(stackLayout(env))?.databaseUrl
  if (!databaseUrl) throw new CairnError('config.invalid', 'The stack does not run: ./cairn start first, or set DATABASE_URL.')
  const { db, close } = openDatabase(databaseUrl, { max: 2 })
  try {
    const deriver = await composeDeriver(env, db)
    const roots = new Map<number, bigint>()
    for await (const { number, derivedRoot, credentials, problem } of deriver.derive()) {
      if (problem !== null) {
        console.log(`✗ batch ${number}: ${problem}`)
        return 1
      }
      roots.set(number, derivedRoot)
      console.log(`✓ batch ${number}: ${toHex32(derivedRoot)}, ${credentials} credentials`)
    }
    const wrong: string[] = []
    const heads = await readHeads(l2Client(env), await slotDeployment(db))
    const final = roots.get(Number(heads.final))
    if (heads.final > 0n && (final === undefined || toHex32(final) !== heads.finalRoot))
      wrong.push(`L2 says batch ${heads.final} ended at ${heads.finalRoot}`)
    const rows = await db
      .select({ number: rollupBatches.number, root: rollupBatches.newRoot })
      .from(rollupBatches)
      .where(inArray(rollupBatches.status, ['proposed', 'voted', 'final']))
      .orderBy(desc(rollupBatches.number))
    for (const { number, root } of rows)
      if (roots.get(number) !== root) wrong.push(`the database says batch ${number} ended at ${toHex32(root)}`)
    for (const line of wrong) console.log(`✗ ${line}`)
    if (wrong.length === 0) console.log(`\n${roots.size} batches from L2 alone: the contract and the database say the same.`)
    return wrong.length === 0 ? 0 : 1
  } finally {
    await close()
  }
}
