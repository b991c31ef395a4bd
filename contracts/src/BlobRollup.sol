// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IBlobRollup, BlockOpening} from "./interfaces/IBlobRollup.sol";
import {BlobStatement, IBlobLane, ILane, Statement} from "./interfaces/ILane.sol";
import {Claim, Head, Parameters, ProposeInput} from "./interfaces/IRollup.sol";
import {IRollup} from "./interfaces/IRollup.sol";
import {BatchIndex} from "./BatchIndex.sol";
import {FinalBatches} from "./FinalBatches.sol";
import {Rollup} from "./Rollup.sol";
import {BlobBlock} from "./libraries/BlobBlock.sol";
import {BlobLayout} from "./libraries/BlobLayout.sol";
import {ClaimHash} from "./libraries/ClaimHash.sol";
import {Field} from "./libraries/Field.sol";
import {Counts, Sections, WordLayout} from "./libraries/WordLayout.sol";

/// @title A slot with two data sources. See {IBlobRollup}; words in calldata are taken as by {Rollup}.
contract BlobRollup is Rollup, IBlobRollup {
    using WordLayout for Sections;

    /// @dev Read for claims whose words are in a blob alone; a pruned batch may have left another one.
    mapping(uint64 number => bytes32 versionedHash) private _blobs;

    constructor(Parameters memory parameters) Rollup(parameters) {}

    /// @inheritdoc IBlobRollup
    function proposeBlob(ProposeInput calldata input, bytes calldata sent, BlockOpening calldata opening) external {
        if (msg.sender != proposer) revert NotProposer(msg.sender, proposer);
        if (_frozen) revert SlotIsFrozen();
        Head memory parent = _tip;
        _checkInput(input, parent);
        Sections memory sections = BlobLayout.sectionsOf(input.circuit, input.lengths, sent);
        uint64 inboxTo = _checkInbox(sections, sent, input, parent.inboxIndex);
        bytes32 sentHash = keccak256(sent);
        _openHead(input, sections, sent, sentHash, opening);
        Claim memory claim = Claim({
            number: input.number,
            circuit: input.circuit,
            timestamp: input.timestamp,
            inboxFrom: parent.inboxIndex,
            inboxTo: inboxTo,
            oldRoot: input.oldRoot,
            newRoot: input.newRoot,
            wordsHash: sentHash,
            dataCommit: input.dataCommit,
            effects: input.effects,
            lengths: input.lengths,
            evaluation: opening.value
        });
        bytes32 inputHash = ClaimHash.input(claim);
        bytes32 claimHash = ClaimHash.full(claim, inputHash);
        _batches[input.number] = Batch(inputHash, claimHash, uint64(block.timestamp), 0);
        _tip = Head(input.newRoot, input.number, input.timestamp, inboxTo);
        emit BatchProposed(input.number, claimHash, claim);
    }

    /// @inheritdoc IBlobRollup
    function openBlock(
        Claim calldata claim,
        uint256 blockIndex,
        uint256[32] calldata words,
        bytes32 quotientHash,
        BlockOpening calldata opening
    ) external view {
        bytes32 versionedHash = blobOf(claim);
        uint256 z = blockChallenge(versionedHash, quotientHash, blockIndex, words);
        uint256 value;
        for (uint256 i = words.length; i != 0; --i) {
            value = addmod(mulmod(value, z, BlobBlock.R), words[i - 1], BlobBlock.R);
        }
        BlobBlock.check(versionedHash, quotientHash, blockIndex, z, value, opening);
    }

    /// @inheritdoc IBlobRollup
    function blockChallenge(bytes32 versionedHash, bytes32 quotientHash, uint256 blockIndex, uint256[32] calldata words)
        public
        pure
        returns (uint256)
    {
        return Field.reduce(keccak256(abi.encode(BlobLayout.MARK, versionedHash, quotientHash, blockIndex, words)));
    }

    /// @inheritdoc IBlobRollup
    function blobOf(Claim calldata claim) public view returns (bytes32) {
        if (!_inBlob(claim)) revert NotABlobBatch(claim.number);
        if (claim.number > _finalNumber) _open(claim);
        else _requireFinal(claim);
        return _blobs[claim.number];
    }

    /// @inheritdoc IRollup
    /// @dev Groups and accounts are in the blob alone. An index goes in batch order, so it ends before the first blob.
    function indexBatch(Claim calldata claim, bytes calldata words) public override(BatchIndex, IRollup) {
        if (_inBlob(claim)) revert WordsInBlob(claim.number);
        super.indexBatch(claim, words);
    }

    /// @dev The challenge commits to blob, quotient and sent words (by their hash) and to `dataCommit`: so the same evaluation that opens the
    /// head also binds a circuit's words, whose hash is `dataCommit`, to the blob.
    function _openHead(
        ProposeInput calldata input,
        Sections memory sections,
        bytes calldata sent,
        bytes32 sentHash,
        BlockOpening calldata opening
    ) private {
        (bytes32 versionedHash, bytes32 quotientHash) = BlobLayout.hashes(sent);
        if (versionedHash != blobhash(0)) revert BlobMismatch(versionedHash, blobhash(0));
        uint256 z = challenge(input.number, input.circuit, input.dataCommit, sentHash);
        BlobBlock.check(versionedHash, quotientHash, 0, z, BlobLayout.evaluate(sections, sent, z), opening);
        _blobs[input.number] = versionedHash;
        emit BlobProposed(input.number, versionedHash);
    }

    /// @inheritdoc Rollup
    function _agrees(ILane asked, Claim memory claim, Statement memory statement, bytes calldata payload)
        internal
        view
        override
        returns (bool)
    {
        if (claim.lengths & BlobLayout.IN_BLOB == 0) return super._agrees(asked, claim, statement, payload);
        return IBlobLane(address(asked)).verifyBlob(BlobStatement(statement, _blobs[claim.number]), payload);
    }

    /// @inheritdoc FinalBatches
    function _finalWords(Claim calldata claim, bytes calldata sent)
        internal
        view
        override
        returns (Sections memory sections, Counts memory counts)
    {
        if (!_inBlob(claim)) return super._finalWords(claim, sent);
        _requireFinal(claim);
        bytes32 found = keccak256(sent);
        if (found != claim.wordsHash) revert WordsMismatch(found, claim.wordsHash);
        sections = BlobLayout.sectionsOf(claim.circuit, claim.lengths, sent);
        counts = sections.counts(sent);
    }

    function _inBlob(Claim calldata claim) private pure returns (bool) {
        return claim.lengths & BlobLayout.IN_BLOB != 0;
    }
}
