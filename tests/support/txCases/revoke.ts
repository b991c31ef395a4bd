import type { RevokeTx } from '#server/rollup/protocol/tx/revoke.ts'
import { applied, leader, leafWith, MAX_POOL, merge, quests, refuses, type StateCase, signed, type TxCase, town, townWith } from './case.ts'

const revoke = (fields: Partial<RevokeTx> = {}): RevokeTx => ({ kind: 'revoke', credential: 0, reason: 7, ...fields })
const revokes = (name: string, why: string, tx: RevokeTx, changes: Partial<StateCase>, before: StateCase = town): TxCase => ({
  name,
  why,
  before,
  batch: { ledger: [signed(tx)], leader },
  expect: applied(merge(before, changes)),
})

export const revokeCases: TxCase[] = [
  revokes('revokes a credential whose reward nobody claimed', 'pool += rewardPerMint, revokedUnclaimed + 1', revoke(), {
    revoked: { 0: 7n },
    quests: { 3: { ...quests[3], pool: 24n, revokedUnclaimed: 2n } },
  }),
  revokes(
    'revokes a credential whose reward was claimed',
    'flags bit 0 is set: the quest stays',
    revoke({ credential: 1, reason: 2 ** 32 - 1 }),
    {
      revoked: { 1: 2n ** 32n - 1n },
    },
  ),
  revokes('revokes a credential without reward', 'unclaimed is what the flag says', revoke({ credential: 4, reason: 0 }), {
    revoked: { 4: 0n },
    quests: { 7: { ...quests[7], revokedUnclaimed: 1n } },
  }),
  revokes(
    'fills the pool to the limit',
    'pool + rewardPerMint = 2^112 - 1',
    revoke(),
    { revoked: { 0: 7n }, quests: { 3: { ...quests[3], pool: MAX_POOL, revokedUnclaimed: 2n } } },
    townWith(leafWith('quests', 3, { pool: MAX_POOL - 2n })),
  ),
  refuses(
    { name: 'a credential that is not there', why: 'index = credentialCount', tx: signed(revoke({ credential: 9 })) },
    'revoke.no-credential',
  ),
  refuses(
    { name: 'a credential beyond the tree', why: 'index >= 3^20', tx: signed(revoke({ credential: 2 ** 32 - 1 })) },
    'revoke.no-credential',
  ),
  refuses({ name: 'a skipped leaf', why: 'its leaf is 0', tx: signed(revoke({ credential: 7 })) }, 'revoke.no-credential'),
  refuses(
    { name: 'a credential that is revoked', why: 'its leaf is another one', tx: signed(revoke({ credential: 5 })) },
    'revoke.no-credential',
  ),
  refuses({ name: 'a quest that is not revocable', why: 'revocable 0', tx: signed(revoke({ credential: 3 })) }, 'revoke.not-revocable'),
  refuses({ name: 'a pool of 2^112', why: 'the pool is full', tx: signed(revoke({ credential: 6 })) }, 'revoke.pool-overflow'),
  refuses({ name: 'the owner’s signature', why: 'the issuer signs', tx: signed(revoke(), { secret: 7000n }) }, 'revoke.bad-signature'),
  refuses({ name: 'a signature for another reason', why: 'w1', tx: { ...signed(revoke()), reason: 8 } }, 'revoke.bad-signature'),
  refuses({ name: 'a signature for another chain', why: 'domain', tx: signed(revoke(), { chainId: 1 }) }, 'revoke.bad-signature'),
]
