// Generated from the contract's sources by contracts/scripts/abi.ts. Do not edit.
// sources 8737fc98290cdd043526b608400760c139d5195d5b042b3db6e0833753bed72f
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

export const rollupBytecode = '0x610180806040523461078457615725803803809161001d8285610788565b8339810190602081830312610784578051906001600160401b038211610784570161012081830312610784576040519061012082016001600160401b038111838210176105be576040528051825260208101516001600160a01b03811681036107845760208301908152610093604083016107ab565b604084019081526100a6606084016107ab565b606085019081526100b9608085016107bf565b608086019081526100cc60a086016107cd565b9260a087019384526100e060c087016107cd565b9460c088019586526100f460e088016107cd565b60e0890190815261010088015190976001600160401b038211610784570189601f82011215610784578051906001600160401b0382116105be576040519a61014260208460051b018d610788565b828c526020808d019360061b8301019181831161078457602001925b82841061072757505050506101008801988952815181516001600160a01b039081166080521660a05287515f5160206157055f395f51905f52111561070657516001600160a01b0316156106eb5782516001600160a01b0316156106cd57516001600160a01b0316156106b157617a69461480156106a6575b801561069b575b8015610690575b835185516001600160401b039081169116603c81108015610684575b61066157821561065957603c5b6001600160401b03168210801561064d575b61062a5761023e91610231916107e1565b8215610620575f906107e1565b86516001600160401b03918216911690811180159190610612575b506105f057156105e75760ff60015b1660ff8251168181106105d257505086515160ff8251161161035f5790516001600160a01b031660c0525160ff1660e052516001600160401b039081166101005290518116610120529051166101405260408051466020820190815230828401529181525f5160206157055f395f51905f5291906102e7606082610788565b51902006610160525f5b825180518210156103bc576020908260051b0101519060ff8251166001811015806103b1575b1590811561039a575b811561037a575b5061035f5760019160ff838060a01b036020830151169151165f52600660205260405f2090838060a01b0319825416179055016102f1565b631e16d87160e21b5f52646c616e657360d81b60045260245ffd5b5f908152600660205260408120546001600160a01b031615159150610327565b60208401516001600160a01b03163b159150610320565b506003811115610317565b82516040519060808201906001600160401b038211838310176105be5760409182528083525f60208085018281526001600160401b034281811688880190815260608901868152600797909755600880546fffffffffffffffff0000000000000000938a1b84166001600160c01b031991821617909155868052600b865298517fdf7de25b7f1fd6d0b5205f0e18f1f35bd7b8d84cce336588d184533ce43a6f7681905593517fdf7de25b7f1fd6d0b5205f0e18f1f35bd7b8d84cce336588d184533ce43a6f77805492519851600160801b600160c01b0360809190911b1691851692909a169190911787891b909216919091171790965584519390951683528201819052917f685bc95460a0000cf65c43ad6dcea236cdabfc5b84ef0ec48f9b4db0b1acb78c91a3604051614ef6908161080f82396080518181816101be01528181610346015281816114ca0152818161180e01528181611b5601528181612d3101528181613b5501528181614acc0152614e51015260a051818181610288015261147d015260c0518181816106f1015281816107720152612720015260e0518181816116e60152818161257a0152613f2d015261010051818181611173015261264c0152610120518181816126080152614da30152610140518181816118cf0152612fb30152610160518181816106a2015281816132d30152613d150152f35b634e487b7160e01b5f52604160045260245ffd5b635c822da360e01b5f5260045260245260445ffd5b60ff6002610268565b631e16d87160e21b5f526b195cd8d85c1954195c9a5bd960a21b60045260245ffd5b6301e133809150115f610259565b62127500906107e1565b631e16d87160e21b5f526c696e626f78446561646c696e6560981b60045260245ffd5b5062093a808211610220565b610e1061020e565b631e16d87160e21b5f526c70726f6f66446561646c696e6560981b60045260245ffd5b5062093a808111610201565b50617a6c46146101e5565b50617a6b46146101de565b50617a6a46146101d7565b631e16d87160e21b5f526565736361706560d01b60045260245ffd5b631e16d87160e21b5f5267383937b837b9b2b960c11b60045260245ffd5b631e16d87160e21b5f52640d2dcc4def60db1b60045260245ffd5b636ecb192160e01b5f526a19d95b995cda5cd49bdbdd60aa1b60045260245ffd5b6040848303126107845760408051919082016001600160401b038111838210176105be57604052610757856107bf565b82526020850151906001600160a01b0382168203610784578260209283604095015281520193019261015e565b5f80fd5b601f909101601f19168101906001600160401b038211908210176105be57604052565b51906001600160a01b038216820361078457565b519060ff8216820361078457565b51906001600160401b038216820361078457565b6001600160401b0391821690821601919082116107fa57565b634e487b7160e01b5f52601160045260245ffdfe6080806040526004361015610012575f80fd5b5f3560e01c908163054f7d9c14612fd757508063091e6ef814612f935780630f13a28c14612d1057806311ac61b7146126705780631bc04c041461262c57806323af771e146125e85780632755cd2d146125c4578063333f09701461259e57806342cde4e81461256157806345d184db14612528578063462554ca146124d65780634d51173c1461249357806356ad1df214611e1f5780635ddd106014611b355780636160b72214611af457806362a5af3b146117af57806365d892d414611686578063682158e51461165d5780637a89379a146114355780637dc0bf3f1461140b578063857553cc1461138657806385e471d5146110f15780638e41c2aa146110ac5780638e58645614611022578063a043867914610faa578063a0aeea8314610715578063a8e4fb90146106c5578063c2fb26a61461068b578063c4cca8b714610640578063cee22e21146102ac578063d180667d1461025c578063d5b141e714610226578063f8c883cc146101e65763fb0e722b14610192575f80fd5b346101e2575f6003193601126101e257602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b5f80fd5b346101e25760206003193601126101e257602061021c60043560ff6001918060081c5f526005602052161b60405f205416151590565b6040519015158152f35b346101e25760206003193601126101e2576020600160ff6004358060081c5f5260038452161b60405f2054161515604051908152f35b346101e2575f6003193601126101e257602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346101e2576101606003193601126101e25760043536610164116101e25760095460ff8160401c16156106195760ff165f52600b60205267ffffffffffffffff600160405f20015460801c168110158061060a575b806105e2575b156105b757604051602081019061014060248337610140815261032c610160826131ab565b51902073ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016906040517f56501d77000000000000000000000000000000000000000000000000000000008152836004820152600160248201525f81604481865afa801561052f576103b9915f91610595575b50613779565b5103610569578160081c5f52600560205260405f20600160ff84161b8154179055602060046103e9604435613b08565b92909373ffffffffffffffffffffffffffffffffffffffff610144351680967f88ff63bd2ea527e4b6810ef61417014c990f58e9586a6fece96f3e3ea51f516e6040518061045b898b836020909392919373ffffffffffffffffffffffffffffffffffffffff60408201951681520152565b0390a3604051928380927fe78cea920000000000000000000000000000000000000000000000000000000082525afa801561052f5773ffffffffffffffffffffffffffffffffffffffff915f9161053a575b5016803b156101e2576040517fb3d7618800000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff938416600482015293909216602484015260448301525f908290818381606481015b03925af1801561052f5761052357005b5f61052d916131ab565b005b6040513d5f823e3d90fd5b61055c915060203d602011610562575b61055481836131ab565b8101906131ce565b856104ad565b503d61054a565b507f9ff8ce00000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6105b191503d805f833e6105a981836131ab565b8101906136ff565b856103b3565b7fee7622fa000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b506106048160ff6001918060081c5f526005602052161b60405f205416151590565b15610307565b50600160ff6024351614610301565b7ef5a894000000000000000000000000000000000000000000000000000000005f5260045ffd5b346101e25760206003193601126101e25760043560ff81168091036101e2575f526006602052602073ffffffffffffffffffffffffffffffffffffffff60405f205416604051908152f35b346101e2575f6003193601126101e25760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b346101e2575f6003193601126101e257602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346101e257600319360161012081126101e257610100136101e2576101043567ffffffffffffffff81116101e257610751903690600401612ff9565b9061075a613bac565b5073ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016803303610f7b575060ff60095460401c16610f53576107af61321e565b9160043567ffffffffffffffff81161415806101e2576020840167ffffffffffffffff6107de8183511661332d565b1667ffffffffffffffff6004351603610f0a575083518060443503610ed9575061081167ffffffffffffffff4216613365565b9367ffffffffffffffff6040820151168067ffffffffffffffff871610610ed1575b5060843567ffffffffffffffff8116141594856101e25767ffffffffffffffff168067ffffffffffffffff60843516108015610eae575b610e6057507f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000016064351015610e14577f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000160a4351015610dc8576024359360ff851685036101e25760606108e1858360e4358961441e565b92016108fc67ffffffffffffffff82511660048785876149c5565b96610908368785613834565b60208151910120946101e2576101e2575167ffffffffffffffff16916109348460a43588600435613299565b5f95869291906005805b610bf45750505050505060ff604051946109578661318e565b67ffffffffffffffff60043516865216602085015267ffffffffffffffff608435166040850152606084015267ffffffffffffffff8416608084015260443560a084015260643560c084015260e083015260a43561010083015260c43561012083015260e435610140830152610160820152610b1767ffffffffffffffff6109de83614cba565b93610a576109ec8686614d56565b95604051906109fa82613145565b8152602080820188815242861660408085019182525f606086018181526004358a168252600a909552819020945185559151600185015551915167ffffffffffffffff19911b1690851667ffffffffffffffff1617600290910155565b604051610a6381613145565b606435815282600435166020820152826084351660408201526060838316910152606435600755610ab0826004351667ffffffffffffffff1667ffffffffffffffff196008541617600855565b600880547fffffffffffffffff00000000000000000000000000000000ffffffffffffffff166fffffffffffffffff0000000000000000608435851660401b16179190921660801b77ffffffffffffffff0000000000000000000000000000000016179055565b6101606040519167ffffffffffffffff815116835260ff602082015116602084015267ffffffffffffffff604082015116604084015267ffffffffffffffff606082015116606084015267ffffffffffffffff608082015116608084015260a081015160a084015260c081015160c084015260e081015160e084015261010081015161010084015261012081015161012084015261014081015161014084015201516101608201527facb8d989339a59bdf70d0664c68410f03fdac19a4311621485a4ef8f975e0afd61018067ffffffffffffffff6004351692a3005b5f19909a9398959a9992979194990195610c28610c12888b51613ac1565b51610c218960408d0151613ac1565b51906130e8565b86610d7f575b50610c3d8760208b0151613ac1565b5198898060051b046020148a151715610d525795999490919293945b818a60051b8114610d3a57907f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001601f19848f9998979695948201990101351015610d0b57610cde578b9a7f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000018a601f1982945f9f01013592090899949091929394610c59565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601260045260245ffd5b867f2753c4f5000000000000000000000000000000000000000000000000000000005f5260051c60045260245ffd5b959b969297915092979399985080949193929461093e565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b8a815b610d8c5750610c2e565b969096610cde57887f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000019109958015610d52575f19018a81610d82565b7f6ecb1921000000000000000000000000000000000000000000000000000000005f527f64617461436f6d6d69740000000000000000000000000000000000000000000060045260245ffd5b7f6ecb1921000000000000000000000000000000000000000000000000000000005f527f6e6577526f6f740000000000000000000000000000000000000000000000000060045260245ffd5b856101e2577f3bdf90a7000000000000000000000000000000000000000000000000000000005f5267ffffffffffffffff6084351660045260245267ffffffffffffffff421660445260645ffd5b5094505f9467ffffffffffffffff421667ffffffffffffffff608435161161086a565b945085610833565b7ff7d3af84000000000000000000000000000000000000000000000000000000005f5260443560045260245260445ffd5b610f1f67ffffffffffffffff8092511661332d565b7f3feeeffc000000000000000000000000000000000000000000000000000000005f5281600435166004521660245260445ffd5b7f79c01e7c000000000000000000000000000000000000000000000000000000005f5260045ffd5b7f828f1b55000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b346101e2575f6003193601126101e257610fc26131fa565b5060ff600954165f52600b60205261101e610fdf60405f2061325b565b60405191829182919091606067ffffffffffffffff81608084019580518552826020820151166020860152826040820151166040860152015116910152565b0390f35b346101e25760031936016101e081126101e257610180136101e2576101843560ff811681036101e2576101a43573ffffffffffffffffffffffffffffffffffffffff811681036101e2576101c4359167ffffffffffffffff83116101e25761109161052d933690600401612ff9565b92909161109c6141e4565b90506110a736613472565b613c04565b346101e25760206003193601126101e257606067ffffffffffffffff6110d86110d36130ac565b613687565b9060409392935193151584526020840152166040820152f35b346101e25760206003193601126101e25761110a6130ac565b67ffffffffffffffff600854169060095467ffffffffffffffff811667ffffffffffffffff806111398361332d565b169316928303611343575082821161131757815f52600a602052600260405f2001548060401c6112eb5761119a9067ffffffffffffffff807f0000000000000000000000000000000000000000000000000000000000000000169116613138565b804211156112bc575060ff165f52600b60205260405f20806007036111e1575b507f736c5172444fd9c53ead9baca4bcdfec6d88a0d66167fcc00263b8e9e2a2eb055f80a3005b67ffffffffffffffff6001826112b693546007550161121b8282541667ffffffffffffffff1667ffffffffffffffff196008541617600855565b61126782825460401c167fffffffffffffffffffffffffffffffff0000000000000000ffffffffffffffff6fffffffffffffffff00000000000000006008549260401b16911617600855565b5460801c167fffffffffffffffff0000000000000000ffffffffffffffffffffffffffffffff77ffffffffffffffff000000000000000000000000000000006008549260801b16911617600855565b826111ba565b827f43c5d47b000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b827f703f6faf000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b507f7b6a9fdb000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b8261135667ffffffffffffffff9261332d565b907f3feeeffc000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b346101e25760206003193601126101e2576113a76113a26130ac565b6135fe565b919293906040519360038310156113de5760a09567ffffffffffffffff938652602086015260408501521660608301526080820152f35b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b346101e25760206003193601126101e2576004355f526002602052602060405f2054604051908152f35b346101e25760606003193601126101e25760243573ffffffffffffffffffffffffffffffffffffffff811681036101e25773ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001680330361162e575060ff60095460401c16156106195773ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016906040517fe78cea92000000000000000000000000000000000000000000000000000000008152602081600481865afa801561052f5773ffffffffffffffffffffffffffffffffffffffff6020916024935f91611611575b501693604051928380927f044215c600000000000000000000000000000000000000000000000000000000825260043560048301525afa90811561052f575f916115f2575b50823b156101e2576040517fb3d7618800000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff9182166004820152911660248201526044803590820152905f90829081838160648101610513565b61160b915060203d6020116105625761055481836131ab565b83611587565b6116289150833d85116105625761055481836131ab565b86611542565b7f109d1136000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b346101e2575f6003193601126101e257602067ffffffffffffffff5f5460401c16604051908152f35b346101e2576101806003193601126101e2576116a06141e4565b506116a96130f5565b67ffffffffffffffff600954169067ffffffffffffffff806116ca8461332d565b16911603611762576116e2600283015460401c61429d565b60ff7f0000000000000000000000000000000000000000000000000000000000000000169081811061171f5761052d61171a36613472565b6142c7565b67ffffffffffffffff6117306130f5565b7fd40ebbbc000000000000000000000000000000000000000000000000000000005f521660045260245260445260645ffd5b67ffffffffffffffff908161177e6117786130f5565b9261332d565b917f3feeeffc000000000000000000000000000000000000000000000000000000005f52166004521660245260445ffd5b346101e2575f6003193601126101e25760095460ff8160401c16610f535760ff81165f52600b6020526117e460405f2061325b565b6040517f1f7b6d3200000000000000000000000000000000000000000000000000000000815290917f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16602083600481845afa92831561052f575f93611ac0575b50606084019267ffffffffffffffff84511614611a9857602067ffffffffffffffff8451166024604051809481937f9ac498de00000000000000000000000000000000000000000000000000000000835260048301525afa801561052f575f90611a64575b6118f5915067ffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001690613138565b80421115611a2a575090680100000000000000007fffffffffffffffffffffffffffffffffffffffffffffff00ffffffffffffffff67ffffffffffffffff93161760095582516007556119b3826040816020870151169561196e8767ffffffffffffffff1667ffffffffffffffff196008541617600855565b0151167fffffffffffffffffffffffffffffffff0000000000000000ffffffffffffffff6fffffffffffffffff00000000000000006008549260401b16911617600855565b511690611a04827fffffffffffffffff0000000000000000ffffffffffffffffffffffffffffffff77ffffffffffffffff000000000000000000000000000000006008549260801b16911617600855565b7f4162887799ee3945c1b2439966c41494547f71d32c5fea2a2e8819d73d7892f95f80a3005b67ffffffffffffffff8351167f11b04e96000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b506020813d602011611a90575b81611a7e602093836131ab565b810103126101e2576118f590516118bf565b3d9150611a71565b7ff0c14cc5000000000000000000000000000000000000000000000000000000005f5260045ffd5b9092506020813d602011611aec575b81611adc602093836131ab565b810103126101e25751918461185a565b3d9150611acf565b346101e25760206003193601126101e257606067ffffffffffffffff80611b1c6004356133c6565b9193906040519415158552166020840152166040820152f35b346101e257611b4336613027565b611b5183858794969761387a565b9290917f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16905f5b818110611b9757005b80611bb48a8689611baa8c96888f6130d8565b359586938b6139dd565b60608801519081841015611de95760119150145b15611da757611bdf82611bda87613123565b613a33565b600a8202828104600a1483151715610d525760018101808211610d5257611c0b611c10918b8e8b613ad2565b613b08565b909160028101809111610d5257611c3e73ffffffffffffffffffffffffffffffffffffffff918c8f8c613ad2565b16809467ffffffffffffffff611c538a613123565b167fccbf367adfa9b1deec551cd9050a1cc9a45b07af597cb1eeff0a4e9d987bcaee60405180611ca78789836020909392919373ffffffffffffffffffffffffffffffffffffffff60408201951681520152565b0390a46040517fe78cea920000000000000000000000000000000000000000000000000000000081526020816004818a5afa801561052f5773ffffffffffffffffffffffffffffffffffffffff915f91611d89575b5016803b156101e2576040517fb3d7618800000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff938416600482015294909216602485015260448401525f908390606490829084905af191821561052f57600192611d79575b5001611b8e565b5f611d83916131ab565b8a611d72565b611da1915060203d81116105625761055481836131ab565b8e611cfc565b5067ffffffffffffffff611dba85613123565b7fe0c93ec6000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b6006149081611df9575b50611bc8565b611e199150611e0890846130e8565b610120870135901c60019081161490565b8b611df3565b346101e25760031936016101a081126101e257610180136101e2576101843567ffffffffffffffff81116101e257611e5b903690600401612ff9565b90611e646130f5565b905f549167ffffffffffffffff83169067ffffffffffffffff80611e878461332d565b169116036117625750611e9861379a565b50611ea16137f9565b5060043567ffffffffffffffff81169081811415806101e2578215801561247c575b61244c57611eed611edd611ed8366004613542565b614cba565b611ee8366004613542565b614d56565b906101e257825f52600a602052600160405f20015403612420575050611f14368483613834565b6020815191012060e435908181036123f257505060243560ff811681036101e257611f448483610144358461441e565b93611f72611f5c611f56838689614646565b9361402d565b9467ffffffffffffffff86519160801c16613138565b5f198101908111610d52578451908115610cde570493805194858102958187041490151715610d525751601f19611fc1611fab8361334d565b92611fb960405194856131ab565b80845261334d565b01366020830137611fd061310c565b9267ffffffffffffffff60405194611fe786613145565b8786525f60208701525f60408701521660608501525f5b602082015181101561222157808060021b0460041481151715610d5257604088015160400151600282901b101561221a576020880151604001516120529061204b90600284901b90613138565b858861499c565b905b621fffff82165f52600260205260405f2054915f5b63ffffffff8260151c1681106120e95750601581901c63ffffffff166009810193908410610d5257600863ffffffff8360151c1601938411610d52576120d5621fffff916120c060096001970460208c0151613138565b60208b015263ffffffff8460151c1690613138565b91165f52600260205260405f205501611ffe565b6120fb60208901516009830490613138565b60408c01519091906009820690606001518310156122135760208d0151606001516121329061212b908590613138565b8a8d61499c565b925b8a5190600981029080820460091490151715610d5257612158839161215d93613138565b613138565b90601a810290808204601a1490151715610d52576001938b6303ffffff6060612186878c613138565b9201519260405194602086019687521c166040840152621fffff87166060840152608083015260a082015260a081526121c060c0826131ab565b5190206121df60408b01516121d4816140ff565b60408d015289613786565b5201612069565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b5f92612134565b5f90612054565b5093909186612236879460408701519061410d565b956040810151908115801561236b575b50606091500151915f5b8381106122fa57877fc105e87ff8bd75a333e8c7f59a96a07b94bdcbf9790297e381df4f9e65b41264606067ffffffffffffffff8a8a8261228f6130f5565b165f54907fffffffffffffffffffffffffffffffff000000000000000000000000000000006fffffffffffffffff00000000000000006122cd61310c565b60401b16921617175f5560406122e16130f5565b92015190604051968752602087015260408601521692a2005b600a810290808204600a1481151715610d5257601660ff61231d84868a89613ad2565b16036123625760018201809211610d525761233c600192848887613ad2565b62ffffff8160081c165f5260036020528260ff60405f2092161b81541790555b01612250565b6001915061235c565b600983029283046009141715610d525761238760609287613138565b7fffffffffffffffff0000000000000000ffffffffffffffffffffffffffffffff77ffffffffffffffff000000000000000000000000000000005f549260801b169116175f5567ffffffffffffffff6123de6130f5565b165f5260016020528760405f205588612246565b7f7e3c767f000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b507f822c7953000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6101e257507f37f3119f000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50505f67ffffffffffffffff600954168311611ec3565b346101e25760806003193601126101e2576124ac6130ac565b6024359060ff821682036101e2576020916124ce916064359160443591613299565b604051908152f35b346101e25760406003193601126101e25767ffffffffffffffff6124f86130ac565b165f526004602052602061021c60243560405f2060019160ff918160081c5f52602052161b60405f205416151590565b346101e25760206003193601126101e25767ffffffffffffffff61254a6130ac565b165f526001602052602060405f2054604051908152f35b346101e2575f6003193601126101e257602060405160ff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346101e2575f6003193601126101e257602067ffffffffffffffff5f5416604051908152f35b346101e2575f6003193601126101e2576125dc6131fa565b5061101e610fdf61321e565b346101e2575f6003193601126101e257602060405167ffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346101e2575f6003193601126101e257602060405167ffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346101e257600319360161018081126101e257610100136101e2576101043567ffffffffffffffff81116101e2576126ac903690600401612ff9565b610124359060ff821682036101e2576101443573ffffffffffffffffffffffffffffffffffffffff811681036101e2576101643567ffffffffffffffff81116101e2576126fd903690600401612ff9565b939092612708613bac565b5073ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016803303610f7b575060ff60095460401c16610f535761275d61321e565b60043567ffffffffffffffff8116141591826101e2576020820167ffffffffffffffff61278c8183511661332d565b1667ffffffffffffffff6004351603610f0a575081518060443503610ed957506127bf67ffffffffffffffff4216613365565b9267ffffffffffffffff6040840151168067ffffffffffffffff861610612d08575b5060843567ffffffffffffffff8116141593846101e25767ffffffffffffffff168067ffffffffffffffff60843516108015612ce5575b612c9757507f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000016064351015610e14577f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000160a4351015610dc85760ff60243516602435036101e25761288f828a60e43560243561441e565b926128ac67ffffffffffffffff6060830151166004858d886149c5565b946128b836858d613834565b60208151910120926101e2576101e25760600151929867ffffffffffffffff909316926128ed8260a435602435600435613299565b60059a5f948592908d5b612af757505050505061052d9850604051926129128461318e565b67ffffffffffffffff60043516845260ff60243516602085015267ffffffffffffffff608435166040850152606084015267ffffffffffffffff8416608084015260443560a084015260643560c084015260e083015260a43561010083015260c43561012083015260e43561014083015261016082015261299281614cba565b91612a1767ffffffffffffffff6129a98585614d56565b92610a576040516129b981613145565b878152602080820187815242861660408085019182525f606086018181526004358a168252600a909552819020945185559151600185015551915167ffffffffffffffff19911b1690851667ffffffffffffffff1617600290910155565b60405167ffffffffffffffff835116815260ff602084015116602082015267ffffffffffffffff604084015116604082015267ffffffffffffffff606084015116606082015267ffffffffffffffff608084015116608082015260a083015160a082015260c083015160c082015260e083015160e08201526101008301516101008201526101208301516101208201526101408301516101408201526101608301516101608201527facb8d989339a59bdf70d0664c68410f03fdac19a4311621485a4ef8f975e0afd61018067ffffffffffffffff6004351692a3613c04565b969099939c5f19909c9698929b9599939c01988b8a612b29612b1a828451613ac1565b51610c21836040860151613ac1565b8b612c43575b506020612b3d920151613ac1565b519b8c8060051b046020148d151715610d5257989c8c908f995b809260051b8114612c2557601f1983817f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000193019c0101351015612bf657610cde578e9d8c915f9f01601f190135917f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000019109907f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000191089c8c908f99612b57565b897f2753c4f5000000000000000000000000000000000000000000000000000000005f5260051c60045260245ffd5b969c959b92979d50939992985050809c969c9d9490939192936128f7565b8f819392935b612c565750919091612b2f565b91509a9150610cde578b7f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000019109988015610d52575f19018c818f8d93612c49565b846101e2577f3bdf90a7000000000000000000000000000000000000000000000000000000005f5267ffffffffffffffff6084351660045260245267ffffffffffffffff421660445260645ffd5b5093505f9367ffffffffffffffff421667ffffffffffffffff6084351611612818565b9350896127e1565b346101e257612d1e36613027565b612d2c83858794969761387a565b9290917f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16905f5b818110612d7257005b80612d858a8689611baa8c96888f6130d8565b6060880151808410159182612f88575b5081612f72575b5015611da757612daf82611bda87613123565b600a8202828104600a1483151715610d525760018101808211610d5257611c0b612ddb918b8e8b613ad2565b909160098101809111610d5257612e0973ffffffffffffffffffffffffffffffffffffffff918c8f8c613ad2565b16809467ffffffffffffffff612e1e8a613123565b167fcf1f58b7ebbd7bb3fad0b4752273125f88756e1fb95d6522bcc1dc2dca3eb36060405180612e728789836020909392919373ffffffffffffffffffffffffffffffffffffffff60408201951681520152565b0390a46040517fe78cea920000000000000000000000000000000000000000000000000000000081526020816004818a5afa801561052f5773ffffffffffffffffffffffffffffffffffffffff915f91612f54575b5016803b156101e2576040517fb3d7618800000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff938416600482015294909216602485015260448401525f908390606490829084905af191821561052f57600192612f44575b5001612d69565b5f612f4e916131ab565b8a612f3d565b612f6c915060203d81116105625761055481836131ab565b8e612ec7565b612f819150611e0890846130e8565b158b612d9c565b60011491508c612d95565b346101e2575f6003193601126101e257602060405167ffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346101e2575f6003193601126101e25760209060ff60095460401c1615158152f35b9181601f840112156101e25782359167ffffffffffffffff83116101e257602083818601950101116101e257565b60031981016101c081126101e257610180136101e2576004916101843567ffffffffffffffff81116101e2578261306091600401612ff9565b929092916101a43567ffffffffffffffff81116101e257826023820112156101e25780600401359267ffffffffffffffff84116101e25760248460051b830101116101e2576024019190565b6004359067ffffffffffffffff821682036101e257565b359067ffffffffffffffff821682036101e257565b91908110156121e65760051b0190565b91908203918211610d5257565b60043567ffffffffffffffff811681036101e25790565b60443567ffffffffffffffff811681036101e25790565b3567ffffffffffffffff811681036101e25790565b91908201809211610d5257565b6080810190811067ffffffffffffffff82111761316157604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b610180810190811067ffffffffffffffff82111761316157604052565b90601f601f19910116810190811067ffffffffffffffff82111761316157604052565b908160209103126101e2575173ffffffffffffffffffffffffffffffffffffffff811681036101e25790565b6040519061320782613145565b5f6060838281528260208201528260408201520152565b6040519061322b82613145565b816007548152606067ffffffffffffffff6008548181166020850152818160401c16604085015260801c16910152565b9060405161326881613145565b606067ffffffffffffffff600183958054855201548181166020850152818160401c16604085015260801c16910152565b91927f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000019360ff6040519367ffffffffffffffff60208601967f000000000000000000000000000000000000000000000000000000000000000088524660408801523060608801521660808601521660a084015260c083015260e082015260e08152613326610100826131ab565b5190200690565b67ffffffffffffffff60019116019067ffffffffffffffff8211610d5257565b67ffffffffffffffff81116131615760051b60200190565b67ffffffffffffffff7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffda89116019067ffffffffffffffff8211610d5257565b9067ffffffffffffffff8091169116039067ffffffffffffffff8211610d5257565b6009545f919067ffffffffffffffff168280805b67ffffffffffffffff81168461010082109182613467575b50501561345e5760ff61340582866133a4565b165f52600b60205260405f208581541461343b575067ffffffffffffffff1667ffffffffffffffff8114610d52576001016133da565b94505050505060019150015460019167ffffffffffffffff8083169260401c1690565b50939250939050565b11159050845f6133f2565b6003196101809101126101e2576040519061348c8261318e565b8160043567ffffffffffffffff811681036101e257815260243560ff811681036101e257602082015260443567ffffffffffffffff811681036101e257604082015260643567ffffffffffffffff811681036101e257606082015260843567ffffffffffffffff811681036101e257608082015260a43560a082015260c43560c082015260e43560e082015261010435610100820152610124356101208201526101443561014082015261016061016435910152565b9190826101809103126101e25760405161355b8161318e565b8092613566816130c3565b8252602081013560ff811681036101e257610160918291602085015261358e604082016130c3565b604085015261359f606082016130c3565b60608501526135b0608082016130c3565b608085015260a081013560a085015260c081013560c085015260e081013560e08501526101008101356101008501526101208101356101208501526101408101356101408501520135910152565b67ffffffffffffffff1680158015613672575b61366557805f52600a60205260405f209067ffffffffffffffff6009541610155f1461365d576002915b8154600183015460029093015490929167ffffffffffffffff82169160401c90565b60019161363b565b505f905f905f905f905f90565b5067ffffffffffffffff600854168111613611565b9067ffffffffffffffff600954169167ffffffffffffffff81169283116136f55760ff165f52600b6020526136be60405f2061325b565b9167ffffffffffffffff602084015116036136ec5767ffffffffffffffff6040835193015116906001929190565b5f915081908190565b505f915081908190565b6020818303126101e25780519067ffffffffffffffff82116101e257019080601f830112156101e25781516137338161334d565b9261374160405194856131ab565b81845260208085019260051b8201019283116101e257602001905b8282106137695750505090565b815181526020918201910161375c565b8051156121e65760200190565b80518210156121e65760209160051b010190565b604051906060820182811067ffffffffffffffff8211176131615760405281604060a09181516137ca84826131ab565b83368237815281516137dc84826131ab565b8336823760208201528151926137f281856131ab565b3684370152565b6040519060a0820182811067ffffffffffffffff821117613161576040525f6080838281528260208201528260408201528260608201520152565b92919267ffffffffffffffff8211613161576040519161385e6020601f19601f84011601846131ab565b8294818452818301116101e2578281602093845f960137010152565b90929161388561379a565b5061388e6137f9565b5067ffffffffffffffff6138a183613123565b161580156139bd575b61397f576138c86138be611ed83685613542565b611ee83685613542565b67ffffffffffffffff6138da84613123565b165f52600a602052600160405f20015403613941576138fa368286613834565b6020815191012060e0830135908181036123f257505060208201359160ff831683036101e2578185846101406139379461393e975001359061441e565b9384614646565b90565b67ffffffffffffffff61395383613123565b7f822c7953000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b67ffffffffffffffff61399183613123565b7f37f3119f000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b506139c782613123565b67ffffffffffffffff80600954169116116138aa565b939094926139f5906080606082015191015190613138565b831015613a205750600a820291808304600a1490151715610d525760ff93613a1c93613ad2565b1690565b67ffffffffffffffff611dba8492613123565b67ffffffffffffffff16805f526004602052613a698260405f2060019160ff918160081c5f52602052161b60405f205416151590565b613a93575f52600460205260405f208160081c5f52602052600160ff60405f2092161b8154179055565b7f756bb6f5000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b9060058110156121e65760051b0190565b604081015191929160800151841015613b0057602001516080015161393e93613afa91613138565b9161499c565b505050505f90565b906040517f044215c600000000000000000000000000000000000000000000000000000000815260ff8316600482015260208160248173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa90811561052f575f91613b8d575b509160081c90565b613ba6915060203d6020116105625761055481836131ab565b5f613b85565b60405190613bb98261318e565b5f610160838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201520152565b9492909367ffffffffffffffff8651165f52600a60205260405f209060ff84165f52600660205273ffffffffffffffffffffffffffffffffffffffff60405f2054168015613ffe57600283015460401c95600160ff87161b9777ffffffffffffffffffffffffffffffffffffffffffffffff808a1699891616613fc057916101606101c46020601f19601f73ffffffffffffffffffffffffffffffffffffffff968f988499613cb1613bac565b5067ffffffffffffffff8151169160ff87830151169060a08301519060c084015167ffffffffffffffff6040860151169061010086015193610120870151958e613d0160e08a015188848d613299565b980151986040519d8e613d138161318e565b7f00000000000000000000000000000000000000000000000000000000000000008152015260408d015260608c015260808b015260a08a015260c089015260e0880152610100870152610120860152610140850152878c1686850152806040519a8b998a9889977fda93eab7000000000000000000000000000000000000000000000000000000008952805160048a015267ffffffffffffffff8e8201511660248a015260ff60408201511660448a0152606081015160648a0152608081015160848a015267ffffffffffffffff60a08201511660a48a015260c081015160c48a015260e081015160e48a01526101008101516101048a01526101208101516101248a01526101408101516101448a01520151166101648701526101a0610184870152816101a4870152868601375f858286010152011681010301915afa90811561052f575f91613f85575b5015613f565760028101805467ffffffffffffffff1685871760401b67ffffffffffffffff19161790557fcde7d020213f564a552abb6fb9d771b460276812e1954d55912d7d6b8c88aa34602060ff600167ffffffffffffffff8a51169401549573ffffffffffffffffffffffffffffffffffffffff604051961686521693a467ffffffffffffffff83511667ffffffffffffffff613f01816009541661332d565b16149182613f1e575b5050613f135750565b613f1c906142c7565b565b613f2992501761429d565b60ff7f00000000000000000000000000000000000000000000000000000000000000001611155f80613f0a565b60ff837f28673980000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b90506020813d602011613fb8575b81613fa0602093836131ab565b810103126101e2575180151581036101e2575f613e5f565b3d9150613f93565b60ff8767ffffffffffffffff8c51167fd044b5e0000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b60ff857f4e6dbaae000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b60ff906140386131fa565b501690600182146140d557600282146140aa576003821461407f57507f756a3da3000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b905060405161408d81613145565b61088b815260f36020820152600860408201526002606082015290565b90506040516140b881613145565b6102d9815260516020820152600860408201526002606082015290565b90506040516140e381613145565b601b815260096020820152600260408201526003606082015290565b5f198114610d525760010190565b9080156141de575b6001811161412b575061412790613779565b5190565b5f905f5b81811061413d575050614115565b60018101808211610d5257828110156141cd5761416561415d8387613786565b519186613786565b5190818110156141c7575b5f5260205260405f205b61418d614186856140ff565b9486613786565b52600281018091111561412f577f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b90614170565b506141d88185613786565b5161417a565b50505f90565b60043567ffffffffffffffff81169182821415806101e25767ffffffffffffffff600954168411801590614286575b614254576101e257825f52600a60205260405f2092614236611ed8366004613542565b9261424684611ee8366004613542565b600186015403612420575050565b90506101e257507f7b6a9fdb000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50505f67ffffffffffffffff600854168411614213565b90815f925b6142a95750565b916142b3906140ff565b915f19810190808211610d525716806142a2565b67ffffffffffffffff815116908167ffffffffffffffff1960095416176009557f685bc95460a0000cf65c43ad6dcea236cdabfc5b84ef0ec48f9b4db0b1acb78c604060c083019267ffffffffffffffff808086519385810198828a511695608083019684806001818b5116948c519061434082613145565b8152602081019687528c81019485526060810195865260ff8851165f52600b6020528c5f2090518155019451161667ffffffffffffffff19845416178355517fffffffffffffffffffffffffffffffff0000000000000000ffffffffffffffff6fffffffffffffffff0000000000000000808554938c1b16169116178255517fffffffffffffffff0000000000000000ffffffffffffffffffffffffffffffff77ffffffffffffffff000000000000000000000000000000008084549360801b161691161790555116955196511691511682519182526020820152a3565b9392909161443361442d61379a565b9561402d565b600286515260208101516020875101526040810151908160021b9180830460041490151715610d5257606091604088510152600981510482885101520151600a810290808204600a1490151715610d525785516080015260408501926020860192905f805b6005811061459357508160501c1590811591614575575b5061454757505f5b600581106144c6575050505050565b6144d1818651613ac1565b518015159081614514575b506144e9576001016144b7565b7f925df759000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b61452a9150614524838751613ac1565b51613138565b5f198101908111610d525761454090838561499c565b155f6144dc565b7f4a4de368000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b80915060051b9080820460201490151715610d52578214155f6144af565b907f0fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff82168203610d525761ffff838360041b1c16906145d3838b51613ac1565b5182116146075760019181614600926145ed868b51613ac1565b52816145fa868c51613ac1565b52613138565b9101614498565b50614613828a51613ac1565b51917f1a4a2359000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b909291926146526137f9565b604083018051919590915f90511561499357506020840151515f93614677929061499c565b61ffff81168087526020870161ffff8360101c168152604088019061ffff8460201c168252606089019261ffff8560301c16845261ffff60808b019560401c16855287516005600110156121e65760200151811161495757855160200151811061491e5750518060021b90808204600414901517156148f15786516040015181116148b557845160400151811061487c5750518551606001518111614840578351606001518110614807575051905161472f91613138565b92600a840293808504600a14901517156147da57805160800151841161479c5750805160800151831061476157505050565b5191606492600460051b01517fe4548ac900000000000000000000000000000000000000000000000000000000835260048052602452604452fd5b51929050606492600460051b0151907f7058d4ee00000000000000000000000000000000000000000000000000000000835260048052602452604452fd5b6024837f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b8351606001517fe4548ac90000000000000000000000000000000000000000000000000000000086526003600452602452604452606484fd5b8551606001517f7058d4ee0000000000000000000000000000000000000000000000000000000086526003600452602491909152604452606484fd5b8451604001517fe4548ac90000000000000000000000000000000000000000000000000000000087526002600452602452604452606485fd5b8651604001517f7058d4ee0000000000000000000000000000000000000000000000000000000087526002600452602491909152604452606485fd5b6024867f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b8551602001517fe4548ac90000000000000000000000000000000000000000000000000000000088526001600452602452604452606486fd5b8751602001517f7058d4ee0000000000000000000000000000000000000000000000000000000088526001600452602491909152604452606486fd5b9250505f614677565b908260051b9280840460201490151715610d525760208301808411610d5257116101e257013590565b909493916149d4818784614646565b9360c060808601916149f58351876149ee60808501613123565b9188614d9e565b013567ffffffffffffffff8083511695169485019667ffffffffffffffff8811610d525760408581015189939184901b6fffffffffffffffff0000000000000000168817905160011015614cb45760208701515160018101908110610d5257614a5f90878d61499c565b818103614c8657505083519080821c614c585750508251978815614c4c5750604051977f56501d770000000000000000000000000000000000000000000000000000000089528660048a015260248901525f8860448173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa97881561052f575f98614c30575b5091966060909601959094905f905b8851821015614c2457614b22828998959851613138565b966101409960405199614b358c8c6131ab565b8b368c375f96600a8b029a808c04600a1490151715975b600a811015614b855788610d5257808f614b788f918f8f918f91600197614b7291613138565b92613ad2565b908260051b015201614b4c565b509599509550989092919960405190602082019283905f915b600a8310614c0e575050508152614bb7610160826131ab565b519020614bc4828b613786565b5103614bd95760010190929697959195614b0b565b614be39087613138565b7f9ff8ce00000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6020806001928451815201920192019190614b9e565b50505094505050925050565b614c459198503d805f833e6105a981836131ab565b965f614afc565b98509650505050505050565b7fd47baf34000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7fcb8f3619000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b5f614a5f565b67ffffffffffffffff8151169060ff6020820151169067ffffffffffffffff6040820151169067ffffffffffffffff60608201511667ffffffffffffffff60808301511660a08301519161014060e085015194015194604051966020880198895260408801526060870152608086015260a085015260c084015260e08301526101008201526101008152614d50610120826131ab565b51902090565b60c0810151906101008101519061016061012082015191015191604051936020850195865260408501526060840152608083015260a082015260a08152614d5060c0826131ab565b9091927f00000000000000000000000000000000000000000000000000000000000000009167ffffffffffffffff831667ffffffffffffffff831610614eef5767ffffffffffffffff92600a6080614dfa9351015104926133a4565b9082604051957fd01bfbbb000000000000000000000000000000000000000000000000000000008752166004860152602485015216604483015260208260648173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa91821561052f575f92614ebb575b50818110614e8d575050565b7f991f4929000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b9091506020813d602011614ee7575b81614ed7602093836131ab565b810103126101e25751905f614e81565b3d9150614eca565b50505050505630644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001'
