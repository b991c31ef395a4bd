// Generated from the contract's sources by contracts/scripts/abi.ts. Do not edit.
// sources 7e30d3b2e688efbd89e0c46083a225897494846c867c5f3fe2e1c649070eb181
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
    "name": "GasTooLow",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      }
    ],
    "name": "NothingToCollect",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "OnlyItself",
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
    "inputs": [],
    "name": "TokenNeeded",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "owner",
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
    "name": "Collected",
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
        "indexed": true,
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
    "name": "Kept",
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
        "name": "owner",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      }
    ],
    "name": "collect",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "to",
        "type": "address"
      }
    ],
    "name": "collectTo",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      }
    ],
    "name": "held",
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
        "name": "owner",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      }
    ],
    "name": "owed",
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
        "name": "token",
        "type": "address"
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
    "name": "receiveToken",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
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
    "name": "sendToken",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  }
] as const

export const sharedBridgeBytecode = '0x60808060405234601557610c81908161001a8239f35b5f80fdfe60806040526004361015610011575f80fd5b5f3560e01c806328079e4a1461063f5780632fdcfbd21461047e57806332f750ff1461043957806388d32dd7146103a0578063a12ef25e1461036e578063a49f3fc91461030f578063b203bb99146102a2578063b3d76188146100d85763b905c9341461007c575f80fd5b346100d45760406003193601126100d4576100af6100986106ad565b6100a06106d0565b906100a961095e565b336109d2565b5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b5f80fd5b346100d4576100e6366106f3565b6100f192919261095e565b335f525f60205260405f2073ffffffffffffffffffffffffffffffffffffffff83165f5260205260405f2054818110610270578161012e916107ef565b335f525f60205260405f2073ffffffffffffffffffffffffffffffffffffffff84165f5260205260405f20556101da8173ffffffffffffffffffffffffffffffffffffffff841694855f52600260205260405f2061018d8382546107ef565b905573ffffffffffffffffffffffffffffffffffffffff81169485876040518581527fc88f1e4cad1514f16b46aeaa6ef6fa1a891a616cc15abcf169d384ee028f19ff60203392a4610b60565b15610204575f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b60207f759f54328931ccec219bfd98134e62c5977829ab5b56807b455c6216f41e666b91845f526002825260405f2061023e8282546107b5565b9055835f526001825260405f20855f52825260405f2061025f8282546107b5565b9055604051908152a38080806100af565b7fb3e09fee000000000000000000000000000000000000000000000000000000005f523360045260245260445260645ffd5b346100d45760406003193601126100d4576102bb6106ad565b73ffffffffffffffffffffffffffffffffffffffff6102d86106d0565b91165f525f60205273ffffffffffffffffffffffffffffffffffffffff60405f2091165f52602052602060405f2054604051908152f35b346100d45760406003193601126100d457602061034361032d6106ad565b6103356106d0565b9061033e61095e565b6107fc565b5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b346100d45760406003193601126100d4576100af61038a6106ad565b6103926106d0565b61039a61095e565b816109d2565b60206003193601126100d4575f73ffffffffffffffffffffffffffffffffffffffff6103ca6106ad565b168082528160205260408220828052602052604082206103eb3482546107b5565b90558180526002602052604082206104043482546107b5565b9055604080513381523460208201527ffed0d2c2ce3cacac52fef6eb068af4ccc3538a7ad5069f685e05dafe7f2d12f09190a3005b346100d45760206003193601126100d45773ffffffffffffffffffffffffffffffffffffffff6104676106ad565b165f526002602052602060405f2054604051908152f35b346100d45761048c366106f3565b913033036106175773ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff604051927fa9059cbb000000000000000000000000000000000000000000000000000000005f5216928360045260245260205f60448180855af160015f51148116156105f8575b82604052156105cd577f70a08231000000000000000000000000000000000000000000000000000000008252306004830152602082602481845afa9182156105c2575f9261058e575b505f52600260205260405f20541161056357005b7fb6c30e5f000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b9091506020813d6020116105ba575b816105aa60209383610747565b810103126100d45751908361054f565b3d915061059d565b6040513d5f823e3d90fd5b7f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b600181151661060e57813b15153d151616610506565b823d5f823e3d90fd5b7f9771a79b000000000000000000000000000000000000000000000000000000005f5260045ffd5b346100d45760406003193601126100d4576106586106ad565b73ffffffffffffffffffffffffffffffffffffffff6106756106d0565b91165f52600160205273ffffffffffffffffffffffffffffffffffffffff60405f2091165f52602052602060405f2054604051908152f35b6004359073ffffffffffffffffffffffffffffffffffffffff821682036100d457565b6024359073ffffffffffffffffffffffffffffffffffffffff821682036100d457565b60031960609101126100d45760043573ffffffffffffffffffffffffffffffffffffffff811681036100d4579060243573ffffffffffffffffffffffffffffffffffffffff811681036100d4579060443590565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff82111761078857604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b919082018092116107c257565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b919082039182116107c257565b919073ffffffffffffffffffffffffffffffffffffffff16801561093657805f52600260205260405f205492604051937f70a08231000000000000000000000000000000000000000000000000000000008552306004860152602085602481865afa9485156105c2575f95610902575b50808511156108fa579061089573ffffffffffffffffffffffffffffffffffffffff92866107ef565b94835f52600260205260405f205516805f525f60205260405f20825f5260205260405f206108c48582546107b5565b905560408051338152602081018690527ffed0d2c2ce3cacac52fef6eb068af4ccc3538a7ad5069f685e05dafe7f2d12f09190a3565b505f93505050565b9094506020813d60201161092e575b8161091e60209383610747565b810103126100d45751935f61086c565b3d9150610911565b7f2436cee5000000000000000000000000000000000000000000000000000000005f5260045ffd5b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c6109aa5760017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d565b7f3ee5aeb5000000000000000000000000000000000000000000000000000000005f5260045ffd5b73ffffffffffffffffffffffffffffffffffffffff1690815f52600160205260405f2073ffffffffffffffffffffffffffffffffffffffff82165f5260205260405f2054918215610b1a57610ad092918185925f52600160205260405f2073ffffffffffffffffffffffffffffffffffffffff83165f526020525f604081205573ffffffffffffffffffffffffffffffffffffffff821690815f52600260205260405f20610a818682546107ef565b90556040805173ffffffffffffffffffffffffffffffffffffffff86168152602081018790527f79f14dbc87f91353937e4e02c8d3c5c2fa9e64ffed508cd3cb49ee20bc826c9a9190a3610b60565b15610ad85750565b73ffffffffffffffffffffffffffffffffffffffff907fb6c30e5f000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b73ffffffffffffffffffffffffffffffffffffffff92507f71642412000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b92915f9173ffffffffffffffffffffffffffffffffffffffff5f9516801590815f14610c775761c350915b610b98603f8404846107b5565b62015f9081018091116107c257805a10610c48575015610bc1575083949550918392918392f190565b9350303b156100d45773ffffffffffffffffffffffffffffffffffffffff935f606492819560405197889687957f2fdcfbd2000000000000000000000000000000000000000000000000000000008752600487015216602485015260448401523090f19081610c38575b50610c3257565b60019150565b5f610c4291610747565b5f610c2b565b5a7ffe336aa7000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b620493e091610b8b56'
