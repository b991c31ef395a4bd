/** Multicall3 stands at this address on every chain that has it: it was deployed by one signed transaction. Source: mds1/multicall. */
export const multicall3Addresses: readonly string[] = ['0xca11bde05977b3631167028862be2a173976ca11']

/**
 * Safe's MultiSend and MultiSendCallOnly. Whatever else a Safe delegates to may do anything.
 * Source: @safe-global/safe-deployments 1.37.56 (canonical and eip155 deployments).
 */
export const multiSendAddresses: readonly string[] = [
  // 1.3.0
  '0xa238cbeb142c10ef7ad8442c6d1f9e89e07e7761',
  '0x998739bfdaadde7c933b942a68053933098f9eda',
  '0x40a2accbd92bca938b02010e17a5b8929b49130d',
  '0xa1dabef33b3b82c7814b6d82a79e50f4ac44102b',
  // 1.4.1
  '0x38869bf66a61cf6bdb996a6ae40d5853fd43b526',
  '0x9641d764fc13c8b624c04430c7356c1c7c8102e2',
  // 1.5.0
  '0x218543288004cd07832472d464648173c77d7eb7',
  '0xa83c336b20401af773b6219ba5027174338d1836',
]
