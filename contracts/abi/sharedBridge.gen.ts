// Generated from the contract's sources by contracts/scripts/abi.ts. Do not edit.
// sources a3697076e8f4b2e90bf09d88941dec65f6b256f46999bd167bd32f0952577bdc
export const sharedBridgeAbi = [
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "slot",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "found",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "asked",
        "type": "uint256"
      }
    ],
    "name": "BalanceTooLow",
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
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "slot",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "token",
        "type": "address"
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
    "name": "Paid",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "slot",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "token",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "from",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "Received",
    "type": "event"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "slot",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      }
    ],
    "name": "balance",
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
        "name": "to",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "pay",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "slot",
        "type": "address"
      }
    ],
    "name": "receiveFor",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
  }
] as const

export const sharedBridgeBytecode = '0x6080806040523460155761037c908161001a8239f35b5f80fdfe60806040526004361015610011575f80fd5b5f3560e01c806388d32dd7146102bb578063b203bb991461022d5763c40768761461003a575f80fd5b346102295760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261022957610071610359565b602435335f525f60205260405f205f805260205260405f20548181106101f7578181039081116101ca575f80809381933383528260205260408320838052602052604083205573ffffffffffffffffffffffffffffffffffffffff86169586836040518481527fc88f1e4cad1514f16b46aeaa6ef6fa1a891a616cc15abcf169d384ee028f19ff60203392a45af13d156101c5573d67ffffffffffffffff811161019857604051907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0603f81601f8401160116820182811067ffffffffffffffff8211176101985760405281525f60203d92013e5b1561016d57005b7fb6c30e5f000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b610166565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b7fb3e09fee000000000000000000000000000000000000000000000000000000005f523360045260245260445260645ffd5b5f80fd5b346102295760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261022957610264610359565b6024359073ffffffffffffffffffffffffffffffffffffffff82168092036102295773ffffffffffffffffffffffffffffffffffffffff165f525f60205260405f20905f52602052602060405f2054604051908152f35b60207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126102295773ffffffffffffffffffffffffffffffffffffffff610302610359565b16805f525f60205260405f205f805260205260405f209081543481018091116101ca575f92557ffed0d2c2ce3cacac52fef6eb068af4ccc3538a7ad5069f685e05dafe7f2d12f060408051338152346020820152a3005b6004359073ffffffffffffffffffffffffffffffffffffffff821682036102295756'
