// Generated from the contract's sources by contracts/scripts/abi.ts. Do not edit.
// sources 4601855afc6054bae7678f0e61ba011559137c1c6aabcc14a9e4481f07c60c1d
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
      }
    ],
    "name": "NothingToRefund",
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
    "name": "refundDeposit",
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
    "name": "refunded",
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

export const rollupBytecode = '0x61012080604052346105cc57613bb2803803809161001d82856105d0565b83398101906020818303126105cc578051906001600160401b0382116105cc570160c0818303126105cc576040519060c082016001600160401b03811183821017610493576040528051825260208101516001600160a01b03811681036105cc57602083019081526040820151916001600160a01b03831683036105cc57604084019283526100ae606082016105f3565b60608501908152608082015190916001600160401b03821682036105cc576080860191825260a0810151906001600160401b0382116105cc570186601f820112156105cc578051906001600160401b038211610493576040519761011860208460051b018a6105d0565b8289526020808a019360061b830101918183116105cc57602001925b82841061056f575050505060a085019586525f516020613b925f395f51905f528551101561054e5782516001600160a01b0316156105335783516001600160a01b03161561051557516001600160401b031692603c84108015610509575b6104e657617a69461480156104db575b80156104d0575b80156104c5575b156104bc5760ff60015b1660ff8351168181106104a757505085515160ff8351161161029f5791516001600160a01b03908116608052915190911660a0525160ff1660c05260e05260408051466020820190815230828401529181525f516020613b925f395f51905f5291906102276060826105d0565b51902006610100525f5b825180518210156102fc576020908260051b0101519060ff8251166001811015806102f1575b159081156102da575b81156102ba575b5061029f5760019160ff838060a01b036020830151169151165f52600460205260405f2090838060a01b031982541617905501610231565b631e16d87160e21b5f52646c616e657360d81b60045260245ffd5b5f908152600460205260408120546001600160a01b031615159150610267565b60208401516001600160a01b03163b159150610260565b506003811115610257565b82516040519060808201906001600160401b038211838310176104935760409182528083525f60208085018281526001600160401b034281811688880190815260608901868152600597909755600680546fffffffffffffffff0000000000000000938a1b84166001600160c01b0319918216179091558680526009865298517fec8156718a8372b1db44bb411437d0870f3e3790d4a08526d024ce1b0b668f6b81905593517fec8156718a8372b1db44bb411437d0870f3e3790d4a08526d024ce1b0b668f6c805492519851600160801b600160c01b0360809190911b1691851692909a169190911787891b909216919091171790965584519390951683528201819052917f685bc95460a0000cf65c43ad6dcea236cdabfc5b84ef0ec48f9b4db0b1acb78c91a3604051613590908161060282396080518181816101470152613299015260a0518181816106c2015261073a015260c05181818161147401528181611999015261202f015260e05181818161163801526120bb01526101005181818161067301528181611223015261229b0152f35b634e487b7160e01b5f52604160045260245ffd5b635c822da360e01b5f5260045260245260445ffd5b60ff60026101ba565b50617a6c46146101b0565b50617a6b46146101a9565b50617a6a46146101a2565b631e16d87160e21b5f526c70726f6f66446561646c696e6560981b60045260245ffd5b5062093a808411610192565b631e16d87160e21b5f5267383937b837b9b2b960c11b60045260245ffd5b631e16d87160e21b5f52640d2dcc4def60db1b60045260245ffd5b636ecb192160e01b5f526a19d95b995cda5cd49bdbdd60aa1b60045260245ffd5b6040848303126105cc5760408051919082016001600160401b038111838210176104935760405261059f856105f3565b82526020850151906001600160a01b03821682036105cc5782602092836040950152815201930192610134565b5f80fd5b601f909101601f19168101906001600160401b0382119082101761049357604052565b519060ff821682036105cc5756fe6080806040526004361015610012575f80fd5b5f905f3560e01c9081631bc04c041461209d575080632755cd2d14612079578063333f09701461205357806342cde4e81461201657806345d184db14611fdd5780634d51173c14611f9a57806356ad1df214611a695780636160b72214611a2857806365d892d41461193a578063682158e5146119115780637dc0bf3f146118e7578063857553cc1461186257806385e471d5146115b65780638e41c2aa146115715780638e58645614611097578063a04386791461101f578063a0aeea83146106e6578063a8e4fb9014610696578063c2fb26a61461065c578063c4cca8b714610611578063dd533388146105e2578063e0435d2f1461016e5763fb0e722b1461011b575f80fd5b3461016b578060031936011261016b57602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b80fd5b50346104755760031936016102e0811261047557610180136104755761018435366102e4116104755761019f61272c565b67ffffffffffffffff6101b061233a565b16811080156105c7575b80156105b1575b61057557600180610124356101e767ffffffffffffffff6101e061233a565b16856123d4565b1c161480156105a0575b6105755760405160208101906101406101a4833761014081526102166101608261219f565b5190206040517ffb0e722b000000000000000000000000000000000000000000000000000000008152602081600481305afa90811561046a5773ffffffffffffffffffffffffffffffffffffffff915f918291610556575b506044604051809481937f56501d7700000000000000000000000000000000000000000000000000000000835288600484015260016024840152165afa801561046a576102c2915f91610534575b5061264f565b51036105095773ffffffffffffffffffffffffffffffffffffffff6101a43560221c16806101c43560081c92805f52600360205260405f2060017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff0082541617905567ffffffffffffffff6103346122f5565b167fa45db2576f9924aa17d0ae85e3f22917d45cba52cda53821d112b5b960f0a9a26020604051878152a46040517ffb0e722b000000000000000000000000000000000000000000000000000000008152602081600481305afa90811561046a5773ffffffffffffffffffffffffffffffffffffffff916020915f916104dc575b506004604051809481937fe78cea92000000000000000000000000000000000000000000000000000000008352165afa801561046a575f90610479575b73ffffffffffffffffffffffffffffffffffffffff91501691823b156104755760445f928360405195869485937fc4076876000000000000000000000000000000000000000000000000000000008552600485015260248401525af1801561046a5761045c575080f35b61046891505f9061219f565b005b6040513d5f823e3d90fd5b5f80fd5b506020813d6020116104d4575b816104936020938361219f565b81010312610475575173ffffffffffffffffffffffffffffffffffffffff811681036104755773ffffffffffffffffffffffffffffffffffffffff906103f2565b3d9150610486565b6104fc9150823d8411610502575b6104f4818361219f565b8101906125a9565b5f6103b5565b503d6104ea565b7f9ff8ce00000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b61055091503d805f833e610548818361219f565b8101906125d5565b5f6102bc565b61056f915060203d602011610502576104f4818361219f565b5f61026e565b7fe0a5cd91000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50600160ff6101a4351614156101f1565b50805f52600360205260ff60405f2054166101c1565b5067ffffffffffffffff6105d9612323565b168110156101ba565b34610475576020600319360112610475576004355f526003602052602060ff60405f2054166040519015158152f35b346104755760206003193601126104755760043560ff8116809103610475575f526004602052602073ffffffffffffffffffffffffffffffffffffffff60405f205416604051908152f35b34610475575f6003193601126104755760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b34610475575f60031936011261047557602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b3461047557600319360161012081126104755761010013610475576101043567ffffffffffffffff81116104755761072290369060040161210b565b9073ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016803303610ff0575061076a6121e6565b916107736122f5565b602084019067ffffffffffffffff8061078e81855116612351565b16911603610fa0575082518060443503610f6f57507ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffda867ffffffffffffffff42160167ffffffffffffffff8111610de757604084015167ffffffffffffffff919082168282168111610f67575b5081610805612323565b911691829116108015610f43575b610ef557507f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000016064351015610ea9577f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000160a4351015610e5d576060610884828461087b6123b7565b60e43590612819565b93016108a067ffffffffffffffff82511660c435848688613192565b936108ac368486612371565b60208151910120916108bc6122f5565b946108c56123b7565b9067ffffffffffffffff6108d7612323565b935116936108f9866108e76122f5565b60a435906108f36123b7565b90612261565b5f97889291906005805b610c5c575050505050509060ff67ffffffffffffffff9283604051986109288a612182565b168852166020870152166040850152606084015267ffffffffffffffff8416608084015260443560a084015260643560c084015260e083015260a43561010083015260c43561012083015260e435610140830152610160820152610b7a67ffffffffffffffff61099783613483565b93610a706109a5868661351f565b95604051906109b382612139565b815277ffffffffffffffffffffffffffffffffffffffffffffffff60208201888152858060026040860195824216875260608101945f8652836109f46122f5565b165f52600860205260405f209151825551600182015501945116167fffffffffffffffffffffffffffffffffffffffffffffffff0000000000000000845416178355511667ffffffffffffffff7fffffffffffffffffffffffffffffffffffffffffffffffff000000000000000083549260401b169116179055565b610b2f610a7b6122f5565b610aed610a86612323565b858060405194610a9586612139565b606435865216918260208601521692836040820152606087871691015260643560055567ffffffffffffffff167fffffffffffffffffffffffffffffffffffffffffffffffff00000000000000006006541617600655565b7fffffffffffffffffffffffffffffffff0000000000000000ffffffffffffffff6fffffffffffffffff00000000000000006006549260401b16911617600655565b167fffffffffffffffff0000000000000000ffffffffffffffffffffffffffffffff77ffffffffffffffff000000000000000000000000000000006006549260801b16911617600655565b7facb8d989339a59bdf70d0664c68410f03fdac19a4311621485a4ef8f975e0afd61018067ffffffffffffffff610baf6122f5565b16926101606040519167ffffffffffffffff815116835260ff602082015116602084015267ffffffffffffffff604082015116604084015267ffffffffffffffff606082015116606084015267ffffffffffffffff608082015116608084015260a081015160a084015260c081015160c084015260e081015160e08401526101008101516101008401526101208101516101208401526101408101516101408401520151610160820152a3005b5f19909c959c9b949b9a979196989299939a0197610c958b610c8e8b6040610c85828551612808565b51930151612808565b51906123d4565b88610e14575b50610caa8960208d0151612808565b519a8b8060051b046020148c151715610de757969c9b9c9a9998979a5b808b60051b8114610dcf579d7f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000018e9f9d9e999a9b9c9d83601f198092019b0101351015610da057610d73578d9c8b915f9e01601f190135917f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000019109907f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000191089b9c9b9a99989796610cc7565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601260045260245ffd5b887f2753c4f5000000000000000000000000000000000000000000000000000000005f5260051c60045260245ffd5b959c969d9399949a5050959096809491939294610903565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b8c815b610e215750610c9b565b989098610d73578a7f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000019109978015610de7575f19018c81610e17565b7f6ecb1921000000000000000000000000000000000000000000000000000000005f527f64617461436f6d6d69740000000000000000000000000000000000000000000060045260245ffd5b7f6ecb1921000000000000000000000000000000000000000000000000000000005f527f6e6577526f6f740000000000000000000000000000000000000000000000000060045260245ffd5b67ffffffffffffffff610f06612323565b7f3bdf90a7000000000000000000000000000000000000000000000000000000005f521660045260245267ffffffffffffffff421660445260645ffd5b5067ffffffffffffffff421667ffffffffffffffff610f60612323565b1611610813565b9050856107fb565b7ff7d3af84000000000000000000000000000000000000000000000000000000005f5260443560045260245260445ffd5b67ffffffffffffffff9081610fbf81610fb76122f5565b935116612351565b917f3feeeffc000000000000000000000000000000000000000000000000000000005f52166004521660245260445ffd5b7f828f1b55000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b34610475575f600319360112610475576110376121c2565b5060ff600754165f52600960205261109361105460405f20612223565b60405191829182919091606067ffffffffffffffff81608084019580518552826020820151166020860152826040820151166040860152015116910152565b0390f35b346104755760031936016101e081126104755761018013610475576101843560ff8116809103610475576101a4359073ffffffffffffffffffffffffffffffffffffffff8216809203610475576101c43567ffffffffffffffff81116104755761110590369060040161210b565b909161110f612f5d565b93600185015492825f52600460205273ffffffffffffffffffffffffffffffffffffffff60405f205416908115611545576002870191825460401c966001861b9877ffffffffffffffffffffffffffffffffffffffffffffffff808b169a8a161661150457549260405161118281612182565b5f8152602081015f9052604081015f9052606081015f9052608081015f905260a081015f905260c081015f905260e081015f905261010081015f905261012081015f905261014081015f9052610160015f90526111dd6122f5565b90806111e76123b7565b936111f061230c565b94610104356111fd6122f5565b6112056123b7565b8260e4359161121393612261565b986040519261122184612182565b7f00000000000000000000000000000000000000000000000000000000000000008452602084019767ffffffffffffffff16885260ff166040840152606083019760a4358952608084019a60c4358c5260a085019167ffffffffffffffff16825260c0850192835260e0850193845261012435610100860152610120850152610164356101408501528c6101608501526040519a8b998a997fda93eab7000000000000000000000000000000000000000000000000000000008b52865160048c01525167ffffffffffffffff1660248b0152604086015160ff1660448b01525160648a01525160848901525167ffffffffffffffff1660a48801525160c48701525160e4860152610100810151610104860152610120810151610124860152610140810151610144860152610160015173ffffffffffffffffffffffffffffffffffffffff1661016485015261018484016101a09052816101a48501526101c48401378082016101c4015f9052601f01601f19168101036101c401815a93602094fa90811561046a575f916114c9575b501561149d57805467ffffffffffffffff1685871760401b7fffffffffffffffffffffffffffffffffffffffffffffffff0000000000000000161790557fcde7d020213f564a552abb6fb9d771b460276812e1954d55912d7d6b8c88aa34602067ffffffffffffffff6114226122f5565b1692604051908152a46114336122f5565b67ffffffffffffffff8061144a8160075416612351565b169116149182611465575b505061145d57005b610468613033565b611470925017613009565b60ff7f00000000000000000000000000000000000000000000000000000000000000001611158180611455565b827f28673980000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b90506020813d6020116114fc575b816114e46020938361219f565b810103126104755751801515810361047557876113b1565b3d91506114d7565b8667ffffffffffffffff6115166122f5565b7fd044b5e0000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b837f4e6dbaae000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b3461047557602060031936011261047557606067ffffffffffffffff61159d6115986120df565b612531565b9060409392935193151584526020840152166040820152f35b34610475576020600319360112610475576115cf6120df565b67ffffffffffffffff600654169060075467ffffffffffffffff811667ffffffffffffffff806115fe83612351565b16931692830361181f57508282116117f357815f526008602052600260405f2001548060401c6117c75761165f9067ffffffffffffffff807f00000000000000000000000000000000000000000000000000000000000000001691166123c7565b80421115611798575060ff165f52600960205260405f20806005036116a6575b507f736c5172444fd9c53ead9baca4bcdfec6d88a0d66167fcc00263b8e9e2a2eb055f80a3005b67ffffffffffffffff6001826117929354600555016116f78282541667ffffffffffffffff167fffffffffffffffffffffffffffffffffffffffffffffffff00000000000000006006541617600655565b61174382825460401c167fffffffffffffffffffffffffffffffff0000000000000000ffffffffffffffff6fffffffffffffffff00000000000000006006549260401b16911617600655565b5460801c167fffffffffffffffff0000000000000000ffffffffffffffffffffffffffffffff77ffffffffffffffff000000000000000000000000000000006006549260801b16911617600655565b8261167f565b827f43c5d47b000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b827f703f6faf000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b507f7b6a9fdb000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b8261183267ffffffffffffffff92612351565b907f3feeeffc000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b346104755760206003193601126104755761188361187e6120df565b6124a8565b919293906040519360038310156118ba5760a09567ffffffffffffffff938652602086015260408501521660608301526080820152f35b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b34610475576020600319360112610475576004355f526002602052602060405f2054604051908152f35b34610475575f60031936011261047557602067ffffffffffffffff5f5460401c16604051908152f35b346104755761018060031936011261047557611954612f5d565b61195c6122f5565b67ffffffffffffffff600754169067ffffffffffffffff8061197d84612351565b16911603611a0c57611995600283015460401c613009565b60ff7f000000000000000000000000000000000000000000000000000000000000000016908181106119c957610468613033565b67ffffffffffffffff6119da6122f5565b7fd40ebbbc000000000000000000000000000000000000000000000000000000005f521660045260245260445260645ffd5b67ffffffffffffffff9081610fbf611a226122f5565b92612351565b3461047557602060031936011261047557606067ffffffffffffffff80611a506004356123f9565b9193906040519415158552166020840152166040820152f35b346104755760031936016101a081126104755761018013610475576101843567ffffffffffffffff811161047557611aa590369060040161210b565b90611aae6122f5565b905f549167ffffffffffffffff83169067ffffffffffffffff80611ad184612351565b16911603611a0c5750611ae261272c565b611aed368483612371565b6020815191012060e43590818103611f6c575050611b188382611b0e6123b7565b6101443590612819565b92611b24818386612a99565b90611b4e611b38611b336123b7565b612e0f565b9467ffffffffffffffff86519160801c166123c7565b5f198101908111610de7578451908115610d73570493805194858102958187041490151715610de75751601f19611b9d611b87836123e1565b92611b95604051948561219f565b8084526123e1565b01366020830137611bac61230c565b9267ffffffffffffffff60405194611bc386612139565b8786525f60208701525f60408701521660608501525f5b6020820151811015611dfd57808060021b0460041481151715610de757604088015160400151600282901b1015611df657602088015160400151611c2e90611c2790600284901b906123c7565b8588613567565b905b621fffff82165f52600260205260405f2054915f5b63ffffffff8260151c168110611cc55750601581901c63ffffffff166009810193908410610de757600863ffffffff8360151c1601938411610de757611cb1621fffff91611c9c60096001970460208c01516123c7565b60208b015263ffffffff8460151c16906123c7565b91165f52600260205260405f205501611bda565b611cd7602089015160098304906123c7565b60408c0151909190600982069060600151831015611def5760208d015160600151611d0e90611d079085906123c7565b8a8d613567565b925b8a5190600981029080820460091490151715610de757611d348391611d39936123c7565b6123c7565b90601a810290808204601a1490151715610de7576001938b6303ffffff6060611d62878c6123c7565b9201519260405194602086019687521c166040840152621fffff87166060840152608083015260a082015260a08152611d9c60c08261219f565b519020611dbb60408b0151611db081612e78565b60408d01528961265c565b5201611c45565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b5f92611d10565b5f90611c30565b5083866040611e10858285015190612e86565b93015180158015611ebf575b847fc105e87ff8bd75a333e8c7f59a96a07b94bdcbf9790297e381df4f9e65b41264606067ffffffffffffffff878782611e546122f5565b165f54907fffffffffffffffffffffffffffffffff000000000000000000000000000000006fffffffffffffffff0000000000000000611e9261230c565b60401b16921617175f556040611ea66122f5565b92015190604051968752602087015260408601521692a2005b600982029182046009141715610de7577fc105e87ff8bd75a333e8c7f59a96a07b94bdcbf9790297e381df4f9e65b412649282611f0767ffffffffffffffff936060956123c7565b7fffffffffffffffff0000000000000000ffffffffffffffffffffffffffffffff77ffffffffffffffff000000000000000000000000000000005f549260801b169116175f5582611f566122f5565b165f5260016020528560405f2055925092611e1c565b7f7e3c767f000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b3461047557608060031936011261047557611fb36120df565b6024359060ff8216820361047557602091611fd5916064359160443591612261565b604051908152f35b346104755760206003193601126104755767ffffffffffffffff611fff6120df565b165f526001602052602060405f2054604051908152f35b34610475575f60031936011261047557602060405160ff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b34610475575f60031936011261047557602067ffffffffffffffff5f5416604051908152f35b34610475575f600319360112610475576120916121c2565b506110936110546121e6565b34610475575f6003193601126104755760209067ffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b6004359067ffffffffffffffff8216820361047557565b359067ffffffffffffffff8216820361047557565b9181601f840112156104755782359167ffffffffffffffff8311610475576020838186019501011161047557565b6080810190811067ffffffffffffffff82111761215557604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b610180810190811067ffffffffffffffff82111761215557604052565b90601f601f19910116810190811067ffffffffffffffff82111761215557604052565b604051906121cf82612139565b5f6060838281528260208201528260408201520152565b604051906121f382612139565b816005548152606067ffffffffffffffff6006548181166020850152818160401c16604085015260801c16910152565b9060405161223081612139565b606067ffffffffffffffff600183958054855201548181166020850152818160401c16604085015260801c16910152565b91927f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000019360ff6040519367ffffffffffffffff60208601967f000000000000000000000000000000000000000000000000000000000000000088524660408801523060608801521660808601521660a084015260c083015260e082015260e081526122ee6101008261219f565b5190200690565b60043567ffffffffffffffff811681036104755790565b60443567ffffffffffffffff811681036104755790565b60843567ffffffffffffffff811681036104755790565b60643567ffffffffffffffff811681036104755790565b67ffffffffffffffff60019116019067ffffffffffffffff8211610de757565b92919267ffffffffffffffff8211612155576040519161239b6020601f19601f840116018461219f565b829481845281830111610475578281602093845f960137010152565b60243560ff811681036104755790565b91908201809211610de757565b91908203918211610de757565b67ffffffffffffffff81116121555760051b60200190565b6007545f9190829067ffffffffffffffff1681805b67ffffffffffffffff811661010081108061249e575b1561249557830367ffffffffffffffff8111610de75760ff165f52600960205260405f2085815414612472575067ffffffffffffffff1667ffffffffffffffff8114610de75760010161240e565b94505050505060019150015460019167ffffffffffffffff8083169260401c1690565b50509491925050565b5083811115612424565b67ffffffffffffffff168015801561251c575b61250f57805f52600860205260405f209067ffffffffffffffff6007541610155f14612507576002915b8154600183015460029093015490929167ffffffffffffffff82169160401c90565b6001916124e5565b505f905f905f905f905f90565b5067ffffffffffffffff6006541681116124bb565b9067ffffffffffffffff600754169167ffffffffffffffff811692831161259f5760ff165f52600960205261256860405f20612223565b9167ffffffffffffffff602084015116036125965767ffffffffffffffff6040835193015116906001929190565b5f915081908190565b505f915081908190565b90816020910312610475575173ffffffffffffffffffffffffffffffffffffffff811681036104755790565b6020818303126104755780519067ffffffffffffffff821161047557019080601f83011215610475578151612609816123e1565b92612617604051948561219f565b81845260208085019260051b82010192831161047557602001905b82821061263f5750505090565b8151815260209182019101612632565b805115611dc25760200190565b8051821015611dc25760209160051b010190565b9190826101809103126104755760405161268981612182565b8092612694816120f6565b8252602081013560ff811681036104755761016091829160208501526126bc604082016120f6565b60408501526126cd606082016120f6565b60608501526126de608082016120f6565b608085015260a081013560a085015260c081013560c085015260e081013560e08501526101008101356101008501526101208101356101208501526101408101356101408501520135910152565b60043567ffffffffffffffff811690818114158061047557821580156127f1575b6127c157612777612767612762366004612670565b613483565b612772366004612670565b61351f565b9061047557825f526008602052600160405f20015403612795575050565b507f822c7953000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b61047557507f37f3119f000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50505f67ffffffffffffffff60075416831161274d565b906005811015611dc25760051b0190565b93929091604051916060830183811067ffffffffffffffff8211176121555760405260a09360405161284b868261219f565b8536823784526020840193604051612863878261219f565b86368237855260408101956040519061287c818361219f565b368237865261288b8198612e0f565b600282515260208101516020835101526040810151908160021b9180830460041490151715610de757606091604084510152600981510482845101520151600a810290808204600a1490151715610de7576080825101525f905f905b600582106129e35750508160501c15908115916129c5575b5061299757505f5b60058110612916575050505050565b612921818651612808565b518015159081612964575b5061293957600101612907565b7f925df759000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b61297a9150612974838751612808565b516123c7565b5f198101908111610de757612990908385613567565b155f61292c565b7f4a4de368000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b80915060051b9080820460201490151715610de7578214155f6128ff565b90917f0fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff83168303610de75761ffff848460041b1c1690612a24848451612808565b518211612a595760019181612a5192612a3e878c51612808565b5281612a4b878d51612808565b526123c7565b9201906128e7565b509082612a669151612808565b51917f1a4a2359000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b909291925f60405160a0810181811067ffffffffffffffff821117612155576040525f8152602081015f8152604082015f815260608301915f835260808401935f855280996040890196875160055f1015611dc2575115612e0357506020890151515f9861ffff92612b0b9291613567565b80821692839052601081901c82168452602081901c82168552603081901c8216865260401c1685528751602001518111612dc7578551602001518110612d8e5750518060021b9080820460041490151715612d61578651604001518111612d25578451604001518110612cec5750518551606001518111612cb0578351606001518110612c775750519051612b9f916123c7565b92600a840293808504600a1490151715612c4a578051608001518411612c0c57508051608001518310612bd157505050565b5191606492600460051b01517fe4548ac900000000000000000000000000000000000000000000000000000000835260048052602452604452fd5b51929050606492600460051b0151907f7058d4ee00000000000000000000000000000000000000000000000000000000835260048052602452604452fd5b6024837f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b8351606001517fe4548ac90000000000000000000000000000000000000000000000000000000086526003600452602452604452606484fd5b8551606001517f7058d4ee0000000000000000000000000000000000000000000000000000000086526003600452602491909152604452606484fd5b8451604001517fe4548ac90000000000000000000000000000000000000000000000000000000087526002600452602452604452606485fd5b8651604001517f7058d4ee0000000000000000000000000000000000000000000000000000000087526002600452602491909152604452606485fd5b6024867f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b8551602001517fe4548ac90000000000000000000000000000000000000000000000000000000088526001600452602452604452606486fd5b8751602001517f7058d4ee0000000000000000000000000000000000000000000000000000000088526001600452602491909152604452606486fd5b97505061ffff5f612b0b565b60ff90612e1a6121c2565b501660018103612e4d5750604051612e3181612139565b601b815260096020820152600260408201526003606082015290565b7f756a3da3000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5f198114610de75760010190565b908015612f57575b60018111612ea45750612ea09061264f565b5190565b5f905f5b818110612eb6575050612e8e565b60018101808211610de75782811015612f4657612ede612ed6838761265c565b51918661265c565b519081811015612f40575b5f5260205260405f205b612f06612eff85612e78565b948661265c565b526002810180911115612ea8577f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b90612ee9565b50612f51818561265c565b51612ef3565b50505f90565b6004359067ffffffffffffffff821680831415806104755767ffffffffffffffff600754168211801590612ff2575b612fc05761047557805f52600860205260405f2092612fb2612767612762366004612670565b600185015403612795575050565b839061047557507f7b6a9fdb000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50505f67ffffffffffffffff600654168211612f8c565b90815f925b6130155750565b9161301f90612e78565b915f19810190808211610de757168061300e565b60043567ffffffffffffffff811680820361047557807fffffffffffffffffffffffffffffffffffffffffffffffff0000000000000000600754161760075560c4359160443567ffffffffffffffff8116908181036104755760843567ffffffffffffffff811691828203610475577f685bc95460a0000cf65c43ad6dcea236cdabfc5b84ef0ec48f9b4db0b1acb78c946040516130d081612139565b888152602080820189815260408084018981526060850189815260ff969096165f908152600985528290209451855591516001949094018054925195517fffffffffffffffff00000000000000000000000000000000000000000000000090931667ffffffffffffffff959095169490941794811b6fffffffffffffffff0000000000000000169490941760809190911b77ffffffffffffffff00000000000000000000000000000000161790915581519586528501939093525090919050a3565b9194936131a0868385612a99565b67ffffffffffffffff60808201511667ffffffffffffffff8316019467ffffffffffffffff8611610de75760408581015187929167ffffffffffffffff86169084901b6fffffffffffffffff0000000000000000161790516001101561347d5760208701515160018101908110610de75761321c908b88613567565b81810361344f57505060808301519080821c61342157505060808201519586156134175750604051957f56501d7700000000000000000000000000000000000000000000000000000000875267ffffffffffffffff8416600488015260248701525f8660448173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa95861561046a575f966133fb575b509190945f905b60808701518210156133f1576132ea8260608901516123c7565b9361014098604051986132fd8b8b61219f565b8a368b375f5b600a8110156133775787600a810204600a1488151715610de75761332a81600a8a026123c7565b60408b01519091906080015182101561336d5760208b01518e61335960019461336093600460051b01516123c7565b908c613567565b8160051b8d015201613303565b600191505f613360565b5094955098979092919760405190602082019283905f915b600a83106133db5750505081526133a86101608261219f565b5190206133b5828961265c565b51036133c757600101909291956132d0565b6105099067ffffffffffffffff85166123c7565b602080600192845181520192019201919061338f565b5050509450505050565b6134109196503d805f833e610548818361219f565b945f6132c9565b9750505050505050565b7fd47baf34000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7fcb8f3619000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b5f61321c565b67ffffffffffffffff8151169060ff6020820151169067ffffffffffffffff6040820151169067ffffffffffffffff60608201511667ffffffffffffffff60808301511660a08301519161014060e085015194015194604051966020880198895260408801526060870152608086015260a085015260c084015260e083015261010082015261010081526135196101208261219f565b51902090565b60c0810151906101008101519061016061012082015191015191604051936020850195865260408501526060840152608083015260a082015260a0815261351960c08261219f565b908260051b9280840460201490151715610de75760208301808411610de75711610475570135905630644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001'
