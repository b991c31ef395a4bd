// Generated from the contract's sources by contracts/scripts/abi.ts. Do not edit.
// sources 16c75f3d41ea7c7faae42422fdbf336048e9ea3db6361e282f87ca77a49e08fe
export const trailStoneAbi = [
  {
    "inputs": [],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "sender",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "tokenId",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      }
    ],
    "name": "ERC721IncorrectOwner",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "operator",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "tokenId",
        "type": "uint256"
      }
    ],
    "name": "ERC721InsufficientApproval",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "approver",
        "type": "address"
      }
    ],
    "name": "ERC721InvalidApprover",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "operator",
        "type": "address"
      }
    ],
    "name": "ERC721InvalidOperator",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      }
    ],
    "name": "ERC721InvalidOwner",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "receiver",
        "type": "address"
      }
    ],
    "name": "ERC721InvalidReceiver",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "sender",
        "type": "address"
      }
    ],
    "name": "ERC721InvalidSender",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "tokenId",
        "type": "uint256"
      }
    ],
    "name": "ERC721NonexistentToken",
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
        "name": "approved",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "tokenId",
        "type": "uint256"
      }
    ],
    "name": "Approval",
    "type": "event"
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
        "name": "operator",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bool",
        "name": "approved",
        "type": "bool"
      }
    ],
    "name": "ApprovalForAll",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "from",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "to",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "tokenId",
        "type": "uint256"
      }
    ],
    "name": "Transfer",
    "type": "event"
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
        "name": "tokenId",
        "type": "uint256"
      }
    ],
    "name": "approve",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      }
    ],
    "name": "balanceOf",
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
        "name": "tokenId",
        "type": "uint256"
      }
    ],
    "name": "getApproved",
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
        "internalType": "address",
        "name": "owner",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "operator",
        "type": "address"
      }
    ],
    "name": "isApprovedForAll",
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
    "name": "mint",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "id",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "name",
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
        "name": "tokenId",
        "type": "uint256"
      }
    ],
    "name": "ownerOf",
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
        "internalType": "address",
        "name": "from",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "to",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "tokenId",
        "type": "uint256"
      }
    ],
    "name": "safeTransferFrom",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "from",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "to",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "tokenId",
        "type": "uint256"
      },
      {
        "internalType": "bytes",
        "name": "data",
        "type": "bytes"
      }
    ],
    "name": "safeTransferFrom",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "operator",
        "type": "address"
      },
      {
        "internalType": "bool",
        "name": "approved",
        "type": "bool"
      }
    ],
    "name": "setApprovalForAll",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "supply",
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
        "internalType": "bytes4",
        "name": "interfaceId",
        "type": "bytes4"
      }
    ],
    "name": "supportsInterface",
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
    "name": "symbol",
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
        "name": "tokenId",
        "type": "uint256"
      }
    ],
    "name": "tokenURI",
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
        "internalType": "address",
        "name": "from",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "to",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "tokenId",
        "type": "uint256"
      }
    ],
    "name": "transferFrom",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  }
] as const

export const trailStoneBytecode = '0x60806040523461032757604080519081016001600160401b03811182821017610232576040908152600b82526a547261696c2053746f6e6560a81b602083015280519081016001600160401b0381118282101761023257604052600581526453544f4e4560d81b602082015281516001600160401b038111610232575f54600181811c9116801561031d575b602082101461021457601f81116102b0575b50602092601f821160011461025157928192935f92610246575b50508160011b915f199060031b1c1916175f555b80516001600160401b03811161023257600154600181811c91168015610228575b602082101461021457601f81116101a6575b50602091601f8211600114610146579181925f9261013b575b50508160011b915f199060031b1c1916176001555b60405161127b908161032c8239f35b015190505f80610117565b601f1982169260015f52805f20915f5b85811061018e57508360019510610176575b505050811b0160015561012c565b01515f1960f88460031b161c191690555f8080610168565b91926020600181928685015181550194019201610156565b818111156100fe5760015f52601f820160051c7fb10e2d527612073b26eecdfd717e6a320cf44b4afac2b0732d9fcbe2b7fa0cf66020841061020c575b81601f9101920160051c03905f5b8281106101ff5750506100fe565b5f828201556001016101f1565b5f91506101e3565b634e487b7160e01b5f52602260045260245ffd5b90607f16906100ec565b634e487b7160e01b5f52604160045260245ffd5b015190505f806100b7565b601f198216935f8052805f20915f5b8681106102985750836001959610610280575b505050811b015f556100cb565b01515f1960f88460031b161c191690555f8080610273565b91926020600181928685015181550194019201610260565b8181111561009d575f8052601f820160051c7f290decd9548b62a8d60345a988386fc84ba6bc95484008f6362f93160ef3e56360208410610315575b81601f9101920160051c03905f5b82811061030857505061009d565b5f828201556001016102fa565b5f91506102ec565b90607f169061008b565b5f80fdfe6080806040526004361015610012575f80fd5b5f905f3560e01c90816301ffc9a714610b8d57508063047fc9aa14610b7057806306fdde0314610ab8578063081812fc14610a6e578063095ea7b3146109105780631249c58b1461056157806323b872dd1461054a57806342842e0e1461051b5780636352211e146104df57806370a082311461046857806395d89b4114610329578063a22cb46514610218578063b88d4fde14610182578063c87b56dd146101255763e985e9c5146100c3575f80fd5b346101225760406003193601126101225773ffffffffffffffffffffffffffffffffffffffff60406100f3610c9f565b92826100fd610cc2565b9416815260056020522091165f52602052602060ff60405f2054166040519015158152f35b80fd5b3461017e57602060031936011261017e5761014160043561104b565b505f604051610151602082610d39565b5261017a604051610163602082610d39565b5f8152604051918291602083526020830190610c5c565b0390f35b5f80fd5b3461017e57608060031936011261017e5761019b610c9f565b6101a3610cc2565b906044356064359267ffffffffffffffff841161017e573660238501121561017e578360040135926101d484610da7565b936101e26040519586610d39565b808552366024828801011161017e576020815f92602461021699018389013786010152610210838383610de1565b336110a4565b005b3461017e57604060031936011261017e57610231610c9f565b6024359081151580920361017e5733156102fd5773ffffffffffffffffffffffffffffffffffffffff169081156102d157335f52600560205260405f20825f5260205260405f207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff0081541660ff83161790556040519081527f17307eab39ab6107e8899845ad3d59bd9653f200f220920489ca2b5937696c3160203392a3005b507f5b08ba18000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7fa9fbf51f000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b3461017e575f60031936011261017e576040515f6001548060011c9060018116801561045e575b602083108114610431578285529081156103ef5750600114610391575b61017a8361037d81850382610d39565b604051918291602083526020830190610c5c565b91905060015f527fb10e2d527612073b26eecdfd717e6a320cf44b4afac2b0732d9fcbe2b7fa0cf6915f905b8082106103d55750909150810160200161037d61036d565b9192600181602092548385880101520191019092916103bd565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff001660208086019190915291151560051b8401909101915061037d905061036d565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602260045260245ffd5b91607f1691610350565b3461017e57602060031936011261017e5773ffffffffffffffffffffffffffffffffffffffff610496610c9f565b1680156104b3575f526003602052602060405f2054604051908152f35b7f89c62b64000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b3461017e57602060031936011261017e5760206104fd60043561104b565b73ffffffffffffffffffffffffffffffffffffffff60405191168152f35b3461017e5761021661052c36610ce5565b906040519261053c602085610d39565b5f8452610210838383610de1565b3461017e5761021661055b36610ce5565b91610de1565b3461017e575f60031936011261017e576006547fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81146108e357600101806006556020906040516105b28382610d39565b5f815233156108b757815f526002835273ffffffffffffffffffffffffffffffffffffffff60405f205416801515908161084a575b335f526003855260405f2060018154019055835f526002855260405f2073ffffffffffffffffffffffffffffffffffffffff33167fffffffffffffffffffffffff00000000000000000000000000000000000000008254161790558333827fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef5f80a45061081e5782333b61067e575b604051838152f35b6106cf91604051809381927f150b7a020000000000000000000000000000000000000000000000000000000083523360048401525f6024840152866044840152608060648401526084830190610c5c565b03815f335af15f91816107c6575b5061074a57823d15610742573d906106f482610da7565b916107026040519384610d39565b82523d5f8284013e5b8151918261073f577f64a0ae92000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b01fd5b60609061070b565b7fffffffff000000000000000000000000000000000000000000000000000000007f150b7a020000000000000000000000000000000000000000000000000000000091160361079a578282610676565b7f64a0ae92000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b9091508381813d8311610817575b6107de8183610d39565b8101031261017e57517fffffffff000000000000000000000000000000000000000000000000000000008116810361017e5790846106dd565b503d6107d4565b7f73c6ac6e000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b610881845f52600460205260405f207fffffffffffffffffffffffff00000000000000000000000000000000000000008154169055565b805f526003855260405f207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81540190556105e7565b7f64a0ae92000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b3461017e57604060031936011261017e57610929610c9f565b6024356109358161104b565b33151580610a4e575b80610a01575b6109d557819073ffffffffffffffffffffffffffffffffffffffff80851691167f8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b9255f80a45f52600460205273ffffffffffffffffffffffffffffffffffffffff60405f2091167fffffffffffffffffffffffff00000000000000000000000000000000000000008254161790555f80f35b7fa9fbf51f000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b5073ffffffffffffffffffffffffffffffffffffffff81165f52600560205260405f2073ffffffffffffffffffffffffffffffffffffffff33165f5260205260ff60405f20541615610944565b503373ffffffffffffffffffffffffffffffffffffffff8216141561093e565b3461017e57602060031936011261017e57600435610a8b8161104b565b505f526004602052602073ffffffffffffffffffffffffffffffffffffffff60405f205416604051908152f35b3461017e575f60031936011261017e576040515f5f548060011c90600181168015610b66575b602083108114610431578285529081156103ef5750600114610b0a5761017a8361037d81850382610d39565b5f8080527f290decd9548b62a8d60345a988386fc84ba6bc95484008f6362f93160ef3e563939250905b808210610b4c5750909150810160200161037d61036d565b919260018160209254838588010152019101909291610b34565b91607f1691610ade565b3461017e575f60031936011261017e576020600654604051908152f35b3461017e57602060031936011261017e57600435907fffffffff00000000000000000000000000000000000000000000000000000000821680920361017e57817f80ac58cd0000000000000000000000000000000000000000000000000000000060209314908115610c32575b8115610c08575b5015158152f35b7f01ffc9a70000000000000000000000000000000000000000000000000000000091501483610c01565b7f5b5e139f0000000000000000000000000000000000000000000000000000000081149150610bfa565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f602080948051918291828752018686015e5f8582860101520116010190565b6004359073ffffffffffffffffffffffffffffffffffffffff8216820361017e57565b6024359073ffffffffffffffffffffffffffffffffffffffff8216820361017e57565b600319606091011261017e5760043573ffffffffffffffffffffffffffffffffffffffff8116810361017e579060243573ffffffffffffffffffffffffffffffffffffffff8116810361017e579060443590565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff821117610d7a57604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b67ffffffffffffffff8111610d7a57601f017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe01660200190565b919073ffffffffffffffffffffffffffffffffffffffff1680156108b757815f52600260205273ffffffffffffffffffffffffffffffffffffffff60405f20541692823315159283610f63575b73ffffffffffffffffffffffffffffffffffffffff935085610ef5575b805f52600360205260405f2060018154019055815f52600260205260405f20817fffffffffffffffffffffffff0000000000000000000000000000000000000000825416179055857fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef5f80a416808303610ec457505050565b7f64283d7b000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b610f2c825f52600460205260405f207fffffffffffffffffffffffff00000000000000000000000000000000000000008154169055565b855f52600360205260405f207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8154019055610e4b565b9192905080610fda575b15610f7a57828291610e2e565b8284610fab577f7e273289000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f177e802f000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b503384148015611015575b80610f6d5750825f5260046020523373ffffffffffffffffffffffffffffffffffffffff60405f20541614610f6d565b50835f52600560205260405f2073ffffffffffffffffffffffffffffffffffffffff33165f5260205260ff60405f205416610fe5565b805f52600260205273ffffffffffffffffffffffffffffffffffffffff60405f205416908115611079575090565b7f7e273289000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b93909293823b6110b6575b5050505050565b61112373ffffffffffffffffffffffffffffffffffffffff928360209516968460405197889687967f150b7a020000000000000000000000000000000000000000000000000000000088521660048701521660248501526044840152608060648401526084830190610c5c565b03815f865af15f918161121e575b5061119f57503d15611198573d61114781610da7565b906111556040519283610d39565b81523d5f602083013e5b8051908161119357827f64a0ae92000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b602001fd5b606061115f565b7fffffffff000000000000000000000000000000000000000000000000000000007f150b7a02000000000000000000000000000000000000000000000000000000009116036111f357505f808080806110af565b7f64a0ae92000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b9091506020813d602011611273575b8161123a60209383610d39565b8101031261017e57517fffffffff000000000000000000000000000000000000000000000000000000008116810361017e57905f611131565b3d915061122d56'
