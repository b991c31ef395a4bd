/** The one state language of the site, in order. `signed` is the member's own action; the rest is the slot's. */
export const stages = ['signed', 'accepted', 'batched', 'proven', 'final'] as const
export type Stage = (typeof stages)[number]

/** State of a credential as the API tells it. */
export type CredentialState = 'accepted' | 'batched' | 'proposed' | 'proven' | 'final' | 'refused'

/** Index of the last stage that is done. A proposed batch is in L2's data but not proven yet. */
export function reached(state: CredentialState): number {
  switch (state) {
    case 'accepted':
      return 1
    case 'batched':
    case 'proposed':
      return 2
    case 'proven':
      return 3
    case 'final':
      return 4
    case 'refused':
      return 0
  }
}

/** How much of the stone is drawn solid at a stage. */
export function solidityOf(state: CredentialState): number {
  return [0.12, 0.26, 0.5, 0.76, 1][reached(state)] ?? 1
}
