/** Codes and names by which wallets say that the person pressed "cancel". EIP-1193 uses 4001, ethers-style wallets a name. */
const refusalCodes = new Set<unknown>([4001, '4001', 'ACTION_REJECTED', 5000])

/** True when the person said no. That is an answer, not an error. */
export function isRefusal(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at !== null && typeof at === 'object' && depth < 6; depth++) {
    const { code, name, message, cause } = at as { code?: unknown; name?: unknown; message?: unknown; cause?: unknown }
    if (refusalCodes.has(code) || name === 'UserRejectedRequestError') return true
    if (typeof message === 'string' && /user (?:rejected|denied|cancell?ed|declined)|rejected by user/i.test(message)) return true
    at = cause
  }
  return false
}

/** True when the wallet is already showing a request and waits for its owner (EIP-1193, -32002). */
export function isBusy(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at !== null && typeof at === 'object' && depth < 6; depth++) {
    const { code, cause } = at as { code?: unknown; cause?: unknown }
    if (code === -32002) return true
    at = cause
  }
  return false
}

/** True when the chain would not take the transaction: nodes say in words that money is short or the call reverts. */
export function isShort(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at !== null && typeof at === 'object' && depth < 6; depth++) {
    const { message, cause, data } = at as { message?: unknown; cause?: unknown; data?: unknown }
    if (typeof message === 'string' && /insufficient|exceeds (?:the )?balance|execution reverted/i.test(message)) return true
    at = cause ?? data
  }
  return false
}
