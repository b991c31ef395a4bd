import { toHex32 } from '#server/shared/bytes.ts'
import { type Cell, writeCsv } from '#server/shared/csv.ts'
import type { OwnCredential, OwnCredentialStore } from './ownCredentialStore.ts'

const header = [
  'credential',
  'quest',
  'title_en',
  'title_ja',
  'space',
  'category',
  'serial',
  'state',
  'issued_at',
  'batch',
  'state_root',
  'evidence_root',
  'evidence_position',
  'evidence_digest',
  'xp',
  'hidden',
] as const

/** Credentials that are read at once. */
const chunk = 1000

/** All of a member's credentials, hidden ones too: in order of leaves, each with its batch and the slot's root after it, then those in no batch yet. */
export function credentialsCsv({ own }: { own: OwnCredentialStore }, input: { accountId: string }): AsyncGenerator<string> {
  return writeCsv(header, rowsOf(own, input.accountId))
}

async function* rowsOf(own: OwnCredentialStore, accountId: string): AsyncGenerator<Cell[]> {
  for (let after = -1; ; ) {
    const page: OwnCredential[] = await own.sealed(accountId, { after, limit: chunk })
    for (const credential of page) yield cellsOf(credential)
    const last = page.length === chunk ? page.at(-1)?.index : null
    if (last === null || last === undefined) break
    after = last
  }
  for (const credential of await own.unsealed(accountId)) yield cellsOf(credential)
}

const cellsOf = ({ quest, space, ...credential }: OwnCredential): Cell[] => [
  credential.index,
  quest.slug,
  quest.title.en,
  quest.title.ja,
  space.name,
  quest.category,
  credential.serial,
  credential.state,
  credential.issuedAt?.toISOString() ?? null,
  credential.batch,
  credential.root === null ? null : toHex32(credential.root),
  credential.evidenceRoot,
  credential.evidencePosition,
  credential.evidenceDigest,
  credential.xp,
  credential.hidden,
]
