// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @notice An ERC-1271 wallet that approves one digest with one signature.
contract SmartWallet {
    bytes32 private _digest;

    function approve(bytes32 digest) external {
        _digest = digest;
    }

    function isValidSignature(bytes32 digest, bytes calldata signature) external view returns (bytes4) {
        return digest == _digest && keccak256(signature) == keccak256("smart") ? bytes4(0x1626ba7e) : bytes4(0xffffffff);
    }
}
