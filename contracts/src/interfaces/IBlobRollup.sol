// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Claim, IRollup, ProposeInput} from "./IRollup.sol";

/// @notice Two evaluations that show the words of one block of a blob (see {BlobBlock}).
/// @param value The blob's polynomial at the challenge.
/// @param quotientValue The quotient's polynomial at the challenge.
/// @param points Commitment and proof of the blob, then of the quotient: four times 48 bytes.
struct BlockOpening {
    uint256 value;
    uint256 quotientValue;
    bytes points;
}

/// @title A slot that also takes batches whose words are in a blob (EIP-4844), for chains that accept blobs.
/// @notice A batch's blob holds all its words; header and entries, which the contract reads, are sent as well and are opened against the
/// blob. What was sent (`sent` below) takes the place of the words in `payWithdrawals` and `refundDeposits`. Lengths of such a batch have
/// bit 80 set, and name header and entries alone. Lanes must be {IBlobLane}s.
interface IBlobRollup is IRollup {
    event BlobProposed(uint64 indexed number, bytes32 indexed versionedHash);

    error NotABlobBatch(uint64 number);
    /// @notice Nobody but the blob has the words that were asked for.
    error WordsInBlob(uint64 number);
    error BlobMismatch(bytes32 found, bytes32 expected);

    /// @notice `propose` with the words in the transaction's first blob. Only the proposer.
    /// @param sent {BlobLayout}: a fixed word, the versioned hashes of blob and quotient, header and entries without their trailing zeros.
    /// @param opening Of block 0 at `challenge(number, circuit, dataCommit, keccak(sent))`.
    function proposeBlob(ProposeInput calldata input, bytes calldata sent, BlockOpening calldata opening) external;

    /// @notice Reverts unless `words` are the words of a block of the blob of a proposed or final batch.
    /// @param blockIndex 0 = header and entries; from 1 on opens, groups and accounts, 32 words a block.
    /// @param quotientHash Versioned hash of the quotient's commitment.
    /// @param opening At `blockChallenge(...)`.
    function openBlock(
        Claim calldata claim,
        uint256 blockIndex,
        uint256[32] calldata words,
        bytes32 quotientHash,
        BlockOpening calldata opening
    ) external view;

    /// @notice Where an opening by `openBlock` is evaluated: drawn after blob, quotient and words are fixed.
    function blockChallenge(bytes32 versionedHash, bytes32 quotientHash, uint256 blockIndex, uint256[32] calldata words)
        external
        pure
        returns (uint256);

    /// @notice The blob of a proposed or final batch; reverts when its words are in calldata.
    function blobOf(Claim calldata claim) external view returns (bytes32 versionedHash);
}
