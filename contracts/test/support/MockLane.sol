// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {BlobStatement, IBlobLane, ILane, Statement} from "../../src/interfaces/ILane.sol";

/// @notice A lane that believes whoever says keccak of the statement. Tests only.
contract MockLane is ILane, IBlobLane {
    function verify(Statement calldata statement, bytes calldata payload) external pure returns (bool) {
        return keccak256(payload) == keccak256(abi.encode(keccak256(abi.encode(statement))));
    }

    function verifyBlob(BlobStatement calldata statement, bytes calldata payload) external pure returns (bool) {
        return keccak256(payload) == keccak256(abi.encode(keccak256(abi.encode(statement))));
    }
}
