// Generated from the contract's sources by contracts/scripts/abi.ts. Do not edit.
// sources 5d631369675c203784f09c025c898ed6a54138eb696a7726a650b632817109f6
export const ed25519Abi = [
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      },
      {
        "internalType": "bytes",
        "name": "",
        "type": "bytes"
      },
      {
        "internalType": "bytes",
        "name": "",
        "type": "bytes"
      }
    ],
    "name": "verify",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "pure",
    "type": "function"
  }
] as const

export const ed25519Bytecode = '0x6080806040523460135760c5908160188239f35b5f80fdfe60808060405260043610156011575f80fd5b5f3560e01c635bf48e3a146023575f80fd5b3460965760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011260965760243567ffffffffffffffff8111609657606d903690600401609a565b50506044359067ffffffffffffffff8211609657608f6020923690600401609a565b50505f8152f35b5f80fd5b9181601f8401121560965782359167ffffffffffffffff83116096576020838186019501011160965756'
