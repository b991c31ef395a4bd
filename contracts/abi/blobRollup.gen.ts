// Generated from the contract's sources by contracts/scripts/abi.ts. Do not edit.
// sources 636b5420c9ca8903e2eedc654a077e70175eeb0453336546192d9cc63c0a4a0d
export const blobRollupAbi = [
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "bytes32",
            "name": "genesisRoot",
            "type": "bytes32"
          },
          {
            "internalType": "contract IInbox",
            "name": "inbox",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "escape",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "proposer",
            "type": "address"
          },
          {
            "internalType": "uint8",
            "name": "threshold",
            "type": "uint8"
          },
          {
            "internalType": "uint64",
            "name": "proofDeadline",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inboxDeadline",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "escapePeriod",
            "type": "uint64"
          },
          {
            "components": [
              {
                "internalType": "uint8",
                "name": "class",
                "type": "uint8"
              },
              {
                "internalType": "contract ILane",
                "name": "lane",
                "type": "address"
              }
            ],
            "internalType": "struct LaneConfig[]",
            "name": "lanes",
            "type": "tuple[]"
          }
        ],
        "internalType": "struct Parameters",
        "name": "parameters",
        "type": "tuple"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "number",
        "type": "uint64"
      }
    ],
    "name": "BatchHasLane",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "number",
        "type": "uint64"
      }
    ],
    "name": "BatchNotFinal",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "number",
        "type": "uint64"
      }
    ],
    "name": "BatchNotOpen",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "found",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "expected",
        "type": "uint64"
      }
    ],
    "name": "BatchOutOfOrder",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "found",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "expected",
        "type": "bytes32"
      }
    ],
    "name": "BlobMismatch",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "blockIndex",
        "type": "uint256"
      }
    ],
    "name": "BlockMismatch",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "blockIndex",
        "type": "uint256"
      }
    ],
    "name": "BlockUnknown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint8",
        "name": "circuit",
        "type": "uint8"
      }
    ],
    "name": "CircuitUnknown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "number",
        "type": "uint64"
      }
    ],
    "name": "ClaimMismatch",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "section",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "found",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "capacity",
        "type": "uint256"
      }
    ],
    "name": "CountOutOfRange",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "number",
        "type": "uint64"
      },
      {
        "internalType": "uint256",
        "name": "deadline",
        "type": "uint256"
      }
    ],
    "name": "DeadlineNotPassed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "effects",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "items",
        "type": "uint256"
      }
    ],
    "name": "EffectsOutOfRange",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "number",
        "type": "uint64"
      },
      {
        "internalType": "uint256",
        "name": "entry",
        "type": "uint256"
      }
    ],
    "name": "EntryNotPayable",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "number",
        "type": "uint64"
      },
      {
        "internalType": "uint256",
        "name": "entry",
        "type": "uint256"
      }
    ],
    "name": "EntryPaid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "found",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "expected",
        "type": "uint256"
      }
    ],
    "name": "InboxIndexMismatch",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      }
    ],
    "name": "InboxItemMismatch",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "found",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "expected",
        "type": "uint256"
      }
    ],
    "name": "InboxItemsOverdue",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "number",
        "type": "uint64"
      },
      {
        "internalType": "uint8",
        "name": "lane",
        "type": "uint8"
      }
    ],
    "name": "LaneAlreadyVoted",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint8",
        "name": "lane",
        "type": "uint8"
      }
    ],
    "name": "LaneRefused",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint8",
        "name": "lane",
        "type": "uint8"
      }
    ],
    "name": "LaneUnknown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "number",
        "type": "uint64"
      },
      {
        "internalType": "uint256",
        "name": "found",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "expected",
        "type": "uint256"
      }
    ],
    "name": "LanesMissing",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "lengths",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "bytesFound",
        "type": "uint256"
      }
    ],
    "name": "LengthsMismatch",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "number",
        "type": "uint64"
      }
    ],
    "name": "NotABlobBatch",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "found",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "expected",
        "type": "address"
      }
    ],
    "name": "NotEscape",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "mark",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "lengths",
        "type": "uint256"
      }
    ],
    "name": "NotForABlob",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "name",
        "type": "bytes32"
      }
    ],
    "name": "NotInField",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "found",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "expected",
        "type": "address"
      }
    ],
    "name": "NotProposer",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "inboxIndex",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "freezableAfter",
        "type": "uint256"
      }
    ],
    "name": "NotYetFreezable",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "inboxIndex",
        "type": "uint256"
      }
    ],
    "name": "NothingToReturn",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "NothingWaits",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "length",
        "type": "uint256"
      }
    ],
    "name": "OpeningMalformed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "name",
        "type": "bytes32"
      }
    ],
    "name": "ParameterOutOfRange",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "versionedHash",
        "type": "bytes32"
      }
    ],
    "name": "PointRefused",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "section",
        "type": "uint256"
      }
    ],
    "name": "SectionNotTrimmed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "section",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "found",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "capacity",
        "type": "uint256"
      }
    ],
    "name": "SectionTooLong",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "SlotIsFrozen",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "SlotNotFrozen",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "found",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "expected",
        "type": "uint256"
      }
    ],
    "name": "ThresholdTooLow",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "found",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "earliest",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "latest",
        "type": "uint64"
      }
    ],
    "name": "TimestampOutOfRange",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "section",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "found",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "used",
        "type": "uint256"
      }
    ],
    "name": "UnusedWord",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "position",
        "type": "uint256"
      }
    ],
    "name": "WordNotInField",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "number",
        "type": "uint64"
      }
    ],
    "name": "WordsInBlob",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "found",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "expected",
        "type": "bytes32"
      }
    ],
    "name": "WordsMismatch",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "found",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "expected",
        "type": "bytes32"
      }
    ],
    "name": "WrongParentRoot",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "number",
        "type": "uint64"
      },
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "timestamp",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "inboxIndex",
        "type": "uint64"
      }
    ],
    "name": "BatchFinal",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "number",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "credentialsHash",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "firstIndex",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "count",
        "type": "uint256"
      }
    ],
    "name": "BatchIndexed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "number",
        "type": "uint64"
      },
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "claimHash",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "internalType": "uint64",
            "name": "number",
            "type": "uint64"
          },
          {
            "internalType": "uint8",
            "name": "circuit",
            "type": "uint8"
          },
          {
            "internalType": "uint64",
            "name": "timestamp",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inboxFrom",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inboxTo",
            "type": "uint64"
          },
          {
            "internalType": "bytes32",
            "name": "oldRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "newRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "wordsHash",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "dataCommit",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "effects",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "lengths",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "evaluation",
            "type": "uint256"
          }
        ],
        "indexed": false,
        "internalType": "struct Claim",
        "name": "claim",
        "type": "tuple"
      }
    ],
    "name": "BatchProposed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "from",
        "type": "uint64"
      },
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "to",
        "type": "uint64"
      }
    ],
    "name": "BatchesPruned",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "number",
        "type": "uint64"
      },
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "versionedHash",
        "type": "bytes32"
      }
    ],
    "name": "BlobProposed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "number",
        "type": "uint64"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "entry",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "to",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "token",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "DepositRefunded",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "inboxIndex",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "to",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "token",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "DepositReturned",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "number",
        "type": "uint64"
      },
      {
        "indexed": true,
        "internalType": "uint8",
        "name": "lane",
        "type": "uint8"
      },
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "claimHash",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "recipient",
        "type": "address"
      }
    ],
    "name": "LaneVoted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "number",
        "type": "uint64"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "inboxIndex",
        "type": "uint256"
      }
    ],
    "name": "SlotFrozen",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint64",
        "name": "number",
        "type": "uint64"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "entry",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "to",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "token",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "WithdrawalPaid",
    "type": "event"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "number",
        "type": "uint64"
      }
    ],
    "name": "batch",
    "outputs": [
      {
        "internalType": "enum BatchStatus",
        "name": "status",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "inputHash",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "claimHash",
        "type": "bytes32"
      },
      {
        "internalType": "uint64",
        "name": "proposedAt",
        "type": "uint64"
      },
      {
        "internalType": "uint256",
        "name": "lanes",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "uint64",
            "name": "number",
            "type": "uint64"
          },
          {
            "internalType": "uint8",
            "name": "circuit",
            "type": "uint8"
          },
          {
            "internalType": "uint64",
            "name": "timestamp",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inboxFrom",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inboxTo",
            "type": "uint64"
          },
          {
            "internalType": "bytes32",
            "name": "oldRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "newRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "wordsHash",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "dataCommit",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "effects",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "lengths",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "evaluation",
            "type": "uint256"
          }
        ],
        "internalType": "struct Claim",
        "name": "claim",
        "type": "tuple"
      }
    ],
    "name": "blobOf",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "versionedHash",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "quotientHash",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "blockIndex",
        "type": "uint256"
      },
      {
        "internalType": "uint256[32]",
        "name": "words",
        "type": "uint256[32]"
      }
    ],
    "name": "blockChallenge",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "pure",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "number",
        "type": "uint64"
      },
      {
        "internalType": "uint8",
        "name": "circuit",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "dataCommit",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "wordsHash",
        "type": "bytes32"
      }
    ],
    "name": "challenge",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "number",
        "type": "uint64"
      }
    ],
    "name": "credentialsHash",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "domain",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "escape",
    "outputs": [
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "escapePeriod",
    "outputs": [
      {
        "internalType": "uint64",
        "name": "",
        "type": "uint64"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "finalHead",
    "outputs": [
      {
        "components": [
          {
            "internalType": "bytes32",
            "name": "root",
            "type": "bytes32"
          },
          {
            "internalType": "uint64",
            "name": "number",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "timestamp",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inboxIndex",
            "type": "uint64"
          }
        ],
        "internalType": "struct Head",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "number",
        "type": "uint64"
      }
    ],
    "name": "finalRoot",
    "outputs": [
      {
        "internalType": "bool",
        "name": "known",
        "type": "bool"
      },
      {
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      },
      {
        "internalType": "uint64",
        "name": "timestamp",
        "type": "uint64"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      }
    ],
    "name": "finalRootBatch",
    "outputs": [
      {
        "internalType": "bool",
        "name": "known",
        "type": "bool"
      },
      {
        "internalType": "uint64",
        "name": "number",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "timestamp",
        "type": "uint64"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "uint64",
            "name": "number",
            "type": "uint64"
          },
          {
            "internalType": "uint8",
            "name": "circuit",
            "type": "uint8"
          },
          {
            "internalType": "uint64",
            "name": "timestamp",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inboxFrom",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inboxTo",
            "type": "uint64"
          },
          {
            "internalType": "bytes32",
            "name": "oldRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "newRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "wordsHash",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "dataCommit",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "effects",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "lengths",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "evaluation",
            "type": "uint256"
          }
        ],
        "internalType": "struct Claim",
        "name": "claim",
        "type": "tuple"
      }
    ],
    "name": "finalize",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "freeze",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "frozen",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "inbox",
    "outputs": [
      {
        "internalType": "contract IInbox",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "inboxDeadline",
    "outputs": [
      {
        "internalType": "uint64",
        "name": "",
        "type": "uint64"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "uint64",
            "name": "number",
            "type": "uint64"
          },
          {
            "internalType": "uint8",
            "name": "circuit",
            "type": "uint8"
          },
          {
            "internalType": "uint64",
            "name": "timestamp",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inboxFrom",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inboxTo",
            "type": "uint64"
          },
          {
            "internalType": "bytes32",
            "name": "oldRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "newRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "wordsHash",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "dataCommit",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "effects",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "lengths",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "evaluation",
            "type": "uint256"
          }
        ],
        "internalType": "struct Claim",
        "name": "claim",
        "type": "tuple"
      },
      {
        "internalType": "bytes",
        "name": "words",
        "type": "bytes"
      }
    ],
    "name": "indexBatch",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "indexedThrough",
    "outputs": [
      {
        "internalType": "uint64",
        "name": "",
        "type": "uint64"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "indexedTimestamp",
    "outputs": [
      {
        "internalType": "uint64",
        "name": "",
        "type": "uint64"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint8",
        "name": "class",
        "type": "uint8"
      }
    ],
    "name": "lane",
    "outputs": [
      {
        "internalType": "contract ILane",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "quest",
        "type": "uint256"
      }
    ],
    "name": "minted",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "uint64",
            "name": "number",
            "type": "uint64"
          },
          {
            "internalType": "uint8",
            "name": "circuit",
            "type": "uint8"
          },
          {
            "internalType": "uint64",
            "name": "timestamp",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inboxFrom",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inboxTo",
            "type": "uint64"
          },
          {
            "internalType": "bytes32",
            "name": "oldRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "newRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "wordsHash",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "dataCommit",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "effects",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "lengths",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "evaluation",
            "type": "uint256"
          }
        ],
        "internalType": "struct Claim",
        "name": "claim",
        "type": "tuple"
      },
      {
        "internalType": "uint256",
        "name": "blockIndex",
        "type": "uint256"
      },
      {
        "internalType": "uint256[32]",
        "name": "words",
        "type": "uint256[32]"
      },
      {
        "internalType": "bytes32",
        "name": "quotientHash",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "value",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "quotientValue",
            "type": "uint256"
          },
          {
            "internalType": "bytes",
            "name": "points",
            "type": "bytes"
          }
        ],
        "internalType": "struct BlockOpening",
        "name": "opening",
        "type": "tuple"
      }
    ],
    "name": "openBlock",
    "outputs": [],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "number",
        "type": "uint64"
      },
      {
        "internalType": "uint256",
        "name": "entry",
        "type": "uint256"
      }
    ],
    "name": "paid",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "token",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "to",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "payExit",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "uint64",
            "name": "number",
            "type": "uint64"
          },
          {
            "internalType": "uint8",
            "name": "circuit",
            "type": "uint8"
          },
          {
            "internalType": "uint64",
            "name": "timestamp",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inboxFrom",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inboxTo",
            "type": "uint64"
          },
          {
            "internalType": "bytes32",
            "name": "oldRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "newRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "wordsHash",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "dataCommit",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "effects",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "lengths",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "evaluation",
            "type": "uint256"
          }
        ],
        "internalType": "struct Claim",
        "name": "claim",
        "type": "tuple"
      },
      {
        "internalType": "bytes",
        "name": "words",
        "type": "bytes"
      },
      {
        "internalType": "uint256[]",
        "name": "entries",
        "type": "uint256[]"
      }
    ],
    "name": "payWithdrawals",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "proofDeadline",
    "outputs": [
      {
        "internalType": "uint64",
        "name": "",
        "type": "uint64"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "uint64",
            "name": "number",
            "type": "uint64"
          },
          {
            "internalType": "uint8",
            "name": "circuit",
            "type": "uint8"
          },
          {
            "internalType": "bytes32",
            "name": "oldRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "newRoot",
            "type": "bytes32"
          },
          {
            "internalType": "uint64",
            "name": "timestamp",
            "type": "uint64"
          },
          {
            "internalType": "bytes32",
            "name": "dataCommit",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "effects",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "lengths",
            "type": "uint256"
          }
        ],
        "internalType": "struct ProposeInput",
        "name": "input",
        "type": "tuple"
      },
      {
        "internalType": "bytes",
        "name": "words",
        "type": "bytes"
      }
    ],
    "name": "propose",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "uint64",
            "name": "number",
            "type": "uint64"
          },
          {
            "internalType": "uint8",
            "name": "circuit",
            "type": "uint8"
          },
          {
            "internalType": "bytes32",
            "name": "oldRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "newRoot",
            "type": "bytes32"
          },
          {
            "internalType": "uint64",
            "name": "timestamp",
            "type": "uint64"
          },
          {
            "internalType": "bytes32",
            "name": "dataCommit",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "effects",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "lengths",
            "type": "uint256"
          }
        ],
        "internalType": "struct ProposeInput",
        "name": "input",
        "type": "tuple"
      },
      {
        "internalType": "bytes",
        "name": "words",
        "type": "bytes"
      },
      {
        "internalType": "uint8",
        "name": "class",
        "type": "uint8"
      },
      {
        "internalType": "address",
        "name": "recipient",
        "type": "address"
      },
      {
        "internalType": "bytes",
        "name": "payload",
        "type": "bytes"
      }
    ],
    "name": "proposeAndVote",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "uint64",
            "name": "number",
            "type": "uint64"
          },
          {
            "internalType": "uint8",
            "name": "circuit",
            "type": "uint8"
          },
          {
            "internalType": "bytes32",
            "name": "oldRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "newRoot",
            "type": "bytes32"
          },
          {
            "internalType": "uint64",
            "name": "timestamp",
            "type": "uint64"
          },
          {
            "internalType": "bytes32",
            "name": "dataCommit",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "effects",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "lengths",
            "type": "uint256"
          }
        ],
        "internalType": "struct ProposeInput",
        "name": "input",
        "type": "tuple"
      },
      {
        "internalType": "bytes",
        "name": "sent",
        "type": "bytes"
      },
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "value",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "quotientValue",
            "type": "uint256"
          },
          {
            "internalType": "bytes",
            "name": "points",
            "type": "bytes"
          }
        ],
        "internalType": "struct BlockOpening",
        "name": "opening",
        "type": "tuple"
      }
    ],
    "name": "proposeBlob",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "proposer",
    "outputs": [
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "number",
        "type": "uint64"
      }
    ],
    "name": "prune",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "uint64",
            "name": "number",
            "type": "uint64"
          },
          {
            "internalType": "uint8",
            "name": "circuit",
            "type": "uint8"
          },
          {
            "internalType": "uint64",
            "name": "timestamp",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inboxFrom",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inboxTo",
            "type": "uint64"
          },
          {
            "internalType": "bytes32",
            "name": "oldRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "newRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "wordsHash",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "dataCommit",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "effects",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "lengths",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "evaluation",
            "type": "uint256"
          }
        ],
        "internalType": "struct Claim",
        "name": "claim",
        "type": "tuple"
      },
      {
        "internalType": "bytes",
        "name": "words",
        "type": "bytes"
      },
      {
        "internalType": "uint256[]",
        "name": "entries",
        "type": "uint256[]"
      }
    ],
    "name": "refundDeposits",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "inboxIndex",
        "type": "uint256"
      },
      {
        "internalType": "uint256[10]",
        "name": "words",
        "type": "uint256[10]"
      }
    ],
    "name": "returnDeposit",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "inboxIndex",
        "type": "uint256"
      }
    ],
    "name": "returned",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "credential",
        "type": "uint256"
      }
    ],
    "name": "revoked",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "threshold",
    "outputs": [
      {
        "internalType": "uint8",
        "name": "",
        "type": "uint8"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "tip",
    "outputs": [
      {
        "components": [
          {
            "internalType": "bytes32",
            "name": "root",
            "type": "bytes32"
          },
          {
            "internalType": "uint64",
            "name": "number",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "timestamp",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inboxIndex",
            "type": "uint64"
          }
        ],
        "internalType": "struct Head",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "uint64",
            "name": "number",
            "type": "uint64"
          },
          {
            "internalType": "uint8",
            "name": "circuit",
            "type": "uint8"
          },
          {
            "internalType": "uint64",
            "name": "timestamp",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inboxFrom",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inboxTo",
            "type": "uint64"
          },
          {
            "internalType": "bytes32",
            "name": "oldRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "newRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "wordsHash",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "dataCommit",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "effects",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "lengths",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "evaluation",
            "type": "uint256"
          }
        ],
        "internalType": "struct Claim",
        "name": "claim",
        "type": "tuple"
      },
      {
        "internalType": "uint8",
        "name": "class",
        "type": "uint8"
      },
      {
        "internalType": "address",
        "name": "recipient",
        "type": "address"
      },
      {
        "internalType": "bytes",
        "name": "payload",
        "type": "bytes"
      }
    ],
    "name": "vote",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  }
] as const

export const blobRollupBytecode = '0x610180806040523461078b576156d9803803809161001d828561078f565b833981019060208183031261078b578051906001600160401b03821161078b57016101208183031261078b576040519061012082016001600160401b038111838210176105c5576040528051825260208101516001600160a01b038116810361078b5760208301908152610093604083016107b2565b604084019081526100a6606084016107b2565b606085019081526100b9608085016107c6565b608086019081526100cc60a086016107d4565b9260a087019384526100e060c087016107d4565b9460c088019586526100f460e088016107d4565b60e0890190815261010088015190976001600160401b03821161078b570189601f8201121561078b578051906001600160401b0382116105c5576040519a61014260208460051b018d61078f565b828c526020808d019360061b8301019181831161078b57602001925b82841061072e57505050506101008801988952815181516001600160a01b039081166080521660a05287515f5160206156b95f395f51905f52111561070d57516001600160a01b0316156106f25782516001600160a01b0316156106d457516001600160a01b0316156106b857617a69461480156106ad575b80156106a2575b8015610697575b835185516001600160401b039081169116603c8110801561068b575b61066857821561066057603c5b6001600160401b031682108015610654575b6106315761023e91610231916107e8565b8215610627575f906107e8565b86516001600160401b03918216911690811180159190610619575b506105f757156105ee5760ff60015b1660ff8251168181106105d957505086515160ff8251161161035f5790516001600160a01b031660c0525160ff1660e052516001600160401b039081166101005290518116610120529051166101405260408051466020820190815230828401529181525f5160206156b95f395f51905f5291906102e760608261078f565b51902006610160525f5b825180518210156103bc576020908260051b0101519060ff8251166001811015806103b1575b1590811561039a575b811561037a575b5061035f5760019160ff838060a01b036020830151169151165f52600660205260405f2090838060a01b0319825416179055016102f1565b631e16d87160e21b5f52646c616e657360d81b60045260245ffd5b5f908152600660205260408120546001600160a01b031615159150610327565b60208401516001600160a01b03163b159150610320565b506003811115610317565b82516040519060808201906001600160401b038211838310176105c55760409182528083525f60208085018281526001600160401b034281811688880190815260608901868152600797909755600880546fffffffffffffffff0000000000000000938a1b84166001600160c01b031991821617909155868052600b865298517fdf7de25b7f1fd6d0b5205f0e18f1f35bd7b8d84cce336588d184533ce43a6f7681905593517fdf7de25b7f1fd6d0b5205f0e18f1f35bd7b8d84cce336588d184533ce43a6f77805492519851600160801b600160c01b0360809190911b1691851692909a169190911787891b909216919091171790965584519390951683528201819052917f685bc95460a0000cf65c43ad6dcea236cdabfc5b84ef0ec48f9b4db0b1acb78c91a3604051614ea3908161081682396080518181816101d30152818161064201528181611486015281816116f70152818161196901528181612380015281816132b901528181613f7c015281816141c10152614cb2015260a0518181816105740152611438015260c0518181816108db0152818161096e015261337d015260e05181818161161c0152818161216b0152613a9501526101005181818161125401526122af01526101205181818161226c0152614c3301526101405181818161178f01526125830152610160518181816108a301528181612870015261397d0152f35b634e487b7160e01b5f52604160045260245ffd5b635c822da360e01b5f5260045260245260445ffd5b60ff6002610268565b631e16d87160e21b5f526b195cd8d85c1954195c9a5bd960a21b60045260245ffd5b6301e133809150115f610259565b62127500906107e8565b631e16d87160e21b5f526c696e626f78446561646c696e6560981b60045260245ffd5b5062093a808211610220565b610e1061020e565b631e16d87160e21b5f526c70726f6f66446561646c696e6560981b60045260245ffd5b5062093a808111610201565b50617a6c46146101e5565b50617a6b46146101de565b50617a6a46146101d7565b631e16d87160e21b5f526565736361706560d01b60045260245ffd5b631e16d87160e21b5f5267383937b837b9b2b960c11b60045260245ffd5b631e16d87160e21b5f52640d2dcc4def60db1b60045260245ffd5b636ecb192160e01b5f526a19d95b995cda5cd49bdbdd60aa1b60045260245ffd5b60408483031261078b5760408051919082016001600160401b038111838210176105c55760405261075e856107c6565b82526020850151906001600160a01b038216820361078b578260209283604095015281520193019261015e565b5f80fd5b601f909101601f19168101906001600160401b038211908210176105c557604052565b51906001600160a01b038216820361078b57565b519060ff8216820361078b57565b51906001600160401b038216820361078b57565b6001600160401b03918216908216019190821161080157565b634e487b7160e01b5f52601160045260245ffdfe6080806040526004361015610012575f80fd5b5f3560e01c908163054f7d9c146125a757508063091e6ef8146125645780630f13a28c1461236057806311ac61b7146122d35780631bc04c041461229057806323af771e1461224d5780632755cd2d14612229578063333f0970146122045780634001696a1461218f57806342cde4e81461215257806345d184db1461211a578063462554ca146120c95780634d51173c1461208e57806356ad1df214611b995780635ddd1060146119495780636160b7221461190957806362a5af3b146116b157806365d892d4146115bf578063682158e5146115975780637a89379a146114125780637dc0bf3f146113e8578063857553cc1461137d57806385e471d5146111d65780638e41c2aa146111925780638e58645614611117578063a0438679146110a0578063a0aeea831461105c578063a7dae5911461090a578063a8e4fb90146108c6578063c2fb26a61461088c578063c4cca8b71461084f578063cee22e21146105a3578063d180667d1461055f578063d5b141e714610529578063dcc714af14610505578063f0284fa114610246578063f8c883cc146102065763fb0e722b146101be575f80fd5b34610202575f366003190112610202576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b5f80fd5b3461020257602036600319011261020257602061023c60043560ff6001918060081c5f526005602052161b60405f205416151590565b6040519015158152f35b346102025736600319016105e0811261020257610180136102025761018435366105a411610202576105c4356105a4356001600160401b038211610202578160040191606060031982360301126102025761029f612e73565b935f516020614e835f395f51905f5260405160208101905f1982528760408201528560608201528360808201526104006101a460a083013761048081526102e86104a08261276d565b51902006935f956020805f905b610493575050604484019260c061030c8585614455565b90500361047557865f5b6005811061045a5750608082101561044757600160407f6898111413588742b7c68b4d7fdd60d098d0caac87f5713c5130c2c1660125be815b6104085750505f516020614e635f395f51905f5203985f516020614e635f395f51905f528a116103f4575f516020614e635f395f51905f52809281602488359a01359c8d920809900885036103e257506103a98383614455565b606011610202576103c394876103be93614d46565b614455565b93909284606011610202576103e094605f19019360600192614de4565b005b63e1dbf0e560e01b5f5260045260245ffd5b634e487b7160e01b5f52601160045260245ffd5b81851661042c575b805f516020614e635f395f51905f5291099060011c908161034f565b915f516020614e635f395f51905f5283819209929050610410565b506353c64fef60e11b5f5260045260245ffd5b905f516020614e635f395f51905f5281600192099101610316565b61047f8484614455565b90506303b4857160e11b5f5260045260245ffd5b9790976104f1575f198801908882116103f45760208210156104dd575f516020614e635f395f51905f526104d691818a5f9560051b6101a4013592090898612efd565b90816102f5565b634e487b7160e01b5f52603260045260245ffd5b634e487b7160e01b5f52601260045260245ffd5b3461020257610180366003190112610202576020610521612e73565b604051908152f35b34610202576020366003190112610202576020600160ff6004358060081c5f5260038452161b60405f2054161515604051908152f35b34610202575f366003190112610202576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b34610202576101603660031901126102025760043536610164116102025760095460ff8160401c16156108415760ff165f52600b6020526001600160401b03600160405f20015460801c1681101580610832575b8061080a575b156107f85760405160208101906101406024833761014081526106226101608261276d565b5190206040516356501d7760e01b815260048101839052600160248201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031691905f81604481865afa801561078a5761068b915f916107d6575b50612e52565b51036107c4578160081c5f52600560205260405f20600160ff84161b8154179055602060046106bb604435613298565b604080516001600160a01b038481168252602082018490526101443516979396929593889290917f88ff63bd2ea527e4b6810ef61417014c990f58e9586a6fece96f3e3ea51f516e9190a36040516373c6754960e11b815292839182905afa90811561078a575f91610795575b506001600160a01b0316803b156102025760405163167aec3160e31b81526001600160a01b03938416600482015293909216602484015260448301525f908290818381606481015b03925af1801561078a5761078057005b5f6103e09161276d565b6040513d5f823e3d90fd5b6107b7915060203d6020116107bd575b6107af818361276d565b81019061278e565b84610728565b503d6107a5565b50624ffc6760e91b5f5260045260245ffd5b6107f291503d805f833e6107ea818361276d565b810190612dd9565b85610685565b63773b117d60e11b5f5260045260245ffd5b5061082c8160ff6001918060081c5f526005602052161b60405f205416151590565b156105fd565b50600160ff60243516146105f7565b623d6a2560e21b5f5260045ffd5b346102025760203660031901126102025760043560ff8116809103610202575f526006602052602060018060a01b0360405f205416604051908152f35b34610202575f3660031901126102025760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b34610202575f366003190112610202576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346102025736600319016101408112610202576101001361020257610104356001600160401b038111610202576109459036906004016125c9565b9061012435916001600160401b03831161020257826004019160606003198536030112610202577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031633819003611046575060ff60095460401c16611037576109b46127d1565b906004356001600160401b038116908181036102025760208401906001600160401b036109e3818451166129da565b16830361100957505050604435918051808403610ff357506001600160401b03421695610a0f876128ca565b6001600160401b03604084015116806001600160401b03831610610feb575b506084356001600160401b03811690818114159283610202576001600160401b0316928383108015610fe0575b610fc05750505050606435915f516020614e835f395f51905f52831015610fa35760a4355f516020614e835f395f51905f52811015610f8357610a9c612c99565b916060610aae898860e4358097613dcd565b910190610ac76001600160401b038351168a8984613eb1565b610ad2368b8a612cd2565b60208151910120928a6040116102025760208901359b8b6060116102025760408a01359b5f49808f03610f6d57509399610b1d8688610b0f6126bf565b610b17612c99565b9061284a565b945f9b6040810192608084510151805b610f3657506002935f92855b610ec7575050505050506044880160c0610b538284614455565b905003610ebe57849a5f5b60058110610ea35750604060017f6898111413588742b7c68b4d7fdd60d098d0caac87f5713c5130c2c1660125be825b610e8857505050823599602401355f516020614e635f395f51905f527f73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000000829e08905f516020614e635f395f51905f5291095f516020614e635f395f51905f5291088903610e7557610bff8183614455565b606093919311610202576103be8f938b88610c1996614d46565b908160601161020257610e2e9c610e019b6001600160401b0396610c4594605f19019360600192614de4565b82610c4e6126bf565b165f52600c6020528b60405f205582610c656126bf565b169b6040519c7ff87967052030f590667e33dd42a69be1a98239c6cfbbe5ba6185a5f6d73e88275f80a382610c986126bf565b918d602060ff610ca6612c99565b8580610cb06126eb565b96511697610cbd86612751565b168452169101521660408d015260608c015216968760808b015260a08a01528460c08a015260e089015261010088015260c435610120880152610140870152610160860152610d9a610d0e866142db565b96610d198888614373565b9760405190610d2782612722565b81526001600160401b0380600260208401938c85526040810195865260608101945f865283610d546126bf565b165f908152600a60205260409081902092518355905160018301559551945167ffffffffffffffff19961b9590951691909316919091166001600160401b031617910155565b610dfc610da56126bf565b91610dae6126eb565b908560606001600160401b038060405197610dc889612722565b8589521694856020890152169586604082015201526007556001600160401b03166001600160401b03196008541617600855565b6129b1565b6008805467ffffffffffffffff60801b191660809290921b67ffffffffffffffff60801b16919091179055565b7facb8d989339a59bdf70d0664c68410f03fdac19a4311621485a4ef8f975e0afd610e706001600160401b03610e626126bf565b169260405191829182612d08565b0390a3005b63e1dbf0e560e01b5f525f60045260245ffd5b805f516020614e635f395f51905f52910991811c9182610b8e565b9b5f516020614e635f395f51905f5281600192099c01610b5e565b61047f91614455565b90919293949e8f5f1981019081116103f4578351866104dd5751811015610f26576020830151918b610f0f610f08610f1594610f1b965f60051b0151612715565b8a896146e2565b91614e23565b9f612efd565b949392919085610b39565b50610f15610f1b918b5f91614e23565b9d8e5f95929394951981019081116103f457610f62918a610f0f610f5c9389888a613230565b9e612efd565b809493929194610b2d565b8e6310aff5d960e01b5f5260045260245260445ffd5b636ecb192160e01b5f526919185d1850dbdb5b5a5d60b21b60045260245ffd5b636ecb192160e01b5f52661b995dd49bdbdd60ca1b60045260245ffd5b8a94506102025750633bdf90a760e01b5f5260045260245260445260645ffd5b50505f8a8311610a5b565b905088610a2e565b83633df4ebe160e21b5f5260045260245260445ffd5b6001600160401b03809392611020925051166129da565b90630ffbbbff60e21b5f526004521660245260445ffd5b631e70079f60e21b5f5260045ffd5b63828f1b5560e01b5f523360045260245260445ffd5b346102025736600319016101208112610202576101001361020257610104356001600160401b0381116102025761109a6103e09136906004016125c9565b90613370565b34610202575f366003190112610202576110b86127ad565b5060ff600954165f52600b6020526111136110d560405f2061280d565b6040519182918291909160606001600160401b0381608084019580518552826020820151166020860152826040820151166040860152015116910152565b0390f35b346102025736600319016101e081126102025761018013610202576101843560ff81168103610202576101a4356001600160a01b0381168103610202576101c435916001600160401b038311610202576111786103e09336906004016125c9565b929091611183613b04565b5061118d36612a18565b6138a0565b346102025760203660031901126102025760606001600160401b036111bd6111b8612678565b612c25565b9060409392935193151584526020840152166040820152f35b34610202576020366003190112610202576111ef612678565b6001600160401b0360085416906009546001600160401b0381166001600160401b038061121b836129da565b16931692830361136b575082821161135857815f52600a602052600260405f2001548060401c6113455761127b906001600160401b03807f0000000000000000000000000000000000000000000000000000000000000000169116612715565b8042111561132f575060ff165f52600b60205260405f20806007036112c2575b507f736c5172444fd9c53ead9baca4bcdfec6d88a0d66167fcc00263b8e9e2a2eb055f80a3005b805460075560010180546008805467ffffffffffffffff19166001600160401b03928316179055611329916112fc82825460401c166129b1565b5460801c16600854906001600160401b0360801b9060801b16906001600160401b0360801b191617600855565b8261129b565b826343c5d47b60e01b5f5260045260245260445ffd5b8263703f6faf60e01b5f5260045260245ffd5b50637b6a9fdb60e01b5f5260045260245ffd5b826110206001600160401b03926129da565b346102025760203660031901126102025761139e611399612678565b612ba0565b919293906040519360038310156113d45760a0956001600160401b03938652602086015260408501521660608301526080820152f35b634e487b7160e01b5f52602160045260245ffd5b34610202576020366003190112610202576004355f526002602052602060405f2054604051908152f35b34610202576060366003190112610202576024356001600160a01b0381168103610202577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031633819003611581575060ff60095460401c1615610841576040516373c6754960e11b81527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169190602081600481865afa90811561078a576024916020915f91611564575b5060018060a01b031693604051928380926302210ae360e11b825260043560048301525afa90811561078a575f91611545575b50823b156102025760405163167aec3160e31b81526001600160a01b039182166004820152911660248201526044803590820152905f90829081838160648101610770565b61155e915060203d6020116107bd576107af818361276d565b83611500565b61157b9150823d84116107bd576107af818361276d565b856114cd565b63084e889b60e11b5f523360045260245260445ffd5b34610202575f3660031901126102025760206001600160401b035f5460401c16604051908152f35b3461020257610180366003190112610202576115d9613b04565b6115e16126bf565b6001600160401b0360095416906001600160401b0380611600846129da565b1691160361167e57611618600283015460401c613c9c565b60ff7f00000000000000000000000000000000000000000000000000000000000000001690818110611655576103e061165036612a18565b613cc6565b6001600160401b036116656126bf565b633503aeef60e21b5f521660045260245260445260645ffd5b6001600160401b0390816116996116936126bf565b926129da565b91630ffbbbff60e21b5f52166004521660245260445ffd5b34610202575f3660031901126102025760095460ff8160401c166110375760ff81165f52600b6020526116e660405f2061280d565b604051630fbdb69960e11b815290917f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316602083600481845afa92831561078a575f936118d5575b5060608401926001600160401b03845116146118c65760206001600160401b03845116602460405180948193634d624c6f60e11b835260048301525afa801561078a575f90611892575b6117b591506001600160401b037f00000000000000000000000000000000000000000000000000000000000000001690612715565b80421115611872575090680100000000000000006001600160401b039268ff0000000000000000191617600955825160075561181d8260408160208701511695611815876001600160401b03166001600160401b03196008541617600855565b0151166129b1565b51169061184c82600854906001600160401b0360801b9060801b16906001600160401b0360801b191617600855565b7f4162887799ee3945c1b2439966c41494547f71d32c5fea2a2e8819d73d7892f95f80a3005b6001600160401b038351166308d8274b60e11b5f5260045260245260445ffd5b506020813d6020116118be575b816118ac6020938361276d565b81010312610202576117b59051611780565b3d915061189f565b63f0c14cc560e01b5f5260045ffd5b9092506020813d602011611901575b816118f16020938361276d565b8101031261020257519184611736565b3d91506118e4565b346102025760203660031901126102025760606001600160401b038061193060043561290a565b9193906040519415158552166020840152166040820152f35b3461020257611957366125f6565b9290611964838387613085565b9095907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316905f5b87811061199d57005b806119ba8a86858b6119b18c978f8d6126a2565b35968794613156565b60608401519081841015611b635760119150145b15611b3b576119e5826119e087612701565b6131ab565b600a8202828104600a14831517156103f457600181018082116103f457611a11611a16918b8b8f613230565b613298565b9091600281018091116103f457611a378d918c8c60018060a01b0394613230565b1680946001600160401b03611a4b8a612701565b604080516001600160a01b03881681526020810187905291909216917fccbf367adfa9b1deec551cd9050a1cc9a45b07af597cb1eeff0a4e9d987bcaee91a46040516373c6754960e11b81526020816004818a5afa90811561078a575f91611b1d575b506001600160a01b0316803b156102025760405163167aec3160e31b81526001600160a01b03938416600482015294909216602485015260448401525f908390606490829084905af191821561078a57600192611b0d575b5001611994565b5f611b179161276d565b8a611b06565b611b35915060203d81116107bd576107af818361276d565b8d611aae565b506001600160401b03611b4d85612701565b6370649f6360e11b5f521660045260245260445ffd5b6006149081611b73575b506119ce565b611b939150611b8290846126b2565b610120870135901c60019081161490565b8b611b6d565b346102025736600319016101a08112610202576101801361020257610184356001600160401b03811161020257611bd49036906004016125c9565b9061014435600160501b1661206b57611beb6126bf565b905f54916001600160401b038316906001600160401b0380611c0c846129da565b1691160361167e5750611c1f8382612fa1565b9093611c49611c34611c2f612c99565b614ab7565b946001600160401b0386519160801c16612715565b5f1981019081116103f45784519081156104f15704938051948581029581870414901517156103f45751611c7c81612dc2565b90611c8a604051928361276d565b808252611c99601f1991612dc2565b01366020830137611ca86126d5565b926001600160401b0360405194611cbe86612722565b8786525f60208701525f60408701521660608501525f5b6020820151811015611ecc57808060021b04600414811517156103f457604088015160400151600282901b1015611ec5576020880151611d23611d2a91600260051b018360021b9051612715565b85886146e2565b905b621fffff82165f52600260205260405f2054915f5b63ffffffff8260151c168110611dc15750601581901c63ffffffff1660098101939084106103f457600863ffffffff8360151c16019384116103f457611dad621fffff91611d9860096001970460208c0151612715565b60208b015263ffffffff8460151c1690612715565b91165f52600260205260405f205501611cd5565b611dd360208901516009830490612715565b60408c0151909190600982069060600151831015611ebe5760208d015160600151611e0a90611e03908590612715565b8a8d6146e2565b925b8a51906009810290808204600914901517156103f457611e308391611e3593612715565b612715565b90601a810290808204601a14901517156103f4576001938b6303ffffff6060611e5e878c612715565b9201519260405194602086019687521c166040840152621fffff87166060840152608083015260a082015260a08152611e9860c08261276d565b519020611eb760408b0151611eac81613c8e565b60408d015289612e5f565b5201611d41565b5f92611e0c565b5f90611d2c565b5093909186611ee18794604087015190614b70565b9560408101519081158015612001575b50606091500151915f5b838110611f9057877fc105e87ff8bd75a333e8c7f59a96a07b94bdcbf9790297e381df4f9e65b4126460606001600160401b038a8a82611f396126bf565b165f549067ffffffffffffffff60401b611f516126d5565b60401b16916fffffffffffffffffffffffffffffffff191617175f556040611f776126bf565b92015190604051968752602087015260408601521692a2005b600a810290808204600a14811517156103f457601660ff611fb384868a89613230565b1603611ff857600182018092116103f457611fd2600192848887613230565b62ffffff8160081c165f5260036020528260ff60405f2092161b81541790555b01611efb565b60019150611ff2565b6009830292830460091417156103f45761201d60609287612715565b5f805467ffffffffffffffff60801b191660809290921b67ffffffffffffffff60801b169190911790556001600160401b036120576126bf565b165f5260016020528760405f205588611ef1565b6001600160401b0361207b6126bf565b6379bead3360e01b5f521660045260245ffd5b34610202576080366003190112610202576120a7612678565b6024359060ff821682036102025760209161052191606435916044359161284a565b34610202576040366003190112610202576001600160401b036120ea612678565b165f526004602052602061023c60243560405f2060019160ff918160081c5f52602052161b60405f205416151590565b34610202576020366003190112610202576001600160401b0361213b612678565b165f526001602052602060405f2054604051908152f35b34610202575f36600319011261020257602060405160ff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b34610202576104603660031901126102025736610464116102025760205f516020614e835f395f51905f52604051828101905f198252600435604082015260243560608201526044356080820152610400606460a083013761048081526121f86104a08261276d565b51902006604051908152f35b34610202575f3660031901126102025760206001600160401b035f5416604051908152f35b34610202575f366003190112610202576122416127ad565b506111136110d56127d1565b34610202575f3660031901126102025760206040516001600160401b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b34610202575f3660031901126102025760206040516001600160401b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b346102025736600319016101808112610202576101001361020257610104356001600160401b0381116102025761230e9036906004016125c9565b610124359160ff8316830361020257610144356001600160a01b03811681036102025761016435936001600160401b0385116102025761118d6123586103e09636906004016125c9565b959094613370565b346102025761236e366125f6565b929061237b838387613085565b9095907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316905f5b8781106123b457005b806123c88a86858b6119b18c978f8d6126a2565b6060840151808410159182612559575b5081612543575b5015611b3b576123f2826119e087612701565b600a8202828104600a14831517156103f457600181018082116103f457611a1161241e918b8b8f613230565b9091600981018091116103f45761243f8d918c8c60018060a01b0394613230565b1680946001600160401b036124538a612701565b604080516001600160a01b03881681526020810187905291909216917fcf1f58b7ebbd7bb3fad0b4752273125f88756e1fb95d6522bcc1dc2dca3eb36091a46040516373c6754960e11b81526020816004818a5afa90811561078a575f91612525575b506001600160a01b0316803b156102025760405163167aec3160e31b81526001600160a01b03938416600482015294909216602485015260448401525f908390606490829084905af191821561078a57600192612515575b50016123ab565b5f61251f9161276d565b8a61250e565b61253d915060203d81116107bd576107af818361276d565b8d6124b6565b6125529150611b8290846126b2565b158b6123df565b60011491508c6123d8565b34610202575f3660031901126102025760206040516001600160401b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b34610202575f3660031901126102025760209060ff60095460401c1615158152f35b9181601f84011215610202578235916001600160401b038311610202576020838186019501011161020257565b60031981016101c08112610202576101801361020257600491610184356001600160401b038111610202578261262e916004016125c9565b929092916101a4356001600160401b0381116102025782602382011215610202578060040135926001600160401b0384116102025760248460051b83010111610202576024019190565b600435906001600160401b038216820361020257565b35906001600160401b038216820361020257565b91908110156104dd5760051b0190565b919082039182116103f457565b6004356001600160401b03811681036102025790565b6044356001600160401b03811681036102025790565b6084356001600160401b03811681036102025790565b356001600160401b03811681036102025790565b919082018092116103f457565b608081019081106001600160401b0382111761273d57604052565b634e487b7160e01b5f52604160045260245ffd5b61018081019081106001600160401b0382111761273d57604052565b90601f801991011681019081106001600160401b0382111761273d57604052565b9081602091031261020257516001600160a01b03811681036102025790565b604051906127ba82612722565b5f6060838281528260208201528260408201520152565b604051906127de82612722565b81600754815260606001600160401b036008548181166020850152818160401c16604085015260801c16910152565b9060405161281a81612722565b60606001600160401b03600183958054855201548181166020850152818160401c16604085015260801c16910152565b91925f516020614e835f395f51905f529360ff604051936001600160401b0360208601967f000000000000000000000000000000000000000000000000000000000000000088524660408801523060608801521660808601521660a084015260c083015260e082015260e081526128c36101008261276d565b5190200690565b6001600160401b0361025719911601906001600160401b0382116103f457565b906001600160401b03809116911603906001600160401b0382116103f457565b6009545f91906001600160401b03168280805b6001600160401b03811684610100821091826129a6575b50501561299d5760ff61294782866128ea565b165f52600b60205260405f208581541461297b57506001600160401b03166001600160401b0381146103f45760010161291d565b9450505050506001915001546001916001600160401b038083169260401c1690565b50939250939050565b11159050845f612934565b67ffffffffffffffff60401b6008549160401b169067ffffffffffffffff60401b191617600855565b6001600160401b036001911601906001600160401b0382116103f457565b906001600160401b03809116911601906001600160401b0382116103f457565b6101809060031901126102025760405190612a3282612751565b816004356001600160401b038116810361020257815260243560ff811681036102025760208201526044356001600160401b03811681036102025760408201526064356001600160401b03811681036102025760608201526084356001600160401b038116810361020257608082015260a43560a082015260c43560c082015260e43560e082015261010435610100820152610124356101208201526101443561014082015261016061016435910152565b91908261018091031261020257604051612afd81612751565b8092612b088161268e565b8252602081013560ff81168103610202576101609182916020850152612b306040820161268e565b6040850152612b416060820161268e565b6060850152612b526080820161268e565b608085015260a081013560a085015260c081013560c085015260e081013560e08501526101008101356101008501526101208101356101208501526101408101356101408501520135910152565b6001600160401b031680158015612c11575b612c0457805f52600a60205260405f20906001600160401b036009541610155f14612bfc576002915b815460018301546002909301549092916001600160401b0382169160401c90565b600191612bdb565b505f905f905f905f905f90565b506001600160401b03600854168111612bb2565b906001600160401b0360095416916001600160401b038116928311612c8f5760ff165f52600b602052612c5a60405f2061280d565b916001600160401b0360208401511603612c86576001600160401b036040835193015116906001929190565b5f915081908190565b505f915081908190565b60243560ff811681036102025790565b3560ff811681036102025790565b6001600160401b03811161273d57601f01601f191660200190565b929192612cde82612cb7565b91612cec604051938461276d565b829481845281830111610202578281602093845f960137010152565b919091610160806101808301946001600160401b03815116845260ff60208201511660208501526001600160401b0360408201511660408501526001600160401b0360608201511660608501526001600160401b03608082015116608085015260a081015160a085015260c081015160c085015260e081015160e08501526101008101516101008501526101208101516101208501526101408101516101408501520151910152565b90600a8110156104dd5760051b0190565b6001600160401b03811161273d5760051b60200190565b602081830312610202578051906001600160401b03821161020257019080601f83011215610202578151612e0c81612dc2565b92612e1a604051948561276d565b81845260208085019260051b82010192831161020257602001905b828210612e425750505090565b8151815260209182019101612e35565b8051156104dd5760200190565b80518210156104dd5760209160051b010190565b61014435600160501b1615612ed5576004356001600160401b03811690818103610202576009546001600160401b0316821115612ec657612eb46004613bbc565b505b505f52600c60205260405f205490565b612ed060046143bb565b612eb6565b6004356001600160401b03811690818103610202575063f1feaff960e01b5f5260045260245ffd5b80156103f4575f190190565b60405190606082018281106001600160401b0382111761273d5760405281604060a0918151612f38848261276d565b8336823781528151612f4a848261276d565b833682376020820152815192612f60818561276d565b3684370152565b6040519060a082018281106001600160401b0382111761273d576040525f6080838281528260208201528260408201528260608201520152565b9190612fab612f09565b50612fb4612f67565b506101443590600160501b82161561302c57612fd060046143bb565b612fdb368286612cd2565b6020815191012060e4359081810361301757505060243560ff81168103610202578185613014948361300d9450613dcd565b9384614487565b90565b637e3c767f60e01b5f5260045260245260445ffd5b613034612f09565b5061303d612f67565b5061304860046143bb565b613053368286612cd2565b6020815191012060e4359081810361301757505060243560ff81168103610202578185613014948361300d945061470b565b92919092613091612f09565b5061309a612f67565b50610140810135600160501b16156130f8576130b5816143bb565b6130c0368386612cd2565b6020815191012060e0820135908181036130175750509061300d8185846101406130ef60206130149801612ca9565b91013590613dcd565b613100612f09565b50613109612f67565b50613113816143bb565b61311e368386612cd2565b6020815191012060e0820135908181036130175750509061300d81858461014061314d60206130149801612ca9565b9101359061470b565b9390949261316e906080606082015191015190612715565b8310156131995750600a820291808304600a14901517156103f45760ff9361319593613230565b1690565b6001600160401b03611b4d8492612701565b6001600160401b0316805f5260046020526131e08260405f2060019160ff918160081c5f52602052161b60405f205416151590565b61320a575f52600460205260405f208160081c5f52602052600160ff60405f2092161b8154179055565b63756bb6f560e01b5f5260045260245260445ffd5b9060058110156104dd5760051b0190565b60408101519192916080015184101561325e5760200151608001516130149361325891612715565b916146e2565b505050505f90565b6040810151919291516001101561329157602001515160018101919082106103f457613014926146e2565b5050505f90565b6040516302210ae360e11b815260ff821660048201529091906020816024817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa90811561078a575f916132f9575b509160081c90565b613312915060203d6020116107bd576107af818361276d565b5f6132f1565b6040519061332582612751565b5f610160838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201520152565b919061337a613318565b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031633819003611046575060ff60095460401c16611037576133c36127d1565b906133ce6004612701565b60208301906001600160401b03806133e8818551166129da565b169116036138805750815160443581810361386b5750506001600160401b036134128142166128ca565b816040850151168083831610613863575b506084908261343183612701565b911692839116108015613840575b61380c5750505f516020614e835f395f51905f526064351015610fa3575f516020614e835f395f51905f5260a4351015610f83576024359060ff82168203610202576060613491828760e4358661470b565b9301926134ac6001600160401b0385511660048489856140f9565b906134b8368489612cd2565b60208151910120966001600160401b03600435166004350361020257608435956001600160401b0387168703610202575191979695949392916001600160401b03169061350b8860a4358760043561284a565b6005995f958692908c5b6136ca5750505050506001600160401b039293949596975060ff6040519561353c87612751565b8460043516875216602086015282861660408601526060850152169485608084015260443560a084015260643560c084015260e083015260a43561010083015260c43561012083015260e43561014083015261016082015261368a8194610e016001600160401b036135ad856142db565b956136326135bb8888614373565b97604051906135c982612722565b815260208101898152848060026040850194824216865260608101945f865283600435165f52600a60205260405f20915182555160018201550193511616851983541617825560018060c01b039051166001600160401b0382549181199060401b169116179055565b83606060405161364181612722565b6064358152846004351660208201528484166040820152015260643560075561368482600435166001600160401b03166001600160401b03196008541617600855565b166129b1565b7facb8d989339a59bdf70d0664c68410f03fdac19a4311621485a4ef8f975e0afd604051806136c56001600160401b03600435169482612d08565b0390a3565b959098929a94979199939b5f1901976136fe8b6136f78b60406136ee82855161321f565b5193015161321f565b51906126b2565b886137d7575b506137138960208d015161321f565b519a8b8060051b046020148c1517156103f45797909192939495969b5b8c8c60051b81146137ba57905f516020614e835f395f51905f528f8f9a99989796959493601f19019a601f199101013510156137a4576104f1575f9c8e01601f190135905f516020614e835f395f51905f52908c9009905f516020614e835f395f51905f529108909192939495969b613730565b88632753c4f560e01b5f5260051c60045260245ffd5b999d979c50959a509398929793969195909490939092908c613515565b8c815b6137e45750613704565b9890986104f1575f516020614e835f395f51905f528b613805920998612efd565b8c816137da565b61381d6001600160401b0391612701565b633bdf90a760e01b5f52166004526024526001600160401b03421660445260645ffd5b506001600160401b0342166001600160401b0361385c83612701565b161161343f565b90505f613423565b633df4ebe160e21b5f5260045260245260445ffd5b6001600160401b039081611699816138986004612701565b9351166129da565b93909291926001600160401b038551165f52600a60205260ff60405f20911690815f52600660205260018060a01b0360405f205416928315613af1576002820180546001851b6001600160c01b038181169960409390931c989394939291891616613ad057906139ea92918a865491613917613318565b506001600160401b038251169260ff6020840151169060a08401519060c0850151906001600160401b0360408701511690610100870151916101208801519361396660e08a015185898d61284a565b956101608a0151976040519b61397b8d612751565b7f00000000000000000000000000000000000000000000000000000000000000008d5260208d015260408c015260608b015260808a015260a089015260c088015260e08701526101008601526101208501526101408401526001600160a01b031661016083018190529861499f565b15613abe5780546001600160401b031685871760401b67ffffffffffffffff19161790557fcde7d020213f564a552abb6fb9d771b460276812e1954d55912d7d6b8c88aa34602060016001600160401b0389511693015494604051908152a46001600160401b038351166001600160401b03613a6981600954166129da565b16149182613a86575b5050613a7b5750565b613a8490613cc6565b565b613a91925017613c9c565b60ff7f00000000000000000000000000000000000000000000000000000000000000001611155f80613a72565b826250ce7360e71b5f5260045260245ffd5b856001600160401b038b511663068225af60e51b5f5260045260245260445ffd5b82632736dd5760e11b5f5260045260245ffd5b600435906001600160401b0382168083141580610202576001600160401b03600954168211801590613ba6575b613b8d5761020257805f52600a60205260405f2092613b6c613b5c613b57366004612ae4565b6142db565b613b67366004612ae4565b614373565b600185015403613b7a575050565b5063822c795360e01b5f5260045260245ffd5b83906102025750637b6a9fdb60e01b5f5260045260245ffd5b50505f6001600160401b03600854168211613b31565b90613bc682612701565b6001600160401b038060095416911611801590613c6f575b613c4b576001600160401b03613bf383612701565b165f52600a60205260405f2091613c1a613c10613b573684612ae4565b613b673684612ae4565b600184015403613c275750565b613c386001600160401b0391612701565b63822c795360e01b5f521660045260245ffd5b6001600160401b03613c5c83612701565b637b6a9fdb60e01b5f521660045260245ffd5b50613c7982612701565b6001600160401b038060085416911611613bde565b5f1981146103f45760010190565b90815f925b613ca85750565b91613cb290613c8e565b915f198101908082116103f4571680613ca1565b6001600160401b0381511690816001600160401b031960095416176009557f685bc95460a0000cf65c43ad6dcea236cdabfc5b84ef0ec48f9b4db0b1acb78c604060c08301926001600160401b03808086519385810198828a511695608083019684806001818b5116948c5190613d3c82612722565b8152602081019687528c81019485526060810195865260ff8851165f52600b6020528c5f2090518155019451161685198454161783555167ffffffffffffffff60401b808454928b1b16169067ffffffffffffffff60401b1916178255518154908460801b908560801b9060801b1616908460801b19161790555116955196511691511682519182526020820152a3565b92909192613dd9612f09565b50606082108015613e96575b8015613e82575b613e505781606011610202576060613e11940191605f190192600160501b189061470b565b90602082015f5b60058110613e24575050565b815190613e31818361321f565b51600381018091116103f457613e498260019461321f565b5201613e18565b5082906020811015613e755750505f5b6392cc9de760e01b5f5260045260245260445ffd5b6020116102025735613e60565b5081602011610202575f1984351415613dec565b5069ffff000000000000ffff198316600160501b1415613de5565b91613ebd818385614487565b926080840180516084356001600160401b03811681036102025787613ee29285614c2e565b60c43595613efa6001600160401b03835116826129f8565b906001600160401b0381169767ffffffffffffffff60401b8360401b168917613f24878988613266565b8181036140e457505083519080821c6140cf57505082519081156140c3576040516356501d7760e01b81526001600160401b03919091166004820152602481019190915296979596955f876044816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa96871561078a575f976140a7575b509196606001915f5b885181101561409b57613fc9818551612715565b61014060405191613fda828461276d565b813684378015600a808302928304141715905f5b600a811061406c5750505060405190602082019283905f915b600a83106140565750505081526140206101608261276d565b51902061402d828a612e5f565b510361403b57600101613fb5565b614045908a612715565b624ffc6760e91b5f5260045260245ffd5b6020806001928451815201920192019190614007565b826103f4578061408a8b8d8f61408460019688612715565b92613230565b6140948288612db1565b5201613fee565b50965096505050505050565b6140bc9197503d805f833e6107ea818361276d565b955f613fac565b50509550505050505090565b63351eebcd60e21b5f5260045260245260445ffd5b63cb8f361960e01b5f5260045260245260445ffd5b919091614107828483614487565b9360c0608086019161412883518961412160808501612701565b9187614c2e565b01359561413f6001600160401b03835116826129f8565b906001600160401b0381169767ffffffffffffffff60401b8360401b168917614169878988613266565b8181036140e457505083519080821c6140cf57505082519081156140c3576040516356501d7760e01b81526001600160401b03919091166004820152602481019190915296979596955f876044816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa96871561078a575f976142bf575b509196606001915f5b885181101561409b5761420e818551612715565b6101406040519161421f828461276d565b813684378015600a808302928304141715905f5b600a81106142965750505060405190602082019283905f915b600a83106142805750505081526142656101608261276d565b519020614272828a612e5f565b510361403b576001016141fa565b602080600192845181520192019201919061424c565b826103f457806142ae8b8d8f61408460019688612715565b6142b88288612db1565b5201614233565b6142d49197503d805f833e6107ea818361276d565b955f6141f1565b6001600160401b038151169060ff602082015116906001600160401b03604082015116906001600160401b036060820151166001600160401b0360808301511660a08301519161014060e085015194015194604051966020880198895260408801526060870152608086015260a085015260c084015260e0830152610100820152610100815261436d6101208261276d565b51902090565b60c0810151906101008101519061016061012082015191015191604051936020850195865260408501526060840152608083015260a082015260a0815261436d60c08261276d565b6001600160401b036143cc82612701565b16158015614436575b614412576143e9613c10613b573684612ae4565b6001600160401b036143fa83612701565b165f52600a602052600160405f20015403613c275750565b6144236001600160401b0391612701565b6337f3119f60e01b5f521660045260245ffd5b5061444081612701565b6001600160401b0380600954169116116143d5565b903590601e198136030182121561020257018035906001600160401b0382116102025760200191813603831361020257565b90929192614493612f67565b604083018051919590915f9051156146d957506020840151515f936144b892906146e2565b61ffff81168087526020870161ffff8360101c168152604088019061ffff8460201c168252606089019261ffff8560301c16845261ffff60808b019560401c16855287516005600110156104dd576020015181116146b65785516020015181106146965750518060021b908082046004149015171561468257865160400151811161465f57845160400151811061463f575051855160600151811161461c5783516060015181106145fc575051905161457091612715565b92600a840293808504600a14901517156145e85780516080015184116145c3575080516080015183106145a257505050565b516080015163e4548ac960e01b825260048052602452604491909152606490fd5b516080015163382c6a7760e11b83526004805260249390935250604491909152606490fd5b634e487b7160e01b83526011600452602483fd5b83516060015163e4548ac960e01b86526003600452602452604452606484fd5b85516060015163382c6a7760e11b86526003600452602491909152604452606484fd5b84516040015163e4548ac960e01b87526002600452602452604452606485fd5b86516040015163382c6a7760e11b87526002600452602491909152604452606485fd5b634e487b7160e01b86526011600452602486fd5b85516020015163e4548ac960e01b88526001600452602452604452606486fd5b87516020015163382c6a7760e11b88526001600452602491909152604452606486fd5b9250505f6144b8565b908260051b92808404602014901517156103f457602083018084116103f4571161020257013590565b9392909161472061471a612f09565b95614ab7565b600286515260208101516020875101526040810151908160021b91808304600414901517156103f457606091604088510152600981510482885101520151600a810290808204600a14901517156103f45785516080015260408501926020860192905f805b6005811061484e57508160501c1590811591614830575b5061481b57505f5b600581106147b3575050505050565b6147be81865161321f565b5180151590816147e8575b506147d6576001016147a4565b63925df75960e01b5f5260045260245ffd5b6147fe91506147f883875161321f565b51612715565b5f1981019081116103f4576148149083856146e2565b155f6147c9565b630949bc6d60e31b5f5260045260245260445ffd5b80915060051b90808204602014901517156103f4578214155f61479c565b906001600160fc1b03821682036103f45761ffff838360041b1c1690614875838b5161321f565b5182116148a957600191816148a29261488f868b5161321f565b528161489c868c5161321f565b52612715565b9101614785565b506148b5828a5161321f565b5191631a4a235960e01b5f5260045260245260445260645ffd5b90816020910312610202575180151581036102025790565b61016090805183526001600160401b03602082015116602084015260ff604082015116604084015260608101516060840152608081015160808401526001600160401b0360a08201511660a084015260c081015160c084015260e081015160e08401526101008101516101008401526101208101516101208401526101408101516101408401528160018060a01b0391015116910152565b908060209392818452848401375f828201840152601f01601f1916010190565b90600160501b6101408201511615614a79576001600160401b039051165f52600c60205260405f205491604051604081018181106001600160401b0382111761273d57602095614a1793614a329260405283528683019586526040519788968795869563b01459b560e01b87526004870190516148e7565b516101848501526101c06101a48501526101c484019161497f565b03916001600160a01b03165afa90811561078a575f91614a50575090565b613014915060203d602011614a72575b614a6a818361276d565b8101906148cf565b503d614a60565b50614aa36020939492614a326040519687958694859463da93eab760e01b865260048601906148e7565b6101a06101848501526101a484019161497f565b60ff90614ac26127ad565b50169060018214614b465760028214614b1b5760038214614af0575063756a3da360e01b5f5260045260245ffd5b9050604051614afe81612722565b61088b815260f36020820152600860408201526002606082015290565b9050604051614b2981612722565b6102d9815260516020820152600860408201526002606082015290565b9050604051614b5481612722565b601b815260096020820152600260408201526003606082015290565b908015614c28575b60018111614b8e5750614b8a90612e52565b5190565b5f905f5b818110614ba0575050614b78565b600181018082116103f45782811015614c1757614bc8614bc08387612e5f565b519186612e5f565b519081811015614c11575b5f5260205260405f205b614bf0614be985613c8e565b9486612e5f565b526002810180911115614b9257634e487b7160e01b5f52601160045260245ffd5b90614bd3565b50614c228185612e5f565b51614bdd565b50505f90565b9091927f0000000000000000000000000000000000000000000000000000000000000000916001600160401b0383166001600160401b03831610614d3f576001600160401b0392600a6080614c879351015104926128ea565b60405163d01bfbbb60e01b8152948316600486015260248501919091521660448301526020826064817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa91821561078a575f92614d0b575b50818110614cf6575050565b63991f492960e01b5f5260045260245260445ffd5b9091506020813d602011614d37575b81614d276020938361276d565b810103126102025751905f614cea565b3d9150614d1a565b5050505050565b92905f926060849360405192602084019488865260408501528284015260808301378260e082015260c08152614d7d60e08261276d565b5190600a5afa3d15614ddc573d90614d9482612cb7565b91614da2604051938461276d565b82523d5f602084013e5b15908115614dcf575b50614dbd5750565b63e5c5d48560e01b5f5260045260245ffd5b604091505114155f614db5565b606090614dac565b9392614d7d60805f959486958060405195869360208501988c8a526040860152606085015284840137810186838201520301601f19810183528261276d565b5f516020614e835f395f51905f52831015614e4f575f516020614e635f395f51905f5292918391090890565b82632753c4f560e01b5f5260045260245ffdfe73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff0000000130644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000130644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001'
