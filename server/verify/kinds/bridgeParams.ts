import type { AbiEvent } from 'viem'
import * as z from 'zod'
import { findChain } from '#chains/registry.ts'
import { parameterAt } from './abi.ts'
import { action, checkUnits, refuser, units } from './abiParams.ts'
import { checkEvent, eventShape } from './eventLogs.ts'
import { familyOf } from './filters.ts'
import { checkJoins, join } from './joins.ts'
import { checkMeasures, measureShape } from './measures.ts'

const arg = z.string().max(200)
const decimals = z.int().min(0).max(36)

/**
 * What left one chain and arrived on another. `out`: the event on the leaf's chain; `destination`: the event on the other one; `join`: arguments that are
 * equal in both; `maxDelay` in seconds. `amount`: what arrives may be less than what left by `toleranceBps` (1/10,000), `decimals` where the two differ.
 * `destination.claimant`: the argument that must hold one of the member's wallets there. Measures count keys, on the arguments of `out`.
 */
export const bridgeParams = z
  .strictObject({
    out: z.strictObject(eventShape),
    destination: z.strictObject({ chain: z.string().max(50), ...eventShape, units: units.optional() }),
    join: z.array(join).min(1).max(8),
    maxDelay: z.int().min(1).max(2_592_000),
    amount: z
      .strictObject({
        out: arg,
        in: arg,
        toleranceBps: z.int().min(0).max(10_000),
        decimals: z.strictObject({ out: decimals, in: decimals }).optional(),
      })
      .optional(),
    ...measureShape,
    units: units.optional(),
    action: action.optional(),
  })
  .check((context) => {
    const { value } = context
    const refuse = refuser(context)
    const [leaving, arriving] = [
      checkEvent(value.out, (path, message) => refuse(['out', ...path], message)),
      checkEvent(value.destination, (path, message) => refuse(['destination', ...path], message)),
    ]
    if (findChain(value.destination.chain)?.namespace !== 'eip155')
      refuse(['destination', 'chain'], 'an EVM chain of the registry is expected')
    if (!leaving || !arriving) return
    checkJoins(value.join, { out: leaving, in: arriving }, refuse)
    for (const [side, event] of [
      ['out', leaving],
      ['in', arriving],
    ] as const)
      if (value.amount && !isInteger(event, value.amount[side])) refuse(['amount', side], 'an integer argument expected')
    checkUnits(value.units, leaving.inputs, refuse)
    checkUnits(value.destination.units, arriving.inputs, (path, message) => refuse(['destination', ...path], message))
    checkMeasures(value, leaving.inputs, refuse)
  })

export type BridgeParams = z.infer<typeof bridgeParams>

const isInteger = ({ inputs }: AbiEvent, path: string) => familyOf(parameterAt(inputs, path)?.type ?? '') === 'int'
