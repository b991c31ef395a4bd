import { CairnError } from '#server/shared/errors.ts'
import { outboundUrlProblem } from '#server/shared/outbound/outboundUrl.ts'
import { isPushKey } from './encrypt.ts'
import type { PushStore, PushSubscriptionRow } from './pushStore.ts'

/** Browsers of one member that are pushed to. */
export const mostBrowsers = 10

/** Keeps a browser's subscription. Throws `input.invalid` when its push service is nobody that we ask, or its keys are none. */
export async function subscribe({ store }: { store: Pick<PushStore, 'subscribe'> }, row: PushSubscriptionRow): Promise<void> {
  const problem = outboundUrlProblem(row.endpoint)
  if (problem !== null) throw refusal('endpoint', problem)
  if (!isPushKey(Buffer.from(row.publicKey, 'base64url'))) throw refusal('publicKey', 'a point of P-256, 65 bytes as base64url')
  if (Buffer.from(row.secret, 'base64url').length !== 16) throw refusal('secret', '16 bytes as base64url')
  await store.subscribe(row, mostBrowsers)
}

const refusal = (field: string, expected: string) =>
  new CairnError('input.invalid', 'This is no subscription of a browser.', { meta: { field, expected } })
