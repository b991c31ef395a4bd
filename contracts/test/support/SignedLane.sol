// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {BlobStatement, IBlobLane, ILane, Statement} from "../../src/interfaces/ILane.sol";

/// @notice A lane that believes one key: what tests put in the place of an enclave. Tests only.
contract SignedLane is ILane, IBlobLane {
    address private immutable attester;

    constructor(address attester_) {
        attester = attester_;
    }

    function verify(Statement calldata statement, bytes calldata signature) external view returns (bool) {
        return ECDSA.recover(keccak256(abi.encode(statement)), signature) == attester;
    }

    function verifyBlob(BlobStatement calldata statement, bytes calldata signature) external view returns (bool) {
        return ECDSA.recover(keccak256(abi.encode(statement)), signature) == attester;
    }
}
