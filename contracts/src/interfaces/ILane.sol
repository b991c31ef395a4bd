// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @notice What a lane is asked about. The rollup builds it alone; no caller can choose a field but `recipient`.
/// @param domain keccak(chain id, rollup) mod p.
/// @param batch Number of the batch.
/// @param circuit Id of the circuit whose word layout the batch uses.
/// @param oldRoot State root before the batch.
/// @param newRoot State root after the batch.
/// @param timestamp Unix seconds of the batch.
/// @param input Hash of the batch's input (what every rival claim of this batch shares).
/// @param dataCommit Poseidon2 hash of the padded words.
/// @param effects Bit i: inbox item i of the batch was applied.
/// @param challenge r, drawn after `dataCommit` and the words are fixed.
/// @param evaluation y = sum of w_i * r^i over the padded words.
/// @param recipient Where the prover's reward goes. It is part of the statement, so a proof cannot be stolen from the mempool.
struct Statement {
    uint256 domain;
    uint64 batch;
    uint8 circuit;
    bytes32 oldRoot;
    bytes32 newRoot;
    uint64 timestamp;
    bytes32 input;
    bytes32 dataCommit;
    uint256 effects;
    uint256 challenge;
    uint256 evaluation;
    address recipient;
}

/// @title One way of knowing that a batch is right.
/// @notice A lane holds no money and no state of the rollup; two lanes of one class count once.
interface ILane {
    /// @notice True when `payload` shows the statement. May revert instead of answering false.
    function verify(Statement calldata statement, bytes calldata payload) external view returns (bool);
}

/// @notice What a lane is asked about a batch whose words are in a blob.
/// @param base As for words in calldata, but for two fields: `challenge` is z and `evaluation` the blob's polynomial at z, both in the scalar
/// field of BLS12-381. The opening was checked when the batch was proposed.
/// @param versionedHash The blob (EIP-4844). `base.input` binds it together with the words that the contract read.
struct BlobStatement {
    Statement base;
    bytes32 versionedHash;
}

/// @title A lane that reads blobs.
/// @notice A statement about a blob is never asked by {ILane-verify}: a proof about calldata cannot pass for one about a blob.
/// The lane answers for what no contract can see: every word of the blob is below the modulus, nothing lies where the batch has no word,
/// and `base.dataCommit` is the hash of these words.
interface IBlobLane {
    /// @notice True when `payload` shows the statement. May revert instead of answering false.
    function verifyBlob(BlobStatement calldata statement, bytes calldata payload) external view returns (bool);
}
