// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Claim} from "../interfaces/IRollup.sol";

/// @title The two hashes that stand for a batch.
library ClaimHash {
    /// @notice What the leader fixes and every rival claim of the batch shares.
    function input(Claim memory claim) internal pure returns (bytes32) {
        return keccak256(
            abi.encode(
                claim.number,
                claim.circuit,
                claim.timestamp,
                claim.inboxFrom,
                claim.inboxTo,
                claim.oldRoot,
                claim.wordsHash,
                claim.lengths
            )
        );
    }

    /// @notice The input and what is claimed to follow from it.
    function full(Claim memory claim, bytes32 inputHash) internal pure returns (bytes32) {
        return keccak256(abi.encode(inputHash, claim.newRoot, claim.dataCommit, claim.effects, claim.evaluation));
    }
}
