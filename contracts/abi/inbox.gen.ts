// Generated from the contract's sources by contracts/scripts/abi.ts. Do not edit.
// sources 280b0f90878e39a7f71a9ea9d34ba4fa47ffc21611fa54b91f79927114f130af
export const inboxAbi = [
  {
    "inputs": [
      {
        "internalType": "contract ISharedBridge",
        "name": "bridge_",
        "type": "address"
      },
      {
        "internalType": "contract IRollup",
        "name": "rollup_",
        "type": "address"
      },
      {
        "internalType": "contract IEd25519",
        "name": "ed25519_",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "baseFee_",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "AmountOutOfRange",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "deadline",
        "type": "uint256"
      }
    ],
    "name": "ApprovalExpired",
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
    "name": "ApprovalNonce",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "wallet",
        "type": "uint256"
      }
    ],
    "name": "ApprovalRefused",
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
    "name": "FeeTooLow",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "field",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "found",
        "type": "uint256"
      }
    ],
    "name": "FieldOutOfRange",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "InboxFrozen",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "pending",
        "type": "uint256"
      }
    ],
    "name": "InboxFull",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "InvalidShortString",
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
    "name": "ItemUnknown",
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
        "internalType": "address",
        "name": "to",
        "type": "address"
      }
    ],
    "name": "PaymentRefused",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "ReentrancyGuardReentrantCall",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      }
    ],
    "name": "SafeERC20FailedOperation",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "str",
        "type": "string"
      }
    ],
    "name": "StringTooLong",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "length",
        "type": "uint256"
      }
    ],
    "name": "StringsInsufficientHexLength",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      }
    ],
    "name": "TokenRefused",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      }
    ],
    "name": "TokenUnknown",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [],
    "name": "EIP712DomainChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
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
    "name": "FeesTaken",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint8",
        "name": "kind",
        "type": "uint8"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "wallet",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "queuedAt",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256[10]",
        "name": "words",
        "type": "uint256[10]"
      }
    ],
    "name": "ItemQueued",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint8",
        "name": "id",
        "type": "uint8"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "token",
        "type": "address"
      }
    ],
    "name": "TokenListed",
    "type": "event"
  },
  {
    "inputs": [
      {
        "internalType": "uint32",
        "name": "account",
        "type": "uint32"
      }
    ],
    "name": "activateKey",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint32",
        "name": "account",
        "type": "uint32"
      },
      {
        "internalType": "uint256",
        "name": "walletWord",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      }
    ],
    "name": "authorizationNonce",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "pure",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "baseFee",
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
    "name": "bridge",
    "outputs": [
      {
        "internalType": "contract ISharedBridge",
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
        "internalType": "uint32",
        "name": "account",
        "type": "uint32"
      },
      {
        "internalType": "bool",
        "name": "linked",
        "type": "bool"
      }
    ],
    "name": "cancelKey",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint32",
        "name": "account",
        "type": "uint32"
      },
      {
        "internalType": "bool",
        "name": "linked",
        "type": "bool"
      },
      {
        "components": [
          {
            "internalType": "bytes32",
            "name": "solanaKey",
            "type": "bytes32"
          },
          {
            "internalType": "address",
            "name": "evmWallet",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "nonce",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "deadline",
            "type": "uint256"
          },
          {
            "internalType": "bytes",
            "name": "signature",
            "type": "bytes"
          }
        ],
        "internalType": "struct Approval",
        "name": "approval",
        "type": "tuple"
      }
    ],
    "name": "cancelKeyFor",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint32",
        "name": "account",
        "type": "uint32"
      },
      {
        "internalType": "bool",
        "name": "linked",
        "type": "bool"
      },
      {
        "internalType": "uint256",
        "name": "nonce",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "deadline",
        "type": "uint256"
      }
    ],
    "name": "cancelKeyText",
    "outputs": [
      {
        "internalType": "string",
        "name": "",
        "type": "string"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint32",
        "name": "account",
        "type": "uint32"
      },
      {
        "internalType": "uint256",
        "name": "walletWord",
        "type": "uint256"
      }
    ],
    "name": "deposit",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      }
    ],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint8",
        "name": "id",
        "type": "uint8"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      },
      {
        "internalType": "uint32",
        "name": "account",
        "type": "uint32"
      },
      {
        "internalType": "uint256",
        "name": "walletWord",
        "type": "uint256"
      }
    ],
    "name": "depositToken",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      }
    ],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint8",
        "name": "id",
        "type": "uint8"
      },
      {
        "internalType": "uint32",
        "name": "account",
        "type": "uint32"
      },
      {
        "internalType": "uint256",
        "name": "walletWord",
        "type": "uint256"
      },
      {
        "components": [
          {
            "internalType": "address",
            "name": "from",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "value",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "validAfter",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "validBefore",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "salt",
            "type": "bytes32"
          },
          {
            "internalType": "uint8",
            "name": "v",
            "type": "uint8"
          },
          {
            "internalType": "bytes32",
            "name": "r",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "s",
            "type": "bytes32"
          }
        ],
        "internalType": "struct TokenAuthorization",
        "name": "a",
        "type": "tuple"
      }
    ],
    "name": "depositWithAuthorization",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      }
    ],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint8",
        "name": "id",
        "type": "uint8"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      },
      {
        "internalType": "uint32",
        "name": "account",
        "type": "uint32"
      },
      {
        "internalType": "uint256",
        "name": "walletWord",
        "type": "uint256"
      },
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "deadline",
            "type": "uint256"
          },
          {
            "internalType": "uint8",
            "name": "v",
            "type": "uint8"
          },
          {
            "internalType": "bytes32",
            "name": "r",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "s",
            "type": "bytes32"
          }
        ],
        "internalType": "struct Permit",
        "name": "permit",
        "type": "tuple"
      }
    ],
    "name": "depositWithPermit",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      }
    ],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "ed25519",
    "outputs": [
      {
        "internalType": "contract IEd25519",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "eip712Domain",
    "outputs": [
      {
        "internalType": "bytes1",
        "name": "fields",
        "type": "bytes1"
      },
      {
        "internalType": "string",
        "name": "name",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "version",
        "type": "string"
      },
      {
        "internalType": "uint256",
        "name": "chainId",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "verifyingContract",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      },
      {
        "internalType": "uint256[]",
        "name": "extensions",
        "type": "uint256[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "fee",
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
            "internalType": "uint32",
            "name": "account",
            "type": "uint32"
          },
          {
            "internalType": "uint8",
            "name": "token",
            "type": "uint8"
          },
          {
            "internalType": "uint96",
            "name": "amount",
            "type": "uint96"
          },
          {
            "internalType": "address",
            "name": "recipient",
            "type": "address"
          }
        ],
        "internalType": "struct ForcedWithdrawal",
        "name": "withdrawal",
        "type": "tuple"
      }
    ],
    "name": "forcedWithdraw",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "uint32",
            "name": "account",
            "type": "uint32"
          },
          {
            "internalType": "uint8",
            "name": "token",
            "type": "uint8"
          },
          {
            "internalType": "uint96",
            "name": "amount",
            "type": "uint96"
          },
          {
            "internalType": "address",
            "name": "recipient",
            "type": "address"
          }
        ],
        "internalType": "struct ForcedWithdrawal",
        "name": "withdrawal",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "bytes32",
            "name": "solanaKey",
            "type": "bytes32"
          },
          {
            "internalType": "address",
            "name": "evmWallet",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "nonce",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "deadline",
            "type": "uint256"
          },
          {
            "internalType": "bytes",
            "name": "signature",
            "type": "bytes"
          }
        ],
        "internalType": "struct Approval",
        "name": "approval",
        "type": "tuple"
      }
    ],
    "name": "forcedWithdrawFor",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "uint32",
            "name": "account",
            "type": "uint32"
          },
          {
            "internalType": "uint8",
            "name": "token",
            "type": "uint8"
          },
          {
            "internalType": "uint96",
            "name": "amount",
            "type": "uint96"
          },
          {
            "internalType": "address",
            "name": "recipient",
            "type": "address"
          }
        ],
        "internalType": "struct ForcedWithdrawal",
        "name": "withdrawal",
        "type": "tuple"
      },
      {
        "internalType": "uint256",
        "name": "nonce",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "deadline",
        "type": "uint256"
      }
    ],
    "name": "forcedWithdrawText",
    "outputs": [
      {
        "internalType": "string",
        "name": "",
        "type": "string"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "from",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "count",
        "type": "uint256"
      }
    ],
    "name": "itemHashes",
    "outputs": [
      {
        "internalType": "bytes32[]",
        "name": "hashes",
        "type": "bytes32[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "length",
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
        "internalType": "address",
        "name": "erc20",
        "type": "address"
      }
    ],
    "name": "listToken",
    "outputs": [
      {
        "internalType": "uint8",
        "name": "id",
        "type": "uint8"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "wallet",
        "type": "uint256"
      }
    ],
    "name": "nonces",
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
            "internalType": "uint32",
            "name": "account",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "quest",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "previous",
            "type": "uint32"
          },
          {
            "internalType": "uint256",
            "name": "issuerKeyX",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "issuerKeyY",
            "type": "uint256"
          },
          {
            "internalType": "uint40",
            "name": "opensAt",
            "type": "uint40"
          },
          {
            "internalType": "uint40",
            "name": "closesAt",
            "type": "uint40"
          },
          {
            "internalType": "uint32",
            "name": "supply",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "points",
            "type": "uint32"
          },
          {
            "internalType": "uint16",
            "name": "category",
            "type": "uint16"
          },
          {
            "internalType": "uint40",
            "name": "expiresAfter",
            "type": "uint40"
          },
          {
            "internalType": "bool",
            "name": "revocable",
            "type": "bool"
          },
          {
            "internalType": "uint8",
            "name": "rewardToken",
            "type": "uint8"
          },
          {
            "internalType": "uint96",
            "name": "rewardPerMint",
            "type": "uint96"
          },
          {
            "internalType": "uint96",
            "name": "feePerMint",
            "type": "uint96"
          },
          {
            "internalType": "uint256",
            "name": "rulesHash",
            "type": "uint256"
          },
          {
            "internalType": "uint112",
            "name": "pool",
            "type": "uint112"
          },
          {
            "internalType": "uint112",
            "name": "feePool",
            "type": "uint112"
          }
        ],
        "internalType": "struct QuestOpening",
        "name": "opening",
        "type": "tuple"
      }
    ],
    "name": "openQuest",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "uint32",
            "name": "account",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "quest",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "previous",
            "type": "uint32"
          },
          {
            "internalType": "uint256",
            "name": "issuerKeyX",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "issuerKeyY",
            "type": "uint256"
          },
          {
            "internalType": "uint40",
            "name": "opensAt",
            "type": "uint40"
          },
          {
            "internalType": "uint40",
            "name": "closesAt",
            "type": "uint40"
          },
          {
            "internalType": "uint32",
            "name": "supply",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "points",
            "type": "uint32"
          },
          {
            "internalType": "uint16",
            "name": "category",
            "type": "uint16"
          },
          {
            "internalType": "uint40",
            "name": "expiresAfter",
            "type": "uint40"
          },
          {
            "internalType": "bool",
            "name": "revocable",
            "type": "bool"
          },
          {
            "internalType": "uint8",
            "name": "rewardToken",
            "type": "uint8"
          },
          {
            "internalType": "uint96",
            "name": "rewardPerMint",
            "type": "uint96"
          },
          {
            "internalType": "uint96",
            "name": "feePerMint",
            "type": "uint96"
          },
          {
            "internalType": "uint256",
            "name": "rulesHash",
            "type": "uint256"
          },
          {
            "internalType": "uint112",
            "name": "pool",
            "type": "uint112"
          },
          {
            "internalType": "uint112",
            "name": "feePool",
            "type": "uint112"
          }
        ],
        "internalType": "struct QuestOpening",
        "name": "opening",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "bytes32",
            "name": "solanaKey",
            "type": "bytes32"
          },
          {
            "internalType": "address",
            "name": "evmWallet",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "nonce",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "deadline",
            "type": "uint256"
          },
          {
            "internalType": "bytes",
            "name": "signature",
            "type": "bytes"
          }
        ],
        "internalType": "struct Approval",
        "name": "approval",
        "type": "tuple"
      }
    ],
    "name": "openQuestFor",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "uint32",
            "name": "account",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "quest",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "previous",
            "type": "uint32"
          },
          {
            "internalType": "uint256",
            "name": "issuerKeyX",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "issuerKeyY",
            "type": "uint256"
          },
          {
            "internalType": "uint40",
            "name": "opensAt",
            "type": "uint40"
          },
          {
            "internalType": "uint40",
            "name": "closesAt",
            "type": "uint40"
          },
          {
            "internalType": "uint32",
            "name": "supply",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "points",
            "type": "uint32"
          },
          {
            "internalType": "uint16",
            "name": "category",
            "type": "uint16"
          },
          {
            "internalType": "uint40",
            "name": "expiresAfter",
            "type": "uint40"
          },
          {
            "internalType": "bool",
            "name": "revocable",
            "type": "bool"
          },
          {
            "internalType": "uint8",
            "name": "rewardToken",
            "type": "uint8"
          },
          {
            "internalType": "uint96",
            "name": "rewardPerMint",
            "type": "uint96"
          },
          {
            "internalType": "uint96",
            "name": "feePerMint",
            "type": "uint96"
          },
          {
            "internalType": "uint256",
            "name": "rulesHash",
            "type": "uint256"
          },
          {
            "internalType": "uint112",
            "name": "pool",
            "type": "uint112"
          },
          {
            "internalType": "uint112",
            "name": "feePool",
            "type": "uint112"
          }
        ],
        "internalType": "struct QuestOpening",
        "name": "opening",
        "type": "tuple"
      },
      {
        "internalType": "uint256",
        "name": "nonce",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "deadline",
        "type": "uint256"
      }
    ],
    "name": "openQuestText",
    "outputs": [
      {
        "internalType": "string",
        "name": "",
        "type": "string"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "pending",
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
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      }
    ],
    "name": "queuedAt",
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
        "internalType": "uint256",
        "name": "from",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "limit",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "time",
        "type": "uint256"
      }
    ],
    "name": "queuedBefore",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "count",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "rollup",
    "outputs": [
      {
        "internalType": "contract IRollup",
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
            "internalType": "uint32",
            "name": "account",
            "type": "uint32"
          },
          {
            "internalType": "uint256",
            "name": "keyX",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "keyY",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "identity",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "linkedWallet",
            "type": "uint256"
          }
        ],
        "internalType": "struct KeySetting",
        "name": "setting",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "bytes32",
            "name": "solanaKey",
            "type": "bytes32"
          },
          {
            "internalType": "address",
            "name": "evmWallet",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "nonce",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "deadline",
            "type": "uint256"
          },
          {
            "internalType": "bytes",
            "name": "signature",
            "type": "bytes"
          }
        ],
        "internalType": "struct Approval",
        "name": "linked",
        "type": "tuple"
      }
    ],
    "name": "setKey",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "uint32",
            "name": "account",
            "type": "uint32"
          },
          {
            "internalType": "uint256",
            "name": "keyX",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "keyY",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "identity",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "linkedWallet",
            "type": "uint256"
          }
        ],
        "internalType": "struct KeySetting",
        "name": "setting",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "bytes32",
            "name": "solanaKey",
            "type": "bytes32"
          },
          {
            "internalType": "address",
            "name": "evmWallet",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "nonce",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "deadline",
            "type": "uint256"
          },
          {
            "internalType": "bytes",
            "name": "signature",
            "type": "bytes"
          }
        ],
        "internalType": "struct Approval",
        "name": "approval",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "bytes32",
            "name": "solanaKey",
            "type": "bytes32"
          },
          {
            "internalType": "address",
            "name": "evmWallet",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "nonce",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "deadline",
            "type": "uint256"
          },
          {
            "internalType": "bytes",
            "name": "signature",
            "type": "bytes"
          }
        ],
        "internalType": "struct Approval",
        "name": "linked",
        "type": "tuple"
      }
    ],
    "name": "setKeyFor",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "uint32",
            "name": "account",
            "type": "uint32"
          },
          {
            "internalType": "uint256",
            "name": "keyX",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "keyY",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "identity",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "linkedWallet",
            "type": "uint256"
          }
        ],
        "internalType": "struct KeySetting",
        "name": "setting",
        "type": "tuple"
      },
      {
        "internalType": "uint256",
        "name": "nonce",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "deadline",
        "type": "uint256"
      }
    ],
    "name": "setKeyText",
    "outputs": [
      {
        "internalType": "string",
        "name": "",
        "type": "string"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "takeFees",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      }
    ],
    "name": "token",
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
    "name": "tokenCount",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  }
] as const

export const inboxBytecode = '0x6101e0806040523461021a576080816149bf8038038091610020828561021e565b83398101031261021a5780516001600160a01b038116810361021a576020820151906001600160a01b038216820361021a576040830151926001600160a01b038416840361021a57606001519260405161007b60408261021e565b600b815260208101906a086c2d2e4dc40d2dcc4def60ab1b8252604051916100a460408461021e565b600183526020830191603160f81b83526100bd81610255565b610120526100ca84610255565b61014052519020918260e05251902080610100524660a0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261013360c08261021e565b5190206080523060c05261016052610180526101a0526101c0526040516146fe90816102c1823960805181614558015260a0518161460f015260c05181614529015260e051816145a7015261010051816145cd015261012051816111e701526101405181611210015261016051818181610b14015261413d01526101805181818161051f0152818161070601528181610e43015261390a01526101a0518181816107e601528181610ac301528181610eaf015281816115b6015281816118b501528181612136015281816139bc0152613e1901526101c0518181816112fa015261208f0152f35b5f80fd5b601f909101601f19168101906001600160401b0382119082101761024157604052565b634e487b7160e01b5f52604160045260245ffd5b601f815111610280576020815191015160208210610271571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe60806040526004361015610011575f80fd5b5f5f3560e01c8063044215c614611b5c5780630a072bd214611b31578063141a468c14611b075780631dc4f53d14611af05780631f7b6d3214611ad35780631fc1e25f1461183f57806328154e071461181257806337625e82146117dd57806337eacb241461179357806356501d77146116875780635dd912f51461155b5780636834dc181461152957806368632e4e1461131d5780636ef25c3a146112e357806384b0196e146111cf5780638899b52b146111605780639391a553146110f95780639ac498de1461108f5780639f181b5e14611072578063a992451c14610fea578063aaf1039814610d86578063ab802cb014610d41578063bad6570d14610c19578063c1ecd18f14610bb2578063c60fe64c14610b38578063c8a23b0c14610ae7578063cb23bcb514610a96578063d01bfbbb14610a0d578063ddca3f43146109f2578063e20ccec3146109cf578063e557d14014610543578063e78cea92146104f2578063f216297b146103575763f277c6b314610190575f80fd5b3461034857600319360160c08112610353576080136103485760243560ff811680820361034f576101c1915061303e565b6044356bffffffffffffffffffffffff811680820361034b576101e4915061303e565b60643573ffffffffffffffffffffffffffffffffffffffff8116810361034b576020926009846102d09460278261021e87600c9850613c80565b92604051998a977f746f6b656e3a2000000000000000000000000000000000000000000000000000828a0152805191829101858a015e8701907f0a616d6f756e743a20000000000000000000000000000000000000000000000084830152805192839101603083015e0101907f0a726563697069656e743a20000000000000000000000000000000000000000084830152805192839101601583015e010185838201520301601f198101835282611cc3565b60043563ffffffff811692838203610348576103446103308585604051906102f9604083611cc3565b600e82527f666f726365645769746864726177000000000000000000000000000000000000602083015260a4359260843592612589565b604051918291602083526020830190611bde565b0390f35b80fd5b8380fd5b8280fd5b5080fd5b503461034857600319360160e081126103535760a01361034857602061049260106103836024356131d4565b600b846103916044356131d4565b60088261039f6064356131d4565b6027826103ad6084356131d4565b956040519c8d9a7f6b657920783a2000000000000000000000000000000000000000000000000000828d0152805191829101858d015e8a01907f0a6b657920793a2000000000000000000000000000000000000000000000000084830152805192839101602f83015e0101907f0a6964656e746974793a2000000000000000000000000000000000000000000084830152805192839101601383015e0101907f0a6c696e6b65642077616c6c65743a200000000000000000000000000000000084830152805192839101601b83015e010185838201520301601f198101835282611cc3565b60043563ffffffff811692838203610348576103446103308585604051906104bb604083611cc3565b600682527f7365744b65790000000000000000000000000000000000000000000000000000602083015260c4359260a43592612589565b5034610348578060031936011261034857602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b5061016060031936011261034857610559611c03565b6024359163ffffffff8316830361034857604435916101007fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff9c360112610353576105a1612a54565b6105a9613889565b926105b660ff8316613bbe565b6040517f70a0823100000000000000000000000000000000000000000000000000000000815230600482015273ffffffffffffffffffffffffffffffffffffffff821691602082602481865afa9182156109c4578692610990575b5061061f60e435858a611ce6565b610627612215565b90610104359060ff82169182810361098c5750853b156109885773ffffffffffffffffffffffffffffffffffffffff604051937fef55bec6000000000000000000000000000000000000000000000000000000008552166004840152306024840152608435604484015260a435606484015260c435608484015260a483015260c48201526101243560e48201526101443561010482015286816101248183885af1801561097d57908791610964575b50506040517f70a082310000000000000000000000000000000000000000000000000000000081523060048201527f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff1692602082602481885afa8015610959578890610925575b61075c9250611c13565b92604051937fa9059cbb0000000000000000000000000000000000000000000000000000000088528360045260245260208760448180855af16001885114811615610906575b84604052156108db57507fa49f3fc900000000000000000000000000000000000000000000000000000000835273ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000811660048501521660248301526020908290604490829088905af19081156108d0578491610893575b50906020956108469392610840612215565b93613a8d565b9180341161087a575b507f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b61088761088d9134611c13565b33612ac8565b5f61084f565b929190506020833d6020116108c8575b816108b060209383611cc3565b810103126108c4579151909190602061082e565b5f80fd5b3d91506108a3565b6040513d86823e3d90fd5b7f5274afe7000000000000000000000000000000000000000000000000000000008752600452602486fd5b600181151661091c57813b15153d1516166107a2565b843d89823e3d90fd5b506020823d602011610951575b8161093f60209383611cc3565b810103126108c45761075c9151610752565b3d9150610932565b6040513d8a823e3d90fd5b8161096e91611cc3565b61097957855f6106d6565b8580fd5b6040513d89823e3d90fd5b8880fd5b8980fd5b9091506020813d6020116109bc575b816109ac60209383611cc3565b810103126108c45751905f610611565b3d915061099f565b6040513d88823e3d90fd5b503461034857806003193601126103485760206109ea6120ef565b604051908152f35b503461034857806003193601126103485760206109ea61208d565b5034610348576060600319360112610348576004805490359160443590602435905b81811080610a84575b80610a5c575b15610a5157610a4c9061207f565b610a2f565b602090604051908152f35b508264ffffffffff610a76610a718489611d43565b612041565b90549060031b1c1610610a3e565b5083610a908287611d43565b10610a38565b5034610348578060031936011261034857602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b5034610348578060031936011261034857602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b50606060031936011261034857610b4d611b98565b610b55611bcf565b906044359167ffffffffffffffff831161034b5760a0600319843603011261034b57610b9c8282610b926108469463ffffffff6020999716612544565b9560040191613bf9565b610ba4612a54565b610bac613889565b93613dd4565b50602060031936011261034857602090610bca611b98565b9064ffffffff006101409260405193610be38186611cc3565b368537610bf563ffffffff8216613d77565b60081b166004178252610c06612a54565b610846610c11613889565b923390613dd4565b5061010060031936011261034857610c2f611c03565b60243590610c3b611bab565b60807fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7c36011261034b57610c6d612a54565b610c75613889565b928473ffffffffffffffffffffffffffffffffffffffff610c9860ff8616613bbe565b1660a4359060ff82169182810361034b5750803b1561034f5760e4839260405194859384927fd505accf0000000000000000000000000000000000000000000000000000000084523360048501523060248501528860448501526084356064850152608484015260c43560a4840152833560c48401525af1610d28575b50916108469160209593606435926138cb565b610d33868092611cc3565b610d3d575f610d15565b8480fd5b50600319360160c081126103535760a0136103485760a4359067ffffffffffffffff82116103485760a060031983360301126103485760206109ea836004013361340d565b5060406003193601126108c457610d9b611b98565b9060243591610da8612a54565b610db061208d565b803410610fbb57610dc19034611c13565b9263ffffffff8216916101409260405193610ddc8186611cc3565b36853785158015610faf575b610f83576303ffffff8103610f2d57509064ffffffff00610e2b9392610e0d8361447c565b60081b1660011782528460081b602083015260408201523390613dd4565b9073ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016803b156108c4575f906024604051809681937f88d32dd700000000000000000000000000000000000000000000000000000000835273ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001660048401525af1928315610f2257602093610f0f57507f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b610f1b91505f90611cc3565b5f5f61084f565b6040513d5f823e3d90fd5b610f3690613d77565b81610f4c579064ffffffff00610e2b9392610e0d565b5063a25ec12960e01b5f527f77616c6c6574576f72640000000000000000000000000000000000000000000060045260245260445ffd5b857f66c28b18000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b508560601c1515610de8565b7ff04f3db2000000000000000000000000000000000000000000000000000000005f523460045260245260445ffd5b60806003193601126108c4576020611000611c03565b61102a61100b611bab565b91611014612a54565b61101c613889565b9260643591602435906138cb565b9080341161105f575b505f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b61088761106c9134611c13565b82611033565b346108c4575f6003193601126108c4576020600554604051908152f35b346108c45760206003193601126108c4576004356004548110156110ce5764ffffffffff6110be602092612041565b90549060031b1c16604051908152f35b7fd2c66d53000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b600319360161026081126108c457610240136108c4576102443567ffffffffffffffff81116108c45760a060031982360301126108c45760209061102a61114a611141612b48565b926004016135f7565b611152612a54565b61115a613889565b92613dd4565b600319360160e081126108c45760a0136108c45760a43567ffffffffffffffff81116108c45760a060031982360301126108c45760c43567ffffffffffffffff81116108c45760a060031982360301126108c4576020916111ca6109ea92600401916004016132b5565b61340d565b346108c4575f6003193601126108c45761128761120b7f000000000000000000000000000000000000000000000000000000000000000061429b565b6112347f000000000000000000000000000000000000000000000000000000000000000061429b565b6020611295604051926112478385611cc3565b5f84525f3681376040519586957f0f00000000000000000000000000000000000000000000000000000000000000875260e08588015260e0870190611bde565b908582036040870152611bde565b4660608501523060808501525f60a085015283810360c08501528180845192838152019301915f5b8281106112cc57505050500390f35b8351855286955093810193928101926001016112bd565b346108c4575f6003193601126108c45760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b346108c457600319360161028081126108c457610240136108c45760243563ffffffff81168082036108c457611353915061303e565b610204356dffffffffffffffffffffffffffff81168082036108c457611379915061303e565b9061022435916dffffffffffffffffffffffffffff8316918284036108c457600b60206008936007826113b16114c798829a5061303e565b6027826113e2604051828101906113c9826004611ea6565b61024081526113da61026082611cc3565b5190206131d4565b956040519c8d9a7f71756573743a2000000000000000000000000000000000000000000000000000828d0152805191829101858d015e8a01907f0a706f6f6c3a200000000000000000000000000000000000000000000000000084830152805192839101602e83015e0101907f0a66656520706f6f6c3a2000000000000000000000000000000000000000000084830152805192839101601283015e0101907f0a7465726d733a2000000000000000000000000000000000000000000000000084830152805192839101601383015e01015f838201520301601f198101835282611cc3565b60043563ffffffff81168082036108c457610344926103309250604051906114f0604083611cc3565b600982527f6f70656e51756573740000000000000000000000000000000000000000000000602083015261026435926102443592612589565b6102406003193601126108c4576020611540612b48565b611548612a54565b61102a611553613889565b913390613dd4565b346108c4575f6003193601126108c457611573612a54565b6040517fa8e4fb9000000000000000000000000000000000000000000000000000000000815260208160048173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa8015610f2257611633915f91611658575b5047906040518281527f771ed2e42c9e4d72a2a8cb34c02a7ec4a2b63f52248fdd826a228b4a3e01c564602073ffffffffffffffffffffffffffffffffffffffff841692a2612ac8565b5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b61167a915060203d602011611680575b6116728183611cc3565b810190611d17565b826115e9565b503d611668565b346108c45760406003193601126108c4576024356004356116a88282611d43565b6003548091116110ce57506116bc82611e37565b916116ca6040519384611cc3565b8083526116d681611e37565b91601f196020850193013684375f5b828110611730578385604051918291602083019060208452518091526040830191905f5b818110611717575050500390f35b8251845285945060209384019390920191600101611709565b61174261173d8284611d43565b611c38565b90549060031b1c9085518110156117665760019160208260051b88010152016116e5565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b600319360160a081126108c4576080136108c45760843567ffffffffffffffff81116108c45760a060031982360301126108c4576109ea6117d86020926004016127b6565b6123d4565b346108c45760806003193601126108c4576103446103306117fc611b98565b611804611bcf565b906064359160443591611d6c565b60406003193601126108c457602061154061182b611b98565b63ffffffff611838611bcf565b9116612544565b346108c45760206003193601126108c45760043573ffffffffffffffffffffffffffffffffffffffff8116908181036108c4576040517fa8e4fb9000000000000000000000000000000000000000000000000000000000815260208160048173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa8015610f225773ffffffffffffffffffffffffffffffffffffffff915f91611ab4575b5016803303611a85575060055460018101809111611a5857605114908115611a40575b8115611a36575b50611a0b57805f52600660205260405f2060017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff0082541617905560055490680100000000000000008210156119de5761198582600160209401600555611c20565b81549060031b9073ffffffffffffffffffffffffffffffffffffffff84831b921b191617905560ff6005541660405191817fd10319a37b07fc1b0721a7ce23477159d112f4a142bb0f4647536c05f78041cb5f80a38152f35b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b7f58294a43000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b90503b1582611924565b9050815f52600660205260ff60405f2054169061191d565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b7f828f1b55000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b611acd915060203d602011611680576116728183611cc3565b846118fa565b346108c4575f6003193601126108c4576020600354604051908152f35b60806003193601126108c45760206109ea336123d4565b346108c45760206003193601126108c4576004355f526002602052602060405f2054604051908152f35b346108c45760606003193601126108c45760206109ea611b4f611b98565b6044359060243590611ce6565b346108c45760206003193601126108c4576020611b7a600435611c50565b73ffffffffffffffffffffffffffffffffffffffff60405191168152f35b6004359063ffffffff821682036108c457565b6044359063ffffffff821682036108c457565b359063ffffffff821682036108c457565b6024359081151582036108c457565b90601f19601f602080948051918291828752018686015e5f8582860101520116010190565b6004359060ff821682036108c457565b91908203918211611a5857565b6005548110156117665760055f5260205f2001905f90565b6003548110156117665760035f5260205f2001905f90565b8015611cbe576005548111611c93575f198101908111611a5857611c8873ffffffffffffffffffffffffffffffffffffffff91611c20565b90549060031b1c1690565b7f97da633e000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b505f90565b90601f601f19910116810190811067ffffffffffffffff8211176119de57604052565b916040519163ffffffff60208401941684526040830152606082015260608152611d11608082611cc3565b51902090565b908160209103126108c4575173ffffffffffffffffffffffffffffffffffffffff811681036108c45790565b91908201809211611a5857565b67ffffffffffffffff81116119de57601f01601f191660200190565b611df693929115611df957604051611d85604082611cc3565b601181527f61733a206c696e6b65642077616c6c65740000000000000000000000000000006020820152905b63ffffffff60405191611dc5604084611cc3565b600983527f63616e63656c4b6579000000000000000000000000000000000000000000000060208401521690612589565b90565b604051611e07604082611cc3565b601281527f61733a207072696d6172792077616c6c65740000000000000000000000000000602082015290611db1565b67ffffffffffffffff81116119de5760051b60200190565b3563ffffffff811681036108c45790565b359064ffffffffff821682036108c457565b35906bffffffffffffffffffffffff821682036108c457565b35906dffffffffffffffffffffffffffff821682036108c457565b63ffffffff611eb482611bbe565b16825263ffffffff611ec860208301611bbe565b16602083015263ffffffff611edf60408301611bbe565b166040830152606081013560608301526080810135608083015264ffffffffff611f0b60a08301611e60565b1660a083015264ffffffffff611f2360c08301611e60565b1660c083015263ffffffff611f3a60e08301611bbe565b1660e083015263ffffffff611f526101008301611bbe565b1661010083015261012081013561ffff81168091036108c45761012083015264ffffffffff611f846101408301611e60565b166101408301526101608101358015158091036108c45761016083015261018081013560ff811681036108c45761203b610220809360ff6dffffffffffffffffffffffffffff94166101808701526bffffffffffffffffffffffff611fec6101a08301611e72565b166101a08701526bffffffffffffffffffffffff61200d6101c08301611e72565b166101c08701526101e08101356101e08701528361202e6102008301611e8b565b1661020087015201611e8b565b16910152565b906004548210156117665760045f5260068083047f8a35acfbc15ff81a39ae7d344fd709f28e8600b4aa8c65c6b64bfe7fe36bd19b01920660050290565b5f198114611a585760010190565b7f0000000000000000000000000000000000000000000000000000000000000000806120b857505f90565b6120c06120ef565b908181029181830403611a58576032611df6920490611d43565b519067ffffffffffffffff821682036108c457565b600354604051907fa043867900000000000000000000000000000000000000000000000000000000825260808260048173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa918215610f22575f9261217f575b5067ffffffffffffffff6060611df69301511690611c13565b91506080823d60801161220d575b8161219a60809383611cc3565b810103126108c457604051916080830183811067ffffffffffffffff8211176119de57611df693612201606067ffffffffffffffff948194604052805184526121e5602082016120da565b60208501526121f6604082016120da565b6040850152016120da565b82820152935050612166565b3d915061218d565b60643573ffffffffffffffffffffffffffffffffffffffff811681036108c45790565b3573ffffffffffffffffffffffffffffffffffffffff811681036108c45790565b90602061238f611df6949361238a6010612275858401356131d4565b600b8661228560408701356131d4565b60088261229560608a01356131d4565b6027826122a560808d01356131d4565b956040519e8f9a7f6b657920783a2000000000000000000000000000000000000000000000000000828d0152805191829101858d015e8a01907f0a6b657920793a2000000000000000000000000000000000000000000000000084830152805192839101602f83015e0101907f0a6964656e746974793a2000000000000000000000000000000000000000000084830152805192839101601383015e0101907f0a6c696e6b65642077616c6c65743a200000000000000000000000000000000084830152805192839101601b83015e01015f838201520301601f198101855284611cc3565b611e4f565b63ffffffff604051916123a3604084611cc3565b600683527f7365744b6579000000000000000000000000000000000000000000000000000060208401521690612589565b60243560ff8116918282036108c4576123ec83611c50565b50604051926101406123fe8186611cc3565b36853760043563ffffffff81168082036108c45761241b90613d77565b604435916bffffffffffffffffffffffff83168084036108c45715612518576064359173ffffffffffffffffffffffffffffffffffffffff8316938484036108c45784156124e15761249e9664ffffffff006cffffffffffffffffffffffff009360081b1660061789525060081b16176020860152506040840152611152612a54565b908034116124ce575b505f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d90565b6108876124db9134611c13565b5f6124a7565b63a25ec12960e01b5f527f726563697069656e7400000000000000000000000000000000000000000000006004525f60245260445ffd5b7f66c28b18000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b6040519092916101406125578184611cc3565b368337819361256581613d77565b60081b60051782525f1461257f57602060ff600116910152565b602060ff5f61203b565b9390926125954661303e565b9361259f30613c80565b90604051809260208201977f0a636861696e3a20000000000000000000000000000000000000000000000000895280516020819201602885015e8201602881017f0a696e626f783a20000000000000000000000000000000000000000000000000905281516020819301603083015e01602801600881015f905203600801601f198101835261262e9083611cc3565b6126379061303e565b60405195869260208401987f436169726e20696e626f7820726571756573740a616374696f6e3a20000000008a5280516020819201603c87015e840190603c8201905f8252519283915e01603c017f0a6163636f756e743a2000000000000000000000000000000000000000000000815281516020819301600a83015e01600a81015f905203600a01601f19810185526126d19085611cc3565b6126da9061303e565b906126e49061303e565b91604051948594518091602087015e8401602081017f0a00000000000000000000000000000000000000000000000000000000000000905281516020819301602183015e01602001600181017f0a6e6f6e63653a20000000000000000000000000000000000000000000000000905281516020819301600983015e01600101600881017f0a646561646c696e653a20000000000000000000000000000000000000000000905281516020819301601383015e01600801600b81015f905203600b01601f1981018252611df69082611cc3565b80356128ae5760405190602082019160043563ffffffff81168091036108c457835260243560ff81168091036108c45760408201526044356bffffffffffffffffffffffff81168091036108c45760608201526064359273ffffffffffffffffffffffffffffffffffffffff84168094036108c457611df6936080830152604083013560a0830152606083013560c083015260c0825261285760e083611cc3565b6128a560408051809360208201957f714863495fc2eaf647e9f14afaf17c1520eba753fa750e4efba80719bdc2166587525180918484015e81015f838201520301601f198101835282611cc3565b519020906141c0565b60243560ff811681036108c4576128c79060ff1661303e565b906044356bffffffffffffffffffffffff811681036108c4576128f7906bffffffffffffffffffffffff1661303e565b60643573ffffffffffffffffffffffffffffffffffffffff811681036108c4576020936009856129e39460278261293187600c9850613c80565b926040519a8b977f746f6b656e3a2000000000000000000000000000000000000000000000000000828a0152805191829101858a015e8701907f0a616d6f756e743a20000000000000000000000000000000000000000000000084830152805192839101603083015e0101907f0a726563697069656e743a20000000000000000000000000000000000000000084830152805192839101601583015e01015f838201520301601f198101845283611cc3565b60043563ffffffff811681036108c457611df69281612a4e925060405191612a0c604084611cc3565b600e83527f666f726365645769746864726177000000000000000000000000000000000000602084015260608501359263ffffffff6040870135931690612589565b90614056565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c612aa05760017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d565b7f3ee5aeb5000000000000000000000000000000000000000000000000000000005f5260045ffd5b905f80808093855af13d15612b43573d612ae181611d50565b90612aef6040519283611cc3565b81525f60203d92013e5b15612b015750565b73ffffffffffffffffffffffffffffffffffffffff907fb6c30e5f000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b612af9565b60405190610140612b598184611cc3565b3683378160043563ffffffff81168082036108c457612b7790613d77565b6024359063ffffffff8216918281036108c457621853d38310156130075760443563ffffffff81168082036108c457621853d4811015612fd157506101e435937f0100000000000000000000000000000000000000000000000000000000000000851015612f9a57606435907f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001821015612f6357608435927f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001841015612f2c57610184359460ff8616968787036108c4576051881015612ef5579064ffffffff00661fffffffe00000939260081b166002178a525060151b161760208701526040860152606085015260a43564ffffffffff8116908181036108c4575060c43564ffffffffff811681036108c45760e43563ffffffff811681036108c457610104359063ffffffff821682036108c457610124359261ffff841684036108c457610144359464ffffffffff861686036108c4576101643580151581036108c45715612e785769ffffffffff00000000006dffffffff0000000000000000000071ffffffff000000000000000000000000000073ffff00000000000000000000000000000000000078ffffffffff000000000000000000000000000000000000000079ff0000000000000000000000000000000000000000000000000060015b60c81b169a60a01b169860901b169660701b169460501b169260281b161717171717176080850152506101a435906bffffffffffffffffffffffff821682036108c4576101c4356bffffffffffffffffffffffff811681036108c45778ffffffffffffffffffffffff00000000000000000000000000816cffffffffffffffffffffffff00925060681b169260081b16171760a083015260c0820152610204356dffffffffffffffffffffffffffff8116908181036108c4575061022435906dffffffffffffffffffffffffffff821682036108c4577bffffffffffffffffffffffffffff00000000000000000000000000008260e0935060701b1617910152565b69ffffffffff00000000006dffffffff0000000000000000000071ffffffff000000000000000000000000000073ffff00000000000000000000000000000000000078ffffffffff000000000000000000000000000000000000000079ff000000000000000000000000000000000000000000000000005f612d76565b8763a25ec12960e01b5f527f726577617264546f6b656e00000000000000000000000000000000000000000060045260245260445ffd5b8363a25ec12960e01b5f527f6973737565724b6579590000000000000000000000000000000000000000000060045260245260445ffd5b5063a25ec12960e01b5f527f6973737565724b6579580000000000000000000000000000000000000000000060045260245260445ffd5b8463a25ec12960e01b5f527f72756c657348617368000000000000000000000000000000000000000000000060045260245260445ffd5b63a25ec12960e01b5f527f70726576696f757300000000000000000000000000000000000000000000000060045260245260445ffd5b8263a25ec12960e01b5f527f717565737400000000000000000000000000000000000000000000000000000060045260245260445ffd5b805f917a184f03e93ff9f4daa797ed6e38ed64bf6a1f01000000000000000082101561319b575b806d04ee2d6d415b85acef8100000000600a921015613180575b662386f26fc1000081101561316c575b6305f5e10081101561315b575b61271081101561314c575b606481101561313e575b1015613133575b600a5f1960216001850194601f196130e86130d288611d50565b976130e0604051998a611cc3565b808952611d50565b013660208801378501015b01917f30313233343536373839616263646566000000000000000000000000000000008282061a835304801561312e575f19600a91926130f3565b505090565b6001909101906130b8565b6064600291049301926130b1565b612710600491049301926130a7565b6305f5e1006008910493019261309c565b662386f26fc100006010910493019261308f565b6d04ee2d6d415b85acef81000000006020910493019261307f565b50604091507a184f03e93ff9f4daa797ed6e38ed64bf6a1f0100000000000000008104613065565b908151811015611766570160200190565b806131df6042611d50565b916131ed6040519384611cc3565b604283526131fb6042611d50565b601f196020850191013682378351156117665760309053825160011015611766576078602184015360415b600181116132675750613237575090565b7fe22e27eb000000000000000000000000000000000000000000000000000000005f52600452602060245260445ffd5b90600f81166010811015611766577f3031323334353637383961626364656600000000000000000000000000000000901a6132a283866131c3565b5360041c908015611a58575f1901613226565b803561336e576040519060208201916004359263ffffffff84168094036108c457611df693815260243560408301526044356060830152606435608083015260843560a0830152604083013560c0830152606083013560e083015260e0825261332061010083611cc3565b6128a560408051809360208201957f57b5929b8ccf4d866a59ac2cfd43b318bd06daf6d018516f5b9bb098ded40e3287525180918484015e81015f838201520301601f198101835282611cc3565b80612a4e6060611df693013560408301356004612259565b9080356133f557611df691604051906080602083019163ffffffff6133aa82611bbe565b1683526020810135604085015260408101356060850152606081013582850152013560a0830152604083013560c0830152606083013560e083015260e0825261332061010083611cc3565b612a4e611df692606083013590604084013590612259565b9190916084359081151593846135ba575b50604051916101406134308185611cc3565b3684376004359463ffffffff86168087036108c45761344e90613d77565b6024357f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000181101561358457604435907f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000182101561354d57606435927f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000018410156135165761249e96979864ffffffff0091613508575b60081b1660031787526020870152604086015260608501526080840152611152612a54565b6135118661447c565b6134e3565b8363a25ec12960e01b5f527f6964656e7469747900000000000000000000000000000000000000000000000060045260245260445ffd5b5063a25ec12960e01b5f527f6b6579590000000000000000000000000000000000000000000000000000000060045260245260445ffd5b63a25ec12960e01b5f527f6b6579580000000000000000000000000000000000000000000000000000000060045260245260445ffd5b6135c5906004613386565b80831461341e577f7e50023a000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b803561368857611df69060405160208101613613816004611ea6565b60408301356102608301526060830135610280830152610280825261363a6102a083611cc3565b6128a560408051809360208201957ff0566155abacac725a56f7d901c1c951d7adba8af9d17afe3c0a520deb978f3987525180918484015e81015f838201520301601f198101835282611cc3565b60243563ffffffff811681036108c4576136a79063ffffffff1661303e565b90610204356dffffffffffffffffffffffffffff811681036108c4576136dc906dffffffffffffffffffffffffffff1661303e565b610224356dffffffffffffffffffffffffffff811681036108c457602093600b8561381e946007826137216dffffffffffffffffffffffffffff88600899501661303e565b602782613739604051828101906113c9826004611ea6565b956040519d8e9a7f71756573743a2000000000000000000000000000000000000000000000000000828d0152805191829101858d015e8a01907f0a706f6f6c3a200000000000000000000000000000000000000000000000000084830152805192839101602e83015e0101907f0a66656520706f6f6c3a2000000000000000000000000000000000000000000084830152805192839101601283015e0101907f0a7465726d733a2000000000000000000000000000000000000000000000000084830152805192839101601383015e01015f838201520301601f198101845283611cc3565b60043563ffffffff811681036108c457611df69281612a4e925060405191613847604084611cc3565b600983527f6f70656e51756573740000000000000000000000000000000000000000000000602084015260608501359263ffffffff6040870135931690612589565b61389161208d565b9081341061389b57565b507ff04f3db2000000000000000000000000000000000000000000000000000000005f523460045260245260445ffd5b919290926138db60ff8416613bbe565b73ffffffffffffffffffffffffffffffffffffffff81169073ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001691604051967f23b872dd000000000000000000000000000000000000000000000000000000005f52336004528360245260445260205f60648180855af160015f5114811615613a6e575b876040525f60605215613a4357507fa49f3fc900000000000000000000000000000000000000000000000000000000865273ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000081166004880152166024860152602090859060449082905f905af18015610f22575f90613a0f575b611df694503393613a8d565b506020843d602011613a3b575b81613a2960209383611cc3565b810103126108c457611df69351613a03565b3d9150613a1c565b7f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6001811516613a8457813b15153d151616613974565b873d5f823e3d90fd5b6040519395949290919063ffffffff8116610140613aab8188611cc3565b36873782158015613bb2575b613b86576303ffffff8103613b1657509160ff879264ffffffff0073ffffffffffffffffffffffffffffffffffffffff9695613af6611df69a9b61447c565b60081b16600117875260081b911617602085015260408401521690613dd4565b613b1f90613d77565b86613b4f579160ff611df696979264ffffffff0073ffffffffffffffffffffffffffffffffffffffff9695613af6565b8663a25ec12960e01b5f527f77616c6c6574576f72640000000000000000000000000000000000000000000060045260245260445ffd5b827f66c28b18000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b508260601c1515613ab7565b8015613bcd57611df690611c50565b7f97da633e000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b9190918135613c6757611df6926040519063ffffffff60208301937ffeef54de7399634ae2823ad87dbaf8e4f21d9c1c288d003a70ef73450ba08fbb85521660408301521515606082015260408301356080820152606083013560a082015260a081526128a560c082611cc3565b611df692612a4e91606084013591604085013591611d6c565b73ffffffffffffffffffffffffffffffffffffffff1680613ca1602a611d50565b91613caf6040519384611cc3565b602a8352613cbd602a611d50565b601f196020850191013682378351156117665760309053825160011015611766576078602184015360295b60018111613d295750613cf9575090565b7fe22e27eb000000000000000000000000000000000000000000000000000000005f52600452601460245260445ffd5b90600f81166010811015611766577f3031323334353637383961626364656600000000000000000000000000000000901a613d6483866131c3565b5360041c908015611a58575f1901613ce8565b630290d741811015613d865750565b63a25ec12960e01b5f527f6163636f756e740000000000000000000000000000000000000000000000000060045260245260445ffd5b908160209103126108c4575180151581036108c45790565b91906040517f054f7d9c00000000000000000000000000000000000000000000000000000000815260208160048173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa908115610f22575f91613fd6575b50613fae57613e566120ef565b611000811015613f835750806101208401526003549260405160208101908183905f905b600a8210613f6d575050506101408152613e9661016082611cc3565b519020680100000000000000008510156119de5760018501600355613eba85611c38565b5f19829392549160031b92831b921b1916179055600454680100000000000000008110156119de57806001613ef29201600455612041565b81549060031b9064ffffffffff804216831b921b19161790558360ff8251169160405190428252602082015f905b600a8210613f53575050506101607f29b2b2ceea097bcd88fdd9567e71aa92a8ef18ce0380732b94bfded49a46304591a4565b825181528894506020928301926001929092019101613f20565b6020806001928551815201930191019091613e7a565b7f94c63d4b000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f11e2162b000000000000000000000000000000000000000000000000000000005f5260045ffd5b613ff8915060203d602011613ffe575b613ff08183611cc3565b810190613dbc565b5f613e49565b503d613fe6565b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe1813603018212156108c4570180359067ffffffffffffffff82116108c4576020019181360383136108c457565b919060206141249184356140b87f01000000000000000000000000000000000000000000000000000000000000006040518581019084825286815261409c604082611cc3565b51902060081c17966140ae88826142f2565b6080810190614005565b9490926084601f19601f88604051998a9889987f5bf48e3a000000000000000000000000000000000000000000000000000000008a5260048a0152606060248a01528160648a0152858901375f8482890101520116840160031982868303010160448601520190611bde565b038173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa908115610f22575f916141a1575b501561417557565b507f7e50023a000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6141ba915060203d602011613ffe57613ff08183611cc3565b5f61416d565b9190602083019261424560426141fe73ffffffffffffffffffffffffffffffffffffffff6141ed88612238565b16966141f988866142f2565b612238565b93614207614512565b90604051917f190100000000000000000000000000000000000000000000000000000000000083526002830152602282015220916080810190614005565b91909261425183611d50565b9261425f6040519485611cc3565b80845236818601116108c4576020815f92614281978388013785010152614381565b8215908115614292575b5061417557565b9050155f61428b565b60ff811690601f82116142ca57604051916142b7604084611cc3565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b90606082013580421161435657505f5260026020526040805f20918254926143198461207f565b90550135818103614328575050565b7f8aee47bf000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f2e29e1fd000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b9190823b6143f6579061439391614635565b5060048110156143c9571591826143a957505090565b73ffffffffffffffffffffffffffffffffffffffff919250811691161490565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b916020926064601f19601f855f965190604051957f1626ba7e00000000000000000000000000000000000000000000000000000000875260048701526040602487015288820190604487015e86848287010152011601915afa7f1626ba7e000000000000000000000000000000000000000000000000000000005f5114601f3d11161690565b8060f81c80155f1461450a57506affffffffffffffffffffff8160a01c16155b1580156144e1575b6144ab5750565b63a25ec12960e01b5f527f77616c6c6574576f72640000000000000000000000000000000000000000000060045260245260445ffd5b507effffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8116156144a4565b60011461449c565b73ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001630148061460c575b1561457a577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a08152611d1160c082611cc3565b507f00000000000000000000000000000000000000000000000000000000000000004614614551565b81519190604183036146655761465e9250602082015190606060408401519301515f1a9061466f565b9192909190565b50505f9160029190565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a084116146f3579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa15610f22575f5173ffffffffffffffffffffffffffffffffffffffff8116156146e957905f905f90565b505f906001905f90565b5050505f916003919056'
