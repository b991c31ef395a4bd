// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IEd25519} from "../../src/interfaces/IEd25519.sol";

/// @notice Believes whoever signs with keccak of key and message, twice. Tests only: forge cannot sign ed25519.
contract MockEd25519 is IEd25519 {
    function verify(bytes32 key, bytes calldata signature, bytes calldata message) external pure returns (bool) {
        return keccak256(signature) == keccak256(sign(key, message));
    }

    function sign(bytes32 key, bytes calldata message) public pure returns (bytes memory) {
        bytes32 half = keccak256(abi.encode(key, message));
        return abi.encode(half, half);
    }
}
