// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ILane, Statement} from "./interfaces/ILane.sol";
import {IVerifier} from "./interfaces/IVerifier.sol";

/// @title The ZK lane: UltraHonk proofs of the batch circuits.
/// @notice One verifier a circuit, fixed at deployment. The payload is the proof; the public inputs are built here from the statement.
contract ZkLane is ILane {
    /// @notice Verifier by circuit id.
    mapping(uint8 circuit => IVerifier) public verifier;

    error VerifierUnknown(uint8 circuit);
    error VerifierWithoutCode(uint8 circuit);
    error CircuitTwice(uint8 circuit);

    constructor(uint8[] memory circuits, IVerifier[] memory verifiers) {
        for (uint256 i; i < circuits.length; ++i) {
            if (address(verifiers[i]).code.length == 0) revert VerifierWithoutCode(circuits[i]);
            if (address(verifier[circuits[i]]) != address(0)) revert CircuitTwice(circuits[i]);
            verifier[circuits[i]] = verifiers[i];
        }
    }

    /// @inheritdoc ILane
    function verify(Statement calldata statement, bytes calldata proof) external view returns (bool) {
        IVerifier asked = verifier[statement.circuit];
        if (address(asked) == address(0)) revert VerifierUnknown(statement.circuit);
        return asked.verify(proof, publicInputs(statement));
    }

    /// @notice The circuit's public inputs in order (rollup README, "Batch").
    function publicInputs(Statement calldata statement) public pure returns (bytes32[] memory inputs) {
        inputs = new bytes32[](10);
        inputs[0] = bytes32(statement.domain);
        inputs[1] = bytes32(uint256(statement.batch));
        inputs[2] = statement.oldRoot;
        inputs[3] = statement.newRoot;
        inputs[4] = bytes32(uint256(statement.timestamp));
        inputs[5] = statement.dataCommit;
        inputs[6] = bytes32(statement.effects);
        inputs[7] = bytes32(statement.challenge);
        inputs[8] = bytes32(statement.evaluation);
        inputs[9] = bytes32(uint256(uint160(statement.recipient)));
    }
}
