// Generated from the contract's sources by contracts/scripts/abi.ts. Do not edit.
// sources e9ec771245ac07a94e46a1a99b59640f378ec4f5dca3259a1ca895ab29109483
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

export const rollupBytecode = '0x61018080604052346107845761572d803803809161001d8285610788565b8339810190602081830312610784578051906001600160401b038211610784570161012081830312610784576040519061012082016001600160401b038111838210176105be576040528051825260208101516001600160a01b03811681036107845760208301908152610093604083016107ab565b604084019081526100a6606084016107ab565b606085019081526100b9608085016107bf565b608086019081526100cc60a086016107cd565b9260a087019384526100e060c087016107cd565b9460c088019586526100f460e088016107cd565b60e0890190815261010088015190976001600160401b038211610784570189601f82011215610784578051906001600160401b0382116105be576040519a61014260208460051b018d610788565b828c526020808d019360061b8301019181831161078457602001925b82841061072757505050506101008801988952815181516001600160a01b039081166080521660a05287515f51602061570d5f395f51905f52111561070657516001600160a01b0316156106eb5782516001600160a01b0316156106cd57516001600160a01b0316156106b157617a69461480156106a6575b801561069b575b8015610690575b835185516001600160401b039081169116603c81108015610684575b61066157821561065957603c5b6001600160401b03168210801561064d575b61062a5761023e91610231916107e1565b8215610620575f906107e1565b86516001600160401b03918216911690811180159190610612575b506105f057156105e75760ff60015b1660ff8251168181106105d257505086515160ff8251161161035f5790516001600160a01b031660c0525160ff1660e052516001600160401b039081166101005290518116610120529051166101405260408051466020820190815230828401529181525f51602061570d5f395f51905f5291906102e7606082610788565b51902006610160525f5b825180518210156103bc576020908260051b0101519060ff8251166001811015806103b1575b1590811561039a575b811561037a575b5061035f5760019160ff838060a01b036020830151169151165f52600660205260405f2090838060a01b0319825416179055016102f1565b631e16d87160e21b5f52646c616e657360d81b60045260245ffd5b5f908152600660205260408120546001600160a01b031615159150610327565b60208401516001600160a01b03163b159150610320565b506003811115610317565b82516040519060808201906001600160401b038211838310176105be5760409182528083525f60208085018281526001600160401b034281811688880190815260608901868152600797909755600880546fffffffffffffffff0000000000000000938a1b84166001600160c01b031991821617909155868052600b865298517fdf7de25b7f1fd6d0b5205f0e18f1f35bd7b8d84cce336588d184533ce43a6f7681905593517fdf7de25b7f1fd6d0b5205f0e18f1f35bd7b8d84cce336588d184533ce43a6f77805492519851600160801b600160c01b0360809190911b1691851692909a169190911787891b909216919091171790965584519390951683528201819052917f685bc95460a0000cf65c43ad6dcea236cdabfc5b84ef0ec48f9b4db0b1acb78c91a3604051614efe908161080f82396080518181816101be0152818161034601528181610c7901528181610fbc0152818161132c0152818161276a0152818161358e01528181614ad40152614e59015260a0518181816102880152610c2c015260c0518181816106f101528181611f500152613660015260e051818181610e9401528181611daa0152613f420152610100518181816109220152611e7c015261012051818181611e380152614dab01526101405181818161107d01526129ec0152610160518181816106a201528181612d0c0152613d2a0152f35b634e487b7160e01b5f52604160045260245ffd5b635c822da360e01b5f5260045260245260445ffd5b60ff6002610268565b631e16d87160e21b5f526b195cd8d85c1954195c9a5bd960a21b60045260245ffd5b6301e133809150115f610259565b62127500906107e1565b631e16d87160e21b5f526c696e626f78446561646c696e6560981b60045260245ffd5b5062093a808211610220565b610e1061020e565b631e16d87160e21b5f526c70726f6f66446561646c696e6560981b60045260245ffd5b5062093a808111610201565b50617a6c46146101e5565b50617a6b46146101de565b50617a6a46146101d7565b631e16d87160e21b5f526565736361706560d01b60045260245ffd5b631e16d87160e21b5f5267383937b837b9b2b960c11b60045260245ffd5b631e16d87160e21b5f52640d2dcc4def60db1b60045260245ffd5b636ecb192160e01b5f526a19d95b995cda5cd49bdbdd60aa1b60045260245ffd5b6040848303126107845760408051919082016001600160401b038111838210176105be57604052610757856107bf565b82526020850151906001600160a01b0382168203610784578260209283604095015281520193019261015e565b5f80fd5b601f909101601f19168101906001600160401b038211908210176105be57604052565b51906001600160a01b038216820361078457565b519060ff8216820361078457565b51906001600160401b038216820361078457565b6001600160401b0391821690821601919082116107fa57565b634e487b7160e01b5f52601160045260245ffdfe6080806040526004361015610012575f80fd5b5f3560e01c908163054f7d9c14612a1057508063091e6ef8146129cc5780630f13a28c1461274957806311ac61b714611ea05780631bc04c0414611e5c57806323af771e14611e185780632755cd2d14611df4578063333f097014611dce57806342cde4e814611d9157806345d184db14611d58578063462554ca14611d065780634d51173c14611cc357806356ad1df2146116225780635ddd10601461130b5780636160b722146112ca57806362a5af3b14610f5d57806365d892d414610e35578063682158e514610e0c5780637a89379a14610be45780637dc0bf3f14610bba578063857553cc14610b3557806385e471d5146108a05780638e41c2aa1461085b5780638e586456146107d2578063a04386791461075a578063a0aeea8314610715578063a8e4fb90146106c5578063c2fb26a61461068b578063c4cca8b714610640578063cee22e21146102ac578063d180667d1461025c578063d5b141e714610226578063f8c883cc146101e65763fb0e722b14610192575f80fd5b346101e2575f6003193601126101e257602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b5f80fd5b346101e25760206003193601126101e257602061021c60043560ff6001918060081c5f526005602052161b60405f205416151590565b6040519015158152f35b346101e25760206003193601126101e2576020600160ff6004358060081c5f5260038452161b60405f2054161515604051908152f35b346101e2575f6003193601126101e257602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346101e2576101606003193601126101e25760043536610164116101e25760095460ff8160401c16156106195760ff165f52600b60205267ffffffffffffffff600160405f20015460801c168110158061060a575b806105e2575b156105b757604051602081019061014060248337610140815261032c61016082612be4565b51902073ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016906040517f56501d77000000000000000000000000000000000000000000000000000000008152836004820152600160248201525f81604481865afa801561052f576103b9915f91610595575b506131b2565b5103610569578160081c5f52600560205260405f20600160ff84161b8154179055602060046103e9604435613541565b92909373ffffffffffffffffffffffffffffffffffffffff610144351680967f88ff63bd2ea527e4b6810ef61417014c990f58e9586a6fece96f3e3ea51f516e6040518061045b898b836020909392919373ffffffffffffffffffffffffffffffffffffffff60408201951681520152565b0390a3604051928380927fe78cea920000000000000000000000000000000000000000000000000000000082525afa801561052f5773ffffffffffffffffffffffffffffffffffffffff915f9161053a575b5016803b156101e2576040517fb3d7618800000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff938416600482015293909216602484015260448301525f908290818381606481015b03925af1801561052f5761052357005b5f61052d91612be4565b005b6040513d5f823e3d90fd5b61055c915060203d602011610562575b6105548183612be4565b810190612c07565b856104ad565b503d61054a565b507f9ff8ce00000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6105b191503d805f833e6105a98183612be4565b810190613138565b856103b3565b7fee7622fa000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b506106048160ff6001918060081c5f526005602052161b60405f205416151590565b15610307565b50600160ff6024351614610301565b7ef5a894000000000000000000000000000000000000000000000000000000005f5260045ffd5b346101e25760206003193601126101e25760043560ff81168091036101e2575f526006602052602073ffffffffffffffffffffffffffffffffffffffff60405f205416604051908152f35b346101e2575f6003193601126101e25760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b346101e2575f6003193601126101e257602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346101e257600319360161012081126101e257610100136101e2576101043567ffffffffffffffff81116101e25761075461052d913690600401612a32565b9061363d565b346101e2575f6003193601126101e257610772612c33565b5060ff600954165f52600b6020526107ce61078f60405f20612c94565b60405191829182919091606067ffffffffffffffff81608084019580518552826020820151166020860152826040820151166040860152015116910152565b0390f35b346101e25760031936016101e081126101e257610180136101e2576101843560ff811681036101e2576101a43573ffffffffffffffffffffffffffffffffffffffff811681036101e2576101c4359167ffffffffffffffff83116101e25761084161052d933690600401612a32565b92909161084c6141f9565b5061085636612eab565b613c19565b346101e25760206003193601126101e257606067ffffffffffffffff610887610882612ae5565b6130c0565b9060409392935193151584526020840152166040820152f35b346101e25760206003193601126101e2576108b9612ae5565b67ffffffffffffffff600854169060095467ffffffffffffffff811667ffffffffffffffff806108e883612d66565b169316928303610af25750828211610ac657815f52600a602052600260405f2001548060401c610a9a576109499067ffffffffffffffff807f0000000000000000000000000000000000000000000000000000000000000000169116612b71565b80421115610a6b575060ff165f52600b60205260405f2080600703610990575b507f736c5172444fd9c53ead9baca4bcdfec6d88a0d66167fcc00263b8e9e2a2eb055f80a3005b67ffffffffffffffff600182610a659354600755016109ca8282541667ffffffffffffffff1667ffffffffffffffff196008541617600855565b610a1682825460401c167fffffffffffffffffffffffffffffffff0000000000000000ffffffffffffffff6fffffffffffffffff00000000000000006008549260401b16911617600855565b5460801c167fffffffffffffffff0000000000000000ffffffffffffffffffffffffffffffff77ffffffffffffffff000000000000000000000000000000006008549260801b16911617600855565b82610969565b827f43c5d47b000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b827f703f6faf000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b507f7b6a9fdb000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b82610b0567ffffffffffffffff92612d66565b907f3feeeffc000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b346101e25760206003193601126101e257610b56610b51612ae5565b613037565b91929390604051936003831015610b8d5760a09567ffffffffffffffff938652602086015260408501521660608301526080820152f35b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b346101e25760206003193601126101e2576004355f526002602052602060405f2054604051908152f35b346101e25760606003193601126101e25760243573ffffffffffffffffffffffffffffffffffffffff811681036101e25773ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016803303610ddd575060ff60095460401c16156106195773ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016906040517fe78cea92000000000000000000000000000000000000000000000000000000008152602081600481865afa801561052f5773ffffffffffffffffffffffffffffffffffffffff6020916024935f91610dc0575b501693604051928380927f044215c600000000000000000000000000000000000000000000000000000000825260043560048301525afa90811561052f575f91610da1575b50823b156101e2576040517fb3d7618800000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff9182166004820152911660248201526044803590820152905f90829081838160648101610513565b610dba915060203d602011610562576105548183612be4565b83610d36565b610dd79150833d8511610562576105548183612be4565b86610cf1565b7f109d1136000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b346101e2575f6003193601126101e257602067ffffffffffffffff5f5460401c16604051908152f35b346101e2576101806003193601126101e257610e4f6141f9565b610e57612b2e565b67ffffffffffffffff600954169067ffffffffffffffff80610e7884612d66565b16911603610f1057610e90600283015460401c6142a5565b60ff7f00000000000000000000000000000000000000000000000000000000000000001690818110610ecd5761052d610ec836612eab565b6142cf565b67ffffffffffffffff610ede612b2e565b7fd40ebbbc000000000000000000000000000000000000000000000000000000005f521660045260245260445260645ffd5b67ffffffffffffffff9081610f2c610f26612b2e565b92612d66565b917f3feeeffc000000000000000000000000000000000000000000000000000000005f52166004521660245260445ffd5b346101e2575f6003193601126101e25760095460ff8160401c166112a25760ff81165f52600b602052610f9260405f20612c94565b6040517f1f7b6d3200000000000000000000000000000000000000000000000000000000815290917f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16602083600481845afa92831561052f575f9361126e575b50606084019267ffffffffffffffff8451161461124657602067ffffffffffffffff8451166024604051809481937f9ac498de00000000000000000000000000000000000000000000000000000000835260048301525afa801561052f575f90611212575b6110a3915067ffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001690612b71565b804211156111d8575090680100000000000000007fffffffffffffffffffffffffffffffffffffffffffffff00ffffffffffffffff67ffffffffffffffff9316176009558251600755611161826040816020870151169561111c8767ffffffffffffffff1667ffffffffffffffff196008541617600855565b0151167fffffffffffffffffffffffffffffffff0000000000000000ffffffffffffffff6fffffffffffffffff00000000000000006008549260401b16911617600855565b5116906111b2827fffffffffffffffff0000000000000000ffffffffffffffffffffffffffffffff77ffffffffffffffff000000000000000000000000000000006008549260801b16911617600855565b7f4162887799ee3945c1b2439966c41494547f71d32c5fea2a2e8819d73d7892f95f80a3005b67ffffffffffffffff8351167f11b04e96000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b506020813d60201161123e575b8161122c60209383612be4565b810103126101e2576110a3905161106d565b3d915061121f565b7ff0c14cc5000000000000000000000000000000000000000000000000000000005f5260045ffd5b9092506020813d60201161129a575b8161128a60209383612be4565b810103126101e257519184611008565b3d915061127d565b7f79c01e7c000000000000000000000000000000000000000000000000000000005f5260045ffd5b346101e25760206003193601126101e257606067ffffffffffffffff806112f2600435612dff565b9193906040519415158552166020840152166040820152f35b346101e25761131936612a60565b6113278385879496976132b3565b9290917f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16905f5b81811061136d57005b8061138a8a86896113808c96888f612b11565b359586938b613416565b606088015190818410156115ec5760119150145b156115aa576113b5826113b087612b5c565b61346c565b600a8202828104600a148315171561157d576001810180821161157d576113e16113e6918b8e8b61350b565b613541565b90916002810180911161157d5761141473ffffffffffffffffffffffffffffffffffffffff918c8f8c61350b565b16809467ffffffffffffffff6114298a612b5c565b167fccbf367adfa9b1deec551cd9050a1cc9a45b07af597cb1eeff0a4e9d987bcaee6040518061147d8789836020909392919373ffffffffffffffffffffffffffffffffffffffff60408201951681520152565b0390a46040517fe78cea920000000000000000000000000000000000000000000000000000000081526020816004818a5afa801561052f5773ffffffffffffffffffffffffffffffffffffffff915f9161155f575b5016803b156101e2576040517fb3d7618800000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff938416600482015294909216602485015260448401525f908390606490829084905af191821561052f5760019261154f575b5001611364565b5f61155991612be4565b8a611548565b611577915060203d8111610562576105548183612be4565b8e6114d2565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b5067ffffffffffffffff6115bd85612b5c565b7fe0c93ec6000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b60061490816115fc575b5061139e565b61161c915061160b9084612b21565b610120870135901c60019081161490565b8b6115f6565b346101e25760031936016101a081126101e257610180136101e2576101843567ffffffffffffffff81116101e25761165e903690600401612a32565b90611667612b2e565b905f549167ffffffffffffffff83169067ffffffffffffffff8061168a84612d66565b16911603610f10575061169b6131d3565b506116a4613232565b5060043567ffffffffffffffff81169081811415806101e25782158015611cac575b611c7c576116f06116e06116db366004612f7b565b614cc2565b6116eb366004612f7b565b614d5e565b906101e257825f52600a602052600160405f20015403611c5057505061171736848361326d565b6020815191012060e43590818103611c2257505060243560ff811681036101e25761174784836101443584614426565b9361177561175f61175983868961464e565b93614042565b9467ffffffffffffffff86519160801c16612b71565b5f19810190811161157d578451908115611bf557049380519485810295818704149015171561157d5751601f196117c46117ae83612d86565b926117bc6040519485612be4565b808452612d86565b013660208301376117d3612b45565b9267ffffffffffffffff604051946117ea86612b7e565b8786525f60208701525f60408701521660608501525f5b6020820151811015611a2457808060021b046004148115171561157d57604088015160400151600282901b1015611a1d576020880151604001516118559061184e90600284901b90612b71565b85886149a4565b905b621fffff82165f52600260205260405f2054915f5b63ffffffff8260151c1681106118ec5750601581901c63ffffffff16600981019390841061157d57600863ffffffff8360151c160193841161157d576118d8621fffff916118c360096001970460208c0151612b71565b60208b015263ffffffff8460151c1690612b71565b91165f52600260205260405f205501611801565b6118fe60208901516009830490612b71565b60408c0151909190600982069060600151831015611a165760208d0151606001516119359061192e908590612b71565b8a8d6149a4565b925b8a519060098102908082046009149015171561157d5761195b839161196093612b71565b612b71565b90601a810290808204601a149015171561157d576001938b6303ffffff6060611989878c612b71565b9201519260405194602086019687521c166040840152621fffff87166060840152608083015260a082015260a081526119c360c082612be4565b5190206119e260408b01516119d781614114565b60408d0152896131bf565b520161186c565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b5f92611937565b5f90611857565b5093909186611a398794604087015190614122565b9560408101519081158015611b6e575b50606091500151915f5b838110611afd57877fc105e87ff8bd75a333e8c7f59a96a07b94bdcbf9790297e381df4f9e65b41264606067ffffffffffffffff8a8a82611a92612b2e565b165f54907fffffffffffffffffffffffffffffffff000000000000000000000000000000006fffffffffffffffff0000000000000000611ad0612b45565b60401b16921617175f556040611ae4612b2e565b92015190604051968752602087015260408601521692a2005b600a810290808204600a148115171561157d57601660ff611b2084868a8961350b565b1603611b65576001820180921161157d57611b3f60019284888761350b565b62ffffff8160081c165f5260036020528260ff60405f2092161b81541790555b01611a53565b60019150611b5f565b60098302928304600914171561157d57611b8a60609287612b71565b7fffffffffffffffff0000000000000000ffffffffffffffffffffffffffffffff77ffffffffffffffff000000000000000000000000000000005f549260801b169116175f5567ffffffffffffffff611be1612b2e565b165f5260016020528760405f205588611a49565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601260045260245ffd5b7f7e3c767f000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b507f822c7953000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6101e257507f37f3119f000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50505f67ffffffffffffffff6009541683116116c6565b346101e25760806003193601126101e257611cdc612ae5565b6024359060ff821682036101e257602091611cfe916064359160443591612cd2565b604051908152f35b346101e25760406003193601126101e25767ffffffffffffffff611d28612ae5565b165f526004602052602061021c60243560405f2060019160ff918160081c5f52602052161b60405f205416151590565b346101e25760206003193601126101e25767ffffffffffffffff611d7a612ae5565b165f526001602052602060405f2054604051908152f35b346101e2575f6003193601126101e257602060405160ff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346101e2575f6003193601126101e257602067ffffffffffffffff5f5416604051908152f35b346101e2575f6003193601126101e257611e0c612c33565b506107ce61078f612c57565b346101e2575f6003193601126101e257602060405167ffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346101e2575f6003193601126101e257602060405167ffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346101e257600319360161018081126101e257610100136101e2576101043567ffffffffffffffff81116101e257611edc903690600401612a32565b610124359060ff821682036101e2576101443573ffffffffffffffffffffffffffffffffffffffff811681036101e2576101643567ffffffffffffffff81116101e257611f2d903690600401612a32565b939092611f386135e5565b5073ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001680330361271a575060ff60095460401c166112a257611f8d612c57565b9060043567ffffffffffffffff8116141590816101e2576020830167ffffffffffffffff611fbd81835116612d66565b1667ffffffffffffffff60043516036126d15750825180604435036126a05750611ff067ffffffffffffffff4216612d9e565b9167ffffffffffffffff6040850151168067ffffffffffffffff851610612698575b5060843567ffffffffffffffff8116141592836101e25767ffffffffffffffff168067ffffffffffffffff60843516108015612675575b61262757507f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000160643510156125db577f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000160a435101561258f5760ff60243516602435036101e2576120c0828a60e435602435614426565b936120dd67ffffffffffffffff6060830151166004858d896149cd565b936120e936858d61326d565b60208151910120926101e2576101e25760600151939867ffffffffffffffff9094169361211e8260a435602435600435612cd2565b60059a5f948592908d5b6123e857505050505061052d98506040519361214385612bc7565b67ffffffffffffffff60043516855260ff60243516602086015267ffffffffffffffff608435166040860152606085015267ffffffffffffffff8316608085015260443560a085015260643560c085015260e084015260a43561010084015260c43561012084015260e43561014084015261016083015261230867ffffffffffffffff6121cf84614cc2565b926122486121dd8587614d5e565b94604051906121eb82612b7e565b8152602080820187815242861660408085019182525f606086018181526004358a168252600a909552819020945185559151600185015551915167ffffffffffffffff19911b1690851667ffffffffffffffff1617600290910155565b60405161225481612b7e565b6064358152826004351660208201528260843516604082015260608383169101526064356007556122a1826004351667ffffffffffffffff1667ffffffffffffffff196008541617600855565b600880547fffffffffffffffff00000000000000000000000000000000ffffffffffffffff166fffffffffffffffff0000000000000000608435851660401b16179190921660801b77ffffffffffffffff0000000000000000000000000000000016179055565b60405167ffffffffffffffff835116815260ff602084015116602082015267ffffffffffffffff604084015116604082015267ffffffffffffffff606084015116606082015267ffffffffffffffff608084015116608082015260a083015160a082015260c083015160c082015260e083015160e08201526101008301516101008201526101208301516101208201526101408301516101408201526101608301516101608201527facb8d989339a59bdf70d0664c68410f03fdac19a4311621485a4ef8f975e0afd61018067ffffffffffffffff6004351692a3613c19565b969099939c5f19909c9698929b9599939c01988b8a61242161240b8284516134fa565b5161241a8360408601516134fa565b5190612b21565b8b61253b575b5060206124359201516134fa565b519b8c8060051b046020148d15171561157d57989c8c908f995b809260051b811461251d57601f1983817f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000193019c01013510156124ee57611bf5578e9d8c915f9f01601f190135917f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000019109907f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000191089c8c908f9961244f565b897f2753c4f5000000000000000000000000000000000000000000000000000000005f5260051c60045260245ffd5b969c959b92979d50939992985050809c969c9d949093919293612128565b8f819392935b61254e5750919091612427565b91509a9150611bf5578b7f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001910998801561157d575f19018c818f8d93612541565b7f6ecb1921000000000000000000000000000000000000000000000000000000005f527f64617461436f6d6d69740000000000000000000000000000000000000000000060045260245ffd5b7f6ecb1921000000000000000000000000000000000000000000000000000000005f527f6e6577526f6f740000000000000000000000000000000000000000000000000060045260245ffd5b836101e2577f3bdf90a7000000000000000000000000000000000000000000000000000000005f5267ffffffffffffffff6084351660045260245267ffffffffffffffff421660445260645ffd5b5092505f9267ffffffffffffffff421667ffffffffffffffff6084351611612049565b925089612012565b7ff7d3af84000000000000000000000000000000000000000000000000000000005f5260443560045260245260445ffd5b6126e667ffffffffffffffff80925116612d66565b7f3feeeffc000000000000000000000000000000000000000000000000000000005f5281600435166004521660245260445ffd5b7f828f1b55000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b346101e25761275736612a60565b6127658385879496976132b3565b9290917f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16905f5b8181106127ab57005b806127be8a86896113808c96888f612b11565b60608801518084101591826129c1575b50816129ab575b50156115aa576127e8826113b087612b5c565b600a8202828104600a148315171561157d576001810180821161157d576113e1612814918b8e8b61350b565b90916009810180911161157d5761284273ffffffffffffffffffffffffffffffffffffffff918c8f8c61350b565b16809467ffffffffffffffff6128578a612b5c565b167fcf1f58b7ebbd7bb3fad0b4752273125f88756e1fb95d6522bcc1dc2dca3eb360604051806128ab8789836020909392919373ffffffffffffffffffffffffffffffffffffffff60408201951681520152565b0390a46040517fe78cea920000000000000000000000000000000000000000000000000000000081526020816004818a5afa801561052f5773ffffffffffffffffffffffffffffffffffffffff915f9161298d575b5016803b156101e2576040517fb3d7618800000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff938416600482015294909216602485015260448401525f908390606490829084905af191821561052f5760019261297d575b50016127a2565b5f61298791612be4565b8a612976565b6129a5915060203d8111610562576105548183612be4565b8e612900565b6129ba915061160b9084612b21565b158b6127d5565b60011491508c6127ce565b346101e2575f6003193601126101e257602060405167ffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346101e2575f6003193601126101e25760209060ff60095460401c1615158152f35b9181601f840112156101e25782359167ffffffffffffffff83116101e257602083818601950101116101e257565b60031981016101c081126101e257610180136101e2576004916101843567ffffffffffffffff81116101e25782612a9991600401612a32565b929092916101a43567ffffffffffffffff81116101e257826023820112156101e25780600401359267ffffffffffffffff84116101e25760248460051b830101116101e2576024019190565b6004359067ffffffffffffffff821682036101e257565b359067ffffffffffffffff821682036101e257565b91908110156119e95760051b0190565b9190820391821161157d57565b60043567ffffffffffffffff811681036101e25790565b60443567ffffffffffffffff811681036101e25790565b3567ffffffffffffffff811681036101e25790565b9190820180921161157d57565b6080810190811067ffffffffffffffff821117612b9a57604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b610180810190811067ffffffffffffffff821117612b9a57604052565b90601f601f19910116810190811067ffffffffffffffff821117612b9a57604052565b908160209103126101e2575173ffffffffffffffffffffffffffffffffffffffff811681036101e25790565b60405190612c4082612b7e565b5f6060838281528260208201528260408201520152565b60405190612c6482612b7e565b816007548152606067ffffffffffffffff6008548181166020850152818160401c16604085015260801c16910152565b90604051612ca181612b7e565b606067ffffffffffffffff600183958054855201548181166020850152818160401c16604085015260801c16910152565b91927f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000019360ff6040519367ffffffffffffffff60208601967f000000000000000000000000000000000000000000000000000000000000000088524660408801523060608801521660808601521660a084015260c083015260e082015260e08152612d5f61010082612be4565b5190200690565b67ffffffffffffffff60019116019067ffffffffffffffff821161157d57565b67ffffffffffffffff8111612b9a5760051b60200190565b67ffffffffffffffff7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffda89116019067ffffffffffffffff821161157d57565b9067ffffffffffffffff8091169116039067ffffffffffffffff821161157d57565b6009545f919067ffffffffffffffff168280805b67ffffffffffffffff81168461010082109182612ea0575b505015612e975760ff612e3e8286612ddd565b165f52600b60205260405f2085815414612e74575067ffffffffffffffff1667ffffffffffffffff811461157d57600101612e13565b94505050505060019150015460019167ffffffffffffffff8083169260401c1690565b50939250939050565b11159050845f612e2b565b6003196101809101126101e25760405190612ec582612bc7565b8160043567ffffffffffffffff811681036101e257815260243560ff811681036101e257602082015260443567ffffffffffffffff811681036101e257604082015260643567ffffffffffffffff811681036101e257606082015260843567ffffffffffffffff811681036101e257608082015260a43560a082015260c43560c082015260e43560e082015261010435610100820152610124356101208201526101443561014082015261016061016435910152565b9190826101809103126101e257604051612f9481612bc7565b8092612f9f81612afc565b8252602081013560ff811681036101e2576101609182916020850152612fc760408201612afc565b6040850152612fd860608201612afc565b6060850152612fe960808201612afc565b608085015260a081013560a085015260c081013560c085015260e081013560e08501526101008101356101008501526101208101356101208501526101408101356101408501520135910152565b67ffffffffffffffff16801580156130ab575b61309e57805f52600a60205260405f209067ffffffffffffffff6009541610155f14613096576002915b8154600183015460029093015490929167ffffffffffffffff82169160401c90565b600191613074565b505f905f905f905f905f90565b5067ffffffffffffffff60085416811161304a565b9067ffffffffffffffff600954169167ffffffffffffffff811692831161312e5760ff165f52600b6020526130f760405f20612c94565b9167ffffffffffffffff602084015116036131255767ffffffffffffffff6040835193015116906001929190565b5f915081908190565b505f915081908190565b6020818303126101e25780519067ffffffffffffffff82116101e257019080601f830112156101e257815161316c81612d86565b9261317a6040519485612be4565b81845260208085019260051b8201019283116101e257602001905b8282106131a25750505090565b8151815260209182019101613195565b8051156119e95760200190565b80518210156119e95760209160051b010190565b604051906060820182811067ffffffffffffffff821117612b9a5760405281604060a09181516132038482612be4565b83368237815281516132158482612be4565b83368237602082015281519261322b8185612be4565b3684370152565b6040519060a0820182811067ffffffffffffffff821117612b9a576040525f6080838281528260208201528260408201528260608201520152565b92919267ffffffffffffffff8211612b9a57604051916132976020601f19601f8401160184612be4565b8294818452818301116101e2578281602093845f960137010152565b9092916132be6131d3565b506132c7613232565b5067ffffffffffffffff6132da83612b5c565b161580156133f6575b6133b8576133016132f76116db3685612f7b565b6116eb3685612f7b565b67ffffffffffffffff61331384612b5c565b165f52600a602052600160405f2001540361337a5761333336828661326d565b6020815191012060e083013590818103611c2257505060208201359160ff831683036101e257818584610140613370946133779750013590614426565b938461464e565b90565b67ffffffffffffffff61338c83612b5c565b7f822c7953000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b67ffffffffffffffff6133ca83612b5c565b7f37f3119f000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b5061340082612b5c565b67ffffffffffffffff80600954169116116132e3565b9390949261342e906080606082015191015190612b71565b8310156134595750600a820291808304600a149015171561157d5760ff936134559361350b565b1690565b67ffffffffffffffff6115bd8492612b5c565b67ffffffffffffffff16805f5260046020526134a28260405f2060019160ff918160081c5f52602052161b60405f205416151590565b6134cc575f52600460205260405f208160081c5f52602052600160ff60405f2092161b8154179055565b7f756bb6f5000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b9060058110156119e95760051b0190565b6040810151919291608001518410156135395760200151608001516133779361353391612b71565b916149a4565b505050505f90565b906040517f044215c600000000000000000000000000000000000000000000000000000000815260ff8316600482015260208160248173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa90811561052f575f916135c6575b509160081c90565b6135df915060203d602011610562576105548183612be4565b5f6135be565b604051906135f282612bc7565b5f610160838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201520152565b9190916136486135e5565b5073ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001680330361271a575060ff60095460401c166112a25761369d612c57565b9260043567ffffffffffffffff81161415806101e2576020850167ffffffffffffffff6136cc81835116612d66565b1667ffffffffffffffff60043516036126d15750845180604435036126a057506136ff67ffffffffffffffff4216612d9e565b9267ffffffffffffffff6040870151168067ffffffffffffffff861610613c11575b5060843567ffffffffffffffff8116141593846101e25767ffffffffffffffff168067ffffffffffffffff60843516108015613bee575b613ba057507f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000160643510156125db577f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000160a435101561258f5760ff60243516602435036101e2576137cf838260e435602435614426565b956137ec67ffffffffffffffff606083015116600486858b6149cd565b946137f836868561326d565b60208151910120936101e2576101e2576060015167ffffffffffffffff16956138298360a435602435600435612cd2565b5f94859291906005805b613a2d575050505050506040519461384a86612bc7565b67ffffffffffffffff60043516865260ff60243516602087015267ffffffffffffffff608435166040870152606086015267ffffffffffffffff8316608086015260443560a086015260643560c086015260e085015260a43561010085015260c43561012085015260e4356101408501526101608401528261395067ffffffffffffffff6138d783614cc2565b936122486138e58686614d5e565b95604051906138f382612b7e565b8152602080820188815242861660408085019182525f606086018181526004358a168252600a909552819020945185559151600185015551915167ffffffffffffffff19911b1690851667ffffffffffffffff1617600290910155565b6101606040519167ffffffffffffffff815116835260ff602082015116602084015267ffffffffffffffff604082015116604084015267ffffffffffffffff606082015116606084015267ffffffffffffffff608082015116608084015260a081015160a084015260c081015160c084015260e081015160e084015261010081015161010084015261012081015161012084015261014081015161014084015201516101608201527facb8d989339a59bdf70d0664c68410f03fdac19a4311621485a4ef8f975e0afd61018067ffffffffffffffff6004351692a3565b5f19909a93989194999297959a0195613a59613a4a888b516134fa565b5161241a8960408d01516134fa565b86613b57575b50613a6e8760208b01516134fa565b5198898060051b046020148a15171561157d5795999490919293945b818a60051b8114613b3e57907f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001601f19848f9998979695948201990101351015613b0f57611bf5578b9a7f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000018a601f1982945f9f01013592090899949091929394613a8a565b867f2753c4f5000000000000000000000000000000000000000000000000000000005f5260051c60045260245ffd5b959b969297915092985080999793999491939294613833565b8a815b613b645750613a5f565b969096611bf557887f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001910995801561157d575f19018a81613b5a565b846101e2577f3bdf90a7000000000000000000000000000000000000000000000000000000005f5267ffffffffffffffff6084351660045260245267ffffffffffffffff421660445260645ffd5b5093505f9367ffffffffffffffff421667ffffffffffffffff6084351611613758565b93505f613721565b93929167ffffffffffffffff8551165f52600a60205260405f2060ff83165f52600660205273ffffffffffffffffffffffffffffffffffffffff60405f20541693841561401357600282015460401c94600160ff86161b9677ffffffffffffffffffffffffffffffffffffffffffffffff80891698881616613fd5576020916101606101c484601f19601f73ffffffffffffffffffffffffffffffffffffffff968f8b5490613cc66135e5565b5067ffffffffffffffff8151169160ff87830151169060a08301519060c084015167ffffffffffffffff6040860151169061010086015193610120870151958e613d1660e08a015188848d612cd2565b980151986040519d8e613d2881612bc7565b7f00000000000000000000000000000000000000000000000000000000000000008152015260408d015260608c015260808b015260a08a015260c089015260e0880152610100870152610120860152610140850152878c1686850152806040519a8b998a9889977fda93eab7000000000000000000000000000000000000000000000000000000008952805160048a015267ffffffffffffffff8e8201511660248a015260ff60408201511660448a0152606081015160648a0152608081015160848a015267ffffffffffffffff60a08201511660a48a015260c081015160c48a015260e081015160e48a01526101008101516101048a01526101208101516101248a01526101408101516101448a01520151166101648701526101a0610184870152816101a4870152868601375f858286010152011681010301915afa90811561052f575f91613f9a575b5015613f6b5760028101805467ffffffffffffffff1685871760401b67ffffffffffffffff19161790557fcde7d020213f564a552abb6fb9d771b460276812e1954d55912d7d6b8c88aa34602060ff600167ffffffffffffffff8a51169401549573ffffffffffffffffffffffffffffffffffffffff604051961686521693a467ffffffffffffffff83511667ffffffffffffffff613f168160095416612d66565b16149182613f33575b5050613f285750565b613f31906142cf565b565b613f3e9250176142a5565b60ff7f00000000000000000000000000000000000000000000000000000000000000001611155f80613f1f565b60ff837f28673980000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b90506020813d602011613fcd575b81613fb560209383612be4565b810103126101e2575180151581036101e2575f613e74565b3d9150613fa8565b60ff8667ffffffffffffffff8b51167fd044b5e0000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b60ff847f4e6dbaae000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b60ff9061404d612c33565b501690600182146140ea57600282146140bf576003821461409457507f756a3da3000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b90506040516140a281612b7e565b61088b815260f36020820152600860408201526002606082015290565b90506040516140cd81612b7e565b6102d9815260516020820152600860408201526002606082015290565b90506040516140f881612b7e565b601b815260096020820152600260408201526003606082015290565b5f19811461157d5760010190565b9080156141f3575b60018111614140575061413c906131b2565b5190565b5f905f5b81811061415257505061412a565b6001810180821161157d57828110156141e25761417a61417283876131bf565b5191866131bf565b5190818110156141dc575b5f5260205260405f205b6141a261419b85614114565b94866131bf565b526002810180911115614144577f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b90614185565b506141ed81856131bf565b5161418f565b50505f90565b6004359067ffffffffffffffff821680831415806101e25767ffffffffffffffff60095416821180159061428e575b61425c576101e257805f52600a60205260405f209261424e6116e06116db366004612f7b565b600185015403611c50575050565b83906101e257507f7b6a9fdb000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50505f67ffffffffffffffff600854168211614228565b90815f925b6142b15750565b916142bb90614114565b915f1981019080821161157d5716806142aa565b67ffffffffffffffff815116908167ffffffffffffffff1960095416176009557f685bc95460a0000cf65c43ad6dcea236cdabfc5b84ef0ec48f9b4db0b1acb78c604060c083019267ffffffffffffffff808086519385810198828a511695608083019684806001818b5116948c519061434882612b7e565b8152602081019687528c81019485526060810195865260ff8851165f52600b6020528c5f2090518155019451161667ffffffffffffffff19845416178355517fffffffffffffffffffffffffffffffff0000000000000000ffffffffffffffff6fffffffffffffffff0000000000000000808554938c1b16169116178255517fffffffffffffffff0000000000000000ffffffffffffffffffffffffffffffff77ffffffffffffffff000000000000000000000000000000008084549360801b161691161790555116955196511691511682519182526020820152a3565b9392909161443b6144356131d3565b95614042565b600286515260208101516020875101526040810151908160021b918083046004149015171561157d57606091604088510152600981510482885101520151600a810290808204600a149015171561157d5785516080015260408501926020860192905f805b6005811061459b57508160501c159081159161457d575b5061454f57505f5b600581106144ce575050505050565b6144d98186516134fa565b51801515908161451c575b506144f1576001016144bf565b7f925df759000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b614532915061452c8387516134fa565b51612b71565b5f19810190811161157d576145489083856149a4565b155f6144e4565b7f4a4de368000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b80915060051b908082046020149015171561157d578214155f6144b7565b907f0fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8216820361157d5761ffff838360041b1c16906145db838b516134fa565b51821161460f5760019181614608926145f5868b516134fa565b5281614602868c516134fa565b52612b71565b91016144a0565b5061461b828a516134fa565b51917f1a4a2359000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b9092919261465a613232565b604083018051919590915f90511561499b57506020840151515f9361467f92906149a4565b61ffff81168087526020870161ffff8360101c168152604088019061ffff8460201c168252606089019261ffff8560301c16845261ffff60808b019560401c16855287516005600110156119e95760200151811161495f5785516020015181106149265750518060021b90808204600414901517156148f95786516040015181116148bd578451604001518110614884575051855160600151811161484857835160600151811061480f575051905161473791612b71565b92600a840293808504600a14901517156147e25780516080015184116147a45750805160800151831061476957505050565b5191606492600460051b01517fe4548ac900000000000000000000000000000000000000000000000000000000835260048052602452604452fd5b51929050606492600460051b0151907f7058d4ee00000000000000000000000000000000000000000000000000000000835260048052602452604452fd5b6024837f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b8351606001517fe4548ac90000000000000000000000000000000000000000000000000000000086526003600452602452604452606484fd5b8551606001517f7058d4ee0000000000000000000000000000000000000000000000000000000086526003600452602491909152604452606484fd5b8451604001517fe4548ac90000000000000000000000000000000000000000000000000000000087526002600452602452604452606485fd5b8651604001517f7058d4ee0000000000000000000000000000000000000000000000000000000087526002600452602491909152604452606485fd5b6024867f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b8551602001517fe4548ac90000000000000000000000000000000000000000000000000000000088526001600452602452604452606486fd5b8751602001517f7058d4ee0000000000000000000000000000000000000000000000000000000088526001600452602491909152604452606486fd5b9250505f61467f565b908260051b928084046020149015171561157d576020830180841161157d57116101e257013590565b909493916149dc81878461464e565b9360c060808601916149fd8351876149f660808501612b5c565b9188614da6565b013567ffffffffffffffff8083511695169485019667ffffffffffffffff881161157d5760408581015189939184901b6fffffffffffffffff0000000000000000168817905160011015614cbc576020870151516001810190811061157d57614a6790878d6149a4565b818103614c8e57505083519080821c614c605750508251978815614c545750604051977f56501d770000000000000000000000000000000000000000000000000000000089528660048a015260248901525f8860448173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa97881561052f575f98614c38575b5091966060909601959094905f905b8851821015614c2c57614b2a828998959851612b71565b966101409960405199614b3d8c8c612be4565b8b368c375f96600a8b029a808c04600a1490151715975b600a811015614b8d578861157d57808f614b808f918f8f918f91600197614b7a91612b71565b9261350b565b908260051b015201614b54565b509599509550989092919960405190602082019283905f915b600a8310614c16575050508152614bbf61016082612be4565b519020614bcc828b6131bf565b5103614be15760010190929697959195614b13565b614beb9087612b71565b7f9ff8ce00000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6020806001928451815201920192019190614ba6565b50505094505050925050565b614c4d9198503d805f833e6105a98183612be4565b965f614b04565b98509650505050505050565b7fd47baf34000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7fcb8f3619000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b5f614a67565b67ffffffffffffffff8151169060ff6020820151169067ffffffffffffffff6040820151169067ffffffffffffffff60608201511667ffffffffffffffff60808301511660a08301519161014060e085015194015194604051966020880198895260408801526060870152608086015260a085015260c084015260e08301526101008201526101008152614d5861012082612be4565b51902090565b60c0810151906101008101519061016061012082015191015191604051936020850195865260408501526060840152608083015260a082015260a08152614d5860c082612be4565b9091927f00000000000000000000000000000000000000000000000000000000000000009167ffffffffffffffff831667ffffffffffffffff831610614ef75767ffffffffffffffff92600a6080614e02935101510492612ddd565b9082604051957fd01bfbbb000000000000000000000000000000000000000000000000000000008752166004860152602485015216604483015260208260648173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa91821561052f575f92614ec3575b50818110614e95575050565b7f991f4929000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b9091506020813d602011614eef575b81614edf60209383612be4565b810103126101e25751905f614e89565b3d9150614ed2565b50505050505630644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001'
