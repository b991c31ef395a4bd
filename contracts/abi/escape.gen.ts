// Generated from the contract's sources by contracts/scripts/abi.ts. Do not edit.
// sources 9f345226432f7ecad7bc80fc67eae3d5714c5e308f429f542ccb27ce389fdf45
export const escapeAbi = [
  {
    "inputs": [
      {
        "internalType": "contract IRollup",
        "name": "rollup_",
        "type": "address"
      },
      {
        "internalType": "contract IEd25519",
        "name": "ed25519_",
        "type": "address"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "kind",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      }
    ],
    "name": "ExitedAlready",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "tree",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      }
    ],
    "name": "IndexOutOfRange",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "NotFrozen",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      }
    ],
    "name": "NotInField",
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
    "name": "NotTheOwner",
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
    "name": "NotTheQuest",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "kind",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      }
    ],
    "name": "NothingToExit",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "tree",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      }
    ],
    "name": "PathMismatch",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "account",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "to",
        "type": "address"
      }
    ],
    "name": "PayeeRefused",
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
    "name": "RootMismatch",
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
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "quest",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "account",
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
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "feeAmount",
        "type": "uint256"
      }
    ],
    "name": "PoolExited",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "credential",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "account",
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
        "name": "token",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "RewardExited",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "account",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "token",
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
    "name": "VaultExited",
    "type": "event"
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
    "inputs": [
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "accountsRoot",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "accountCount",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "credentialsRoot",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "credentialCount",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "questsRoot",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "vaultsRoot",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "inboxIndex",
            "type": "uint256"
          }
        ],
        "internalType": "struct StateFields",
        "name": "state",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "index",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "evm",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "solanaDigest",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "linksDigest",
            "type": "uint256"
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
            "name": "nonce",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "pendingKeyX",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "pendingKeyY",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "pendingAt",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "identity",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "movedTo",
            "type": "uint256"
          },
          {
            "internalType": "uint256[2][16]",
            "name": "path",
            "type": "uint256[2][16]"
          }
        ],
        "internalType": "struct AccountProof",
        "name": "account",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "address",
            "name": "to",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "solanaKey",
            "type": "bytes32"
          },
          {
            "internalType": "bytes",
            "name": "signature",
            "type": "bytes"
          }
        ],
        "internalType": "struct Payee",
        "name": "payee",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "index",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "owner",
            "type": "uint256"
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
            "internalType": "uint256",
            "name": "schedule",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "prices",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "rulesHash",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "counters",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "pools",
            "type": "uint256"
          },
          {
            "internalType": "uint256[2][13]",
            "name": "path",
            "type": "uint256[2][13]"
          }
        ],
        "internalType": "struct QuestProof",
        "name": "quest",
        "type": "tuple"
      }
    ],
    "name": "exitPool",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "accountsRoot",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "accountCount",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "credentialsRoot",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "credentialCount",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "questsRoot",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "vaultsRoot",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "inboxIndex",
            "type": "uint256"
          }
        ],
        "internalType": "struct StateFields",
        "name": "state",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "index",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "evm",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "solanaDigest",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "linksDigest",
            "type": "uint256"
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
            "name": "nonce",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "pendingKeyX",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "pendingKeyY",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "pendingAt",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "identity",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "movedTo",
            "type": "uint256"
          },
          {
            "internalType": "uint256[2][16]",
            "name": "path",
            "type": "uint256[2][16]"
          }
        ],
        "internalType": "struct AccountProof",
        "name": "account",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "address",
            "name": "to",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "solanaKey",
            "type": "bytes32"
          },
          {
            "internalType": "bytes",
            "name": "signature",
            "type": "bytes"
          }
        ],
        "internalType": "struct Payee",
        "name": "payee",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "index",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "packed",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "evidenceRoot",
            "type": "uint256"
          },
          {
            "internalType": "uint256[2][20]",
            "name": "path",
            "type": "uint256[2][20]"
          }
        ],
        "internalType": "struct CredentialProof",
        "name": "credential",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "index",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "owner",
            "type": "uint256"
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
            "internalType": "uint256",
            "name": "schedule",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "prices",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "rulesHash",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "counters",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "pools",
            "type": "uint256"
          },
          {
            "internalType": "uint256[2][13]",
            "name": "path",
            "type": "uint256[2][13]"
          }
        ],
        "internalType": "struct QuestProof",
        "name": "quest",
        "type": "tuple"
      }
    ],
    "name": "exitReward",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "accountsRoot",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "accountCount",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "credentialsRoot",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "credentialCount",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "questsRoot",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "vaultsRoot",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "inboxIndex",
            "type": "uint256"
          }
        ],
        "internalType": "struct StateFields",
        "name": "state",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "index",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "evm",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "solanaDigest",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "linksDigest",
            "type": "uint256"
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
            "name": "nonce",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "pendingKeyX",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "pendingKeyY",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "pendingAt",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "identity",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "movedTo",
            "type": "uint256"
          },
          {
            "internalType": "uint256[2][16]",
            "name": "path",
            "type": "uint256[2][16]"
          }
        ],
        "internalType": "struct AccountProof",
        "name": "account",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "address",
            "name": "to",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "solanaKey",
            "type": "bytes32"
          },
          {
            "internalType": "bytes",
            "name": "signature",
            "type": "bytes"
          }
        ],
        "internalType": "struct Payee",
        "name": "payee",
        "type": "tuple"
      },
      {
        "internalType": "uint256",
        "name": "token",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      },
      {
        "internalType": "uint256[2][20]",
        "name": "path",
        "type": "uint256[2][20]"
      }
    ],
    "name": "exitVault",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "account",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "to",
        "type": "address"
      }
    ],
    "name": "payeeMessage",
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
        "name": "account",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "to",
        "type": "address"
      }
    ],
    "name": "payeeText",
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
        "name": "index",
        "type": "uint256"
      }
    ],
    "name": "poolExited",
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
        "name": "index",
        "type": "uint256"
      }
    ],
    "name": "rewardExited",
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
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      }
    ],
    "name": "vaultExited",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  }
] as const

export const escapeBytecode = '0x60c0346100b557601f61410b38819003918201601f19168301916001600160401b038311848410176100b95780849260409485528339810103126100b5578051906001600160a01b03821682036100b55760200151906001600160a01b03821682036100b55760805260a05260405161403d90816100ce823960805181818160b401528181610484015281816109bd01528181610dd301528181610e8201526116fa015260a05181818161010801526130aa0152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe60806040526004361015610011575f80fd5b5f5f3560e01c806319eb4dd51461117d5780634c21d5dd146111475780634ea5af96146110fe57806356410e59146110c95780635774158314610b505780638408c40c14610815578063900d82b4146107de578063a047246f1461012c578063c8a23b0c146100db5763cb23bcb514610088575f80fd5b346100d857806003193601126100d857602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b80fd5b50346100d857806003193601126100d857602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346100d857600319360161104081126107da5760e0136100d8576105807fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff1c3601126100d857610664359067ffffffffffffffff82116100d85760606003198360040193360301126100d8576105607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff97c3601126100d8576104607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff41c3601126100d8576101f66116e3565b61020083826127e0565b610be435621853d381101561078b57926040519261021f60e085611266565b6006845260c0366020860137610c443561023885612da2565b52610c243561024685612d92565b52610c043561025485612d85565b526102b461028d610c843595610ca43561026d82612dd2565b528661027882612dc2565b52610c643561028682612db2565b5285613135565b6040519061029a82611201565b8152610cc4356020820152610ce435604082015284612e18565b9185929582965b600d8810156102e75760036102dc60019287610d048c60061b01918a613249565b9504970196936102bb565b868487926084350361073b576040516102ff81611201565b60e435958682526106a435918260208201526106c435604082015260405190610329608083611266565b6080368337845b600381106106b4575050680300000000000000066060820152610353818761342d565b5196610684359263cfd41b918410156106645783989598959885995b60148b101561039b5760036103906001928a8e60061b6106e401918d613249565b98049a01999661036f565b89909695966044350361061457621fffff8316908082036105e657505060016bffffffffffffffffffffffff8260081c1692605d1c16158015906105de575b61058e578560081c5f526001602052600160ff87161b60405f20541661053e579460ff85968260081c875260016020526040872060018385161b8154179055169273ffffffffffffffffffffffffffffffffffffffff610439866113a7565b16917f9b79aaf56583f6bf8451156baa1f16f08e4dac1a927e7db7f54c415495c2461060408051878152866020820152a46104aa73ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016936113a7565b92803b1561053a576040517f7a89379a000000000000000000000000000000000000000000000000000000008152600481019390935273ffffffffffffffffffffffffffffffffffffffff93909316602483015260448201529082908290606490829084905af1801561052f5761051e5750f35b8161052891611266565b6100d85780f35b6040513d84823e3d90fd5b8480fd5b604485877f54eb0abb0000000000000000000000000000000000000000000000000000000082527f7265776172640000000000000000000000000000000000000000000000000000600452602452fd5b604485877f8e2aa4d50000000000000000000000000000000000000000000000000000000082527f7265776172640000000000000000000000000000000000000000000000000000600452602452fd5b5081156103da565b7f520c2798000000000000000000000000000000000000000000000000000000008752600452602452604485fd5b604486887fcf2005450000000000000000000000000000000000000000000000000000000082527f63726564656e7469616c73000000000000000000000000000000000000000000600452602452fd5b604485857fe8f05df50000000000000000000000000000000000000000000000000000000082527f63726564656e7469616c73000000000000000000000000000000000000000000600452602452fd5b7f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000016106df8284612df6565b51101561070557806106f360019284612df6565b516106fe8286612e07565b5201610330565b6107128691602493612df6565b517f81452424000000000000000000000000000000000000000000000000000000008252600452fd5b80847fcf20054500000000000000000000000000000000000000000000000000000000604493527f7175657374730000000000000000000000000000000000000000000000000000600452602452fd5b7fe8f05df50000000000000000000000000000000000000000000000000000000083527f7175657374730000000000000000000000000000000000000000000000000000600452602452604482fd5b5080fd5b50346100d85760206003193601126100d8576020906040600160ff6004358060081c8552828652161b912054161515604051908152f35b50346100d8576003193601610bc081126107da5760e0136100d8576105807fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff1c3601126100d8576106643567ffffffffffffffff81116107da5760606003198260040192360301126107da5761068435916106a43536610bc4116107da5761089a6116e3565b916108a584846127e0565b6051851015610b005760e435936051850285810460511486151715610ad357866108ce916113c8565b908315610a835781969396938784985b60148a101561090a5760036108ff600192898d60061b6106c401918c613249565b9704990198956108de565b889095949560a43503610a3357610938868660019160ff918160081c5f52602052161b60405f205416151590565b6109e35785859660081c865285602052600160ff6040882092161b81541790558273ffffffffffffffffffffffffffffffffffffffff610977866113a7565b16917f5983dc1427801b146e02a652cdf46fcfefd86fedf0661cf4648e63abf4efd3f96020604051868152a46104aa73ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016936113a7565b604485877f54eb0abb0000000000000000000000000000000000000000000000000000000082527f7661756c74000000000000000000000000000000000000000000000000000000600452602452fd5b604485877fcf2005450000000000000000000000000000000000000000000000000000000082527f7661756c74730000000000000000000000000000000000000000000000000000600452602452fd5b604483837f8e2aa4d50000000000000000000000000000000000000000000000000000000082527f7661756c74000000000000000000000000000000000000000000000000000000600452602452fd5b6024837f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b80857fe8f05df500000000000000000000000000000000000000000000000000000000604493527f746f6b656e000000000000000000000000000000000000000000000000000000600452602452fd5b5034610f4f576003193601610ae08112610f4f5760e013610f4f576105807fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff1c360112610f4f57610664359067ffffffffffffffff8211610f4f576060600319836004019336030112610f4f576104607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff97c360112610f4f57610bef6116e3565b610bf983826127e0565b61068435621853d381101561107a579260405193610c1860e086611266565b6006855260c03660208701376106a435936106e435610c3687612da2565b526106c435610c4487612d92565b5284610c4f87612d85565b52610c7e610724359661074435610c6582612dd2565b5287610c7082612dc2565b526107043561028682612db2565b9160405192610c8c84611201565b8352610764356020840152610cab610784359384604082015286612e18565b938194975f985b600d8a1015610cde576003610cd3600192896107a48e60061b01918c613249565b970499019895610cb2565b88906084350361102a576303ffffff1660e43590818103610ffb57506dffffffffffffffffffffffffffff8681169660701c16938615918280610ff3575b610fa3578160081c5f526002602052600160ff83161b60405f205416610f53578160081c5f52600260205260405f20600160ff84161b815417905573ffffffffffffffffffffffffffffffffffffffff610d75866113a7565b16917fd52b628f9befb39fcef12fffcae61232a48eebfe1dd442740d12501645e2fa20604080518b8152896020820152a415610e6b575b5082935081610db9575050f35b610df973ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016916113a7565b813b15610e6657606473ffffffffffffffffffffffffffffffffffffffff9185809460405196879586947f7a89379a00000000000000000000000000000000000000000000000000000000865284600487015216602485015260448401525af1801561052f5761051e5750f35b505050fd5b73ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016610eab836113a7565b90803b15610f4f5760ff5f8094610f196040519a8b96879586947f7a89379a000000000000000000000000000000000000000000000000000000008652166004850173ffffffffffffffffffffffffffffffffffffffff604092959493606083019683521660208201520152565b03925af18015610f4457610f2e575b83610dac565b9150915f610f3b91611266565b5f908290610f28565b6040513d5f823e3d90fd5b5f80fd5b507f54eb0abb000000000000000000000000000000000000000000000000000000005f527f706f6f6c0000000000000000000000000000000000000000000000000000000060045260245260445ffd5b507f8e2aa4d5000000000000000000000000000000000000000000000000000000005f527f706f6f6c0000000000000000000000000000000000000000000000000000000060045260245260445ffd5b508515610d1c565b907fdb76529a000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b837fcf200545000000000000000000000000000000000000000000000000000000005f527f717565737473000000000000000000000000000000000000000000000000000060045260245260445ffd5b7fe8f05df5000000000000000000000000000000000000000000000000000000005f527f717565737473000000000000000000000000000000000000000000000000000060045260245260445ffd5b34610f4f576020600319360112610f4f576020600160ff6004358060081c5f525f8452161b60405f2054161515604051908152f35b34610f4f5760207f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001611138611132366111a9565b90611289565b82815191012006604051908152f35b34610f4f576020600319360112610f4f576020600160ff6004358060081c5f5260028452161b60405f2054161515604051908152f35b34610f4f576111a5611191611132366111a9565b6040519182916020835260208301906111dc565b0390f35b6003196040910112610f4f576004359060243573ffffffffffffffffffffffffffffffffffffffff81168103610f4f5790565b90601f19601f602080948051918291828752018686015e5f8582860101520116010190565b6060810190811067ffffffffffffffff82111761121d57604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b6080810190811067ffffffffffffffff82111761121d57604052565b90601f601f19910116810190811067ffffffffffffffff82111761121d57604052565b6009602092600a846113a49484826112a04661141e565b956034826112bf6112b96112b3306115a3565b9761141e565b936115a3565b956040519c8d9a7f436169726e206573636170650a636861696e3a20000000000000000000000000828d0152805191829101858d015e8a01907f0a6573636170653a20000000000000000000000000000000000000000000000084830152805192839101603d83015e0101907f0a6163636f756e743a200000000000000000000000000000000000000000000084830152805192839101601383015e0101907f0a70617920746f3a20000000000000000000000000000000000000000000000084830152805192839101601383015e01015f838201520301601f198101835282611266565b90565b3573ffffffffffffffffffffffffffffffffffffffff81168103610f4f5790565b919082018092116113d557565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b67ffffffffffffffff811161121d57601f01601f191660200190565b805f917a184f03e93ff9f4daa797ed6e38ed64bf6a1f01000000000000000082101561157b575b806d04ee2d6d415b85acef8100000000600a921015611560575b662386f26fc1000081101561154c575b6305f5e10081101561153b575b61271081101561152c575b606481101561151e575b1015611513575b600a5f1960216001850194601f196114c86114b288611402565b976114c0604051998a611266565b808952611402565b013660208801378501015b01917f30313233343536373839616263646566000000000000000000000000000000008282061a835304801561150e575f19600a91926114d3565b505090565b600190910190611498565b606460029104930192611491565b61271060049104930192611487565b6305f5e1006008910493019261147c565b662386f26fc100006010910493019261146f565b6d04ee2d6d415b85acef81000000006020910493019261145f565b50604091507a184f03e93ff9f4daa797ed6e38ed64bf6a1f0100000000000000008104611445565b73ffffffffffffffffffffffffffffffffffffffff1680604051916115c9606084611266565b602a83526020830160403682378351156116895760309053825160011015611689576078602184015360295b600181116116365750611606575090565b7fe22e27eb000000000000000000000000000000000000000000000000000000005f52600452601460245260445ffd5b90600f81166010811015611689578451831015611689577f3031323334353637383961626364656600000000000000000000000000000000901a8483016020015360041c9080156113d5575f19016115f5565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b90816020910312610f4f57518015158103610f4f5790565b519067ffffffffffffffff82168203610f4f57565b73ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000166040517f054f7d9c000000000000000000000000000000000000000000000000000000008152602081600481855afa908115610f44575f916127b1575b5015612789576040519061176d610b2083611266565b610b0082527f19b849f69450b06848da1d39bd5e4a4302bb86744edc26238b0878e269ed23e560208301527f265ddfe127dd51bd7239347b758f0a1320eb2cc7450acc1dad47f80c8dcf34d660408301527f199750ec472f1809e0f66a545e1e51624108ac845015c2aa3dfc36bab497d8aa60608301527f157ff3fe65ac7208110f06a5f74302b14d743ea25067f0ffd032f787c7f1cdf860808301527f2e49c43c4569dd9c5fd35ac45fca33f10b15c590692f8beefe18f4896ac9490260a08301527f0e35fb89981890520d4aef2b6d6506c3cb2f0b6973c24fa82731345ffa2d1f1e60c08301527f251ad47cb15c4f1105f109ae5e944f1ba9d9e7806d667ffec6fe723002e0b99660e08301527f13da07dc64d428369873e97160234641f8beb56fdd05e5f3563fa39d9c22df4e6101008301527f0c009b84e650e6d23dc00c7dccef7483a553939689d350cd46e7b89055fd47386101208301527f011f16b1c63a854f01992e3956f42d8b04eb650c6d535eb0203dec74befdca066101408301527f0ed69e5e383a688f209d9a561daa79612f3f78d0467ad45485df07093f3675496101608301527f04dba94a7b0ce9e221acad41472b6bbe3aec507f5eb3d33f463672264c9f789b6101808301527f0a3f2637d840f3a16eb094271c9d237b6036757d4bb50bf7ce732ff1d4fa28e86101a08301527f259a666f129eea198f8a1c502fdb38fa39b1f075569564b6e54a485d1182323f6101c08301527f28bf7459c9b2f4c6d8e7d06a4ee3a47f7745d4271038e5157a32fdf7ede0d6a16101e08301527f0a1ca941f057037526ea200f489be8d4c37c85bbcce6a2aeec91bd69414324476102008301527f0c6f8f958be0e93053d7fd4fc54512855535ed1539f051dcb43a26fd926361cf6102208301527f123106a93cd17578d426e8128ac9d90aa9e8a00708e296e084dd57e69caaf8116102408301527f26e1ba52ad9285d97dd3ab52f8e840085e8fa83ff1e8f1877b074867cd2dee756102608301527f1cb55cad7bd133de18a64c5c47b9c97cbe4d8b7bf9e095864471537e6a4ae2c56102808301527f1dcd73e46acd8f8e0e2c7ce04bde7f6d2a53043d5060a41c7143f08e6e9055d06102a08301527f011003e32f6d9c66f5852f05474a4def0cda294a0eb4e9b9b12b9bb4512e55746102c08301527f2b1e809ac1d10ab29ad5f20d03a57dfebadfe5903f58bafed7c508dd2287ae8c6102e08301527f2539de1785b735999fb4dac35ee17ed0ef995d05ab2fc5faeaa69ae87bcec0a56103008301527f0c246c5a2ef8ee0126497f222b3e0a0ef4e1c3d41c86d46e43982cb11d77951d6103208301527f192089c4974f68e95408148f7c0632edbb09e6a6ad1a1c2f3f0305f5d03b527b6103408301527f1eae0ad8ab68b2f06a0ee36eeb0d0c058529097d91096b756d8fdc2fb5a60d856103608301527f179190e5d0e22179e46f8282872abc88db6e2fdc0dee99e69768bd98c5d06bfb6103808301527f29bb9e2c9076732576e9a81c7ac4b83214528f7db00f31bf6cafe794a9b3cd1c6103a08301527f225d394e42207599403efd0c2464a90d52652645882aac35b10e590e6e691e086103c08301527f064760623c25c8cf753d238055b444532be13557451c087de09efd454b23fd596103e08301527f10ba3a0e01df92e87f301c4b716d8a394d67f4bf42a75c10922910a78f6b5b876104008301527f0e070bf53f8451b24f9c6e96b0c2a801cb511bc0c242eb9d361b77693f21471c6104208301527f1b94cd61b051b04dd39755ff93821a73ccd6cb11d2491d8aa7f921014de252fb6104408301527f1d7cb39bafb8c744e148787a2e70230f9d4e917d5713bb050487b5aa7d74070b6104608301527f2ec93189bd1ab4f69117d0fe980c80ff8785c2961829f701bb74ac1f303b17db6104808301527f2db366bfdd36d277a692bb825b86275beac404a19ae07a9082ea46bd835179266104a08301527f062100eb485db06269655cf186a68532985275428450359adc99cec6960711b86104c08301527f0761d33c66614aaa570e7f1e8244ca1120243f92fa59e4f900c567bf41f5a59b6104e08301527f20fc411a114d13992c2705aa034e3f315d78608a0f7de4ccf7a72e494855ad0d6105008301527f25b5c004a4bdfcb5add9ec4e9ab219ba102c67e8b3effb5fc3a30f317250bc5a6105208301527f23b1822d278ed632a494e58f6df6f5ed038b186d8474155ad87e7dff62b37f4b6105408301527f22734b4c5c3f9493606c4ba9012499bf0f14d13bfcfcccaa16102a29cc2f69e06105608301527f26c0c8fe09eb30b7e27a74dc33492347e5bdff409aa3610254413d3fad795ce56105808301527f070dd0ccb6bd7bbae88eac03fa1fbb26196be3083a809829bbd626df348ccad96105a08301527f12b6595bdb329b6fb043ba78bb28c3bec2c0a6de46d8c5ad6067c4ebfd4250da6105c08301527f248d97d7f76283d63bec30e7a5876c11c06fca9b275c671c5e33d95bb7e8d7296105e08301527f1a306d439d463b0816fc6fd64cc939318b45eb759ddde4aa106d15d9bd9baaaa6106008301527f28a8f8372e3c38daced7c00421cb4621f4f1b54ddc27821b0d62d3d6ec7c56cf6106208301527e94975717f9a8a8bb35152f24d43294071ce320c829f388bc852183e1e2ce7e6106408301527f04d5ee4c3aa78f7d80fde60d716480d3593f74d4f653ae83f4103246db2e8d656106608301527f2a6cf5e9aa03d4336349ad6fb8ed2269c7bef54b8822cc76d08495c12efde1876106808301527f2304d31eaab960ba9274da43e19ddeb7f792180808fd6e43baae48d7efcba3f36106a08301527f03fd9ac865a4b2a6d5e7009785817249bff08a7e0726fcb4e1c11d39d199f0b06106c08301527eb7258ded52bbda2248404d55ee5044798afc3a209193073f7954d4d63b0b646106e08301527f159f81ada0771799ec38fca2d4bf65ebb13d3a74f3298db36272c5ca65e92d9a6107008301527f1ef90e67437fbc8550237a75bc28e3bb9000130ea25f0c5471e144cf4264431f6107208301527f1e65f838515e5ff0196b49aa41a2d2568df739bc176b08ec95a79ed82932e30d6107408301527f2b1b045def3a166cec6ce768d079ba74b18c844e570e1f826575c1068c94c33f6107608301527f0832e5753ceb0ff6402543b1109229c165dc2d73bef715e3f1c6e07c168bb1736107808301527f02f614e9cedfb3dc6b762ae0a37d41bab1b841c2e8b6451bc5a8e3c390b6ad166107a08301527f0e2427d38bd46a60dd640b8e362cad967370ebb777bedff40f6a0be27e7ed7056107c08301527f0493630b7c670b6deb7c84d414e7ce79049f0ec098c3c7c50768bbe29214a53a6107e08301527f22ead100e8e482674decdab17066c5a26bb1515355d5461a3dc06cc85327cea96108008301527f25b3e56e655b42cdaae2626ed2554d48583f1ae35626d04de5084e0b6d2a6f166108208301527f1e32752ada8836ef5837a6cde8ff13dbb599c336349e4c584b4fdc0a0cf6f9d06108408301527f2fa2a871c15a387cc50f68f6f3c3455b23c00995f05078f672a9864074d412e56108608301527f2f569b8a9a4424c9278e1db7311e889f54ccbf10661bab7fcd18e7c7a7d835056108808301527f044cb455110a8fdd531ade530234c518a7df93f7332ffd2144165374b246b43d6108a08301527f227808de93906d5d420246157f2e42b191fe8c90adfe118178ddc723a53190256108c08301527f02fcca2934e046bc623adead873579865d03781ae090ad4a8579d2e7a68003556108e08301527f0ef915f0ac120b876abccceb344a1d36bad3f3c5ab91a8ddcbec2e060d8befac6109008301527f1797130f4b7a3e1777eb757bc6f287f6ab0fb85f6be63b09f3b16ef2b1405d386109208301527f0a76225dc04170ae3306c85abab59e608c7f497c20156d4d36c668555decc6e56109408301527f1fffb9ec1992d66ba1e77a7b93209af6f8fa76d48acb664796174b5326a31a5c6109608301527f25721c4fc15a3f2853b57c338fa538d85f8fbba6c6b9c6090611889b797b9c5f6109808301527f0c817fd42d5f7a41215e3d07ba197216adb4c3790705da95eb63b982bfcaf75a6109a08301527f13abe3f5239915d39f7e13c2c24970b6df8cf86ce00a22002bc15866e52b5a966109c08301527f2106feea546224ea12ef7f39987a46c85c1bc3dc29bdbd7a92cd60acb4d391ce6109e08301527f21ca859468a746b6aaa79474a37dab49f1ca5a28c748bc7157e1b3345bb0f959610a008301527f05ccd6255c1e6f0c5cf1f0df934194c62911d14d0321662a8f1a48999e34185b610a208301527f0f0e34a64b70a626e464d846674c4c8816c4fb267fe44fe6ea28678cb09490a4610a408301527f0558531a4e25470c6157794ca36d0e9647dbfcfe350d64838f5b1a8a2de0d4bf610a608301527f09d3dca9173ed2faceea125157683d18924cadad3f655a60b72f5864961f1455610a808301527f0328cbd54e8c0913493f866ed03d218bf23f92d68aaec48617d4c722e5bd4335610aa08301527f2bf07216e2aff0a223a487b1a7094e07e79e7bcc9798c648ee3347dd5329d34b610ac08301527f1daf345a58006b736499c583cb76c316d6f78ed6a6dffc82111e11a63fe412df610ae08301527f176563472456aaa746b694c60e1823611ef39039b2edc7ff391e6f2293d2c404610b008301528161010090601f19604051926124e78185611266565b60078452013660208401376004356124fe83612d85565b5260243561250b83612d92565b5260443561251883612da2565b5260643561252583612db2565b5260843561253283612dc2565b5260a43561253f83612dd2565b528151600610156116895760e0820160c4359052608094604051936125648786611266565b86368637835160401b600181018091116113d55760608601525f96909290915b8715801561277f575b1561268b575f5b6003811080612678575b15612653576125b66125b0828b6113c8565b87612de2565b517f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001811015612628577f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000019061260b838a612e07565b51086126178289612e07565b525f1981146113d557600101612594565b7f81452424000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b509196929092612663868861342d565b600381018091116113d5579691929092612584565b50612683818a6113c8565b86511161259e565b95509550809250600491935193604051928380927fa04386790000000000000000000000000000000000000000000000000000000082525afa918215610f44575f9261270f575b505051908181036126e1575050565b7f7c532e31000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b90809250813d8311612778575b6127268183611266565b81010312610f4f5761276c6060604051926127408461124a565b80518452612750602082016116ce565b6020850152612761604082016116ce565b6040850152016116ce565b60608201525f806126d2565b503d61271c565b508451881061258d565b7f8208cbe5000000000000000000000000000000000000000000000000000000005f5260045ffd5b6127d3915060203d6020116127d9575b6127cb8183611266565b8101906116b6565b5f611757565b503d6127c1565b909160e43592630290d741841015612d3557604051916127ff83611201565b610104358352610124356020840152610144356040840152608092604051906128288583611266565b843683375f5b60038110612ce4575050680300000000000000026060820152612851818661342d565b519260405161285f81611201565b6101643581526101843560208201526101a4356040820152604051906128858383611266565b823683375f5b60038110612c5e5750506803000000000000000360608201526128ae818761342d565b5195604051936128bf60a086611266565b6004855260803660208701376101e4356128d886612d92565b526101c4356128e686612d85565b52610224356128f486612db2565b526102043561290286612da2565b52604051956129118488611266565b83368837855160401b600481018091116113d5576060889a95939a9694929601525f985b89158015612c54575b15612a15575f5b6003811080612a02575b156129d957612967612961828d6113c8565b89612de2565b517f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001811015612628577f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001906129bc838c612e07565b51086129c8828b612e07565b525f1981146113d557600101612945565b50919398949092946129eb888a61342d565b600381018091116113d55798939194929094612935565b50612a0d818c6113c8565b88511161294f565b93919690949298505161024435612a2b87612db2565b52612a3586612da2565b52612a3f85612d92565b52612a4984612d85565b5260405193612a588186611266565b368537825160401b600581018091116113d55760608501525f9590915b86158015612c4a575b15612b4d575f5b6003811080612b3a575b15612b1957612aa7612aa1828a6113c8565b86612de2565b517f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001811015612628577f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000190612afc8389612e07565b5108612b088288612e07565b525f1981146113d557600101612a85565b50919095612b27858761342d565b600381018091116113d557959091612a75565b50612b4581896113c8565b855111612a8f565b9391949250945051938294925f935b6010851015612b88576003612b7d600192896102648960061b019188613249565b970494019395612b5c565b91955093925060043503612bfa578160e4612ba292612efd565b15612bab575050565b90612bca73ffffffffffffffffffffffffffffffffffffffff926113a7565b907f6b579438000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b827fcf200545000000000000000000000000000000000000000000000000000000005f527f6163636f756e747300000000000000000000000000000000000000000000000060045260245260445ffd5b5083518710612a7e565b5086518a1061293e565b7f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001612c898284612df6565b511015612caf5780612c9d60019284612df6565b51612ca88286612e07565b520161288b565b612cb891612df6565b517f81452424000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001612d0f8284612df6565b511015612caf5780612d2360019284612df6565b51612d2e8286612e07565b520161282e565b837fe8f05df5000000000000000000000000000000000000000000000000000000005f527f6163636f756e747300000000000000000000000000000000000000000000000060045260245260445ffd5b8051156116895760200190565b8051600110156116895760400190565b8051600210156116895760600190565b8051600310156116895760800190565b8051600410156116895760a00190565b8051600510156116895760c00190565b80518210156116895760209160051b010190565b9060038110156116895760051b0190565b9060048110156116895760051b0190565b6040518092612e28608083611266565b60803683375f5b60038110612e55575050612e519168030000000000000009606083015261342d565b5190565b9091507f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001612e838284612df6565b511015612caf5780612e9760019284612df6565b51612ea28287612e07565b5201908391612e2f565b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe181360301821215610f4f570180359067ffffffffffffffff8211610f4f57602001918136038313610f4f57565b73ffffffffffffffffffffffffffffffffffffffff612f1b846113a7565b161561312e5760408301612f2f8185612eac565b90501561310357602084013580612fce57506040612f4d8286612eac565b905003612fc657612f6c83612f636040956137aa565b92909387612eac565b9080969181010312610f4f57612fb07f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000191612fa96113a4986113a7565b9035611289565b60208151910120069160208501359435936137e2565b505050505f90565b9092939150604051602081019082825260208152612fed604082611266565b51902060081c6040850135149283613008575b505050905090565b60209350613028612fa9956130206130919386612eac565b9790956113a7565b6084601f19601f88604051998a9889987f5bf48e3a000000000000000000000000000000000000000000000000000000008a5260048a0152606060248a01528160648a0152858901375f84828901015201168401600319828683030101604486015201906111dc565b038173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa908115610f44575f916130e4575b50805f8080613000565b6130fd915060203d6020116127d9576127cb8183611266565b5f6130da565b50509073ffffffffffffffffffffffffffffffffffffffff6131266020926113a7565b169101351490565b5050505f90565b9060405190613145608083611266565b6080368337805160401b600881018091116113d55760608301525f935b8415801561323f575b15613236575f5b6003811080613223575b156132065761319461318e82886113c8565b84612de2565b517f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001811015612628577f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001906131e98387612e07565b51086131f58286612e07565b525f1981146113d557600101613172565b5093613212838561342d565b600381018091116113d55793613162565b5061322e81876113c8565b83511161317c565b93505090505190565b508151851061316b565b9290916020820135913590600390068061330957506040519261326b84611201565b835260208301526040820152905b6040518092613289608083611266565b60803683375f5b600381106132b2575050612e519168030000000000000000606083015261342d565b9091507f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000016132e08284612df6565b511015612caf57806132f460019284612df6565b516132ff8287612e07565b5201908391613290565b909290600103613333576040519261332084611201565b8352602083015260408201525b90613279565b906040519261334184611201565b83526020830152604082015261332d565b6102008201916060820191604081019060208101907f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001935b86811061339a5750505050505050565b808580808087818080808f8a8f8e84939160809f859360608592015190510181808280099360408801519051019481808780099e60208a0151905101918183800999519051019381808680099780090999888b9909099683889409090199898b9a090901809160011b0195869260011b0193849160040901978896600409018092088a520689520887520687520161338a565b91909160208101926060810191825192604083019586519480602086019687518088510193849201809160011b0193849360011b017f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001819260040901937f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000185936004090190817f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001910888527f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001900688527f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001910888527f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001900682526135519084613352565b6102208201938351968151815192845195610920015b808910613580575061357e98998752525252613352565b565b97959391998651017f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001818009807f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000019109907f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000191098483018b82010180807f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000017f10dc6e9c006ea38b04b1e03b4bd9490c0d03f98929ca1d7fb56821fd19d3b6e7829509907f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000191089c7f0c28145b6a44df3e0149b3d0a30b3bb599df9756d4dd9b84a86b38cfb45a740b7f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000019109907f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000019108937e544b8338791518b2c7645a50392798b21f75bb60e3596170067d00141cac157f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000019109907f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000019108947f222c01175718386f2e2e82eb122789e352e105a3b8fa852613bc534433ee428b7f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000019109907f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000191089560200197613567565b61012081013580156137d3574210156137c457505f905f90565b9061010060e083013592013590565b509060a0608083013592013590565b9495937f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000184108015906139d2575b80156139a8575b8015613997575b61398c578661382e918484613aad565b92901561398c576040519361384460a086611266565b60048552608036602087013761385985612db2565b5261386384612da2565b5261386d83612d92565b5261387782612d85565b5260405191613887608084611266565b6080368437815160401b600b81018091116113d55760608401525f945b85158015613982575b15613978575f5b6003811080613965575b15613948576138d66138d082896113c8565b85612de2565b517f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001811015612628577f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000019061392b8388612e07565b51086139378287612e07565b525f1981146113d5576001016138b4565b5094613954848661342d565b600381018091116113d557946138a4565b5061397081886113c8565b8451116138be565b9350935050511490565b50825186106138ad565b505050509150505f90565b506139a283836139fc565b1561381e565b507f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001871015613817565b507f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001811015613810565b7f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000018110801590613a83575b613a7d577f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000017f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593effffff08183818181960909089180091490565b50505f90565b507f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001821015613a27565b93919093613abb8582613c0e565b95909160405190613acb8261124a565b81526020810191825260408101928352606081019687525f966001968760fe805b613b3e57505050505050505090918015613b3657613b2a7f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000191613c66565b92816001948009900990565b505f91508190565b5f1901988a613bfb575b6002838b1c60011b166001898c1c1617600181145f14613b88575099613b74918a9b9a9798999a613cdd565b98919690969a5b9a99989a97969197613aec565b909a9060028103613bb6575099613bab918a9b869b98999a9b5191885193613f25565b98919690969a613b7b565b989990989697919660031480613bf1575b613bd2575b80613b7b565b998a96613be59299895191865193613f25565b98919690969a50613bcc565b5083511515613bc7565b90613c07929a91613fd6565b9991613b48565b90613c1891613e06565b8093929315613c5c57907f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001613c4d8193613c66565b81808280098097099509900990565b505090505f905f90565b5f60c060209260405190848252848083015284604083015260608201527f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593efffffff60808201527f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000160a082015260055afa15610f4f575f5190565b9290928215613de1577f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001838009907f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001808281038185600109089281808789820393097802cf135e7506a45d632d270d45f1181294833fc48d823f272c09088215613db85782917f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001809492818080808781980981898209960994818080886002098308810381868009089b098103938a82039008900908930990565b909392949150155f14613dd557613dce92613fd6565b9192909190565b506001928392505f9150565b50600192507802cf135e7506a45d632d270d45f1181294833fc48d823f272c91508290565b7f30644e72e131a026e93ce7417adcfaf9fb0cdb0288a15dfcc0a231066dc0d8d57f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000016001817f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000000818381970908940908918115613eee577f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000180808480099481808087890997600109918180808080876002098c0881038185800908997802cf135e7506a45d632d270d45f1181294833fc48d823f272c0981039389820390089009089260010990565b9115159050613f1c57613dce60017802cf135e7506a45d632d270d45f1181294833fc48d823f272c81613fd6565b60019081905f90565b9094929391938415613fca577f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001908180808880099281848782039209089481888a820394099009088215613db85782917f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001809492818080808781980981898209960994818080886002098308810381868009089b098103938a82039008900908930990565b94509092506001919050565b7f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001909392938180808580099681808080808c89096004099680096003099660020909938180808080876002098103818680090899800960080981039388820390089009089156'
