// Generated from the contract's sources by contracts/scripts/abi.ts. Do not edit.
// sources 57848c63469494b318789045909b36c9c45d059ffa182f8b25cc79f285044b7d
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

export const blobRollupBytecode = '0x610180806040523461079257615a77803803809161001d8285610796565b8339810190602081830312610792578051906001600160401b038211610792570161012081830312610792576040519061012082016001600160401b038111838210176105cc576040528051825260208101516001600160a01b03811681036107925760208301908152610093604083016107b9565b604084019081526100a6606084016107b9565b606085019081526100b9608085016107cd565b608086019081526100cc60a086016107db565b9260a087019384526100e060c087016107db565b9460c088019586526100f460e088016107db565b60e0890190815261010088015190976001600160401b038211610792570189601f82011215610792578051906001600160401b0382116105cc576040519a61014260208460051b018d610796565b828c526020808d019360061b8301019181831161079257602001925b82841061073557505050506101008801988952815181516001600160a01b039081166080521660a05287515f516020615a575f395f51905f52111561071457516001600160a01b0316156106f95782516001600160a01b0316156106db57516001600160a01b0316156106bf57617a69461480156106b4575b80156106a9575b801561069e575b835185516001600160401b039081169116603c81108015610692575b61066f57821561066757603c5b6001600160401b03168210801561065b575b6106385761023e91610231916107ef565b821561062e575f906107ef565b86516001600160401b03918216911690811180159190610620575b506105fe57156105f55760ff60015b1660ff8251168181106105e057505086515160ff8251161161035f5790516001600160a01b031660c0525160ff1660e052516001600160401b039081166101005290518116610120529051166101405260408051466020820190815230828401529181525f516020615a575f395f51905f5291906102e7606082610796565b51902006610160525f5b825180518210156103bc576020908260051b0101519060ff8251166001811015806103b1575b1590811561039a575b811561037a575b5061035f5760019160ff838060a01b036020830151169151165f52600660205260405f2090838060a01b0319825416179055016102f1565b631e16d87160e21b5f52646c616e657360d81b60045260245ffd5b5f908152600660205260408120546001600160a01b031615159150610327565b60208401516001600160a01b03163b159150610320565b506003811115610317565b82516040519060808201906001600160401b038211838310176105cc5760409182528083525f60208085018281526001600160401b034281811688880190815260608901868152600797909755600880546fffffffffffffffff0000000000000000938a1b84166001600160c01b031991821617909155868052600b865298517fdf7de25b7f1fd6d0b5205f0e18f1f35bd7b8d84cce336588d184533ce43a6f7681905593517fdf7de25b7f1fd6d0b5205f0e18f1f35bd7b8d84cce336588d184533ce43a6f77805492519851600160801b600160c01b0360809190911b1691851692909a169190911787891b909216919091171790965584519390951683528201819052917f685bc95460a0000cf65c43ad6dcea236cdabfc5b84ef0ec48f9b4db0b1acb78c91a360405161523a908161081d82396080518181816101d4015281816106430152818161180001528181611a7201528181611cc101528181612abe01528181613af1015281816142e50152818161452a0152615049015260a05181818161057501526117b2015260c0518181816108dc0152818161096f0152818161107b01526126bb015260e051818181611997015281816124c30152613d9c0152610100518181816115f101526126070152610120518181816125c40152614fca015261014051818181611b0a0152612cc10152610160518181816108a401528181612fae0152613c840152f35b634e487b7160e01b5f52604160045260245ffd5b635c822da360e01b5f5260045260245260445ffd5b60ff6002610268565b631e16d87160e21b5f526b195cd8d85c1954195c9a5bd960a21b60045260245ffd5b6301e133809150115f610259565b62127500906107ef565b631e16d87160e21b5f526c696e626f78446561646c696e6560981b60045260245ffd5b5062093a808211610220565b610e1061020e565b631e16d87160e21b5f526c70726f6f66446561646c696e6560981b60045260245ffd5b5062093a808111610201565b50617a6c46146101e5565b50617a6b46146101de565b50617a6a46146101d7565b631e16d87160e21b5f526565736361706560d01b60045260245ffd5b631e16d87160e21b5f5267383937b837b9b2b960c11b60045260245ffd5b631e16d87160e21b5f52640d2dcc4def60db1b60045260245ffd5b636ecb192160e01b5f526a19d95b995cda5cd49bdbdd60aa1b60045260245ffd5b6040848303126107925760408051919082016001600160401b038111838210176105cc57604052610765856107cd565b82526020850151906001600160a01b0382168203610792578260209283604095015281520193019261015e565b5f80fd5b601f909101601f19168101906001600160401b038211908210176105cc57604052565b51906001600160a01b038216820361079257565b519060ff8216820361079257565b51906001600160401b038216820361079257565b6001600160401b03918216908216019190821161080857565b634e487b7160e01b5f52601160045260245ffdfe610120806040526004361015610013575f80fd5b5f3560e01c908163054f7d9c14612ce557508063091e6ef814612ca25780630f13a28c14612a9e57806311ac61b71461262b5780631bc04c04146125e857806323af771e146125a55780632755cd2d14612581578063333f09701461255c5780634001696a146124e757806342cde4e8146124aa57806345d184db14612472578063462554ca146124215780634d51173c146123e657806356ad1df214611ef15780635ddd106014611ca15780636160b72214611c6157806362a5af3b14611a2c57806365d892d414611939578063682158e5146119115780637a89379a1461178c5780637dc0bf3f14611762578063857553cc146116f757806385e471d5146115735780638e41c2aa1461152f5780638e586456146114b3578063a04386791461143c578063a0aeea8314611035578063a7dae5911461090b578063a8e4fb90146108c7578063c2fb26a61461088d578063c4cca8b714610850578063cee22e21146105a4578063d180667d14610560578063d5b141e71461052a578063dcc714af14610506578063f0284fa114610247578063f8c883cc146102075763fb0e722b146101bf575f80fd5b34610203575f366003190112610203576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b5f80fd5b3461020357602036600319011261020357602061023d60043560ff6001918060081c5f526005602052161b60405f205416151590565b6040519015158152f35b346102035736600319016105e0811261020357610180136102035761018435366105a411610203576105c4356105a4356001600160401b03821161020357816004019160606003198236030112610203576102a06135de565b935f51602061521a5f395f51905f5260405160208101905f1982528760408201528560608201528360808201526104006101a460a083013761048081526102e96104a082612eab565b51902006935f956020805f905b610494575050604484019260c061030d85856147ec565b90500361047657865f5b6005811061045b5750608082101561044857600160407f6898111413588742b7c68b4d7fdd60d098d0caac87f5713c5130c2c1660125be815b6104095750505f5160206151fa5f395f51905f5203985f5160206151fa5f395f51905f528a116103f5575f5160206151fa5f395f51905f52809281602488359a01359c8d920809900885036103e357506103aa83836147ec565b606011610203576103c494876103bf936150dd565b6147ec565b93909284606011610203576103e194605f1901936060019261517b565b005b63e1dbf0e560e01b5f5260045260245ffd5b634e487b7160e01b5f52601160045260245ffd5b81851661042d575b805f5160206151fa5f395f51905f5291099060011c9081610350565b915f5160206151fa5f395f51905f5283819209929050610411565b506353c64fef60e11b5f5260045260245ffd5b905f5160206151fa5f395f51905f5281600192099101610317565b61048084846147ec565b90506303b4857160e11b5f5260045260245ffd5b9790976104f2575f198801908882116103f55760208210156104de575f5160206151fa5f395f51905f526104d791818a5f9560051b6101a4013592090898613735565b90816102f6565b634e487b7160e01b5f52603260045260245ffd5b634e487b7160e01b5f52601260045260245ffd5b34610203576101803660031901126102035760206105226135de565b604051908152f35b34610203576020366003190112610203576020600160ff6004358060081c5f5260038452161b60405f2054161515604051908152f35b34610203575f366003190112610203576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b34610203576101603660031901126102035760043536610164116102035760095460ff8160401c16156108425760ff165f52600b6020526001600160401b03600160405f20015460801c1681101580610833575b8061080b575b156107f957604051602081019061014060248337610140815261062361016082612eab565b5190206040516356501d7760e01b815260048101839052600160248201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031691905f81604481865afa801561078b5761068c915f916107d7575b506135bd565b51036107c5578160081c5f52600560205260405f20600160ff84161b8154179055602060046106bc604435613ad0565b604080516001600160a01b038481168252602082018490526101443516979396929593889290917f88ff63bd2ea527e4b6810ef61417014c990f58e9586a6fece96f3e3ea51f516e9190a36040516373c6754960e11b815292839182905afa90811561078b575f91610796575b506001600160a01b0316803b156102035760405163167aec3160e31b81526001600160a01b03938416600482015293909216602484015260448301525f908290818381606481015b03925af1801561078b5761078157005b5f6103e191612eab565b6040513d5f823e3d90fd5b6107b8915060203d6020116107be575b6107b08183612eab565b810190612ecc565b84610729565b503d6107a6565b50624ffc6760e91b5f5260045260245ffd5b6107f391503d805f833e6107eb8183612eab565b810190613544565b85610686565b63773b117d60e11b5f5260045260245ffd5b5061082d8160ff6001918060081c5f526005602052161b60405f205416151590565b156105fe565b50600160ff60243516146105f8565b623d6a2560e21b5f5260045ffd5b346102035760203660031901126102035760043560ff8116809103610203575f526006602052602060018060a01b0360405f205416604051908152f35b34610203575f3660031901126102035760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b34610203575f366003190112610203576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346102035736600319016101408112610203576101001361020357610104356001600160401b03811161020357610946903690600401612d07565b9061012435916001600160401b03831161020357826004019160606003198536030112610203577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163381900361101f575060ff60095460401c16611010576109b5612f0f565b906004356001600160401b038116908181036102035760208401906001600160401b036109e481845116613145565b168303610fe257505050604435918051808403610fcc57506001600160401b03421695610a1087613008565b6001600160401b03604084015116806001600160401b03831610610fc4575b506084356001600160401b03811690818114159283610203576001600160401b0316928383108015610fb9575b610f995750505050606435915f51602061521a5f395f51905f52831015610f7c5760a4355f51602061521a5f395f51905f52811015610f5c57610a9d613404565b916060610aaf898860e4358097614136565b910190610ac86001600160401b038351168a898461421a565b610ad3368b8a61343d565b60208151910120928a6040116102035760208901359b8b6060116102035760408a01359b5f49808f03610f4657509399610b1e8688610b10612dfd565b610b18613404565b90612f88565b945f9b6040810192608084510151805b610f0f57506002935f92855b610ea0575050505050506044880160c0610b5482846147ec565b905003610e9757849a5f5b60058110610e7c5750604060017f6898111413588742b7c68b4d7fdd60d098d0caac87f5713c5130c2c1660125be825b610e6157505050823599602401355f5160206151fa5f395f51905f527f73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000000829e08905f5160206151fa5f395f51905f5291095f5160206151fa5f395f51905f5291088903610e4e57610c0081836147ec565b606093919311610203576103bf8f938b88610c1a966150dd565b908160601161020357610e079c610e029b6001600160401b0396610c4694605f1901936060019261517b565b82610c4f612dfd565b165f52600c6020528b60405f205582610c66612dfd565b169b6040519c7ff87967052030f590667e33dd42a69be1a98239c6cfbbe5ba6185a5f6d73e88275f80a382610c99612dfd565b918d602060ff610ca7613404565b8580610cb1612e29565b96511697610cbe86612e8f565b168452169101521660408d015260608c015216968760808b015260a08a01528460c08a015260e089015261010088015260c435610120880152610140870152610160860152610d9b610d0f86614644565b96610d1a88886146dc565b9760405190610d2882612e60565b81526001600160401b0380600260208401938c85526040810195865260608101945f865283610d55612dfd565b165f908152600a60205260409081902092518355905160018301559551945167ffffffffffffffff19961b9590951691909316919091166001600160401b031617910155565b610dfd610da6612dfd565b91610daf612e29565b908560606001600160401b038060405197610dc989612e60565b8589521694856020890152169586604082015201526007556001600160401b03166001600160401b03196008541617600855565b6130ef565b613118565b7facb8d989339a59bdf70d0664c68410f03fdac19a4311621485a4ef8f975e0afd610e496001600160401b03610e3b612dfd565b169260405191829182613473565b0390a3005b63e1dbf0e560e01b5f525f60045260245ffd5b805f5160206151fa5f395f51905f52910991811c9182610b8f565b9b5f5160206151fa5f395f51905f5281600192099c01610b5f565b610480916147ec565b90919293949e8f5f1981019081116103f5578351866104de5751811015610eff576020830151918b610ee8610ee1610eee94610ef4965f60051b0151612e53565b8a89614a79565b916151ba565b9f613735565b949392919085610b3a565b50610eee610ef4918b5f916151ba565b9d8e5f95929394951981019081116103f557610f3b918a610ee8610f359389888a613a68565b9e613735565b809493929194610b2e565b8e6310aff5d960e01b5f5260045260245260445ffd5b636ecb192160e01b5f526919185d1850dbdb5b5a5d60b21b60045260245ffd5b636ecb192160e01b5f52661b995dd49bdbdd60ca1b60045260245ffd5b8a94506102035750633bdf90a760e01b5f5260045260245260445260645ffd5b50505f8a8311610a5c565b905088610a2f565b83633df4ebe160e21b5f5260045260245260445ffd5b6001600160401b03809392610ff992505116613145565b90630ffbbbff60e21b5f526004521660245260445ffd5b631e70079f60e21b5f5260045ffd5b63828f1b5560e01b5f523360045260245260445ffd5b346102035736600319016101208112610203576101001361020357610104356001600160401b03811161020357611070903690600401612d07565b611078613b50565b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163381900361101f575060ff60095460401c16611010576110c1612f0f565b916110cd836004613ffa565b6024359160ff831683036102035760606110eb828460e43587614aa2565b9401936111066001600160401b038651166004848685614462565b9061111236848661343d565b60208151910120936001600160401b03600435166004350361020357608435966001600160401b038816880361020357516001600160401b03169161115d8660a43589600435612f88565b5f95869291906005805b61130f578b8b6112d48c8c6001600160401b038d8d60ff6040519761118b89612e8f565b8460043516895216602088015282881660408801526060870152169182608086015260443560a086015260643560c086015260e085015260a43561010085015260c43561012085015260e435610140850152610160840152610e026001600160401b036111f785614644565b9561127c61120588886146dc565b976040519061121382612e60565b815260208101898152848060026040850194824216865260608101945f865283600435165f52600a60205260405f20915182555160018201550193511616851983541617825560018060c01b039051166001600160401b0382549181199060401b169116179055565b83606060405161128b81612e60565b606435815284600435166020820152848416604082015201526064356007556112ce82600435166001600160401b03166001600160401b03196008541617600855565b166130ef565b7facb8d989339a59bdf70d0664c68410f03fdac19a4311621485a4ef8f975e0afd60405180610e496001600160401b03600435169482613473565b5f9b949a93999298969791959b1901966113448a61133d8a6040611334828551613a57565b51930151613a57565b5190612df0565b87611407575b506113598860208c0151613a57565b51998a8060051b046020148b1517156103f557969091929394959a5b8b8b60051b81146113ee57905f51602061521a5f395f51905f528e8e99989796959493601f190199601f199101013510156113d8576104f2575f51602061521a5f395f51905f5290818b8f5f9f601f19910101359209089091929394959a611375565b87632753c4f560e01b5f5260051c60045260245ffd5b969c959b50939950979196909593949293929080611167565b8b815b611414575061134a565b9790976104f2575f51602061521a5f395f51905f528a611435920997613735565b8b8161140a565b34610203575f36600319011261020357611454612eeb565b5060ff600954165f52600b6020526114af61147160405f20612f4b565b6040519182918291909160606001600160401b0381608084019580518552826020820151166020860152826040820151166040860152015116910152565b0390f35b346102035736600319016101e081126102035761018013610203576101843560ff81168103610203576101a4356001600160a01b0381168103610203576101c435916001600160401b038311610203576115146103e1933690600401612d07565b92909161151f613e0b565b905061152a36613183565b613ba8565b346102035760203660031901126102035760606001600160401b0361155a611555612db6565b613390565b9060409392935193151584526020840152166040820152f35b346102035760203660031901126102035761158c612db6565b6001600160401b0360085416906009546001600160401b0381166001600160401b03806115b883613145565b1693169283036116e557508282116116d257815f52600a602052600260405f2001548060401c6116bf57611618906001600160401b03807f0000000000000000000000000000000000000000000000000000000000000000169116612e53565b804211156116a9575060ff165f52600b60205260405f208060070361165f575b507f736c5172444fd9c53ead9baca4bcdfec6d88a0d66167fcc00263b8e9e2a2eb055f80a3005b805460075560010180546008805467ffffffffffffffff19166001600160401b039283161790556116a39161169982825460401c166130ef565b5460801c16613118565b82611638565b826343c5d47b60e01b5f5260045260245260445ffd5b8263703f6faf60e01b5f5260045260245ffd5b50637b6a9fdb60e01b5f5260045260245ffd5b82610ff96001600160401b0392613145565b3461020357602036600319011261020357611718611713612db6565b61330b565b9192939060405193600383101561174e5760a0956001600160401b03938652602086015260408501521660608301526080820152f35b634e487b7160e01b5f52602160045260245ffd5b34610203576020366003190112610203576004355f526002602052602060405f2054604051908152f35b34610203576060366003190112610203576024356001600160a01b0381168103610203577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316338190036118fb575060ff60095460401c1615610842576040516373c6754960e11b81527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169190602081600481865afa90811561078b576024916020915f916118de575b5060018060a01b031693604051928380926302210ae360e11b825260043560048301525afa90811561078b575f916118bf575b50823b156102035760405163167aec3160e31b81526001600160a01b039182166004820152911660248201526044803590820152905f90829081838160648101610771565b6118d8915060203d6020116107be576107b08183612eab565b8361187a565b6118f59150823d84116107be576107b08183612eab565b85611847565b63084e889b60e11b5f523360045260245260445ffd5b34610203575f3660031901126102035760206001600160401b035f5460401c16604051908152f35b346102035761018036600319011261020357611953613e0b565b5061195c612dfd565b6001600160401b0360095416906001600160401b038061197b84613145565b169116036119f957611993600283015460401c613ec9565b60ff7f000000000000000000000000000000000000000000000000000000000000000016908181106119d0576103e16119cb36613183565b613ef3565b6001600160401b036119e0612dfd565b633503aeef60e21b5f521660045260245260445260645ffd5b6001600160401b039081611a14611a0e612dfd565b92613145565b91630ffbbbff60e21b5f52166004521660245260445ffd5b34610203575f3660031901126102035760095460ff8160401c166110105760ff81165f52600b602052611a6160405f20612f4b565b604051630fbdb69960e11b815290917f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316602083600481845afa92831561078b575f93611c2d575b5060608401926001600160401b0384511614611c1e5760206001600160401b03845116602460405180948193634d624c6f60e11b835260048301525afa801561078b575f90611bea575b611b3091506001600160401b037f00000000000000000000000000000000000000000000000000000000000000001690612e53565b80421115611bca575090680100000000000000006001600160401b039268ff00000000000000001916176009558251600755611b988260408160208701511695611b90876001600160401b03166001600160401b03196008541617600855565b0151166130ef565b511690611ba482613118565b7f4162887799ee3945c1b2439966c41494547f71d32c5fea2a2e8819d73d7892f95f80a3005b6001600160401b038351166308d8274b60e11b5f5260045260245260445ffd5b506020813d602011611c16575b81611c0460209383612eab565b8101031261020357611b309051611afb565b3d9150611bf7565b63f0c14cc560e01b5f5260045ffd5b9092506020813d602011611c59575b81611c4960209383612eab565b8101031261020357519184611ab1565b3d9150611c3c565b346102035760203660031901126102035760606001600160401b0380611c88600435613048565b9193906040519415158552166020840152166040820152f35b3461020357611caf36612d34565b9290611cbc8383876138bd565b9095907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316905f5b878110611cf557005b80611d128a86858b611d098c978f8d612de0565b3596879461398e565b60608401519081841015611ebb5760119150145b15611e9357611d3d82611d3887612e3f565b6139e3565b600a8202828104600a14831517156103f557600181018082116103f557611d69611d6e918b8b8f613a68565b613ad0565b9091600281018091116103f557611d8f8d918c8c60018060a01b0394613a68565b1680946001600160401b03611da38a612e3f565b604080516001600160a01b03881681526020810187905291909216917fccbf367adfa9b1deec551cd9050a1cc9a45b07af597cb1eeff0a4e9d987bcaee91a46040516373c6754960e11b81526020816004818a5afa90811561078b575f91611e75575b506001600160a01b0316803b156102035760405163167aec3160e31b81526001600160a01b03938416600482015294909216602485015260448401525f908390606490829084905af191821561078b57600192611e65575b5001611cec565b5f611e6f91612eab565b8a611e5e565b611e8d915060203d81116107be576107b08183612eab565b8d611e06565b506001600160401b03611ea585612e3f565b6370649f6360e11b5f521660045260245260445ffd5b6006149081611ecb575b50611d26565b611eeb9150611eda9084612df0565b610120870135901c60019081161490565b8b611ec5565b346102035736600319016101a08112610203576101801361020357610184356001600160401b03811161020357611f2c903690600401612d07565b9061014435600160501b166123c357611f43612dfd565b905f54916001600160401b038316906001600160401b0380611f6484613145565b169116036119f95750611f7783826137d9565b9093611fa1611f8c611f87613404565b614e4e565b946001600160401b0386519160801c16612e53565b5f1981019081116103f55784519081156104f25704938051948581029581870414901517156103f55751611fd48161352d565b90611fe26040519283612eab565b808252611ff1601f199161352d565b01366020830137612000612e13565b926001600160401b036040519461201686612e60565b8786525f60208701525f60408701521660608501525f5b602082015181101561222457808060021b04600414811517156103f557604088015160400151600282901b101561221d57602088015161207b61208291600260051b018360021b9051612e53565b8588614a79565b905b621fffff82165f52600260205260405f2054915f5b63ffffffff8260151c1681106121195750601581901c63ffffffff1660098101939084106103f557600863ffffffff8360151c16019384116103f557612105621fffff916120f060096001970460208c0151612e53565b60208b015263ffffffff8460151c1690612e53565b91165f52600260205260405f20550161202d565b61212b60208901516009830490612e53565b60408c01519091906009820690606001518310156122165760208d0151606001516121629061215b908590612e53565b8a8d614a79565b925b8a51906009810290808204600914901517156103f557612188839161218d93612e53565b612e53565b90601a810290808204601a14901517156103f5576001938b6303ffffff60606121b6878c612e53565b9201519260405194602086019687521c166040840152621fffff87166060840152608083015260a082015260a081526121f060c082612eab565b51902061220f60408b015161220481613ebb565b60408d0152896135ca565b5201612099565b5f92612164565b5f90612084565b50939091866122398794604087015190614f07565b9560408101519081158015612359575b50606091500151915f5b8381106122e857877fc105e87ff8bd75a333e8c7f59a96a07b94bdcbf9790297e381df4f9e65b4126460606001600160401b038a8a82612291612dfd565b165f549067ffffffffffffffff60401b6122a9612e13565b60401b16916fffffffffffffffffffffffffffffffff191617175f5560406122cf612dfd565b92015190604051968752602087015260408601521692a2005b600a810290808204600a14811517156103f557601660ff61230b84868a89613a68565b160361235057600182018092116103f55761232a600192848887613a68565b62ffffff8160081c165f5260036020528260ff60405f2092161b81541790555b01612253565b6001915061234a565b6009830292830460091417156103f55761237560609287612e53565b5f805467ffffffffffffffff60801b191660809290921b67ffffffffffffffff60801b169190911790556001600160401b036123af612dfd565b165f5260016020528760405f205588612249565b6001600160401b036123d3612dfd565b6379bead3360e01b5f521660045260245ffd5b34610203576080366003190112610203576123ff612db6565b6024359060ff8216820361020357602091610522916064359160443591612f88565b34610203576040366003190112610203576001600160401b03612442612db6565b165f526004602052602061023d60243560405f2060019160ff918160081c5f52602052161b60405f205416151590565b34610203576020366003190112610203576001600160401b03612493612db6565b165f526001602052602060405f2054604051908152f35b34610203575f36600319011261020357602060405160ff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b34610203576104603660031901126102035736610464116102035760205f51602061521a5f395f51905f52604051828101905f198252600435604082015260243560608201526044356080820152610400606460a083013761048081526125506104a082612eab565b51902006604051908152f35b34610203575f3660031901126102035760206001600160401b035f5416604051908152f35b34610203575f36600319011261020357612599612eeb565b506114af611471612f0f565b34610203575f3660031901126102035760206040516001600160401b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b34610203575f3660031901126102035760206040516001600160401b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b346102035736600319016101808112610203576101001361020357610104356001600160401b03811161020357612666903690600401612d07565b9060c0526101243560ff811681036102035761014435906001600160a01b038216820361020357610164356001600160401b038111610203576126ad903690600401612d07565b9290916126b8613b50565b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163381900361101f575060ff60095460401c1661101057612701612f0f565b9461270d866004613ffa565b60243560ff8116810361020357606061272c8360c05160e43585614aa2565b9701916127496001600160401b0384511660048360c0518c614462565b97612757368360c05161343d565b60208151910120936001600160401b036004351660043503610203576001600160401b03608435166084350361020357519098906001600160401b03166127a48560a43586600435612f88565b995f9360e0526005805f610100525b6129775750506103e19950906001600160401b039160ff604051956127d787612e8f565b84600435168752166020860152826084351660408601526060850152169283608084015260443560a084015260643560c084015260e083015260a43561010083015260c43561012083015260e43561014083015261016082015261283a81614644565b9161293361284884846146dc565b916128b660405161285881612e60565b8681526020808201868152426001600160401b0390811660408086019182525f6060870181815260043585168252600a909652819020955186559251600186015551925190911b67ffffffffffffffff191691161760029190910155565b8060606040516128c581612e60565b60643581526001600160401b036004351660208201526001600160401b03608435166040820152015260643560075561291f6001600160401b03600435166001600160401b03166001600160401b03196008541617600855565b610e026001600160401b03608435166130ef565b6040517facb8d989339a59bdf70d0664c68410f03fdac19a4311621485a4ef8f975e0afd6001600160401b0360043516918061296f8682613473565b0390a3613ba8565b5f9a9896949a999795939919016129a1612992828451613a57565b5161133d836040860151613a57565b8b612a6e575b506129b6816020840151613a57565b5160805260805160805160051b046020146080511517156103f557995b60e05160a05260805160051b60e05114612a5b57601f1960e0510160e0525f51602061521a5f395f51905f52601f1960a05160c0510101351015612a4357610100516104f2575f51602061521a5f395f51905f52905f61010052818d601f1960a05160c0510101359209086129d3565b632753c4f560e01b5f5260e05160051c60045260245ffd5b93959799809b929395979993929b6127b3565b805b156129a7579a610100516104f2575f51602061521a5f395f51905f528d612a9892099b613735565b80612a70565b3461020357612aac36612d34565b9290612ab98383876138bd565b9095907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316905f5b878110612af257005b80612b068a86858b611d098c978f8d612de0565b6060840151808410159182612c97575b5081612c81575b5015611e9357612b3082611d3887612e3f565b600a8202828104600a14831517156103f557600181018082116103f557611d69612b5c918b8b8f613a68565b9091600981018091116103f557612b7d8d918c8c60018060a01b0394613a68565b1680946001600160401b03612b918a612e3f565b604080516001600160a01b03881681526020810187905291909216917fcf1f58b7ebbd7bb3fad0b4752273125f88756e1fb95d6522bcc1dc2dca3eb36091a46040516373c6754960e11b81526020816004818a5afa90811561078b575f91612c63575b506001600160a01b0316803b156102035760405163167aec3160e31b81526001600160a01b03938416600482015294909216602485015260448401525f908390606490829084905af191821561078b57600192612c53575b5001612ae9565b5f612c5d91612eab565b8a612c4c565b612c7b915060203d81116107be576107b08183612eab565b8d612bf4565b612c909150611eda9084612df0565b158b612b1d565b60011491508c612b16565b34610203575f3660031901126102035760206040516001600160401b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b34610203575f3660031901126102035760209060ff60095460401c1615158152f35b9181601f84011215610203578235916001600160401b038311610203576020838186019501011161020357565b60031981016101c08112610203576101801361020357600491610184356001600160401b0381116102035782612d6c91600401612d07565b929092916101a4356001600160401b0381116102035782602382011215610203578060040135926001600160401b0384116102035760248460051b83010111610203576024019190565b600435906001600160401b038216820361020357565b35906001600160401b038216820361020357565b91908110156104de5760051b0190565b919082039182116103f557565b6004356001600160401b03811681036102035790565b6044356001600160401b03811681036102035790565b6084356001600160401b03811681036102035790565b356001600160401b03811681036102035790565b919082018092116103f557565b608081019081106001600160401b03821117612e7b57604052565b634e487b7160e01b5f52604160045260245ffd5b61018081019081106001600160401b03821117612e7b57604052565b90601f801991011681019081106001600160401b03821117612e7b57604052565b9081602091031261020357516001600160a01b03811681036102035790565b60405190612ef882612e60565b5f6060838281528260208201528260408201520152565b60405190612f1c82612e60565b81600754815260606001600160401b036008548181166020850152818160401c16604085015260801c16910152565b90604051612f5881612e60565b60606001600160401b03600183958054855201548181166020850152818160401c16604085015260801c16910152565b91925f51602061521a5f395f51905f529360ff604051936001600160401b0360208601967f000000000000000000000000000000000000000000000000000000000000000088524660408801523060608801521660808601521660a084015260c083015260e082015260e0815261300161010082612eab565b5190200690565b6001600160401b0361025719911601906001600160401b0382116103f557565b906001600160401b03809116911603906001600160401b0382116103f557565b6009545f91906001600160401b03168280805b6001600160401b03811684610100821091826130e4575b5050156130db5760ff6130858286613028565b165f52600b60205260405f20858154146130b957506001600160401b03166001600160401b0381146103f55760010161305b565b9450505050506001915001546001916001600160401b038083169260401c1690565b50939250939050565b11159050845f613072565b67ffffffffffffffff60401b6008549160401b169067ffffffffffffffff60401b191617600855565b6008805467ffffffffffffffff60801b191660809290921b67ffffffffffffffff60801b16919091179055565b6001600160401b036001911601906001600160401b0382116103f557565b906001600160401b03809116911601906001600160401b0382116103f557565b610180906003190112610203576040519061319d82612e8f565b816004356001600160401b038116810361020357815260243560ff811681036102035760208201526044356001600160401b03811681036102035760408201526064356001600160401b03811681036102035760608201526084356001600160401b038116810361020357608082015260a43560a082015260c43560c082015260e43560e082015261010435610100820152610124356101208201526101443561014082015261016061016435910152565b9190826101809103126102035760405161326881612e8f565b809261327381612dcc565b8252602081013560ff8116810361020357610160918291602085015261329b60408201612dcc565b60408501526132ac60608201612dcc565b60608501526132bd60808201612dcc565b608085015260a081013560a085015260c081013560c085015260e081013560e08501526101008101356101008501526101208101356101208501526101408101356101408501520135910152565b6001600160401b03168015801561337c575b61336f57805f52600a60205260405f20906001600160401b036009541610155f14613367576002915b815460018301546002909301549092916001600160401b0382169160401c90565b600191613346565b505f905f905f905f905f90565b506001600160401b0360085416811161331d565b906001600160401b0360095416916001600160401b0381169283116133fa5760ff165f52600b6020526133c560405f20612f4b565b916001600160401b03602084015116036133f1576001600160401b036040835193015116906001929190565b5f915081908190565b505f915081908190565b60243560ff811681036102035790565b3560ff811681036102035790565b6001600160401b038111612e7b57601f01601f191660200190565b92919261344982613422565b916134576040519384612eab565b829481845281830111610203578281602093845f960137010152565b919091610160806101808301946001600160401b03815116845260ff60208201511660208501526001600160401b0360408201511660408501526001600160401b0360608201511660608501526001600160401b03608082015116608085015260a081015160a085015260c081015160c085015260e081015160e08501526101008101516101008501526101208101516101208501526101408101516101408501520151910152565b90600a8110156104de5760051b0190565b6001600160401b038111612e7b5760051b60200190565b602081830312610203578051906001600160401b03821161020357019080601f830112156102035781516135778161352d565b926135856040519485612eab565b81845260208085019260051b82010192831161020357602001905b8282106135ad5750505090565b81518152602091820191016135a0565b8051156104de5760200190565b80518210156104de5760209160051b010190565b61014435600160501b161561370d576004356001600160401b03811690818103610203576009546001600160401b03168211156136fe57600461362081612e3f565b6001600160401b0380600954169116118015906136df575b6136bc576001600160401b0361364d82612e3f565b165f52600a60205260405f20600161367f61367061366b368661324f565b614644565b61367a368661324f565b6146dc565b9101540361369957505b505f52600c60205260405f205490565b6001600160401b036136aa82612e3f565b63822c795360e01b5f5216905260245ffd5b6001600160401b036136cd82612e3f565b637b6a9fdb60e01b5f5216905260245ffd5b506136e981612e3f565b6001600160401b038060085416911611613638565b6137086004614724565b613689565b6004356001600160401b03811690818103610203575063f1feaff960e01b5f5260045260245ffd5b80156103f5575f190190565b60405190606082018281106001600160401b03821117612e7b5760405281604060a09181516137708482612eab565b83368237815281516137828482612eab565b8336823760208201528151926137988185612eab565b3684370152565b6040519060a082018281106001600160401b03821117612e7b576040525f6080838281528260208201528260408201528260608201520152565b91906137e3613741565b506137ec61379f565b506101443590600160501b821615613864576138086004614724565b61381336828661343d565b6020815191012060e4359081810361384f57505060243560ff8116810361020357818561384c94836138459450614136565b938461481e565b90565b637e3c767f60e01b5f5260045260245260445ffd5b61386c613741565b5061387561379f565b506138806004614724565b61388b36828661343d565b6020815191012060e4359081810361384f57505060243560ff8116810361020357818561384c94836138459450614aa2565b929190926138c9613741565b506138d261379f565b50610140810135600160501b1615613930576138ed81614724565b6138f836838661343d565b6020815191012060e08201359081810361384f57505090613845818584610140613927602061384c9801613414565b91013590614136565b613938613741565b5061394161379f565b5061394b81614724565b61395636838661343d565b6020815191012060e08201359081810361384f57505090613845818584610140613985602061384c9801613414565b91013590614aa2565b939094926139a6906080606082015191015190612e53565b8310156139d15750600a820291808304600a14901517156103f55760ff936139cd93613a68565b1690565b6001600160401b03611ea58492612e3f565b6001600160401b0316805f526004602052613a188260405f2060019160ff918160081c5f52602052161b60405f205416151590565b613a42575f52600460205260405f208160081c5f52602052600160ff60405f2092161b8154179055565b63756bb6f560e01b5f5260045260245260445ffd5b9060058110156104de5760051b0190565b604081015191929160800151841015613a9657602001516080015161384c93613a9091612e53565b91614a79565b505050505f90565b60408101519192915160011015613ac957602001515160018101919082106103f55761384c92614a79565b5050505f90565b6040516302210ae360e11b815260ff821660048201529091906020816024817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa90811561078b575f91613b31575b509160081c90565b613b4a915060203d6020116107be576107b08183612eab565b5f613b29565b60405190613b5d82612e8f565b5f610160838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201520152565b9491939092936001600160401b038651165f52600a60205260ff60405f20911691825f52600660205260018060a01b0360405f205416938415613df8576002830180546001861b6001600160c01b038181169a60409390931c9993959392918a1616613dd757908a613cf1949392613c1e613b50565b506001600160401b038251169260ff6020840151169060a08401519060c0850151906001600160401b03604087015116906101008701519161012088015193613c6d60e08a015185898d612f88565b956101608a0151976040519b613c828d612e8f565b7f00000000000000000000000000000000000000000000000000000000000000008d5260208d015260408c015260608b015260808a015260a089015260c088015260e08701526101008601526101208501526101408401526001600160a01b0316610160830181905298614d36565b15613dc55780546001600160401b031685871760401b67ffffffffffffffff19161790557fcde7d020213f564a552abb6fb9d771b460276812e1954d55912d7d6b8c88aa34602060016001600160401b0389511693015494604051908152a46001600160401b038351166001600160401b03613d708160095416613145565b16149182613d8d575b5050613d825750565b613d8b90613ef3565b565b613d98925017613ec9565b60ff7f00000000000000000000000000000000000000000000000000000000000000001611155f80613d79565b826250ce7360e71b5f5260045260245ffd5b866001600160401b038c511663068225af60e51b5f5260045260245260445ffd5b83632736dd5760e11b5f5260045260245ffd5b6004356001600160401b038116918282141580610203576001600160401b03600954168411801590613ea5575b613e8c5761020357825f52600a60205260405f2092613e5b61366b36600461324f565b92613e6b8461367a36600461324f565b600186015403613e79575050565b5063822c795360e01b5f5260045260245ffd5b90506102035750637b6a9fdb60e01b5f5260045260245ffd5b50505f6001600160401b03600854168411613e38565b5f1981146103f55760010190565b90815f925b613ed55750565b91613edf90613ebb565b915f198101908082116103f5571680613ece565b6001600160401b0381511690816001600160401b031960095416176009557f685bc95460a0000cf65c43ad6dcea236cdabfc5b84ef0ec48f9b4db0b1acb78c604060c08301926001600160401b03808086519385810198828a511695608083019684806001818b5116948c5190613f6982612e60565b8152602081019687528c81019485526060810195865260ff8851165f52600b6020528c5f2090518155019451161685198454161783555167ffffffffffffffff60401b808454928b1b16169067ffffffffffffffff60401b1916178255518154908460801b908560801b9060801b1616908460801b19161790555116955196511691511682519182526020820152a3565b9061400482612e3f565b60208201906001600160401b038061401e81855116613145565b169116036141175750805160408301358181036141025750506001600160401b038042169181604061404f85613008565b9201511680838316106140fa575b5060808401908261406d83612e3f565b9116928391161080156140e0575b6140b6575050505f51602061521a5f395f51905f5260608201351015610f7c5760a05f51602061521a5f395f51905f529101351015610f5c57565b6140c76001600160401b0391612e3f565b633bdf90a760e01b5f521660045260245260445260645ffd5b50826001600160401b036140f383612e3f565b161161407b565b90505f61405d565b633df4ebe160e21b5f5260045260245260445ffd5b6001600160401b039081611a148161412e87612e3f565b935116613145565b92909192614142613741565b506060821080156141ff575b80156141eb575b6141b9578160601161020357606061417a940191605f190192600160501b1890614aa2565b90602082015f5b6005811061418d575050565b81519061419a8183613a57565b51600381018091116103f5576141b282600194613a57565b5201614181565b50829060208110156141de5750505f5b6392cc9de760e01b5f5260045260245260445ffd5b60201161020357356141c9565b5081602011610203575f1984351415614155565b5069ffff000000000000ffff198316600160501b141561414e565b9161422681838561481e565b926080840180516084356001600160401b0381168103610203578761424b9285614fc5565b60c435956142636001600160401b0383511682613163565b906001600160401b0381169767ffffffffffffffff60401b8360401b16891761428d878988613a9e565b81810361444d57505083519080821c614438575050825190811561442c576040516356501d7760e01b81526001600160401b03919091166004820152602481019190915296979596955f876044816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa96871561078b575f97614410575b509196606001915f5b885181101561440457614332818551612e53565b610140604051916143438284612eab565b813684378015600a808302928304141715905f5b600a81106143d55750505060405190602082019283905f915b600a83106143bf57505050815261438961016082612eab565b519020614396828a6135ca565b51036143a45760010161431e565b6143ae908a612e53565b624ffc6760e91b5f5260045260245ffd5b6020806001928451815201920192019190614370565b826103f557806143f38b8d8f6143ed60019688612e53565b92613a68565b6143fd828861351c565b5201614357565b50965096505050505050565b6144259197503d805f833e6107eb8183612eab565b955f614315565b50509550505050505090565b63351eebcd60e21b5f5260045260245260445ffd5b63cb8f361960e01b5f5260045260245260445ffd5b91909161447082848361481e565b9360c0608086019161449183518961448a60808501612e3f565b9187614fc5565b0135956144a86001600160401b0383511682613163565b906001600160401b0381169767ffffffffffffffff60401b8360401b1689176144d2878988613a9e565b81810361444d57505083519080821c614438575050825190811561442c576040516356501d7760e01b81526001600160401b03919091166004820152602481019190915296979596955f876044816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa96871561078b575f97614628575b509196606001915f5b885181101561440457614577818551612e53565b610140604051916145888284612eab565b813684378015600a808302928304141715905f5b600a81106145ff5750505060405190602082019283905f915b600a83106145e95750505081526145ce61016082612eab565b5190206145db828a6135ca565b51036143a457600101614563565b60208060019284518152019201920191906145b5565b826103f557806146178b8d8f6143ed60019688612e53565b614621828861351c565b520161459c565b61463d9197503d805f833e6107eb8183612eab565b955f61455a565b6001600160401b038151169060ff602082015116906001600160401b03604082015116906001600160401b036060820151166001600160401b0360808301511660a08301519161014060e085015194015194604051966020880198895260408801526060870152608086015260a085015260c084015260e083015261010082015261010081526146d661012082612eab565b51902090565b60c0810151906101008101519061016061012082015191015191604051936020850195865260408501526060840152608083015260a082015260a081526146d660c082612eab565b6001600160401b0361473582612e3f565b161580156147cd575b6147a95761475c61475261366b368461324f565b61367a368461324f565b6001600160401b0361476d83612e3f565b165f52600a602052600160405f200154036147855750565b6147966001600160401b0391612e3f565b63822c795360e01b5f521660045260245ffd5b6147ba6001600160401b0391612e3f565b6337f3119f60e01b5f521660045260245ffd5b506147d781612e3f565b6001600160401b03806009541691161161473e565b903590601e198136030182121561020357018035906001600160401b0382116102035760200191813603831361020357565b9092919261482a61379f565b604083018051919590915f905115614a7057506020840151515f9361484f9290614a79565b61ffff81168087526020870161ffff8360101c168152604088019061ffff8460201c168252606089019261ffff8560301c16845261ffff60808b019560401c16855287516005600110156104de57602001518111614a4d578551602001518110614a2d5750518060021b9080820460041490151715614a195786516040015181116149f65784516040015181106149d657505185516060015181116149b3578351606001518110614993575051905161490791612e53565b92600a840293808504600a149015171561497f57805160800151841161495a5750805160800151831061493957505050565b516080015163e4548ac960e01b825260048052602452604491909152606490fd5b516080015163382c6a7760e11b83526004805260249390935250604491909152606490fd5b634e487b7160e01b83526011600452602483fd5b83516060015163e4548ac960e01b86526003600452602452604452606484fd5b85516060015163382c6a7760e11b86526003600452602491909152604452606484fd5b84516040015163e4548ac960e01b87526002600452602452604452606485fd5b86516040015163382c6a7760e11b87526002600452602491909152604452606485fd5b634e487b7160e01b86526011600452602486fd5b85516020015163e4548ac960e01b88526001600452602452604452606486fd5b87516020015163382c6a7760e11b88526001600452602491909152604452606486fd5b9250505f61484f565b908260051b92808404602014901517156103f557602083018084116103f5571161020357013590565b93929091614ab7614ab1613741565b95614e4e565b600286515260208101516020875101526040810151908160021b91808304600414901517156103f557606091604088510152600981510482885101520151600a810290808204600a14901517156103f55785516080015260408501926020860192905f805b60058110614be557508160501c1590811591614bc7575b50614bb257505f5b60058110614b4a575050505050565b614b55818651613a57565b518015159081614b7f575b50614b6d57600101614b3b565b63925df75960e01b5f5260045260245ffd5b614b959150614b8f838751613a57565b51612e53565b5f1981019081116103f557614bab908385614a79565b155f614b60565b630949bc6d60e31b5f5260045260245260445ffd5b80915060051b90808204602014901517156103f5578214155f614b33565b906001600160fc1b03821682036103f55761ffff838360041b1c1690614c0c838b51613a57565b518211614c405760019181614c3992614c26868b51613a57565b5281614c33868c51613a57565b52612e53565b9101614b1c565b50614c4c828a51613a57565b5191631a4a235960e01b5f5260045260245260445260645ffd5b90816020910312610203575180151581036102035790565b61016090805183526001600160401b03602082015116602084015260ff604082015116604084015260608101516060840152608081015160808401526001600160401b0360a08201511660a084015260c081015160c084015260e081015160e08401526101008101516101008401526101208101516101208401526101408101516101408401528160018060a01b0391015116910152565b908060209392818452848401375f828201840152601f01601f1916010190565b90600160501b6101408201511615614e10576001600160401b039051165f52600c60205260405f205491604051604081018181106001600160401b03821117612e7b57602095614dae93614dc99260405283528683019586526040519788968795869563b01459b560e01b8752600487019051614c7e565b516101848501526101c06101a48501526101c4840191614d16565b03916001600160a01b03165afa90811561078b575f91614de7575090565b61384c915060203d602011614e09575b614e018183612eab565b810190614c66565b503d614df7565b50614e3a6020939492614dc96040519687958694859463da93eab760e01b86526004860190614c7e565b6101a06101848501526101a4840191614d16565b60ff90614e59612eeb565b50169060018214614edd5760028214614eb25760038214614e87575063756a3da360e01b5f5260045260245ffd5b9050604051614e9581612e60565b61088b815260f36020820152600860408201526002606082015290565b9050604051614ec081612e60565b6102d9815260516020820152600860408201526002606082015290565b9050604051614eeb81612e60565b601b815260096020820152600260408201526003606082015290565b908015614fbf575b60018111614f255750614f21906135bd565b5190565b5f905f5b818110614f37575050614f0f565b600181018082116103f55782811015614fae57614f5f614f5783876135ca565b5191866135ca565b519081811015614fa8575b5f5260205260405f205b614f87614f8085613ebb565b94866135ca565b526002810180911115614f2957634e487b7160e01b5f52601160045260245ffd5b90614f6a565b50614fb981856135ca565b51614f74565b50505f90565b9091927f0000000000000000000000000000000000000000000000000000000000000000916001600160401b0383166001600160401b038316106150d6576001600160401b0392600a608061501e935101510492613028565b60405163d01bfbbb60e01b8152948316600486015260248501919091521660448301526020826064817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa91821561078b575f926150a2575b5081811061508d575050565b63991f492960e01b5f5260045260245260445ffd5b9091506020813d6020116150ce575b816150be60209383612eab565b810103126102035751905f615081565b3d91506150b1565b5050505050565b92905f926060849360405192602084019488865260408501528284015260808301378260e082015260c0815261511460e082612eab565b5190600a5afa3d15615173573d9061512b82613422565b916151396040519384612eab565b82523d5f602084013e5b15908115615166575b506151545750565b63e5c5d48560e01b5f5260045260245ffd5b604091505114155f61514c565b606090615143565b939261511460805f959486958060405195869360208501988c8a526040860152606085015284840137810186838201520301601f198101835282612eab565b5f51602061521a5f395f51905f528310156151e6575f5160206151fa5f395f51905f5292918391090890565b82632753c4f560e01b5f5260045260245ffdfe73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff0000000130644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000130644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001'
