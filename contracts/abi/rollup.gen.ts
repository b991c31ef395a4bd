// Generated from the contract's sources by contracts/scripts/abi.ts. Do not edit.
// sources 9d6fba69d5cda893b7cd4aa1ca749c74879d23b94c420ccd36bb3ad6d0ec650d
export const rollupAbi = [
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

export const rollupBytecode = '0x610180806040523461077d57615107803803809161001d8285610781565b833981019060208183031261077d578051906001600160401b03821161077d57016101208183031261077d576040519061012082016001600160401b038111838210176105b7576040528051825260208101516001600160a01b038116810361077d5760208301908152610093604083016107a4565b604084019081526100a6606084016107a4565b606085019081526100b9608085016107b8565b608086019081526100cc60a086016107c6565b9260a087019384526100e060c087016107c6565b9460c088019586526100f460e088016107c6565b60e0890190815261010088015190976001600160401b03821161077d570189601f8201121561077d578051906001600160401b0382116105b7576040519a61014260208460051b018d610781565b828c526020808d019360061b8301019181831161077d57602001925b82841061072057505050506101008801988952815181516001600160a01b039081166080521660a05287515f5160206150e75f395f51905f5211156106ff57516001600160a01b0316156106e45782516001600160a01b0316156106c657516001600160a01b0316156106aa57617a694614801561069f575b8015610694575b8015610689575b835185516001600160401b039081169116603c8110801561067d575b61065a57821561065257603c5b6001600160401b031682108015610646575b6106235761023e91610231916107da565b8215610619575f906107da565b86516001600160401b0391821691169081118015919061060b575b506105e957156105e05760ff60015b1660ff8251168181106105cb57505086515160ff8251161161035f5790516001600160a01b031660c0525160ff1660e052516001600160401b039081166101005290518116610120529051166101405260408051466020820190815230828401529181525f5160206150e75f395f51905f5291906102e7606082610781565b51902006610160525f5b825180518210156103bc576020908260051b0101519060ff8251166001811015806103b1575b1590811561039a575b811561037a575b5061035f5760019160ff838060a01b036020830151169151165f52600660205260405f2090838060a01b0319825416179055016102f1565b631e16d87160e21b5f52646c616e657360d81b60045260245ffd5b5f908152600660205260408120546001600160a01b031615159150610327565b60208401516001600160a01b03163b159150610320565b506003811115610317565b82516040519060808201906001600160401b038211838310176105b75760409182528083525f60208085018281526001600160401b034281811688880190815260608901868152600797909755600880546fffffffffffffffff0000000000000000938a1b84166001600160c01b031991821617909155868052600b865298517fdf7de25b7f1fd6d0b5205f0e18f1f35bd7b8d84cce336588d184533ce43a6f7681905593517fdf7de25b7f1fd6d0b5205f0e18f1f35bd7b8d84cce336588d184533ce43a6f77805492519851600160801b600160c01b0360809190911b1691851692909a169190911787891b909216919091171790965584519390951683528201819052917f685bc95460a0000cf65c43ad6dcea236cdabfc5b84ef0ec48f9b4db0b1acb78c91a36040516148df908161080882396080518181816101be0152818161034601528181610c7901528181610fbc0152818161132c01528181611f5d01528181612d42015281816144b5015261483a015260a0518181816102880152610c2c015260c0518181816106f10152612e14015260e051818181610e9401528181611daa01526139230152610100518181816109220152611e7c015261012051818181611e38015261478c01526101405181818161107d01526121df0152610160518181816106a2015281816124ff015261370b0152f35b634e487b7160e01b5f52604160045260245ffd5b635c822da360e01b5f5260045260245260445ffd5b60ff6002610268565b631e16d87160e21b5f526b195cd8d85c1954195c9a5bd960a21b60045260245ffd5b6301e133809150115f610259565b62127500906107da565b631e16d87160e21b5f526c696e626f78446561646c696e6560981b60045260245ffd5b5062093a808211610220565b610e1061020e565b631e16d87160e21b5f526c70726f6f66446561646c696e6560981b60045260245ffd5b5062093a808111610201565b50617a6c46146101e5565b50617a6b46146101de565b50617a6a46146101d7565b631e16d87160e21b5f526565736361706560d01b60045260245ffd5b631e16d87160e21b5f5267383937b837b9b2b960c11b60045260245ffd5b631e16d87160e21b5f52640d2dcc4def60db1b60045260245ffd5b636ecb192160e01b5f526a19d95b995cda5cd49bdbdd60aa1b60045260245ffd5b60408483031261077d5760408051919082016001600160401b038111838210176105b757604052610750856107b8565b82526020850151906001600160a01b038216820361077d578260209283604095015281520193019261015e565b5f80fd5b601f909101601f19168101906001600160401b038211908210176105b757604052565b51906001600160a01b038216820361077d57565b519060ff8216820361077d57565b51906001600160401b038216820361077d57565b6001600160401b0391821690821601919082116107f357565b634e487b7160e01b5f52601160045260245ffdfe6080806040526004361015610012575f80fd5b5f3560e01c908163054f7d9c1461220357508063091e6ef8146121bf5780630f13a28c14611f3c57806311ac61b714611ea05780631bc04c0414611e5c57806323af771e14611e185780632755cd2d14611df4578063333f097014611dce57806342cde4e814611d9157806345d184db14611d58578063462554ca14611d065780634d51173c14611cc357806356ad1df2146116225780635ddd10601461130b5780636160b722146112ca57806362a5af3b14610f5d57806365d892d414610e35578063682158e514610e0c5780637a89379a14610be45780637dc0bf3f14610bba578063857553cc14610b3557806385e471d5146108a05780638e41c2aa1461085b5780638e586456146107d2578063a04386791461075a578063a0aeea8314610715578063a8e4fb90146106c5578063c2fb26a61461068b578063c4cca8b714610640578063cee22e21146102ac578063d180667d1461025c578063d5b141e714610226578063f8c883cc146101e65763fb0e722b14610192575f80fd5b346101e2575f6003193601126101e257602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b5f80fd5b346101e25760206003193601126101e257602061021c60043560ff6001918060081c5f526005602052161b60405f205416151590565b6040519015158152f35b346101e25760206003193601126101e2576020600160ff6004358060081c5f5260038452161b60405f2054161515604051908152f35b346101e2575f6003193601126101e257602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346101e2576101606003193601126101e25760043536610164116101e25760095460ff8160401c16156106195760ff165f52600b60205267ffffffffffffffff600160405f20015460801c168110158061060a575b806105e2575b156105b757604051602081019061014060248337610140815261032c610160826123d7565b51902073ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016906040517f56501d77000000000000000000000000000000000000000000000000000000008152836004820152600160248201525f81604481865afa801561052f576103b9915f91610595575b50612966565b5103610569578160081c5f52600560205260405f20600160ff84161b8154179055602060046103e9604435612cf5565b92909373ffffffffffffffffffffffffffffffffffffffff610144351680967f88ff63bd2ea527e4b6810ef61417014c990f58e9586a6fece96f3e3ea51f516e6040518061045b898b836020909392919373ffffffffffffffffffffffffffffffffffffffff60408201951681520152565b0390a3604051928380927fe78cea920000000000000000000000000000000000000000000000000000000082525afa801561052f5773ffffffffffffffffffffffffffffffffffffffff915f9161053a575b5016803b156101e2576040517fb3d7618800000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff938416600482015293909216602484015260448301525f908290818381606481015b03925af1801561052f5761052357005b5f61052d916123d7565b005b6040513d5f823e3d90fd5b61055c915060203d602011610562575b61055481836123d7565b8101906123fa565b856104ad565b503d61054a565b507f9ff8ce00000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6105b191503d805f833e6105a981836123d7565b8101906128ec565b856103b3565b7fee7622fa000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b506106048160ff6001918060081c5f526005602052161b60405f205416151590565b15610307565b50600160ff6024351614610301565b7ef5a894000000000000000000000000000000000000000000000000000000005f5260045ffd5b346101e25760206003193601126101e25760043560ff81168091036101e2575f526006602052602073ffffffffffffffffffffffffffffffffffffffff60405f205416604051908152f35b346101e2575f6003193601126101e25760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b346101e2575f6003193601126101e257602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346101e257600319360161012081126101e257610100136101e2576101043567ffffffffffffffff81116101e25761075461052d913690600401612225565b90612df1565b346101e2575f6003193601126101e257610772612426565b5060ff600954165f52600b6020526107ce61078f60405f20612487565b60405191829182919091606067ffffffffffffffff81608084019580518552826020820151166020860152826040820151166040860152015116910152565b0390f35b346101e25760031936016101e081126101e257610180136101e2576101843560ff811681036101e2576101a43573ffffffffffffffffffffffffffffffffffffffff811681036101e2576101c4359167ffffffffffffffff83116101e25761084161052d933690600401612225565b92909161084c613bda565b506108563661265f565b6135fa565b346101e25760206003193601126101e257606067ffffffffffffffff6108876108826122d8565b612874565b9060409392935193151584526020840152166040820152f35b346101e25760206003193601126101e2576108b96122d8565b67ffffffffffffffff600854169060095467ffffffffffffffff811667ffffffffffffffff806108e883612559565b169316928303610af25750828211610ac657815f52600a602052600260405f2001548060401c610a9a576109499067ffffffffffffffff807f0000000000000000000000000000000000000000000000000000000000000000169116612364565b80421115610a6b575060ff165f52600b60205260405f2080600703610990575b507f736c5172444fd9c53ead9baca4bcdfec6d88a0d66167fcc00263b8e9e2a2eb055f80a3005b67ffffffffffffffff600182610a659354600755016109ca8282541667ffffffffffffffff1667ffffffffffffffff196008541617600855565b610a1682825460401c167fffffffffffffffffffffffffffffffff0000000000000000ffffffffffffffff6fffffffffffffffff00000000000000006008549260401b16911617600855565b5460801c167fffffffffffffffff0000000000000000ffffffffffffffffffffffffffffffff77ffffffffffffffff000000000000000000000000000000006008549260801b16911617600855565b82610969565b827f43c5d47b000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b827f703f6faf000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b507f7b6a9fdb000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b82610b0567ffffffffffffffff92612559565b907f3feeeffc000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b346101e25760206003193601126101e257610b56610b516122d8565b6127eb565b91929390604051936003831015610b8d5760a09567ffffffffffffffff938652602086015260408501521660608301526080820152f35b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b346101e25760206003193601126101e2576004355f526002602052602060405f2054604051908152f35b346101e25760606003193601126101e25760243573ffffffffffffffffffffffffffffffffffffffff811681036101e25773ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016803303610ddd575060ff60095460401c16156106195773ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016906040517fe78cea92000000000000000000000000000000000000000000000000000000008152602081600481865afa801561052f5773ffffffffffffffffffffffffffffffffffffffff6020916024935f91610dc0575b501693604051928380927f044215c600000000000000000000000000000000000000000000000000000000825260043560048301525afa90811561052f575f91610da1575b50823b156101e2576040517fb3d7618800000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff9182166004820152911660248201526044803590820152905f90829081838160648101610513565b610dba915060203d6020116105625761055481836123d7565b83610d36565b610dd79150833d85116105625761055481836123d7565b86610cf1565b7f109d1136000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b346101e2575f6003193601126101e257602067ffffffffffffffff5f5460401c16604051908152f35b346101e2576101806003193601126101e257610e4f613bda565b610e57612321565b67ffffffffffffffff600954169067ffffffffffffffff80610e7884612559565b16911603610f1057610e90600283015460401c613c86565b60ff7f00000000000000000000000000000000000000000000000000000000000000001690818110610ecd5761052d610ec83661265f565b613cb0565b67ffffffffffffffff610ede612321565b7fd40ebbbc000000000000000000000000000000000000000000000000000000005f521660045260245260445260645ffd5b67ffffffffffffffff9081610f2c610f26612321565b92612559565b917f3feeeffc000000000000000000000000000000000000000000000000000000005f52166004521660245260445ffd5b346101e2575f6003193601126101e25760095460ff8160401c166112a25760ff81165f52600b602052610f9260405f20612487565b6040517f1f7b6d3200000000000000000000000000000000000000000000000000000000815290917f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16602083600481845afa92831561052f575f9361126e575b50606084019267ffffffffffffffff8451161461124657602067ffffffffffffffff8451166024604051809481937f9ac498de00000000000000000000000000000000000000000000000000000000835260048301525afa801561052f575f90611212575b6110a3915067ffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001690612364565b804211156111d8575090680100000000000000007fffffffffffffffffffffffffffffffffffffffffffffff00ffffffffffffffff67ffffffffffffffff9316176009558251600755611161826040816020870151169561111c8767ffffffffffffffff1667ffffffffffffffff196008541617600855565b0151167fffffffffffffffffffffffffffffffff0000000000000000ffffffffffffffff6fffffffffffffffff00000000000000006008549260401b16911617600855565b5116906111b2827fffffffffffffffff0000000000000000ffffffffffffffffffffffffffffffff77ffffffffffffffff000000000000000000000000000000006008549260801b16911617600855565b7f4162887799ee3945c1b2439966c41494547f71d32c5fea2a2e8819d73d7892f95f80a3005b67ffffffffffffffff8351167f11b04e96000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b506020813d60201161123e575b8161122c602093836123d7565b810103126101e2576110a3905161106d565b3d915061121f565b7ff0c14cc5000000000000000000000000000000000000000000000000000000005f5260045ffd5b9092506020813d60201161129a575b8161128a602093836123d7565b810103126101e257519184611008565b3d915061127d565b7f79c01e7c000000000000000000000000000000000000000000000000000000005f5260045ffd5b346101e25760206003193601126101e257606067ffffffffffffffff806112f26004356125b3565b9193906040519415158552166020840152166040820152f35b346101e25761131936612253565b611327838587949697612a67565b9290917f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16905f5b81811061136d57005b8061138a8a86896113808c96888f612304565b359586938b612bca565b606088015190818410156115ec5760119150145b156115aa576113b5826113b08761234f565b612c20565b600a8202828104600a148315171561157d576001810180821161157d576113e16113e6918b8e8b612cbf565b612cf5565b90916002810180911161157d5761141473ffffffffffffffffffffffffffffffffffffffff918c8f8c612cbf565b16809467ffffffffffffffff6114298a61234f565b167fccbf367adfa9b1deec551cd9050a1cc9a45b07af597cb1eeff0a4e9d987bcaee6040518061147d8789836020909392919373ffffffffffffffffffffffffffffffffffffffff60408201951681520152565b0390a46040517fe78cea920000000000000000000000000000000000000000000000000000000081526020816004818a5afa801561052f5773ffffffffffffffffffffffffffffffffffffffff915f9161155f575b5016803b156101e2576040517fb3d7618800000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff938416600482015294909216602485015260448401525f908390606490829084905af191821561052f5760019261154f575b5001611364565b5f611559916123d7565b8a611548565b611577915060203d81116105625761055481836123d7565b8e6114d2565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b5067ffffffffffffffff6115bd8561234f565b7fe0c93ec6000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b60061490816115fc575b5061139e565b61161c915061160b9084612314565b610120870135901c60019081161490565b8b6115f6565b346101e25760031936016101a081126101e257610180136101e2576101843567ffffffffffffffff81116101e25761165e903690600401612225565b90611667612321565b905f549167ffffffffffffffff83169067ffffffffffffffff8061168a84612559565b16911603610f10575061169b612987565b506116a46129e6565b5060043567ffffffffffffffff81169081811415806101e25782158015611cac575b611c7c576116f06116e06116db36600461272f565b6146a3565b6116eb36600461272f565b61473f565b906101e257825f52600a602052600160405f20015403611c50575050611717368483612a21565b6020815191012060e43590818103611c2257505060243560ff811681036101e25761174784836101443584613e07565b9361177561175f61175983868961402f565b93613a23565b9467ffffffffffffffff86519160801c16612364565b5f19810190811161157d578451908115611bf557049380519485810295818704149015171561157d5751601f196117c46117ae83612579565b926117bc60405194856123d7565b808452612579565b013660208301376117d3612338565b9267ffffffffffffffff604051946117ea86612371565b8786525f60208701525f60408701521660608501525f5b6020820151811015611a2457808060021b046004148115171561157d57604088015160400151600282901b1015611a1d576020880151604001516118559061184e90600284901b90612364565b8588614385565b905b621fffff82165f52600260205260405f2054915f5b63ffffffff8260151c1681106118ec5750601581901c63ffffffff16600981019390841061157d57600863ffffffff8360151c160193841161157d576118d8621fffff916118c360096001970460208c0151612364565b60208b015263ffffffff8460151c1690612364565b91165f52600260205260405f205501611801565b6118fe60208901516009830490612364565b60408c0151909190600982069060600151831015611a165760208d0151606001516119359061192e908590612364565b8a8d614385565b925b8a519060098102908082046009149015171561157d5761195b839161196093612364565b612364565b90601a810290808204601a149015171561157d576001938b6303ffffff6060611989878c612364565b9201519260405194602086019687521c166040840152621fffff87166060840152608083015260a082015260a081526119c360c0826123d7565b5190206119e260408b01516119d781613af5565b60408d015289612973565b520161186c565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b5f92611937565b5f90611857565b5093909186611a398794604087015190613b03565b9560408101519081158015611b6e575b50606091500151915f5b838110611afd57877fc105e87ff8bd75a333e8c7f59a96a07b94bdcbf9790297e381df4f9e65b41264606067ffffffffffffffff8a8a82611a92612321565b165f54907fffffffffffffffffffffffffffffffff000000000000000000000000000000006fffffffffffffffff0000000000000000611ad0612338565b60401b16921617175f556040611ae4612321565b92015190604051968752602087015260408601521692a2005b600a810290808204600a148115171561157d57601660ff611b2084868a89612cbf565b1603611b65576001820180921161157d57611b3f600192848887612cbf565b62ffffff8160081c165f5260036020528260ff60405f2092161b81541790555b01611a53565b60019150611b5f565b60098302928304600914171561157d57611b8a60609287612364565b7fffffffffffffffff0000000000000000ffffffffffffffffffffffffffffffff77ffffffffffffffff000000000000000000000000000000005f549260801b169116175f5567ffffffffffffffff611be1612321565b165f5260016020528760405f205588611a49565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601260045260245ffd5b7f7e3c767f000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b507f822c7953000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6101e257507f37f3119f000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50505f67ffffffffffffffff6009541683116116c6565b346101e25760806003193601126101e257611cdc6122d8565b6024359060ff821682036101e257602091611cfe9160643591604435916124c5565b604051908152f35b346101e25760406003193601126101e25767ffffffffffffffff611d286122d8565b165f526004602052602061021c60243560405f2060019160ff918160081c5f52602052161b60405f205416151590565b346101e25760206003193601126101e25767ffffffffffffffff611d7a6122d8565b165f526001602052602060405f2054604051908152f35b346101e2575f6003193601126101e257602060405160ff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346101e2575f6003193601126101e257602067ffffffffffffffff5f5416604051908152f35b346101e2575f6003193601126101e257611e0c612426565b506107ce61078f61244a565b346101e2575f6003193601126101e257602060405167ffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346101e2575f6003193601126101e257602060405167ffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346101e257600319360161018081126101e257610100136101e2576101043567ffffffffffffffff81116101e257611edc903690600401612225565b610124359160ff831683036101e2576101443573ffffffffffffffffffffffffffffffffffffffff811681036101e257610164359367ffffffffffffffff85116101e257610856611f3461052d963690600401612225565b959094612df1565b346101e257611f4a36612253565b611f58838587949697612a67565b9290917f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16905f5b818110611f9e57005b80611fb18a86896113808c96888f612304565b60608801518084101591826121b4575b508161219e575b50156115aa57611fdb826113b08761234f565b600a8202828104600a148315171561157d576001810180821161157d576113e1612007918b8e8b612cbf565b90916009810180911161157d5761203573ffffffffffffffffffffffffffffffffffffffff918c8f8c612cbf565b16809467ffffffffffffffff61204a8a61234f565b167fcf1f58b7ebbd7bb3fad0b4752273125f88756e1fb95d6522bcc1dc2dca3eb3606040518061209e8789836020909392919373ffffffffffffffffffffffffffffffffffffffff60408201951681520152565b0390a46040517fe78cea920000000000000000000000000000000000000000000000000000000081526020816004818a5afa801561052f5773ffffffffffffffffffffffffffffffffffffffff915f91612180575b5016803b156101e2576040517fb3d7618800000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff938416600482015294909216602485015260448401525f908390606490829084905af191821561052f57600192612170575b5001611f95565b5f61217a916123d7565b8a612169565b612198915060203d81116105625761055481836123d7565b8e6120f3565b6121ad915061160b9084612314565b158b611fc8565b60011491508c611fc1565b346101e2575f6003193601126101e257602060405167ffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346101e2575f6003193601126101e25760209060ff60095460401c1615158152f35b9181601f840112156101e25782359167ffffffffffffffff83116101e257602083818601950101116101e257565b60031981016101c081126101e257610180136101e2576004916101843567ffffffffffffffff81116101e2578261228c91600401612225565b929092916101a43567ffffffffffffffff81116101e257826023820112156101e25780600401359267ffffffffffffffff84116101e25760248460051b830101116101e2576024019190565b6004359067ffffffffffffffff821682036101e257565b359067ffffffffffffffff821682036101e257565b91908110156119e95760051b0190565b9190820391821161157d57565b60043567ffffffffffffffff811681036101e25790565b60443567ffffffffffffffff811681036101e25790565b3567ffffffffffffffff811681036101e25790565b9190820180921161157d57565b6080810190811067ffffffffffffffff82111761238d57604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b610180810190811067ffffffffffffffff82111761238d57604052565b90601f601f19910116810190811067ffffffffffffffff82111761238d57604052565b908160209103126101e2575173ffffffffffffffffffffffffffffffffffffffff811681036101e25790565b6040519061243382612371565b5f6060838281528260208201528260408201520152565b6040519061245782612371565b816007548152606067ffffffffffffffff6008548181166020850152818160401c16604085015260801c16910152565b9060405161249481612371565b606067ffffffffffffffff600183958054855201548181166020850152818160401c16604085015260801c16910152565b91927f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000019360ff6040519367ffffffffffffffff60208601967f000000000000000000000000000000000000000000000000000000000000000088524660408801523060608801521660808601521660a084015260c083015260e082015260e08152612552610100826123d7565b5190200690565b67ffffffffffffffff60019116019067ffffffffffffffff821161157d57565b67ffffffffffffffff811161238d5760051b60200190565b9067ffffffffffffffff8091169116039067ffffffffffffffff821161157d57565b6009545f919067ffffffffffffffff168280805b67ffffffffffffffff81168461010082109182612654575b50501561264b5760ff6125f28286612591565b165f52600b60205260405f2085815414612628575067ffffffffffffffff1667ffffffffffffffff811461157d576001016125c7565b94505050505060019150015460019167ffffffffffffffff8083169260401c1690565b50939250939050565b11159050845f6125df565b6003196101809101126101e25760405190612679826123ba565b8160043567ffffffffffffffff811681036101e257815260243560ff811681036101e257602082015260443567ffffffffffffffff811681036101e257604082015260643567ffffffffffffffff811681036101e257606082015260843567ffffffffffffffff811681036101e257608082015260a43560a082015260c43560c082015260e43560e082015261010435610100820152610124356101208201526101443561014082015261016061016435910152565b9190826101809103126101e257604051612748816123ba565b8092612753816122ef565b8252602081013560ff811681036101e257610160918291602085015261277b604082016122ef565b604085015261278c606082016122ef565b606085015261279d608082016122ef565b608085015260a081013560a085015260c081013560c085015260e081013560e08501526101008101356101008501526101208101356101208501526101408101356101408501520135910152565b67ffffffffffffffff168015801561285f575b61285257805f52600a60205260405f209067ffffffffffffffff6009541610155f1461284a576002915b8154600183015460029093015490929167ffffffffffffffff82169160401c90565b600191612828565b505f905f905f905f905f90565b5067ffffffffffffffff6008541681116127fe565b9067ffffffffffffffff600954169167ffffffffffffffff81169283116128e25760ff165f52600b6020526128ab60405f20612487565b9167ffffffffffffffff602084015116036128d95767ffffffffffffffff6040835193015116906001929190565b5f915081908190565b505f915081908190565b6020818303126101e25780519067ffffffffffffffff82116101e257019080601f830112156101e257815161292081612579565b9261292e60405194856123d7565b81845260208085019260051b8201019283116101e257602001905b8282106129565750505090565b8151815260209182019101612949565b8051156119e95760200190565b80518210156119e95760209160051b010190565b604051906060820182811067ffffffffffffffff82111761238d5760405281604060a09181516129b784826123d7565b83368237815281516129c984826123d7565b8336823760208201528151926129df81856123d7565b3684370152565b6040519060a0820182811067ffffffffffffffff82111761238d576040525f6080838281528260208201528260408201528260608201520152565b92919267ffffffffffffffff821161238d5760405191612a4b6020601f19601f84011601846123d7565b8294818452818301116101e2578281602093845f960137010152565b909291612a72612987565b50612a7b6129e6565b5067ffffffffffffffff612a8e8361234f565b16158015612baa575b612b6c57612ab5612aab6116db368561272f565b6116eb368561272f565b67ffffffffffffffff612ac78461234f565b165f52600a602052600160405f20015403612b2e57612ae7368286612a21565b6020815191012060e083013590818103611c2257505060208201359160ff831683036101e257818584610140612b2494612b2b9750013590613e07565b938461402f565b90565b67ffffffffffffffff612b408361234f565b7f822c7953000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b67ffffffffffffffff612b7e8361234f565b7f37f3119f000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b50612bb48261234f565b67ffffffffffffffff8060095416911611612a97565b93909492612be2906080606082015191015190612364565b831015612c0d5750600a820291808304600a149015171561157d5760ff93612c0993612cbf565b1690565b67ffffffffffffffff6115bd849261234f565b67ffffffffffffffff16805f526004602052612c568260405f2060019160ff918160081c5f52602052161b60405f205416151590565b612c80575f52600460205260405f208160081c5f52602052600160ff60405f2092161b8154179055565b7f756bb6f5000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b9060058110156119e95760051b0190565b604081015191929160800151841015612ced576020015160800151612b2b93612ce791612364565b91614385565b505050505f90565b906040517f044215c600000000000000000000000000000000000000000000000000000000815260ff8316600482015260208160248173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa90811561052f575f91612d7a575b509160081c90565b612d93915060203d6020116105625761055481836123d7565b5f612d72565b60405190612da6826123ba565b5f610160838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201520152565b919091612dfc612d99565b5073ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168033036135cb575060ff60095460401c166112a257612e5161244a565b9260043567ffffffffffffffff81161415806101e2576020850167ffffffffffffffff612e8081835116612559565b1667ffffffffffffffff600435160361358257508451806044350361355157507ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffda867ffffffffffffffff80421616019267ffffffffffffffff841161157d5767ffffffffffffffff84816040890151169182911610613549575b5060843567ffffffffffffffff8116141593846101e25767ffffffffffffffff168067ffffffffffffffff60843516108015613526575b6134d857507f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001606435101561348c577f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000160a43510156134405760ff60243516602435036101e257612fa8838260e435602435613e07565b95612fc567ffffffffffffffff606083015116600486858b6143ae565b94612fd1368685612a21565b60208151910120936101e2576101e2576060015167ffffffffffffffff16956130028360a4356024356004356124c5565b5f94859291906005805b6132c65750505050505060405194613023866123ba565b67ffffffffffffffff60043516865260ff60243516602087015267ffffffffffffffff608435166040870152606086015267ffffffffffffffff8316608086015260443560a086015260643560c086015260e085015260a43561010085015260c43561012085015260e435610140850152610160840152826131e967ffffffffffffffff6130b0836146a3565b936131296130be868661473f565b95604051906130cc82612371565b8152602080820188815242861660408085019182525f606086018181526004358a168252600a909552819020945185559151600185015551915167ffffffffffffffff19911b1690851667ffffffffffffffff1617600290910155565b60405161313581612371565b606435815282600435166020820152826084351660408201526060838316910152606435600755613182826004351667ffffffffffffffff1667ffffffffffffffff196008541617600855565b600880547fffffffffffffffff00000000000000000000000000000000ffffffffffffffff166fffffffffffffffff0000000000000000608435851660401b16179190921660801b77ffffffffffffffff0000000000000000000000000000000016179055565b6101606040519167ffffffffffffffff815116835260ff602082015116602084015267ffffffffffffffff604082015116604084015267ffffffffffffffff606082015116606084015267ffffffffffffffff608082015116608084015260a081015160a084015260c081015160c084015260e081015160e084015261010081015161010084015261012081015161012084015261014081015161014084015201516101608201527facb8d989339a59bdf70d0664c68410f03fdac19a4311621485a4ef8f975e0afd61018067ffffffffffffffff6004351692a3565b5f19909a93989194999297959a01956132f96132e3888b51612cae565b516132f28960408d0151612cae565b5190612314565b866133f7575b5061330e8760208b0151612cae565b5198898060051b046020148a15171561157d5795999490919293945b818a60051b81146133de57907f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001601f19848f99989796959482019901013510156133af57611bf5578b9a7f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000018a601f1982945f9f0101359209089994909192939461332a565b867f2753c4f5000000000000000000000000000000000000000000000000000000005f5260051c60045260245ffd5b959b96929791509298508099979399949193929461300c565b8a815b61340457506132ff565b969096611bf557887f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001910995801561157d575f19018a816133fa565b7f6ecb1921000000000000000000000000000000000000000000000000000000005f527f64617461436f6d6d69740000000000000000000000000000000000000000000060045260245ffd5b7f6ecb1921000000000000000000000000000000000000000000000000000000005f527f6e6577526f6f740000000000000000000000000000000000000000000000000060045260245ffd5b846101e2577f3bdf90a7000000000000000000000000000000000000000000000000000000005f5267ffffffffffffffff6084351660045260245267ffffffffffffffff421660445260645ffd5b5093505f9367ffffffffffffffff421667ffffffffffffffff6084351611612f31565b93505f612efa565b7ff7d3af84000000000000000000000000000000000000000000000000000000005f5260443560045260245260445ffd5b61359767ffffffffffffffff80925116612559565b7f3feeeffc000000000000000000000000000000000000000000000000000000005f5281600435166004521660245260445ffd5b7f828f1b55000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b93929167ffffffffffffffff8551165f52600a60205260405f2060ff83165f52600660205273ffffffffffffffffffffffffffffffffffffffff60405f2054169384156139f457600282015460401c94600160ff86161b9677ffffffffffffffffffffffffffffffffffffffffffffffff808916988816166139b6576020916101606101c484601f19601f73ffffffffffffffffffffffffffffffffffffffff968f8b54906136a7612d99565b5067ffffffffffffffff8151169160ff87830151169060a08301519060c084015167ffffffffffffffff6040860151169061010086015193610120870151958e6136f760e08a015188848d6124c5565b980151986040519d8e613709816123ba565b7f00000000000000000000000000000000000000000000000000000000000000008152015260408d015260608c015260808b015260a08a015260c089015260e0880152610100870152610120860152610140850152878c1686850152806040519a8b998a9889977fda93eab7000000000000000000000000000000000000000000000000000000008952805160048a015267ffffffffffffffff8e8201511660248a015260ff60408201511660448a0152606081015160648a0152608081015160848a015267ffffffffffffffff60a08201511660a48a015260c081015160c48a015260e081015160e48a01526101008101516101048a01526101208101516101248a01526101408101516101448a01520151166101648701526101a0610184870152816101a4870152868601375f858286010152011681010301915afa90811561052f575f9161397b575b501561394c5760028101805467ffffffffffffffff1685871760401b67ffffffffffffffff19161790557fcde7d020213f564a552abb6fb9d771b460276812e1954d55912d7d6b8c88aa34602060ff600167ffffffffffffffff8a51169401549573ffffffffffffffffffffffffffffffffffffffff604051961686521693a467ffffffffffffffff83511667ffffffffffffffff6138f78160095416612559565b16149182613914575b50506139095750565b61391290613cb0565b565b61391f925017613c86565b60ff7f00000000000000000000000000000000000000000000000000000000000000001611155f80613900565b60ff837f28673980000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b90506020813d6020116139ae575b81613996602093836123d7565b810103126101e2575180151581036101e2575f613855565b3d9150613989565b60ff8667ffffffffffffffff8b51167fd044b5e0000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b60ff847f4e6dbaae000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b60ff90613a2e612426565b50169060018214613acb5760028214613aa05760038214613a7557507f756a3da3000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b9050604051613a8381612371565b61088b815260f36020820152600860408201526002606082015290565b9050604051613aae81612371565b6102d9815260516020820152600860408201526002606082015290565b9050604051613ad981612371565b601b815260096020820152600260408201526003606082015290565b5f19811461157d5760010190565b908015613bd4575b60018111613b215750613b1d90612966565b5190565b5f905f5b818110613b33575050613b0b565b6001810180821161157d5782811015613bc357613b5b613b538387612973565b519186612973565b519081811015613bbd575b5f5260205260405f205b613b83613b7c85613af5565b9486612973565b526002810180911115613b25577f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b90613b66565b50613bce8185612973565b51613b70565b50505f90565b6004359067ffffffffffffffff821680831415806101e25767ffffffffffffffff600954168211801590613c6f575b613c3d576101e257805f52600a60205260405f2092613c2f6116e06116db36600461272f565b600185015403611c50575050565b83906101e257507f7b6a9fdb000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50505f67ffffffffffffffff600854168211613c09565b90815f925b613c925750565b91613c9c90613af5565b915f1981019080821161157d571680613c8b565b67ffffffffffffffff815116908167ffffffffffffffff1960095416176009557f685bc95460a0000cf65c43ad6dcea236cdabfc5b84ef0ec48f9b4db0b1acb78c604060c083019267ffffffffffffffff808086519385810198828a511695608083019684806001818b5116948c5190613d2982612371565b8152602081019687528c81019485526060810195865260ff8851165f52600b6020528c5f2090518155019451161667ffffffffffffffff19845416178355517fffffffffffffffffffffffffffffffff0000000000000000ffffffffffffffff6fffffffffffffffff0000000000000000808554938c1b16169116178255517fffffffffffffffff0000000000000000ffffffffffffffffffffffffffffffff77ffffffffffffffff000000000000000000000000000000008084549360801b161691161790555116955196511691511682519182526020820152a3565b93929091613e1c613e16612987565b95613a23565b600286515260208101516020875101526040810151908160021b918083046004149015171561157d57606091604088510152600981510482885101520151600a810290808204600a149015171561157d5785516080015260408501926020860192905f805b60058110613f7c57508160501c1590811591613f5e575b50613f3057505f5b60058110613eaf575050505050565b613eba818651612cae565b518015159081613efd575b50613ed257600101613ea0565b7f925df759000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b613f139150613f0d838751612cae565b51612364565b5f19810190811161157d57613f29908385614385565b155f613ec5565b7f4a4de368000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b80915060051b908082046020149015171561157d578214155f613e98565b907f0fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8216820361157d5761ffff838360041b1c1690613fbc838b51612cae565b518211613ff05760019181613fe992613fd6868b51612cae565b5281613fe3868c51612cae565b52612364565b9101613e81565b50613ffc828a51612cae565b51917f1a4a2359000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b9092919261403b6129e6565b604083018051919590915f90511561437c57506020840151515f936140609290614385565b61ffff81168087526020870161ffff8360101c168152604088019061ffff8460201c168252606089019261ffff8560301c16845261ffff60808b019560401c16855287516005600110156119e9576020015181116143405785516020015181106143075750518060021b90808204600414901517156142da57865160400151811161429e57845160400151811061426557505185516060015181116142295783516060015181106141f0575051905161411891612364565b92600a840293808504600a14901517156141c35780516080015184116141855750805160800151831061414a57505050565b5191606492600460051b01517fe4548ac900000000000000000000000000000000000000000000000000000000835260048052602452604452fd5b51929050606492600460051b0151907f7058d4ee00000000000000000000000000000000000000000000000000000000835260048052602452604452fd5b6024837f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b8351606001517fe4548ac90000000000000000000000000000000000000000000000000000000086526003600452602452604452606484fd5b8551606001517f7058d4ee0000000000000000000000000000000000000000000000000000000086526003600452602491909152604452606484fd5b8451604001517fe4548ac90000000000000000000000000000000000000000000000000000000087526002600452602452604452606485fd5b8651604001517f7058d4ee0000000000000000000000000000000000000000000000000000000087526002600452602491909152604452606485fd5b6024867f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b8551602001517fe4548ac90000000000000000000000000000000000000000000000000000000088526001600452602452604452606486fd5b8751602001517f7058d4ee0000000000000000000000000000000000000000000000000000000088526001600452602491909152604452606486fd5b9250505f614060565b908260051b928084046020149015171561157d576020830180841161157d57116101e257013590565b909493916143bd81878461402f565b9360c060808601916143de8351876143d76080850161234f565b9188614787565b013567ffffffffffffffff8083511695169485019667ffffffffffffffff881161157d5760408581015189939184901b6fffffffffffffffff000000000000000016881790516001101561469d576020870151516001810190811061157d5761444890878d614385565b81810361466f57505083519080821c61464157505082519788156146355750604051977f56501d770000000000000000000000000000000000000000000000000000000089528660048a015260248901525f8860448173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa97881561052f575f98614619575b5091966060909601959094905f905b885182101561460d5761450b828998959851612364565b96610140996040519961451e8c8c6123d7565b8b368c375f96600a8b029a808c04600a1490151715975b600a81101561456e578861157d57808f6145618f918f8f918f9160019761455b91612364565b92612cbf565b908260051b015201614535565b509599509550989092919960405190602082019283905f915b600a83106145f75750505081526145a0610160826123d7565b5190206145ad828b612973565b51036145c257600101909296979591956144f4565b6145cc9087612364565b7f9ff8ce00000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6020806001928451815201920192019190614587565b50505094505050925050565b61462e9198503d805f833e6105a981836123d7565b965f6144e5565b98509650505050505050565b7fd47baf34000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7fcb8f3619000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b5f614448565b67ffffffffffffffff8151169060ff6020820151169067ffffffffffffffff6040820151169067ffffffffffffffff60608201511667ffffffffffffffff60808301511660a08301519161014060e085015194015194604051966020880198895260408801526060870152608086015260a085015260c084015260e08301526101008201526101008152614739610120826123d7565b51902090565b60c0810151906101008101519061016061012082015191015191604051936020850195865260408501526060840152608083015260a082015260a0815261473960c0826123d7565b9091927f00000000000000000000000000000000000000000000000000000000000000009167ffffffffffffffff831667ffffffffffffffff8316106148d85767ffffffffffffffff92600a60806147e3935101510492612591565b9082604051957fd01bfbbb000000000000000000000000000000000000000000000000000000008752166004860152602485015216604483015260208260648173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa91821561052f575f926148a4575b50818110614876575050565b7f991f4929000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b9091506020813d6020116148d0575b816148c0602093836123d7565b810103126101e25751905f61486a565b3d91506148b3565b50505050505630644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001'
