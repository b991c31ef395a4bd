import { inArray } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { deployments } from '#drizzle/schema/rollup.ts'
import { type CircuitName, circuits } from '#server/rollup/protocol/constants.gen.ts'
import type { Hex } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { SlotAddresses } from './slotReader.ts'

/** Circuits that the slot's rollup takes, smallest first. */
export async function deployedCircuits(connection: Connection): Promise<CircuitName[]> {
  const rows = await connection.select({ name: deployments.name }).from(deployments)
  const names = new Set(rows.map(({ name }) => name))
  return (Object.keys(circuits) as CircuitName[]).filter((circuit) => names.has(`${circuit}Verifier`))
}

/** Where the slot's contracts are. Throws `config.invalid` before the deployment was written. */
export async function slotDeployment(connection: Connection): Promise<SlotAddresses & { chainId: number }> {
  const rows = await connection
    .select()
    .from(deployments)
    .where(inArray(deployments.name, ['rollup', 'inbox']))
  const rollup = rows.find(({ name }) => name === 'rollup')
  const inbox = rows.find(({ name }) => name === 'inbox')
  if (!rollup || !inbox) {
    throw new CairnError('config.invalid', 'The slot is not deployed yet.', {
      meta: { field: 'deployments', found: rows.map(({ name }) => name), expected: ['rollup', 'inbox'] },
    })
  }
  const fromBlock = BigInt(Math.min(rollup.blockNumber, inbox.blockNumber))
  return { rollup: rollup.address as Hex, inbox: inbox.address as Hex, fromBlock, chainId: rollup.chainId }
}
