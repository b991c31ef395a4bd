// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {BlobRollup} from "../../src/BlobRollup.sol";
import {Rollup} from "../../src/Rollup.sol";
import {BlobStatement, ILane, Statement} from "../../src/interfaces/ILane.sol";
import {BlockOpening, IBlobRollup} from "../../src/interfaces/IBlobRollup.sol";
import {Claim, IRollup, Parameters, ProposeInput} from "../../src/interfaces/IRollup.sol";
import {BlobBlock} from "../../src/libraries/BlobBlock.sol";
import {BlobLayout} from "../../src/libraries/BlobLayout.sol";
import {Field} from "../../src/libraries/Field.sol";
import {WordLayout} from "../../src/libraries/WordLayout.sol";
import {SlotTest} from "../support/SlotTest.sol";

interface BlobCheats {
    function blobhashes(bytes32[] calldata hashes) external;
    function etch(address target, bytes calldata code) external;
}

/// @notice Answers for calldata alone, as {ZkLane} does.
contract CalldataLane is ILane {
    function verify(Statement calldata, bytes calldata) external pure returns (bool) {
        return true;
    }
}

/// @notice Batches in blobs, with real openings from `contracts/test/support/writeBlobVectors.ts` and the EVM's own precompile.
contract BlobTest is SlotTest {
    bytes32 private constant ROOT = bytes32(uint256(2));
    address private constant DEPOSITOR = address(0xA11CE);
    string private vectors;

    function setUp() public {
        vectors = vm.readFile("contracts/test/vectors/blob.json");
        deploy(2, 0);
        // The challenges in the vectors name the slot.
        vm.assertEq(address(bytes20(vm.parseJsonBytes(vectors, ".rollup"))), address(rollup), "rollup of the vectors");
        vm.deal(DEPOSITOR, 1 ether);
        vm.prank(DEPOSITOR);
        inbox.deposit{value: 9}(3, 0);
        bridge.receiveFor{value: 100}(address(rollup));
    }

    function newRollup(Parameters memory settings) internal override returns (Rollup) {
        return new BlobRollup(settings);
    }

    function test_two_lanes_make_a_blob_batch_final_and_its_money_is_paid() public {
        (Claim memory claim, bytes memory sent) = proposed("batch");
        vm.assertEq(blobs().blobOf(claim), hashOf("batch"), "the blob");
        voteForBlob(claim, TEE);
        voteForBlob(claim, ZK);
        vm.assertEq(rollup.finalHead().root, ROOT, "final");
        rollup.payWithdrawals(claim, sent, one(0));
        vm.assertEq(address(0xABC).balance, 5, "withdrawal");
        // The batch did not apply its deposit: `effects` is 0.
        rollup.refundDeposits(claim, sent, one(1));
        vm.assertEq(DEPOSITOR.balance, 1 ether, "refund");
        vm.expectRevert(abi.encodeWithSelector(IRollup.EntryPaid.selector, 1, 0));
        rollup.payWithdrawals(claim, sent, one(0));
        bytes memory other = vm.parseJsonBytes(vectors, ".other.sent");
        vm.expectRevert(abi.encodeWithSelector(IRollup.WordsMismatch.selector, keccak256(other), claim.wordsHash));
        rollup.payWithdrawals(claim, other, one(0));
        vm.expectRevert(abi.encodeWithSelector(IBlobRollup.WordsInBlob.selector, 1));
        rollup.indexBatch(claim, sent);
        vm.assertEq(blobs().blobOf(claim), hashOf("batch"), "the blob of a final batch");
    }

    function test_refuses_a_transaction_without_the_blob() public {
        (ProposeInput memory input, bytes memory sent, BlockOpening memory opening) = batchOf("batch");
        bytes32 expected = hashOf("batch");
        carry(0);
        refused(input, sent, opening, abi.encodeWithSelector(IBlobRollup.BlobMismatch.selector, expected, bytes32(0)));
        carry(hashOf("other"));
        refused(input, sent, opening, abi.encodeWithSelector(IBlobRollup.BlobMismatch.selector, expected, hashOf("other")));
        carry(expected);
        vm.expectRevert(abi.encodeWithSelector(IRollup.NotProposer.selector, address(this), proposer));
        blobs().proposeBlob(input, sent, opening);
    }

    function test_refuses_the_opening_of_another_batch() public {
        (ProposeInput memory input, bytes memory sent,) = batchOf("batch");
        (,, BlockOpening memory other) = batchOf("other");
        carry(hashOf("batch"));
        refused(input, sent, other, abi.encodeWithSelector(BlobBlock.BlockMismatch.selector, 0));
    }

    function test_refuses_an_opening_for_another_commitment_to_the_words() public {
        (ProposeInput memory input, bytes memory sent, BlockOpening memory opening) = batchOf("batch");
        carry(hashOf("batch"));
        input.dataCommit = bytes32(uint256(78));
        refused(input, sent, opening, abi.encodeWithSelector(BlobBlock.BlockMismatch.selector, 0));
    }

    /// @dev Each word sent after the mark: the blob's name, the quotient's name, header and entries.
    function test_refuses_sent_words_with_one_bit_changed(uint256 word, uint256 bit) public {
        (ProposeInput memory input, bytes memory sent, BlockOpening memory opening) = batchOf("batch");
        uint256 place = 32 * bound(word, 0, sent.length / 32 - 1) + 32;
        uint256 flip = 1 << bound(bit, 0, 255);
        assembly ("memory-safe") {
            mstore(add(sent, place), xor(mload(add(sent, place)), flip))
        }
        carry(hashOf("batch"));
        vm.prank(proposer);
        vm.expectRevert();
        blobs().proposeBlob(input, sent, opening);
    }

    function test_refuses_an_opening_with_one_bit_changed(uint256 place, uint256 bit) public {
        (ProposeInput memory input, bytes memory sent, BlockOpening memory opening) = batchOf("batch");
        opening.points[bound(place, 0, 191)] ^= bytes1(uint8(1 << bound(bit, 0, 7)));
        carry(hashOf("batch"));
        vm.prank(proposer);
        vm.expectRevert();
        blobs().proposeBlob(input, sent, opening);
    }

    /// @dev Both values moved together keep the equation; the precompile sees it.
    function test_refuses_values_that_fit_each_other_and_not_the_blob() public {
        (ProposeInput memory input, bytes memory sent, BlockOpening memory opening) = batchOf("batch");
        uint256 z = rollup.challenge(1, CIRCUIT, input.dataCommit, keccak256(sent));
        uint256 power = z;
        for (uint256 i; i < 5; ++i) {
            power = mulmod(power, power, BlobBlock.R);
        }
        opening.quotientValue = addmod(opening.quotientValue, 1, BlobBlock.R);
        opening.value = addmod(opening.value, addmod(power, BlobBlock.R - 1, BlobBlock.R), BlobBlock.R);
        carry(hashOf("batch"));
        refused(input, sent, opening, abi.encodeWithSelector(BlobBlock.PointRefused.selector, hashOf("batch")));
        opening.points = new bytes(191);
        refused(input, sent, opening, abi.encodeWithSelector(BlobBlock.OpeningMalformed.selector, 191));
    }

    function test_refuses_lengths_that_are_not_for_a_blob() public {
        (ProposeInput memory input, bytes memory sent, BlockOpening memory opening) = batchOf("batch");
        uint256 lengths = input.lengths;
        bytes32 mark = bytes32(type(uint256).max);
        carry(hashOf("batch"));
        for (uint256 i; i < 4; ++i) {
            input.lengths = [lengths ^ (1 << 80), lengths | (1 << 16), lengths | (1 << 48), lengths | (1 << 81)][i];
            refused(input, sent, opening, abi.encodeWithSelector(BlobLayout.NotForABlob.selector, mark, input.lengths));
        }
        input.lengths = lengths;
        refused(input, new bytes(31), opening, abi.encodeWithSelector(BlobLayout.NotForABlob.selector, bytes32(0), lengths));
        refused(input, new bytes(96), opening, abi.encodeWithSelector(BlobLayout.NotForABlob.selector, bytes32(0), lengths));
    }

    function test_refuses_what_belongs_to_a_blob_as_words_in_calldata() public {
        (ProposeInput memory input, bytes memory sent,) = batchOf("batch");
        vm.prank(proposer);
        vm.expectRevert(abi.encodeWithSelector(WordLayout.LengthsMismatch.selector, input.lengths, sent.length));
        rollup.propose(input, sent);
        // As words, the first thing sent is no field element.
        input.lengths = pack(2, uint256(sent.length / 32) - 2, 0, 0, 0);
        vm.prank(proposer);
        vm.expectRevert();
        rollup.propose(input, sent);
    }

    function test_a_vote_for_one_source_is_none_for_the_other() public {
        (Claim memory claim,) = proposed("batch");
        bytes memory proof = proofOf(claim);
        vm.expectRevert(abi.encodeWithSelector(IRollup.LaneRefused.selector, TEE));
        rollup.vote(claim, TEE, recipient, proof);
        claim.lengths ^= 1 << 80;
        vm.expectRevert(abi.encodeWithSelector(IRollup.ClaimMismatch.selector, 1));
        rollup.vote(claim, TEE, recipient, proof);
    }

    function test_a_calldata_batch_is_no_blob_batch() public {
        vm.warp(START + 1);
        ProposeInput memory input = nextInput(ROOT);
        bytes memory words;
        (words, input.lengths) = mintWords(4, 10);
        Claim memory claim = propose(input, words);
        vm.expectRevert(abi.encodeWithSelector(IBlobRollup.NotABlobBatch.selector, 1));
        blobs().blobOf(claim);
        bytes memory blobVote = abi.encode(keccak256(abi.encode(BlobStatement(statementOf(claim), 0))));
        vm.expectRevert(abi.encodeWithSelector(IRollup.LaneRefused.selector, TEE));
        rollup.vote(claim, TEE, recipient, blobVote);
        claim.lengths |= 1 << 80;
        vm.expectRevert(abi.encodeWithSelector(IRollup.ClaimMismatch.selector, 1));
        rollup.vote(claim, TEE, recipient, blobVote);
        claim.lengths ^= 1 << 80;
        voteFor(claim, TEE);
        voteFor(claim, ZK);
        rollup.indexBatch(claim, words);
        vm.assertEq(rollup.minted(4), 10, "indexed as in any slot");
    }

    function test_a_lane_that_reads_calldata_alone_cannot_vote_for_a_blob() public {
        (Claim memory claim,) = proposed("batch");
        BlobCheats(address(vm)).etch(address(rollup.lane(ZK)), address(new CalldataLane()).code);
        vm.expectRevert();
        rollup.vote(claim, ZK, recipient, "");
    }

    function test_opens_the_words_of_a_block_and_nothing_else(uint256 place, uint256 bit) public {
        (Claim memory claim,) = proposed("batch");
        (uint256[32] memory words, bytes32 quotient, BlockOpening memory opening) = blockOf("batch");
        blobs().openBlock(claim, 1, words, quotient, opening);
        vm.expectRevert(abi.encodeWithSelector(BlobBlock.BlockMismatch.selector, 2));
        blobs().openBlock(claim, 2, words, quotient, opening);
        vm.expectRevert(abi.encodeWithSelector(BlobBlock.BlockUnknown.selector, 128));
        blobs().openBlock(claim, 128, words, quotient, opening);
        words[bound(place, 0, 31)] ^= 1 << bound(bit, 0, 255);
        vm.expectRevert(abi.encodeWithSelector(BlobBlock.BlockMismatch.selector, 1));
        blobs().openBlock(claim, 1, words, quotient, opening);
        // The challenge names the blob: what opens another one fits nowhere here.
        (words, quotient, opening) = blockOf("other");
        vm.expectRevert(abi.encodeWithSelector(BlobBlock.BlockMismatch.selector, 1));
        blobs().openBlock(claim, 1, words, quotient, opening);
        claim.newRoot = bytes32(uint256(3));
        vm.expectRevert(abi.encodeWithSelector(IRollup.ClaimMismatch.selector, 1));
        blobs().openBlock(claim, 1, words, quotient, opening);
    }

    /// @dev The contract sees every word that it reads; for the others lanes answer, and the block shows them.
    function test_refuses_a_wide_word_where_it_reads_and_shows_it_where_it_does_not() public {
        (ProposeInput memory input, bytes memory sent, BlockOpening memory opening) = batchOf("wideHead");
        carry(hashOf("wideHead"));
        refused(input, sent, opening, abi.encodeWithSelector(WordLayout.WordNotInField.selector, Field.P));
        (Claim memory claim,) = proposed("wide");
        (uint256[32] memory words, bytes32 quotient, BlockOpening memory opened) = blockOf("wide");
        vm.assertEq(words[10], Field.P, "a word that no field element is");
        blobs().openBlock(claim, 1, words, quotient, opened);
    }

    function test_checks_the_inbox_of_a_blob_batch() public {
        (ProposeInput memory input, bytes memory sent, BlockOpening memory opening) = batchOf("batch");
        carry(hashOf("batch"));
        input.effects = 2;
        refused(input, sent, opening, abi.encodeWithSelector(IRollup.EffectsOutOfRange.selector, 2, 1));
    }

    function proposed(string memory name) private returns (Claim memory claim, bytes memory) {
        (ProposeInput memory input, bytes memory sent, BlockOpening memory opening) = batchOf(name);
        carry(hashOf(name));
        vm.prank(proposer);
        blobs().proposeBlob(input, sent, opening);
        claim = Claim({
            number: 1,
            circuit: CIRCUIT,
            timestamp: input.timestamp,
            inboxFrom: 0,
            inboxTo: 1,
            oldRoot: input.oldRoot,
            newRoot: input.newRoot,
            wordsHash: keccak256(sent),
            dataCommit: input.dataCommit,
            effects: 0,
            lengths: input.lengths,
            evaluation: opening.value
        });
        return (claim, sent);
    }

    function batchOf(string memory name)
        private
        view
        returns (ProposeInput memory input, bytes memory sent, BlockOpening memory opening)
    {
        input = nextInput(ROOT);
        input.dataCommit = vm.parseJsonBytes32(vectors, ".dataCommit");
        input.lengths = uint256(vm.parseJsonBytes32(vectors, key(name, ".lengths")));
        sent = vm.parseJsonBytes(vectors, key(name, ".sent"));
        opening = openingOf(name, ".head");
    }

    function blockOf(string memory name)
        private
        view
        returns (uint256[32] memory words, bytes32 quotient, BlockOpening memory opening)
    {
        uint256[] memory list = vm.parseJsonUintArray(vectors, key(name, ".block.words"));
        for (uint256 i; i < 32; ++i) {
            words[i] = list[i];
        }
        return (words, vm.parseJsonBytes32(vectors, key(name, ".block.quotientHash")), openingOf(name, ".block"));
    }

    function openingOf(string memory name, string memory part) private view returns (BlockOpening memory) {
        string memory prefix = key(name, part);
        return BlockOpening({
            value: uint256(vm.parseJsonBytes32(vectors, string.concat(prefix, ".value"))),
            quotientValue: uint256(vm.parseJsonBytes32(vectors, string.concat(prefix, ".quotientValue"))),
            points: vm.parseJsonBytes(vectors, string.concat(prefix, ".points"))
        });
    }

    function refused(ProposeInput memory input, bytes memory sent, BlockOpening memory opening, bytes memory reason) private {
        vm.prank(proposer);
        vm.expectRevert(reason);
        blobs().proposeBlob(input, sent, opening);
    }

    function voteForBlob(Claim memory claim, uint8 lane) private {
        BlobStatement memory statement = BlobStatement(statementOf(claim), blobs().blobOf(claim));
        rollup.vote(claim, lane, recipient, abi.encode(keccak256(abi.encode(statement))));
    }

    /// @dev The next transactions carry this blob; 0 = none.
    function carry(bytes32 hash) private {
        bytes32[] memory hashes = new bytes32[](hash == 0 ? 0 : 1);
        if (hash != 0) hashes[0] = hash;
        BlobCheats(address(vm)).blobhashes(hashes);
    }

    function blobs() private view returns (BlobRollup) {
        return BlobRollup(address(rollup));
    }

    function hashOf(string memory name) private view returns (bytes32) {
        return vm.parseJsonBytes32(vectors, key(name, ".versionedHash"));
    }

    function key(string memory name, string memory field) private pure returns (string memory) {
        return string.concat(".", name, field);
    }
}
