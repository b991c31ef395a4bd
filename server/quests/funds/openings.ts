import { decodeLedgerTx, type LedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { Definition } from '../definition.ts'
import { prizeQuests } from '../draw/openPrizes.ts'
import { rulesHashOf } from '../evidenceFile.ts'
import { type Opener, slotTerms, type Termed } from '../openInSlot.ts'
import type { SlotQuest } from '../slotPort.ts'

type Key = { x: bigint; y: bigint }
type OpenQuest = Extract<LedgerTx, { kind: 'ledgerOpenQuest' }>
/** An opening as it is signed, but for who signs it, with which nonce and fee. */
export type OpeningTerms = Omit<OpenQuest, 'kind' | 'account' | 'nonce' | 'fee'>

/** What the owner of a quest signs to open a leaf with these terms. */
export function openingTerms({ reward, fee, issuerKey, ...terms }: SlotQuest, platform: Key): OpeningTerms {
  const key = issuerKey ? { x: BigInt(issuerKey.x), y: BigInt(issuerKey.y) } : platform
  return {
    quest: terms.questIndex,
    // The slot counts from 1 here: 0 = none.
    previous: terms.previous === undefined ? 0 : terms.previous + 1,
    ...{ issuerKeyX: key.x, issuerKeyY: key.y, opensAt: terms.opensAt, closesAt: terms.closesAt, supply: terms.supply },
    ...{ points: terms.points, category: terms.category, expiresAfter: terms.expiresAfterSeconds, revocable: true, rewardToken: 0 },
    ...{ rewardPerMint: BigInt(reward?.perMint ?? 0), feePerMint: BigInt(fee?.perMint ?? 0) },
    rulesHash: BigInt(terms.rulesHash),
    ...{ pool: BigInt(reward?.pool ?? 0), feePool: BigInt(fee?.pool ?? 0) },
  }
}

type Planned = { quest: Termed & { slug: string }; definition: Definition; slotIndices: readonly number[]; places: number }

/** Terms of a quest's leaf and of those of its prizes, in the order in which they are opened. */
export function plannedTerms({ quest, definition, slotIndices, places }: Planned): SlotQuest[] {
  const [first = 0, ...rest] = slotIndices
  const { tiers, version } = prizeQuests(quest, definition)
  return [
    slotTerms({ quest, version: { definition, rulesHash: rulesHashOf(definition) }, questIndex: first, places }),
    ...tiers.map((tier, i) => slotTerms({ quest: tier, version, questIndex: rest[i] ?? 0, places: tier.supply })),
  ]
}

/** How many leaves a quest takes. */
export const leavesOfQuest = ({ prize }: Definition): number => 1 + (prize?.mode === 'tiers' ? prize.tiers.length : prize ? 1 : 0)

type Signed = {
  account: number
  places: number
  slotIndices: readonly number[]
  words: readonly (readonly bigint[])[]
  /** The platform's. */
  issuerKey: Key
  /** The terms as the space's own signer issues the quest. */
  issued(terms: SlotQuest): Promise<SlotQuest>
}

export type SignedOpener = Opener & { done(): void }

/**
 * Opens leaves by what their owner signed: each tx must say what the quest's own terms say, to the last field. What was signed is handed on by the caller,
 * all together. Throws `rollup.refused` (reason `opening`) naming the field.
 */
export function signedOpener({ account, places, slotIndices, words, issuerKey, issued }: Signed): SignedOpener {
  let next = 0
  const refuse = (field: string, found: unknown, expected: unknown) => {
    throw new CairnError('rollup.refused', 'This is not what the quest says.', {
      meta: { reason: 'opening', field: `signed.${next}.${field}`, found: String(found), expected: String(expected) },
    })
  }
  if (words.length !== slotIndices.length) refuse('length', words.length, slotIndices.length)
  return {
    owner: account,
    places,
    leaf: () => slotIndices[next] ?? -1,
    async open(terms) {
      const tx = decodeLedgerTx(words[next] ?? [])
      if (tx.kind !== 'ledgerOpenQuest') return refuse('kind', tx.kind, 'ledgerOpenQuest')
      const expected = { ...openingTerms(await issued(terms), issuerKey), account, fee: 0n }
      for (const [name, value] of Object.entries(expected))
        if (tx[name as keyof typeof tx] !== value) refuse(name, tx[name as keyof typeof tx], value)
      next++
    },
    done: () => {
      if (next !== slotIndices.length) refuse('length', slotIndices.length, next)
    },
  }
}
