// Generated from contracts/protocol.json by contracts/scripts/constants.ts. Do not edit.
export const protocol = {
  "version": 1,
  "localChainIds": [
    31337,
    31338,
    31339,
    31340
  ],
  "trees": {
    "accounts": {
      "depth": 16,
      "capacity": 43046721
    },
    "credentials": {
      "depth": 20,
      "capacity": 3486784401
    },
    "quests": {
      "depth": 13,
      "capacity": 1594323
    },
    "vaults": {
      "depth": 20,
      "capacity": 3486784401
    }
  },
  "tokensPerAccount": 81,
  "tags": {
    "node": 0,
    "state": 1,
    "accountWallets": 2,
    "accountKey": 3,
    "accountPending": 4,
    "account": 5,
    "credential": 6,
    "revokedCredential": 7,
    "questTerms": 8,
    "quest": 9,
    "words": 10,
    "schnorr": 11,
    "mintGroup": 12,
    "accountWords": 13,
    "identity": 14,
    "evidence": 15,
    "ledgerTx": 16,
    "links": 17
  },
  "reputationTags": {
    "issuer": 18,
    "issuerWeight": 19
  },
  "bits": {
    "account": 26,
    "quest": 21,
    "serial": 32,
    "time": 40,
    "flags": 8,
    "amount": 96,
    "pool": 112,
    "points": 32,
    "category": 16,
    "token": 8,
    "nonce": 32,
    "digest": 248
  },
  "accountsPerWord": 9,
  "entryWords": 10,
  "groupWords": 4,
  "headerWords": 2,
  "newAccount": 67108863,
  "linkPlaces": 9,
  "keyDelaySeconds": 259200,
  "kinds": {
    "deposit": 1,
    "openQuest": 2,
    "setKey": 3,
    "activateKey": 4,
    "cancelKey": 5,
    "forcedWithdraw": 6,
    "transfer": 16,
    "withdraw": 17,
    "ledgerOpenQuest": 18,
    "fundQuest": 19,
    "closeQuest": 20,
    "setIssuer": 21,
    "revoke": 22,
    "claimReward": 23,
    "linkWallet": 24,
    "unlinkWallet": 25,
    "mergeInto": 26
  },
  "circuits": {
    "small": {
      "id": 1,
      "mints": 27,
      "opens": 9,
      "groups": 2,
      "entries": 3,
      "accountWords": 3,
      "offsets": {
        "header": 0,
        "opens": 2,
        "groups": 11,
        "accounts": 19,
        "entries": 22,
        "total": 52
      },
      "openPath": 14,
      "mintPath": 17
    },
    "large": {
      "id": 2,
      "mints": 729,
      "opens": 81,
      "groups": 8,
      "entries": 2,
      "accountWords": 81,
      "offsets": {
        "header": 0,
        "opens": 2,
        "groups": 83,
        "accounts": 115,
        "entries": 196,
        "total": 216
      },
      "openPath": 12,
      "mintPath": 14
    },
    "bulk": {
      "id": 3,
      "mints": 2187,
      "opens": 243,
      "groups": 8,
      "entries": 2,
      "accountWords": 243,
      "offsets": {
        "header": 0,
        "opens": 2,
        "groups": 245,
        "accounts": 277,
        "entries": 520,
        "total": 540
      },
      "openPath": 11,
      "mintPath": 13
    }
  },
  "lanes": {
    "zk": 1,
    "tee": 2,
    "op": 3
  },
  "maxClockDriftSeconds": 600,
  "rootHistory": 256,
  "proofDeadlineSeconds": 3600,
  "blobBlocks": 128,
  "blobBlockWords": 32
} as const
export const version = protocol.version
export const localChainIds = protocol.localChainIds
export const trees = protocol.trees
export const tokensPerAccount = protocol.tokensPerAccount
export const tags = protocol.tags
export const reputationTags = protocol.reputationTags
export const bits = protocol.bits
export const accountsPerWord = protocol.accountsPerWord
export const entryWords = protocol.entryWords
export const groupWords = protocol.groupWords
export const headerWords = protocol.headerWords
export const newAccount = protocol.newAccount
export const linkPlaces = protocol.linkPlaces
export const keyDelaySeconds = protocol.keyDelaySeconds
export const kinds = protocol.kinds
export const circuits = protocol.circuits
export const lanes = protocol.lanes
export const maxClockDriftSeconds = protocol.maxClockDriftSeconds
export const rootHistory = protocol.rootHistory
export const proofDeadlineSeconds = protocol.proofDeadlineSeconds
export const blobBlocks = protocol.blobBlocks
export const blobBlockWords = protocol.blobBlockWords
export type CircuitName = keyof typeof circuits
