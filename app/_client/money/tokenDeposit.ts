import { encodeAbiParameters, encodeFunctionData, keccak256, parseSignature, type TypedDataDefinition } from 'viem'
import type { DepositTerms } from '#app/_data/views.ts'
import { inboxAbi } from '#contracts/abi/inbox.gen.ts'
import type { Hex } from '#server/shared/bytes.ts'

export type TokenDeposit = {
  chainId: number
  inbox: Hex
  inboxFee: bigint
  token: { id: number; address: Hex }
  terms: DepositTerms
  holder: Hex
  account: number
  amount: bigint
  /** Unix seconds after which the signature is worth nothing. */
  deadline: bigint
  /** 32 random bytes. */
  salt: Hex
}

/** What the holder signs, and the call that takes exactly this amount with it. Null when the token knows no such signature. */
export type TokenHandover = { data: TypedDataDefinition; call(signature: Hex): { to: Hex; data: Hex; value: bigint } }

/** A deposit of a listed token by signature: nothing is approved that outlives the deposit's own transaction. */
export function tokenHandover(deposit: TokenDeposit): TokenHandover | null {
  if (deposit.terms.by === 'eip3009') return byAuthorization(deposit)
  return deposit.terms.by === 'eip2612' ? byPermit(deposit) : null
}

const fields = (text: string) =>
  text.split(',').map((part) => {
    const [type = '', name = ''] = part.trim().split(' ')
    return { type, name }
  })

const domainOf = ({ terms, chainId, token }: TokenDeposit) => ({ ...terms.domain, chainId, verifyingContract: token.address })

/** EIP-3009 `receiveWithAuthorization`. The nonce names the slot account: the signature says whose vault gets the money. */
function byAuthorization(deposit: TokenDeposit): TokenHandover {
  const { inbox, inboxFee, token, holder, account, amount, deadline, salt } = deposit
  const place = [{ type: 'uint32' }, { type: 'uint256' }, { type: 'bytes32' }] as const
  const terms = { from: holder, value: amount, validAfter: 0n, validBefore: deadline }
  return {
    data: {
      domain: domainOf(deposit),
      types: {
        ReceiveWithAuthorization: fields('address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce'),
      },
      primaryType: 'ReceiveWithAuthorization',
      message: { ...terms, to: inbox, nonce: keccak256(encodeAbiParameters(place, [account, 0n, salt])) },
    },
    call: (signature) => {
      const args = [token.id, account, 0n, { ...terms, salt, ...partsOf(signature) }] as const
      return { to: inbox, data: encodeFunctionData({ abi: inboxAbi, functionName: 'depositWithAuthorization', args }), value: inboxFee }
    },
  }
}

/** EIP-2612: a permit for exactly this amount, used up in the transaction that brings it. */
function byPermit(deposit: TokenDeposit): TokenHandover {
  const { inbox, inboxFee, token, terms, holder, account, amount, deadline } = deposit
  return {
    data: {
      domain: domainOf(deposit),
      types: { Permit: fields('address owner,address spender,uint256 value,uint256 nonce,uint256 deadline') },
      primaryType: 'Permit',
      message: { owner: holder, spender: inbox, value: amount, nonce: BigInt(terms.nonce), deadline },
    },
    call: (signature) => {
      const args = [token.id, amount, account, 0n, { deadline, ...partsOf(signature) }] as const
      return { to: inbox, data: encodeFunctionData({ abi: inboxAbi, functionName: 'depositWithPermit', args }), value: inboxFee }
    },
  }
}

/** v is 27 or 28 for contracts, whatever the wallet wrote. */
function partsOf(signature: Hex) {
  const { r, s, yParity } = parseSignature(signature)
  return { v: 27 + yParity, r, s }
}
