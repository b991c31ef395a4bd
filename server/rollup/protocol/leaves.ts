import type { AccountLeaf, CredentialLeaf, QuestLeaf, StateHeader } from './circuitInputs.ts'
import { bits, linkPlaces, tags } from './constants.gen.ts'
import { checkBits, checkField } from './field.ts'
import { packCounters, packCredential, packOwner, packPools, packPrices, packSchedule } from './packing.ts'
import type { Hasher } from './poseidon2.ts'

/** Hash of a never-opened account, a quest nobody opened, a skipped credential slot, an empty vault. */
export const EMPTY_LEAF = 0n

/** Leaf hash of an opened account. An index that was never opened has `EMPTY_LEAF` instead. Throws `rollup.malformed`. */
export function accountLeaf(hasher: Hasher, leaf: AccountLeaf): bigint {
  const wallets = hasher.hash(tags.accountWallets, [
    checkBits('evm', leaf.evm, 160),
    checkBits('solanaDigest', leaf.solanaDigest, bits.digest),
    checkField('linksDigest', leaf.linksDigest),
  ])
  const key = hasher.hash(tags.accountKey, [
    checkField('keyX', leaf.keyX),
    checkField('keyY', leaf.keyY),
    checkBits('nonce', leaf.nonce, bits.nonce),
  ])
  const pending = hasher.hash(tags.accountPending, [
    checkField('pendingKeyX', leaf.pendingKeyX),
    checkField('pendingKeyY', leaf.pendingKeyY),
    checkBits('pendingAt', leaf.pendingAt, bits.time),
    checkField('identity', leaf.identity),
  ])
  return hasher.hash(tags.account, [wallets, key, pending, checkBits('movedTo', leaf.movedTo, bits.account)])
}

/** A fresh account with exactly one wallet: the leaf that openAccount and a deposit to `newAccount` append. */
export function openedAccount(wallet: { evm: bigint } | { solanaDigest: bigint }): AccountLeaf {
  return {
    evm: 0n,
    solanaDigest: 0n,
    linksDigest: 0n,
    keyX: 0n,
    keyY: 0n,
    nonce: 0n,
    pendingKeyX: 0n,
    pendingKeyY: 0n,
    pendingAt: 0n,
    identity: 0n,
    movedTo: 0n,
    ...wallet,
  }
}

/** No wallet is linked. */
export const noLinks: readonly bigint[] = new Array<bigint>(linkPlaces).fill(0n)

/** Digest of an account's linked wallet words by place; 0 while every place is empty. Throws `rollup.malformed`. */
export function linksDigest(hasher: Hasher, links: readonly bigint[]): bigint {
  return links.every((word) => word === 0n) ? 0n : hasher.hash(tags.links, links)
}

/** Leaf hash of a credential. Throws `rollup.malformed`. */
export function credentialLeaf(hasher: Hasher, leaf: CredentialLeaf): bigint {
  const account = checkBits('account', leaf.account, bits.account)
  return hasher.hash(tags.credential, [account, packCredential(leaf), checkField('evidenceRoot', leaf.evidenceRoot)])
}

/** Leaf hash of a credential that was revoked. */
export function revokedCredentialLeaf(hasher: Hasher, leaf: bigint, reason: bigint): bigint {
  return hasher.hash(tags.revokedCredential, [checkField('leaf', leaf), checkField('reason', reason)])
}

/** What the owner chose when opening a quest; later only `closesAt` and the issuer's key may change. Throws `rollup.malformed`. */
export function questTerms(hasher: Hasher, leaf: QuestLeaf): bigint {
  return hasher.hash(tags.questTerms, [
    packOwner(leaf),
    checkField('issuerKeyX', leaf.issuerKeyX),
    checkField('issuerKeyY', leaf.issuerKeyY),
    packSchedule(leaf),
    packPrices(leaf),
    checkBits('rulesHash', leaf.rulesHash, bits.digest),
  ])
}

/** Leaf hash of an opened quest. Throws `rollup.malformed`. */
export function questLeaf(hasher: Hasher, leaf: QuestLeaf): bigint {
  return hasher.hash(tags.quest, [questTerms(hasher, leaf), packCounters(leaf), packPools(leaf)])
}

/** `H_state` over the four roots and the counters. Throws `rollup.malformed`. */
export function stateRoot(hasher: Hasher, header: StateHeader): bigint {
  return hasher.hash(tags.state, [
    checkField('accountsRoot', header.accountsRoot),
    checkBits('accountCount', header.accountCount, bits.account),
    checkField('credentialsRoot', header.credentialsRoot),
    checkBits('credentialCount', header.credentialCount, bits.serial),
    checkField('questsRoot', header.questsRoot),
    checkField('vaultsRoot', header.vaultsRoot),
    checkBits('inboxIndex', header.inboxIndex, 64),
  ])
}
