import type { Sealer } from '#server/auth/sealing.ts'
import type { GrumpkinPoint } from '#server/rollup/protocol/schnorr.ts'
import { CairnError } from '#server/shared/errors.ts'
import { loopbackOrigin, outboundUrlProblem } from '#server/shared/outbound/outboundUrl.ts'
import type { AuditStore } from '#server/spaces/auditStore.ts'
import { secretBytes, writeSecret } from '#server/webhooks/signature.ts'
import { readKey } from './contract.ts'
import type { SignerRow, SignerStore } from './signerStore.ts'
import { keyOf, loggedSigner, type SignedQuestView, type SignerView, sameKey, signedQuestView, signerView } from './signerViews.ts'

export type SignerWork = { signers: SignerStore; audit: AuditStore }

export type SignersDeps = {
  transact<T>(work: (work: SignerWork) => Promise<T>): Promise<T>
  readSigners: SignerStore
  /** Null in a process that may not seal. */
  sealer: Sealer | null
  localEndpoints: ReadonlySet<string>
  /** The platform's own issuer key. */
  platform: GrumpkinPoint | null
  now(): number
  newId(): string
  random(bytes: number): Uint8Array
}

export type InSpace = { spaceId: string; accountId: string }
export type OfSigner = InSpace & { id: string }

export const mostSigners = 5
/** A secret opens only as that of its own signer. */
export const secretContext = (id: string) => `signer:${id}`

/** The signers of a space, and who signs for its quests. */
export async function listSigners(
  { readSigners }: Pick<SignersDeps, 'readSigners'>,
  { spaceId }: { spaceId: string },
): Promise<{ signers: SignerView[]; quests: SignedQuestView[] }> {
  const [rows, quests] = await Promise.all([readSigners.list(spaceId), readSigners.quests(spaceId)])
  return { signers: rows.map((row) => signerView(row, quests)), quests: quests.map((quest) => signedQuestView(quest, rows)) }
}

/** Registers a signer; its secret is shown this once. It signs nothing before it has shown its key (`checkSigner`). Throws `input.invalid`, `conflict`. */
export function addSigner(
  deps: SignersDeps,
  { spaceId, accountId, name, url, key: text }: InSpace & { name: string; url: string; key: string },
): Promise<{ id: string; secret: string }> {
  refuseUrl(deps, url)
  const key = readKey(text)
  if (!key) throw invalid('key', text.slice(0, 140), 'x and y of a point of Grumpkin: 0x and 128 hex digits')
  if (sameKey(key, deps.platform)) throw invalid('key', text, 'a key of your own, not the platform’s')
  return deps.transact(async ({ signers, audit }) => {
    const known = await signers.hold(spaceId)
    if (known.length >= mostSigners)
      throw new CairnError('conflict', 'This space has no room for another signer.', {
        meta: { field: 'url', found: known.length, expected: `at most ${mostSigners}` },
      })
    const id = deps.newId()
    const secret = newSecret(deps, id)
    const row = { id, spaceId, name, url, keyX: key.x, keyY: key.y, sealedSecret: secret.sealed, createdAt: new Date(deps.now()) }
    if (!(await signers.add(row)))
      throw new CairnError('conflict', 'This key is registered already.', {
        meta: { field: 'key', found: text, expected: 'a key that is new' },
      })
    await audit.add({ spaceId, accountId, action: 'signer.added', subject: name, after: loggedSigner({ ...row, inUse: false }) })
    return { id, secret: secret.text }
  })
}

/** Changes name or address. A signer at another address shows its key anew before new quests name it. Throws `not-found`, `input.invalid`. */
export function changeSigner(
  deps: SignersDeps,
  input: OfSigner & { name?: string | undefined; url?: string | undefined },
): Promise<{ id: string }> {
  const { spaceId, accountId, name, url } = input
  if (url !== undefined) refuseUrl(deps, url)
  return deps.transact(async ({ signers, audit }) => {
    const before = await requireSigner(signers, input)
    const change = { ...(name === undefined ? {} : { name }), ...(url === undefined ? {} : { url, lastError: null, lastWords: null }) }
    if (Object.keys(change).length === 0) return { id: before.id }
    const after = { ...before, ...change }
    await signers.change(before.id, change)
    await audit.add({
      spaceId,
      accountId,
      action: 'signer.changed',
      subject: after.name,
      before: loggedSigner(before),
      after: loggedSigner(after),
    })
    return { id: before.id }
  })
}

/** Another secret, shown this once; the one before ends at once, so the signer refuses what it is asked until it knows the new one. */
export function rotateSignerSecret(deps: SignersDeps, input: OfSigner): Promise<{ secret: string }> {
  const { spaceId, accountId } = input
  return deps.transact(async ({ signers, audit }) => {
    const row = await requireSigner(signers, input)
    const secret = newSecret(deps, row.id)
    await signers.change(row.id, { sealedSecret: secret.sealed })
    await audit.add({ spaceId, accountId, action: 'signer.secretRotated', subject: row.name })
    return { secret: secret.text }
  })
}

/** Quests that are launched from now on name this signer's key; `id` null: the platform's. Throws `not-found`, `conflict` (it has not shown its key). */
export function useSigner(deps: SignersDeps, input: InSpace & { id: string | null }): Promise<{ id: string | null }> {
  const { spaceId, accountId, id } = input
  return deps.transact(async ({ signers, audit }) => {
    const all = await signers.hold(spaceId)
    const next = id === null ? null : requireIn(all, id)
    if (next && !next.proven)
      throw new CairnError('conflict', 'This signer has not shown that it holds its key.', {
        meta: { field: 'id', found: next.name, expected: 'a signer that was checked' },
      })
    const before = all.find(({ inUse }) => inUse) ?? null
    if (before?.id === next?.id) return { id }
    if (before) await signers.change(before.id, { inUse: false })
    if (next) await signers.change(next.id, { inUse: true })
    const names = (row: SignerRow | null) => ({ signer: row?.name ?? 'platform' })
    await audit.add({
      spaceId,
      accountId,
      action: 'signer.chosen',
      subject: next?.name ?? 'platform',
      before: names(before),
      after: names(next),
    })
    return { id }
  })
}

/**
 * Has the key of a quest that is in the slot be another: `id` null is the platform's. It takes a transaction of the slot; until then the old key counts.
 * Throws `not-found`, `conflict`.
 */
export function moveQuest(
  deps: SignersDeps,
  { spaceId, accountId, quest: slug, id }: InSpace & { quest: string; id: string | null },
): Promise<{ quest: string }> {
  return deps.transact(async ({ signers, audit }) => {
    const all = await signers.hold(spaceId)
    const next = id === null ? null : requireIn(all, id)
    const quest = (await signers.quests(spaceId)).find((each) => each.slug === slug)
    if (!quest) throw new CairnError('not-found', 'There is no such quest in the slot.', { meta: { field: 'quest', found: slug } })
    const key = next ? keyOf(next) : deps.platform
    if (!quest.key || !quest.movable) throw notNow('quest', slug, 'a quest that is open in the slot, and whose leaf the platform owns')
    if (!key || next?.proven === false) throw notNow('id', next?.name ?? 'platform', 'a signer that was checked')
    if (sameKey(quest.next ?? quest.key, key)) return { quest: slug }
    await signers.askChange(quest.index, key, new Date(deps.now()))
    const holder = (of: GrumpkinPoint | null) => ({ signer: all.find((row) => sameKey(keyOf(row), of))?.name ?? 'platform' })
    await audit.add({ spaceId, accountId, action: 'signer.questMoved', subject: slug, before: holder(quest.key), after: holder(key) })
    return { quest: slug }
  })
}

const notNow = (field: string, found: string, expected: string) =>
  new CairnError('conflict', 'The key of this quest cannot be changed now.', { meta: { field, found, expected } })

/** Forgets a signer that no quest in the slot names. Throws `not-found`, `conflict`. */
export function removeSigner(deps: SignersDeps, input: OfSigner): Promise<{ id: string }> {
  const { spaceId, accountId } = input
  return deps.transact(async ({ signers, audit }) => {
    const row = requireIn(await signers.hold(spaceId), input.id)
    const quests = (await signers.quests(spaceId)).filter(({ key, next }) => sameKey(key, keyOf(row)) || sameKey(next, keyOf(row)))
    if (quests.length > 0 || row.inUse)
      throw new CairnError('conflict', 'This signer is in use.', {
        meta: {
          field: 'id',
          found: row.inUse ? 'in use for new quests' : `${quests.length} quests name its key`,
          expected: 'a signer that nothing needs',
        },
      })
    await signers.remove(row.id)
    await audit.add({ spaceId, accountId, action: 'signer.removed', subject: row.name, before: loggedSigner(row) })
    return { id: row.id }
  })
}

export const requireSigner = async (signers: SignerStore, { spaceId, id }: { spaceId: string; id: string }): Promise<SignerRow> =>
  requireIn(await signers.hold(spaceId), id)

/** Another space's is not found. */
function requireIn(rows: readonly SignerRow[], id: string): SignerRow {
  const row = rows.find((each) => each.id === id)
  if (!row) throw new CairnError('not-found', 'There is no such signer.', { meta: { field: 'id', found: id } })
  return row
}

function newSecret({ sealer, random }: SignersDeps, id: string): { text: string; sealed: string } {
  if (!sealer) throw new CairnError('config.invalid', 'CAIRN_SEAL_KEY is not set.', { meta: { field: 'CAIRN_SEAL_KEY', found: 'nothing' } })
  const text = writeSecret(random(secretBytes))
  return { text, sealed: sealer.seal(text, secretContext(id)) }
}

function refuseUrl({ localEndpoints }: SignersDeps, url: string) {
  const local = loopbackOrigin(url)
  if (local !== null && localEndpoints.has(local)) return
  const problem = outboundUrlProblem(url)
  if (problem !== null) throw invalid('url', url, problem)
}

const invalid = (field: string, found: string, expected: string) =>
  new CairnError('input.invalid', 'This cannot be a signer.', { meta: { field, found, expected } })
