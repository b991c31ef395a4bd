import type { Sealer } from '#server/auth/sealing.ts'
import { CairnError } from '#server/shared/errors.ts'
import { spaceOf } from './ownSpace.ts'
import type { QuestDeps } from './questWork.ts'
import type { SecretStore } from './spaceSecretStore.ts'

type InSpace = { accountId: string; space?: string | undefined }

const maxSecrets = 50
export const secretName = /^[a-z][a-z0-9_]{0,31}$/

/** A secret opens only in its own space and under its own name. */
const contextOf = (spaceId: string, name: string) => `secret:${spaceId}:${name}`

/** Keeps a secret of a space, in the place of the one of that name. It is never shown again. Throws `auth.forbidden`, `conflict` (too many), `input.invalid`. */
export function setSecret(deps: QuestDeps, input: InSpace & { name: string; value: string }): Promise<{ name: string }> {
  const { name, value } = input
  const { sealer } = deps
  if (!sealer) throw new CairnError('config.invalid', 'CAIRN_SEAL_KEY is not set.', { meta: { field: 'CAIRN_SEAL_KEY', found: 'nothing' } })
  // It will stand in a header: nothing else could be sent. What was found is not said.
  if (!/^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/.test(value) || value.length > 400)
    throw new CairnError('input.invalid', 'A secret is printable ASCII.', {
      meta: { field: 'value', expected: '1 to 400 printable ASCII characters' },
    })
  return deps.transact(async (work) => {
    const space = await spaceOf(work, input, 'integrate')
    const names = await work.secrets.names(space.id)
    if (names.length >= maxSecrets && !names.some((known) => known.name === name))
      throw new CairnError('conflict', 'This space keeps no more secrets.', {
        meta: { field: 'name', found: names.length, expected: `at most ${maxSecrets}` },
      })
    await work.secrets.put({
      spaceId: space.id,
      name,
      sealed: sealer.seal(value, contextOf(space.id, name)),
      createdAt: new Date(deps.now()),
    })
    await work.audit.add({ spaceId: space.id, accountId: input.accountId, action: 'secret.set', subject: name })
    return { name }
  })
}

/** Names of a space's secrets. Throws `auth.forbidden`. */
export const listSecrets = (deps: QuestDeps, input: InSpace) =>
  deps.transact(async (work) =>
    (await work.secrets.names((await spaceOf(work, input, 'integrate')).id)).map(({ name, createdAt }) => ({
      name,
      setAt: createdAt.toISOString(),
    })),
  )

/** Throws `not-found`, `auth.forbidden`. */
export const removeSecret = (deps: QuestDeps, input: InSpace & { name: string }) =>
  deps.transact(async (work) => {
    const { accountId, name } = input
    const { id: spaceId } = await spaceOf(work, input, 'integrate')
    if (!(await work.secrets.remove(spaceId, name)))
      throw new CairnError('not-found', 'There is no such secret.', { meta: { field: 'name', found: name } })
    await work.audit.add({ spaceId, accountId, action: 'secret.removed', subject: name })
  })

/** The secrets of a space in clear, for the process that asks endpoints. */
export async function openSecrets(secrets: SecretStore, sealer: Sealer, spaceId: string): Promise<ReadonlyMap<string, string>> {
  return new Map((await secrets.sealed(spaceId)).map(({ name, sealed }) => [name, sealer.open(sealed, contextOf(spaceId, name))]))
}
