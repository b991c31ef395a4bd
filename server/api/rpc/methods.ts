import type { SlotAccess } from '#server/compose/slotAccess.ts'
import { cairnMethods } from './cairnMethods.ts'
import type { RpcDefinition } from './define.ts'
import { ethMethods } from './ethMethods.ts'
import type { RpcMethod } from './jsonRpc.ts'

/** The slot's methods with what their document says. */
export const slotDefinitions = (access: SlotAccess): RpcDefinition[] => [...cairnMethods(access), ...ethMethods(access)]

export const methodsOf = (definitions: readonly RpcDefinition[]): ReadonlyMap<string, RpcMethod> =>
  new Map(definitions.map(({ name, run }) => [name, run]))
