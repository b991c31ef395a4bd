import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { nameOf } from '#server/quests/cubeFile.ts'
import { categories } from '#server/quests/definition.ts'
import type { Hasher } from '#server/rollup/protocol/poseidon2.ts'
import { type Hex, toHex } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { OpenCubeFiles } from '#server/verify/cubeFiles.ts'
import { toBlockRef } from '#server/verify/evidence/items.ts'
import type { CubeFileRecord } from '#server/verify/query.ts'
import { holderOf } from './cubeHolder.ts'
import { createSlotHistory, type SlotHistory } from './slotHistoryClient.ts'
import { credentialUrn } from './verify/document.ts'
import { type Examined, examine, isoSeconds, type Verification, verifyExamined } from './verify.ts'

/** Files whose examination is remembered: they are looked at again and again, by every endpoint, and nothing in them changes. */
const mostExamined = 5000

/** Answers rules about exported CUBEs: the verifier of this room over the endpoints that rules are judged by. */
export function createCubeFiles(hasher: Hasher): OpenCubeFiles {
  const known = new Map<string, Examined>()

  function examined(document: string, now: number): Examined {
    const key = toHex(sha256(utf8ToBytes(document)))
    const before = known.get(key)
    if (before) return before
    const json = parse(document)
    const found = examine(hasher, json, now)
    // A signature with an end of its own is looked at anew each time; ours have none.
    if (JSON.stringify(json.proof ?? null).includes('"expires"')) return found
    known.set(key, found)
    for (const oldest of known.keys()) {
      if (known.size <= mostExamined) break
      known.delete(oldest)
    }
    return found
  }

  return (reader, times) => {
    const slots = new Map<string, SlotHistory>()
    const slotOf = (rollup: Hex) => {
      const slot = slots.get(rollup) ?? createSlotHistory({ reader, times, rollup })
      slots.set(rollup, slot)
      return slot
    }
    return {
      clear: () => slots.clear(),
      async read({ document, rollup, at }, head) {
        const now = head.latest.time
        const file = examined(document, now)
        const slot = slotOf(rollup as Hex)
        const verifyAt = (tag: typeof at) => verifyExamined({ reader: slot.at(head[tag], head), now }, file)
        const there = await verifyAt(at)
        if (there.inclusion.code !== 'inclusion.not-final' || head[at].number === head.latest.number)
          return recordOf(file, there, { final: there.inclusion.holds, block: toBlockRef(head[at]) })
        // Not yet, as the rule counts: whether it is on its way is what the newest block says.
        return recordOf(file, await verifyAt('latest'), { final: false, block: toBlockRef(head.latest) })
      },
    }
  }
}

function parse(document: string): Record<string, unknown> {
  try {
    const json: unknown = JSON.parse(document)
    if (json !== null && typeof json === 'object' && !Array.isArray(json)) return json as Record<string, unknown>
  } catch {
    // no JSON
  }
  throw new CairnError('credential.invalid', 'This is no file of a CUBE.', {
    meta: { field: 'document', expected: 'a credential document' },
  })
}

function recordOf(file: Examined, said: Verification, { final, block }: Pick<CubeFileRecord, 'final' | 'block'>): CubeFileRecord {
  return {
    credentialId: credentialUrn(file.slot, file.index),
    name: nameOf(file.credential.name),
    quest: file.quest,
    category: categories[file.category] ?? String(file.category),
    holder: holderOf(file.credential.holder) ?? '',
    issuedAt: isoSeconds(Date.parse(file.validFrom) / 1000),
    expiresAt: file.validUntil === undefined ? null : isoSeconds(Date.parse(file.validUntil) / 1000),
    answers: {
      signature: said.signature.code,
      inclusion: said.inclusion.code,
      notRevoked: said.notRevoked.code,
      notExpired: said.notExpired.code,
    },
    final,
    block,
  }
}
