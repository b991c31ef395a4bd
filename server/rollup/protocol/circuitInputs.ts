/**
 * What the batch circuit takes, in the order of its `main`. Written by `state/witness.ts`, read by the prover.
 * Field elements are bigints here; `prover/` turns them into the circuit's ABI. A path is one pair of siblings a level, leaf level first,
 * in the order of their positions (the child's own position left out).
 */
export type Path = readonly (readonly [bigint, bigint])[]

export type PublicInputs = {
  domain: bigint
  batch: bigint
  oldRoot: bigint
  newRoot: bigint
  /** Unix seconds. */
  timestamp: bigint
  dataCommit: bigint
  /** Bit i: inbox item i of this batch was applied. */
  effects: bigint
  /** The contract's challenge. */
  r: bigint
  /** sum of w_i * r^i over the padded words. */
  y: bigint
  /** EVM address that the prover's reward goes to. */
  recipient: bigint
}

/** The state whose hash is a state root. */
export type StateHeader = {
  accountsRoot: bigint
  accountCount: bigint
  credentialsRoot: bigint
  credentialCount: bigint
  questsRoot: bigint
  vaultsRoot: bigint
  inboxIndex: bigint
}

export type AccountLeaf = {
  evm: bigint
  solanaDigest: bigint
  linksDigest: bigint
  keyX: bigint
  keyY: bigint
  nonce: bigint
  pendingKeyX: bigint
  pendingKeyY: bigint
  pendingAt: bigint
  identity: bigint
  /** Index + 1 of the account it moved to; 0 = not moved. */
  movedTo: bigint
}

export type QuestLeaf = {
  owner: bigint
  /** Index + 1 of the quest it follows; 0 = none. */
  previous: bigint
  issuerKeyX: bigint
  issuerKeyY: bigint
  opensAt: bigint
  closesAt: bigint
  supply: bigint
  points: bigint
  category: bigint
  expiresAfter: bigint
  revocable: bigint
  rewardToken: bigint
  rewardPerMint: bigint
  feePerMint: bigint
  rulesHash: bigint
  minted: bigint
  claimed: bigint
  revokedUnclaimed: bigint
  groupNonce: bigint
  pool: bigint
  feePool: bigint
}

/** One mint group: its quest before the group, and the path of that leaf in the quests tree at that moment. */
export type GroupWitness = { quest: QuestLeaf; questPath: Path }

/** One credential as its leaf holds it. `flags` bit 0: reward claimed. */
export type CredentialLeaf = {
  account: bigint
  quest: bigint
  serial: bigint
  /** Unix seconds: the timestamp of its batch. */
  issuedAt: bigint
  flags: bigint
  evidenceRoot: bigint
}

/** One vault before its change, and its path at that moment. */
export type VaultWitness = { balance: bigint; path: Path }

/**
 * One entry (rollup README, "Witness of an entry"). Unused entries, and parts that a kind does not touch, are all zero with paths of zeros.
 */
export type EntryWitness = {
  account: AccountLeaf
  accountPath: Path
  /** The account's linked wallet words, nine places. */
  links: readonly bigint[]
  other: AccountLeaf
  otherPath: Path
  /** The account's vault of token 0: fees and native parts. */
  native: VaultWitness
  /** The account's vault of the entry's token, after `native` moved. */
  own: VaultWitness
  /** The other account's vault, after `own` moved. */
  others: VaultWitness
  quest: QuestLeaf
  questPath: Path
  credential: CredentialLeaf
  credentialPath: Path
}

export type CircuitInputs = {
  public: PublicInputs
  /** The padded word layout. */
  words: readonly bigint[]
  old: StateHeader
  /** Path of the aligned subtree that the opens fill, from the subtree's own level up (depth 16 - log3(opens)). */
  openPath: Path
  /** Path of the aligned subtree that the mints fill (depth 20 - log3(mints)). */
  mintPath: Path
  groups: readonly GroupWitness[]
  entries: readonly EntryWitness[]
  /** The leader's native vault before fees. */
  leaderBalance: bigint
  leaderPath: Path
}
