// Generated from the contract's sources by contracts/scripts/abi.ts. Do not edit.
// sources 95a62cff661ab3ebb5e515e12a9ab4b02419654c705ccfd915696a84899fa685
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

export const escapeBytecode = '0x60c0346100b557601f61426738819003918201601f19168301916001600160401b038311848410176100b95780849260409485528339810103126100b5578051906001600160a01b03821682036100b55760200151906001600160a01b03821682036100b55760805260a05260405161419990816100ce823960805181818160b4015281816105c501528181610bed0152818161100a015281816110b90152611931015260a0518181816101080152612ffc0152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe60806040526004361015610011575f80fd5b5f5f3560e01c806319eb4dd5146113b45780634c21d5dd1461137e5780634ea5af961461133557806356410e59146113005780635774158314610d805780638408c40c14610a45578063900d82b414610a0e578063a047246f1461012c578063c8a23b0c146100db5763cb23bcb514610088575f80fd5b346100d857806003193601126100d857602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b80fd5b50346100d857806003193601126100d857602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346100d85760031936016110408112610a0a5760e0136100d8576105807fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff1c3601126100d8576106643567ffffffffffffffff8111610a0a576060600319826004019236030112610a0a576105607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff97c360112610a0a576104607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff41c360112610a0a576101f561191a565b9060e43591630290d7418310156109ba576102f361023660405161021881611438565b61010435815261012435602082015261014435604082015283612c15565b61026360405161024581611438565b6101643581526101843560208201526101a435604082015284612cde565b906040519161027360a08461149d565b6004835260803660208501376101e43561028c84612b8f565b526101c43561029a84612b82565b52610224356102a884612baf565b52610204356102b684612b9f565b526102c18386613087565b610244356102ce85612baf565b526102d884612b9f565b526102e283612b8f565b526102ec82612b82565b528261319b565b849284915b6010851015610324576003610319600192856102648960061b0191886133a5565b9304940193916102f8565b90838688936004350361096b5761033d8360e484612e4f565b1561091c57610be43593621853d38510156108cc57604051949161036260e08761149d565b6006865260c0366020880137610c443561037b87612b9f565b52610c243561038987612b8f565b52610c043561039787612b82565b526103f76103d0610c843597610ca4356103b082612bcf565b52886103bb82612bbf565b52610c64356103c982612baf565b52866132a0565b604051906103dd82611438565b8152610cc4356020820152610ce435604082015285612d6e565b9280939683975b600d89101561042a57600361041f60019288610d048d60061b01918b6133a5565b9604980197946103fe565b90848888936084350361087c576040519061044482611438565b8682526106a435918260208201526106c43560408201526040519061046a60808361149d565b6080368337845b600381106107f55750506803000000000000000660608201526104948187613589565b5196610684359263cfd41b918410156107a55783989598959885995b60148b10156104dc5760036104d16001928a8e60061b6106e401918d6133a5565b98049a0199966104b0565b89909695966044350361075557621fffff83169080820361072757505060016bffffffffffffffffffffffff8260081c1692605d1c161580159061071f575b6106cf578560081c5f526001602052600160ff87161b60405f20541661067f579460ff85968260081c875260016020526040872060018385161b8154179055169273ffffffffffffffffffffffffffffffffffffffff61057a866115de565b16917f9b79aaf56583f6bf8451156baa1f16f08e4dac1a927e7db7f54c415495c2461060408051878152866020820152a46105eb73ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016936115de565b92803b1561067b576040517f7a89379a000000000000000000000000000000000000000000000000000000008152600481019390935273ffffffffffffffffffffffffffffffffffffffff93909316602483015260448201529082908290606490829084905af180156106705761065f5750f35b816106699161149d565b6100d85780f35b6040513d84823e3d90fd5b8480fd5b604485877f54eb0abb0000000000000000000000000000000000000000000000000000000082527f7265776172640000000000000000000000000000000000000000000000000000600452602452fd5b604485877f8e2aa4d50000000000000000000000000000000000000000000000000000000082527f7265776172640000000000000000000000000000000000000000000000000000600452602452fd5b50811561051b565b7f520c2798000000000000000000000000000000000000000000000000000000008752600452602452604485fd5b604486887fcf2005450000000000000000000000000000000000000000000000000000000082527f63726564656e7469616c73000000000000000000000000000000000000000000600452602452fd5b604485857fe8f05df50000000000000000000000000000000000000000000000000000000082527f63726564656e7469616c73000000000000000000000000000000000000000000600452602452fd5b7f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000016108208284612bf3565b511015610846578061083460019284612bf3565b5161083f8286612c04565b5201610471565b6108538691602493612bf3565b517f81452424000000000000000000000000000000000000000000000000000000008252600452fd5b604482867fcf2005450000000000000000000000000000000000000000000000000000000082527f7175657374730000000000000000000000000000000000000000000000000000600452602452fd5b80857fe8f05df500000000000000000000000000000000000000000000000000000000604493527f7175657374730000000000000000000000000000000000000000000000000000600452602452fd5b8373ffffffffffffffffffffffffffffffffffffffff60449261093e866115de565b907f6b57943800000000000000000000000000000000000000000000000000000000845260045216602452fd5b7fcf2005450000000000000000000000000000000000000000000000000000000084527f6163636f756e7473000000000000000000000000000000000000000000000000600452602452604483fd5b604484847fe8f05df50000000000000000000000000000000000000000000000000000000082527f6163636f756e7473000000000000000000000000000000000000000000000000600452602452fd5b5080fd5b50346100d85760206003193601126100d8576020906040600160ff6004358060081c8552828652161b912054161515604051908152f35b50346100d8576003193601610bc08112610a0a5760e0136100d8576105807fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff1c3601126100d8576106643567ffffffffffffffff8111610a0a576060600319826004019236030112610a0a5761068435916106a43536610bc411610a0a57610aca61191a565b91610ad58484612a17565b6051851015610d305760e435936051850285810460511486151715610d035786610afe916115ff565b908315610cb35781969396938784985b60148a1015610b3a576003610b2f600192898d60061b6106c401918c6133a5565b970499019895610b0e565b889095949560a43503610c6357610b68868660019160ff918160081c5f52602052161b60405f205416151590565b610c135785859660081c865285602052600160ff6040882092161b81541790558273ffffffffffffffffffffffffffffffffffffffff610ba7866115de565b16917f5983dc1427801b146e02a652cdf46fcfefd86fedf0661cf4648e63abf4efd3f96020604051868152a46105eb73ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016936115de565b604485877f54eb0abb0000000000000000000000000000000000000000000000000000000082527f7661756c74000000000000000000000000000000000000000000000000000000600452602452fd5b604485877fcf2005450000000000000000000000000000000000000000000000000000000082527f7661756c74730000000000000000000000000000000000000000000000000000600452602452fd5b604483837f8e2aa4d50000000000000000000000000000000000000000000000000000000082527f7661756c74000000000000000000000000000000000000000000000000000000600452602452fd5b6024837f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b80857fe8f05df500000000000000000000000000000000000000000000000000000000604493527f746f6b656e000000000000000000000000000000000000000000000000000000600452602452fd5b5034611186576003193601610ae081126111865760e013611186576105807fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff1c36011261118657610664359067ffffffffffffffff8211611186576060600319836004019336030112611186576104607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff97c36011261118657610e1f61191a565b610e298382612a17565b61068435621853d38110156112b1579260405193610e4860e08661149d565b6006855260c03660208701376106a435936106e435610e6687612b9f565b526106c435610e7487612b8f565b5284610e7f87612b82565b52610eb5610724359661074435610e9582612bcf565b5287610ea082612bbf565b5261070435610eae82612baf565b52856132a0565b9160405192610ec384611438565b8352610764356020840152610ee2610784359384604082015286612d6e565b938194975f985b600d8a1015610f15576003610f0a600192896107a48e60061b01918c6133a5565b970499019895610ee9565b889060843503611261576303ffffff1660e4359081810361123257506dffffffffffffffffffffffffffff8681169660701c1693861591828061122a575b6111da578160081c5f526002602052600160ff83161b60405f20541661118a578160081c5f52600260205260405f20600160ff84161b815417905573ffffffffffffffffffffffffffffffffffffffff610fac866115de565b16917fd52b628f9befb39fcef12fffcae61232a48eebfe1dd442740d12501645e2fa20604080518b8152896020820152a4156110a2575b5082935081610ff0575050f35b61103073ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016916115de565b813b1561109d57606473ffffffffffffffffffffffffffffffffffffffff9185809460405196879586947f7a89379a00000000000000000000000000000000000000000000000000000000865284600487015216602485015260448401525af180156106705761065f5750f35b505050fd5b73ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000166110e2836115de565b90803b156111865760ff5f80946111506040519a8b96879586947f7a89379a000000000000000000000000000000000000000000000000000000008652166004850173ffffffffffffffffffffffffffffffffffffffff604092959493606083019683521660208201520152565b03925af1801561117b57611165575b83610fe3565b9150915f6111729161149d565b5f90829061115f565b6040513d5f823e3d90fd5b5f80fd5b507f54eb0abb000000000000000000000000000000000000000000000000000000005f527f706f6f6c0000000000000000000000000000000000000000000000000000000060045260245260445ffd5b507f8e2aa4d5000000000000000000000000000000000000000000000000000000005f527f706f6f6c0000000000000000000000000000000000000000000000000000000060045260245260445ffd5b508515610f53565b907fdb76529a000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b837fcf200545000000000000000000000000000000000000000000000000000000005f527f717565737473000000000000000000000000000000000000000000000000000060045260245260445ffd5b7fe8f05df5000000000000000000000000000000000000000000000000000000005f527f717565737473000000000000000000000000000000000000000000000000000060045260245260445ffd5b34611186576020600319360112611186576020600160ff6004358060081c5f525f8452161b60405f2054161515604051908152f35b346111865760207f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000161136f611369366113e0565b906114c0565b82815191012006604051908152f35b34611186576020600319360112611186576020600160ff6004358060081c5f5260028452161b60405f2054161515604051908152f35b34611186576113dc6113c8611369366113e0565b604051918291602083526020830190611413565b0390f35b6003196040910112611186576004359060243573ffffffffffffffffffffffffffffffffffffffff811681036111865790565b90601f19601f602080948051918291828752018686015e5f8582860101520116010190565b6060810190811067ffffffffffffffff82111761145457604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b6080810190811067ffffffffffffffff82111761145457604052565b90601f601f19910116810190811067ffffffffffffffff82111761145457604052565b6009602092600a846115db9484826114d746611655565b956034826114f66114f06114ea306117da565b97611655565b936117da565b956040519c8d9a7f436169726e206573636170650a636861696e3a20000000000000000000000000828d0152805191829101858d015e8a01907f0a6573636170653a20000000000000000000000000000000000000000000000084830152805192839101603d83015e0101907f0a6163636f756e743a200000000000000000000000000000000000000000000084830152805192839101601383015e0101907f0a70617920746f3a20000000000000000000000000000000000000000000000084830152805192839101601383015e01015f838201520301601f19810183528261149d565b90565b3573ffffffffffffffffffffffffffffffffffffffff811681036111865790565b9190820180921161160c57565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b67ffffffffffffffff811161145457601f01601f191660200190565b805f917a184f03e93ff9f4daa797ed6e38ed64bf6a1f0100000000000000008210156117b2575b806d04ee2d6d415b85acef8100000000600a921015611797575b662386f26fc10000811015611783575b6305f5e100811015611772575b612710811015611763575b6064811015611755575b101561174a575b600a5f1960216001850194601f196116ff6116e988611639565b976116f7604051998a61149d565b808952611639565b013660208801378501015b01917f30313233343536373839616263646566000000000000000000000000000000008282061a8353048015611745575f19600a919261170a565b505090565b6001909101906116cf565b6064600291049301926116c8565b612710600491049301926116be565b6305f5e100600891049301926116b3565b662386f26fc10000601091049301926116a6565b6d04ee2d6d415b85acef810000000060209104930192611696565b50604091507a184f03e93ff9f4daa797ed6e38ed64bf6a1f010000000000000000810461167c565b73ffffffffffffffffffffffffffffffffffffffff16806040519161180060608461149d565b602a83526020830160403682378351156118c057603090538251600110156118c0576078602184015360295b6001811161186d575061183d575090565b7fe22e27eb000000000000000000000000000000000000000000000000000000005f52600452601460245260445ffd5b90600f811660108110156118c05784518310156118c0577f3031323334353637383961626364656600000000000000000000000000000000901a8483016020015360041c90801561160c575f190161182c565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b90816020910312611186575180151581036111865790565b519067ffffffffffffffff8216820361118657565b73ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000166040517f054f7d9c000000000000000000000000000000000000000000000000000000008152602081600481855afa90811561117b575f916129e8575b50156129c057604051906119a4610b208361149d565b610b0082527f19b849f69450b06848da1d39bd5e4a4302bb86744edc26238b0878e269ed23e560208301527f265ddfe127dd51bd7239347b758f0a1320eb2cc7450acc1dad47f80c8dcf34d660408301527f199750ec472f1809e0f66a545e1e51624108ac845015c2aa3dfc36bab497d8aa60608301527f157ff3fe65ac7208110f06a5f74302b14d743ea25067f0ffd032f787c7f1cdf860808301527f2e49c43c4569dd9c5fd35ac45fca33f10b15c590692f8beefe18f4896ac9490260a08301527f0e35fb89981890520d4aef2b6d6506c3cb2f0b6973c24fa82731345ffa2d1f1e60c08301527f251ad47cb15c4f1105f109ae5e944f1ba9d9e7806d667ffec6fe723002e0b99660e08301527f13da07dc64d428369873e97160234641f8beb56fdd05e5f3563fa39d9c22df4e6101008301527f0c009b84e650e6d23dc00c7dccef7483a553939689d350cd46e7b89055fd47386101208301527f011f16b1c63a854f01992e3956f42d8b04eb650c6d535eb0203dec74befdca066101408301527f0ed69e5e383a688f209d9a561daa79612f3f78d0467ad45485df07093f3675496101608301527f04dba94a7b0ce9e221acad41472b6bbe3aec507f5eb3d33f463672264c9f789b6101808301527f0a3f2637d840f3a16eb094271c9d237b6036757d4bb50bf7ce732ff1d4fa28e86101a08301527f259a666f129eea198f8a1c502fdb38fa39b1f075569564b6e54a485d1182323f6101c08301527f28bf7459c9b2f4c6d8e7d06a4ee3a47f7745d4271038e5157a32fdf7ede0d6a16101e08301527f0a1ca941f057037526ea200f489be8d4c37c85bbcce6a2aeec91bd69414324476102008301527f0c6f8f958be0e93053d7fd4fc54512855535ed1539f051dcb43a26fd926361cf6102208301527f123106a93cd17578d426e8128ac9d90aa9e8a00708e296e084dd57e69caaf8116102408301527f26e1ba52ad9285d97dd3ab52f8e840085e8fa83ff1e8f1877b074867cd2dee756102608301527f1cb55cad7bd133de18a64c5c47b9c97cbe4d8b7bf9e095864471537e6a4ae2c56102808301527f1dcd73e46acd8f8e0e2c7ce04bde7f6d2a53043d5060a41c7143f08e6e9055d06102a08301527f011003e32f6d9c66f5852f05474a4def0cda294a0eb4e9b9b12b9bb4512e55746102c08301527f2b1e809ac1d10ab29ad5f20d03a57dfebadfe5903f58bafed7c508dd2287ae8c6102e08301527f2539de1785b735999fb4dac35ee17ed0ef995d05ab2fc5faeaa69ae87bcec0a56103008301527f0c246c5a2ef8ee0126497f222b3e0a0ef4e1c3d41c86d46e43982cb11d77951d6103208301527f192089c4974f68e95408148f7c0632edbb09e6a6ad1a1c2f3f0305f5d03b527b6103408301527f1eae0ad8ab68b2f06a0ee36eeb0d0c058529097d91096b756d8fdc2fb5a60d856103608301527f179190e5d0e22179e46f8282872abc88db6e2fdc0dee99e69768bd98c5d06bfb6103808301527f29bb9e2c9076732576e9a81c7ac4b83214528f7db00f31bf6cafe794a9b3cd1c6103a08301527f225d394e42207599403efd0c2464a90d52652645882aac35b10e590e6e691e086103c08301527f064760623c25c8cf753d238055b444532be13557451c087de09efd454b23fd596103e08301527f10ba3a0e01df92e87f301c4b716d8a394d67f4bf42a75c10922910a78f6b5b876104008301527f0e070bf53f8451b24f9c6e96b0c2a801cb511bc0c242eb9d361b77693f21471c6104208301527f1b94cd61b051b04dd39755ff93821a73ccd6cb11d2491d8aa7f921014de252fb6104408301527f1d7cb39bafb8c744e148787a2e70230f9d4e917d5713bb050487b5aa7d74070b6104608301527f2ec93189bd1ab4f69117d0fe980c80ff8785c2961829f701bb74ac1f303b17db6104808301527f2db366bfdd36d277a692bb825b86275beac404a19ae07a9082ea46bd835179266104a08301527f062100eb485db06269655cf186a68532985275428450359adc99cec6960711b86104c08301527f0761d33c66614aaa570e7f1e8244ca1120243f92fa59e4f900c567bf41f5a59b6104e08301527f20fc411a114d13992c2705aa034e3f315d78608a0f7de4ccf7a72e494855ad0d6105008301527f25b5c004a4bdfcb5add9ec4e9ab219ba102c67e8b3effb5fc3a30f317250bc5a6105208301527f23b1822d278ed632a494e58f6df6f5ed038b186d8474155ad87e7dff62b37f4b6105408301527f22734b4c5c3f9493606c4ba9012499bf0f14d13bfcfcccaa16102a29cc2f69e06105608301527f26c0c8fe09eb30b7e27a74dc33492347e5bdff409aa3610254413d3fad795ce56105808301527f070dd0ccb6bd7bbae88eac03fa1fbb26196be3083a809829bbd626df348ccad96105a08301527f12b6595bdb329b6fb043ba78bb28c3bec2c0a6de46d8c5ad6067c4ebfd4250da6105c08301527f248d97d7f76283d63bec30e7a5876c11c06fca9b275c671c5e33d95bb7e8d7296105e08301527f1a306d439d463b0816fc6fd64cc939318b45eb759ddde4aa106d15d9bd9baaaa6106008301527f28a8f8372e3c38daced7c00421cb4621f4f1b54ddc27821b0d62d3d6ec7c56cf6106208301527e94975717f9a8a8bb35152f24d43294071ce320c829f388bc852183e1e2ce7e6106408301527f04d5ee4c3aa78f7d80fde60d716480d3593f74d4f653ae83f4103246db2e8d656106608301527f2a6cf5e9aa03d4336349ad6fb8ed2269c7bef54b8822cc76d08495c12efde1876106808301527f2304d31eaab960ba9274da43e19ddeb7f792180808fd6e43baae48d7efcba3f36106a08301527f03fd9ac865a4b2a6d5e7009785817249bff08a7e0726fcb4e1c11d39d199f0b06106c08301527eb7258ded52bbda2248404d55ee5044798afc3a209193073f7954d4d63b0b646106e08301527f159f81ada0771799ec38fca2d4bf65ebb13d3a74f3298db36272c5ca65e92d9a6107008301527f1ef90e67437fbc8550237a75bc28e3bb9000130ea25f0c5471e144cf4264431f6107208301527f1e65f838515e5ff0196b49aa41a2d2568df739bc176b08ec95a79ed82932e30d6107408301527f2b1b045def3a166cec6ce768d079ba74b18c844e570e1f826575c1068c94c33f6107608301527f0832e5753ceb0ff6402543b1109229c165dc2d73bef715e3f1c6e07c168bb1736107808301527f02f614e9cedfb3dc6b762ae0a37d41bab1b841c2e8b6451bc5a8e3c390b6ad166107a08301527f0e2427d38bd46a60dd640b8e362cad967370ebb777bedff40f6a0be27e7ed7056107c08301527f0493630b7c670b6deb7c84d414e7ce79049f0ec098c3c7c50768bbe29214a53a6107e08301527f22ead100e8e482674decdab17066c5a26bb1515355d5461a3dc06cc85327cea96108008301527f25b3e56e655b42cdaae2626ed2554d48583f1ae35626d04de5084e0b6d2a6f166108208301527f1e32752ada8836ef5837a6cde8ff13dbb599c336349e4c584b4fdc0a0cf6f9d06108408301527f2fa2a871c15a387cc50f68f6f3c3455b23c00995f05078f672a9864074d412e56108608301527f2f569b8a9a4424c9278e1db7311e889f54ccbf10661bab7fcd18e7c7a7d835056108808301527f044cb455110a8fdd531ade530234c518a7df93f7332ffd2144165374b246b43d6108a08301527f227808de93906d5d420246157f2e42b191fe8c90adfe118178ddc723a53190256108c08301527f02fcca2934e046bc623adead873579865d03781ae090ad4a8579d2e7a68003556108e08301527f0ef915f0ac120b876abccceb344a1d36bad3f3c5ab91a8ddcbec2e060d8befac6109008301527f1797130f4b7a3e1777eb757bc6f287f6ab0fb85f6be63b09f3b16ef2b1405d386109208301527f0a76225dc04170ae3306c85abab59e608c7f497c20156d4d36c668555decc6e56109408301527f1fffb9ec1992d66ba1e77a7b93209af6f8fa76d48acb664796174b5326a31a5c6109608301527f25721c4fc15a3f2853b57c338fa538d85f8fbba6c6b9c6090611889b797b9c5f6109808301527f0c817fd42d5f7a41215e3d07ba197216adb4c3790705da95eb63b982bfcaf75a6109a08301527f13abe3f5239915d39f7e13c2c24970b6df8cf86ce00a22002bc15866e52b5a966109c08301527f2106feea546224ea12ef7f39987a46c85c1bc3dc29bdbd7a92cd60acb4d391ce6109e08301527f21ca859468a746b6aaa79474a37dab49f1ca5a28c748bc7157e1b3345bb0f959610a008301527f05ccd6255c1e6f0c5cf1f0df934194c62911d14d0321662a8f1a48999e34185b610a208301527f0f0e34a64b70a626e464d846674c4c8816c4fb267fe44fe6ea28678cb09490a4610a408301527f0558531a4e25470c6157794ca36d0e9647dbfcfe350d64838f5b1a8a2de0d4bf610a608301527f09d3dca9173ed2faceea125157683d18924cadad3f655a60b72f5864961f1455610a808301527f0328cbd54e8c0913493f866ed03d218bf23f92d68aaec48617d4c722e5bd4335610aa08301527f2bf07216e2aff0a223a487b1a7094e07e79e7bcc9798c648ee3347dd5329d34b610ac08301527f1daf345a58006b736499c583cb76c316d6f78ed6a6dffc82111e11a63fe412df610ae08301527f176563472456aaa746b694c60e1823611ef39039b2edc7ff391e6f2293d2c404610b008301528161010090601f196040519261271e818561149d565b600784520136602084013760043561273583612b82565b5260243561274283612b8f565b5260443561274f83612b9f565b5260643561275c83612baf565b5260843561276983612bbf565b5260a43561277683612bcf565b528151600610156118c05760e0820160c43590526080946040519361279b878661149d565b86368637835160401b6001810180911161160c5760608601525f96909290915b871580156129b6575b156128c2575f5b60038110806128af575b1561288a576127ed6127e7828b6115ff565b87612bdf565b517f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000181101561285f577f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000190612842838a612c04565b510861284e8289612c04565b525f19811461160c576001016127cb565b7f81452424000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50919692909261289a8688613589565b6003810180911161160c5796919290926127bb565b506128ba818a6115ff565b8651116127d5565b95509550809250600491935193604051928380927fa04386790000000000000000000000000000000000000000000000000000000082525afa91821561117b575f92612946575b50505190818103612918575050565b7f7c532e31000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b90809250813d83116129af575b61295d818361149d565b81010312611186576129a360606040519261297784611481565b8051845261298760208201611905565b602085015261299860408201611905565b604085015201611905565b60608201525f80612909565b503d612953565b50845188106127c4565b7f8208cbe5000000000000000000000000000000000000000000000000000000005f5260045ffd5b612a0a915060203d602011612a10575b612a02818361149d565b8101906118ed565b5f61198e565b503d6129f8565b9160e43592630290d741841015612b3257612a3d61023660409593955161021881611438565b938294925f935b6010851015612a70576003612a65600192896102648960061b0191886133a5565b970494019395612a44565b91955093925060043503612ae2578160e4612a8a92612e4f565b15612a93575050565b90612ab273ffffffffffffffffffffffffffffffffffffffff926115de565b907f6b579438000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b827fcf200545000000000000000000000000000000000000000000000000000000005f527f6163636f756e747300000000000000000000000000000000000000000000000060045260245260445ffd5b837fe8f05df5000000000000000000000000000000000000000000000000000000005f527f6163636f756e747300000000000000000000000000000000000000000000000060045260245260445ffd5b8051156118c05760200190565b8051600110156118c05760400190565b8051600210156118c05760600190565b8051600310156118c05760800190565b8051600410156118c05760a00190565b8051600510156118c05760c00190565b80518210156118c05760209160051b010190565b9060038110156118c05760051b0190565b9060048110156118c05760051b0190565b6040518092612c2560808361149d565b60803683375f5b60038110612c52575050612c4e91680300000000000000026060830152613589565b5190565b9091507f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001612c808284612bf3565b511015612ca95780612c9460019284612bf3565b51612c9f8287612c04565b5201908391612c2c565b612cb291612bf3565b517f81452424000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6040518092612cee60808361149d565b60803683375f5b60038110612d17575050612c4e91680300000000000000036060830152613589565b9091507f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001612d458284612bf3565b511015612ca95780612d5960019284612bf3565b51612d648287612c04565b5201908391612cf5565b6040518092612d7e60808361149d565b60803683375f5b60038110612da7575050612c4e91680300000000000000096060830152613589565b9091507f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001612dd58284612bf3565b511015612ca95780612de960019284612bf3565b51612df48287612c04565b5201908391612d85565b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe181360301821215611186570180359067ffffffffffffffff82116111865760200191813603831361118657565b73ffffffffffffffffffffffffffffffffffffffff612e6d846115de565b16156130805760408301612e818185612dfe565b90501561305557602084013580612f2057506040612e9f8286612dfe565b905003612f1857612ebe83612eb5604095613906565b92909387612dfe565b908096918101031261118657612f027f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000191612efb6115db986115de565b90356114c0565b602081519101200691602085013594359361393e565b505050505f90565b9092939150604051602081019082825260208152612f3f60408261149d565b51902060081c6040850135149283612f5a575b505050905090565b60209350612f7a612efb95612f72612fe39386612dfe565b9790956115de565b6084601f19601f88604051998a9889987f5bf48e3a000000000000000000000000000000000000000000000000000000008a5260048a0152606060248a01528160648a0152858901375f8482890101520116840160031982868303010160448601520190611413565b038173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa90811561117b575f91613036575b50805f8080612f52565b61304f915060203d602011612a1057612a02818361149d565b5f61302c565b50509073ffffffffffffffffffffffffffffffffffffffff6130786020926115de565b169101351490565b5050505f90565b906040519061309760808361149d565b6080368337805160401b6004810180911161160c5760608301525f935b84158015613191575b15613188575f5b6003811080613175575b15613158576130e66130e082886115ff565b84612bdf565b517f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000181101561285f577f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000019061313b8387612c04565b51086131478286612c04565b525f19811461160c576001016130c4565b50936131648385613589565b6003810180911161160c57936130b4565b5061318081876115ff565b8351116130ce565b93505090505190565b50815185106130bd565b90604051906131ab60808361149d565b6080368337805160401b6005810180911161160c5760608301525f935b84158015613296575b15613188575f5b6003811080613283575b15613266576131f46130e082886115ff565b517f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000181101561285f577f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001906132498387612c04565b51086132558286612c04565b525f19811461160c576001016131d8565b50936132728385613589565b6003810180911161160c57936131c8565b5061328e81876115ff565b8351116131e2565b50815185106131d1565b90604051906132b060808361149d565b6080368337805160401b6008810180911161160c5760608301525f935b8415801561339b575b15613188575f5b6003811080613388575b1561336b576132f96130e082886115ff565b517f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000181101561285f577f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000019061334e8387612c04565b510861335a8286612c04565b525f19811461160c576001016132dd565b50936133778385613589565b6003810180911161160c57936132cd565b5061339381876115ff565b8351116132e7565b50815185106132d6565b929091602082013591359060039006806134655750604051926133c784611438565b835260208301526040820152905b60405180926133e560808361149d565b60803683375f5b6003811061340e575050612c4e91680300000000000000006060830152613589565b9091507f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000161343c8284612bf3565b511015612ca9578061345060019284612bf3565b5161345b8287612c04565b52019083916133ec565b90929060010361348f576040519261347c84611438565b8352602083015260408201525b906133d5565b906040519261349d84611438565b835260208301526040820152613489565b6102008201916060820191604081019060208101907f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001935b8681106134f65750505050505050565b808580808087818080808f8a8f8e84939160809f859360608592015190510181808280099360408801519051019481808780099e60208a0151905101918183800999519051019381808680099780090999888b9909099683889409090199898b9a090901809160011b0195869260011b0193849160040901978896600409018092088a52068952088752068752016134e6565b91909160208101926060810191825192604083019586519480602086019687518088510193849201809160011b0193849360011b017f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001819260040901937f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000185936004090190817f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001910888527f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001900688527f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001910888527f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001900682526136ad90846134ae565b6102208201938351968151815192845195610920015b8089106136dc57506136da989987525252526134ae565b565b97959391998651017f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001818009807f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000019109907f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000191098483018b82010180807f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000017f10dc6e9c006ea38b04b1e03b4bd9490c0d03f98929ca1d7fb56821fd19d3b6e7829509907f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000191089c7f0c28145b6a44df3e0149b3d0a30b3bb599df9756d4dd9b84a86b38cfb45a740b7f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000019109907f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000019108937e544b8338791518b2c7645a50392798b21f75bb60e3596170067d00141cac157f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000019109907f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000019108947f222c01175718386f2e2e82eb122789e352e105a3b8fa852613bc534433ee428b7f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000019109907f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001910895602001976136c3565b610120810135801561392f5742101561392057505f905f90565b9061010060e083013592013590565b509060a0608083013592013590565b9495937f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000018410801590613b2e575b8015613b04575b8015613af3575b613ae8578661398a918484613c09565b929015613ae857604051936139a060a08661149d565b6004855260803660208701376139b585612baf565b526139bf84612b9f565b526139c983612b8f565b526139d382612b82565b52604051916139e360808461149d565b6080368437815160401b600b810180911161160c5760608401525f945b85158015613ade575b15613ad4575f5b6003811080613ac1575b15613aa457613a32613a2c82896115ff565b85612bdf565b517f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000181101561285f577f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000190613a878388612c04565b5108613a938287612c04565b525f19811461160c57600101613a10565b5094613ab08486613589565b6003810180911161160c5794613a00565b50613acc81886115ff565b845111613a1a565b9350935050511490565b5082518610613a09565b505050509150505f90565b50613afe8383613b58565b1561397a565b507f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001871015613973565b507f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000181101561396c565b7f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000018110801590613bdf575b613bd9577f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000017f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593effffff08183818181960909089180091490565b50505f90565b507f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001821015613b83565b93919093613c178582613d6a565b95909160405190613c2782611481565b81526020810191825260408101928352606081019687525f966001968760fe805b613c9a57505050505050505090918015613c9257613c867f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000191613dc2565b92816001948009900990565b505f91508190565b5f1901988a613d57575b6002838b1c60011b166001898c1c1617600181145f14613ce4575099613cd0918a9b9a9798999a613e39565b98919690969a5b9a99989a97969197613c48565b909a9060028103613d12575099613d07918a9b869b98999a9b5191885193614081565b98919690969a613cd7565b989990989697919660031480613d4d575b613d2e575b80613cd7565b998a96613d419299895191865193614081565b98919690969a50613d28565b5083511515613d23565b90613d63929a91614132565b9991613ca4565b90613d7491613f62565b8093929315613db857907f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001613da98193613dc2565b81808280098097099509900990565b505090505f905f90565b5f60c060209260405190848252848083015284604083015260608201527f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593efffffff60808201527f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000160a082015260055afa15611186575f5190565b9290928215613f3d577f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001838009907f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001808281038185600109089281808789820393097802cf135e7506a45d632d270d45f1181294833fc48d823f272c09088215613f145782917f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001809492818080808781980981898209960994818080886002098308810381868009089b098103938a82039008900908930990565b909392949150155f14613f3157613f2a92614132565b9192909190565b506001928392505f9150565b50600192507802cf135e7506a45d632d270d45f1181294833fc48d823f272c91508290565b7f30644e72e131a026e93ce7417adcfaf9fb0cdb0288a15dfcc0a231066dc0d8d57f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f00000016001817f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000081838197090894090891811561404a577f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f000000180808480099481808087890997600109918180808080876002098c0881038185800908997802cf135e7506a45d632d270d45f1181294833fc48d823f272c0981039389820390089009089260010990565b911515905061407857613f2a60017802cf135e7506a45d632d270d45f1181294833fc48d823f272c81614132565b60019081905f90565b9094929391938415614126577f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001908180808880099281848782039209089481888a820394099009088215613f145782917f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001809492818080808781980981898209960994818080886002098308810381868009089b098103938a82039008900908930990565b94509092506001919050565b7f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001909392938180808580099681808080808c89096004099680096003099660020909938180808080876002098103818680090899800960080981039388820390089009089156'
