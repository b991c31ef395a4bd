// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IInbox} from "../../src/interfaces/IInbox.sol";
import {BatchStatus, Claim, Head, IRollup, ProposeInput} from "../../src/interfaces/IRollup.sol";
import {Constants} from "../../src/libraries/Constants.sol";
import {Field} from "../../src/libraries/Field.sol";
import {WordLayout} from "../../src/libraries/WordLayout.sol";
import {SlotTest} from "../support/SlotTest.sol";

contract ProposeTest is SlotTest {
    function setUp() public {
        deploy(1, 0);
    }

    function test_refuses_a_stranger() public {
        (ProposeInput memory input, bytes memory words) = mintBatch();
        vm.expectRevert(abi.encodeWithSelector(IRollup.NotProposer.selector, address(this), proposer));
        rollup.propose(input, words);
    }

    function test_refuses_a_gap_and_a_repeat(uint64 number) public {
        (ProposeInput memory input, bytes memory words) = mintBatch();
        propose(input, words);
        (input, words) = mintBatch();
        vm.assume(number != 2);
        input.number = number;
        refused(input, words, abi.encodeWithSelector(IRollup.BatchOutOfOrder.selector, number, 2));
    }

    function test_refuses_another_parent_root(bytes32 root) public {
        vm.assume(root != GENESIS);
        (ProposeInput memory input, bytes memory words) = mintBatch();
        input.oldRoot = root;
        refused(input, words, abi.encodeWithSelector(IRollup.WrongParentRoot.selector, root, GENESIS));
    }

    function test_refuses_a_time_outside_the_window(uint64 timestamp) public {
        uint64 latest = START + 1 days;
        vm.warp(latest);
        vm.assume(timestamp > latest || timestamp < latest - 600);
        (ProposeInput memory input, bytes memory words) = mintBatch();
        input.timestamp = timestamp;
        refused(input, words, abi.encodeWithSelector(IRollup.TimestampOutOfRange.selector, timestamp, latest - 600, latest));
    }

    function test_refuses_a_time_before_the_parent() public {
        uint64 earliest = START;
        vm.warp(START + 60);
        (ProposeInput memory input, bytes memory words) = mintBatch();
        input.timestamp = earliest - 1;
        refused(input, words, abi.encodeWithSelector(IRollup.TimestampOutOfRange.selector, earliest - 1, earliest, earliest + 60));
    }

    function test_refuses_values_that_are_not_in_the_field(uint256 value) public {
        value = bound(value, Field.P, type(uint256).max);
        (ProposeInput memory input, bytes memory words) = mintBatch();
        input.newRoot = bytes32(value);
        refused(input, words, abi.encodeWithSelector(IRollup.NotInField.selector, bytes32("newRoot")));
        (input, words) = mintBatch();
        input.dataCommit = bytes32(value);
        refused(input, words, abi.encodeWithSelector(IRollup.NotInField.selector, bytes32("dataCommit")));
    }

    function test_refuses_a_word_that_is_not_in_the_field(uint256 value, uint256 position) public {
        value = bound(value, Field.P, type(uint256).max);
        (ProposeInput memory input, bytes memory words) = mintBatch();
        // Not the header: its fields are read before the words are walked.
        position = bound(position, 1, words.length / 32 - 1);
        setWord(words, position, value);
        refused(input, words, abi.encodeWithSelector(WordLayout.WordNotInField.selector, position));
    }

    function test_refuses_an_unknown_circuit(uint8 circuit) public {
        vm.assume(circuit == 0 || circuit > Constants.CIRCUIT_BULK_ID);
        (ProposeInput memory input, bytes memory words) = mintBatch();
        input.circuit = circuit;
        refused(input, words, abi.encodeWithSelector(WordLayout.CircuitUnknown.selector, circuit));
    }

    function test_refuses_lengths_that_do_not_fit_the_words(uint256 bit) public {
        (ProposeInput memory input, bytes memory words) = mintBatch();
        input.lengths ^= 1 << bound(bit, 0, 255);
        vm.prank(proposer);
        vm.expectRevert();
        rollup.propose(input, words);
    }

    function test_refuses_sections_that_are_too_long_or_not_trimmed() public {
        (ProposeInput memory input,) = mintBatch();
        input.lengths = pack(3, 0, 0, 0, 0);
        refused(input, new bytes(96), abi.encodeWithSelector(WordLayout.SectionTooLong.selector, 0, 3, 2));
        input.lengths = pack(2, 0, 0, 0, 0);
        refused(input, new bytes(64), abi.encodeWithSelector(WordLayout.SectionNotTrimmed.selector, 0));
        input.lengths = pack(1, 0, 0, 0, 0) | (1 << 80);
        refused(input, abi.encode(uint256(1)), abi.encodeWithSelector(WordLayout.LengthsMismatch.selector, input.lengths, 32));
    }

    function test_refuses_words_past_the_counts_and_counts_past_the_circuit() public {
        (ProposeInput memory input,) = mintBatch();
        input.lengths = pack(1, 2, 0, 0, 0);
        bytes memory words = abi.encode(uint256(1), uint256(2), uint256(3));
        refused(input, words, abi.encodeWithSelector(WordLayout.UnusedWord.selector, WordLayout.OPENS, 2, 1));
        input.lengths = pack(1, 0, 0, 0, 0);
        uint256 tooMany = Constants.CIRCUIT_SMALL_OPENS + 1;
        refused(
            input,
            abi.encode(tooMany),
            abi.encodeWithSelector(WordLayout.CountOutOfRange.selector, WordLayout.OPENS, tooMany, Constants.CIRCUIT_SMALL_OPENS)
        );
    }

    function test_refuses_an_inbox_item_that_was_not_queued() public {
        ProposeInput memory input = nextInput(bytes32(uint256(2)));
        bytes memory words;
        (words, input.lengths) = depositWords(1, 3, address(this), 5);
        refused(input, words, abi.encodeWithSelector(IInbox.ItemUnknown.selector, 0));
    }

    function test_refuses_an_inbox_item_with_one_bit_changed(uint256 bit) public {
        inbox.deposit{value: 5}(3, 0);
        ProposeInput memory input = nextInput(bytes32(uint256(2)));
        bytes memory words;
        (words, input.lengths) = depositWords(1, 3, address(this), 5);
        // One of the lower 250 bits of the item's first word.
        setWord(words, 2, wordOf(words, 2) ^ (1 << bound(bit, 0, 249)));
        refused(input, words, abi.encodeWithSelector(IRollup.InboxItemMismatch.selector, 0));
    }

    function test_refuses_a_wrong_inbox_range_and_effects_beyond_it() public {
        inbox.deposit{value: 5}(3, 0);
        ProposeInput memory input = nextInput(bytes32(uint256(2)));
        bytes memory words;
        (words, input.lengths) = depositWords(1, 3, address(this), 5);
        input.effects = 2;
        refused(input, words, abi.encodeWithSelector(IRollup.EffectsOutOfRange.selector, 2, 1));
        input.effects = 1;
        setWord(words, 1, indices(0, 2));
        refused(input, words, abi.encodeWithSelector(IRollup.InboxIndexMismatch.selector, indices(0, 2), indices(0, 1)));
    }

    function test_stores_the_claim_and_moves_the_tip() public {
        (ProposeInput memory input, bytes memory words) = mintBatch();
        propose(input, words);
        Head memory tip = rollup.tip();
        vm.assertEq(tip.root, input.newRoot, "root");
        vm.assertEq(tip.number, 1, "number");
        vm.assertEq(rollup.finalHead().number, 0, "nothing is final");
        (BatchStatus status,,, uint64 proposedAt, uint256 lanes) = rollup.batch(1);
        vm.assertTrue(status == BatchStatus.Proposed, "status");
        vm.assertEq(proposedAt, block.timestamp, "time");
        vm.assertEq(lanes, 0, "no lane yet");
    }

    function test_takes_inbox_items_in_order() public {
        inbox.deposit{value: 5}(3, 0);
        inbox.deposit{value: 5}(3, 0);
        inbox.deposit{value: 5}(3, 0);
        ProposeInput memory input = nextInput(bytes32(uint256(2)));
        bytes memory words;
        (words, input.lengths) = depositWords(2, 3, address(this), 5);
        input.effects = 3;
        Claim memory claim = propose(input, words);
        vm.assertEq(claim.inboxTo, 2, "two items");
        vm.assertEq(rollup.tip().inboxIndex, 2, "cursor");
    }

    /// @dev The contract's y equals the sum of powers for any trimmed words: `propose` in SlotTest compares the claim hash.
    function test_evaluates_any_words(uint256[6] memory values, uint8 opens) public {
        uint256 count = bound(opens, 1, 6);
        ProposeInput memory input = nextInput(bytes32(uint256(2)));
        bytes memory words = abi.encode(count);
        for (uint256 i; i < count; ++i) {
            words = abi.encodePacked(words, bound(values[i], 1, Field.P - 1));
        }
        input.lengths = pack(1, count, 0, 0, 0);
        propose(input, words);
    }

    /// @dev Each circuit has its own padded layout; y is over that one.
    function test_evaluates_the_layout_of_every_circuit(uint8 circuit, uint256 value) public {
        ProposeInput memory input = nextInput(bytes32(uint256(2)));
        input.circuit = uint8(bound(circuit, 1, 3));
        bytes memory words;
        (words, input.lengths) = mintWords(4, 10);
        setWord(words, 3, bound(value, 1, Field.P - 1));
        propose(input, words);
    }

    function test_refuses_more_than_a_circuit_holds(uint8 circuit) public {
        uint8 id = uint8(bound(circuit, 1, 3));
        uint256 opens = [Constants.CIRCUIT_SMALL_OPENS, Constants.CIRCUIT_LARGE_OPENS, Constants.CIRCUIT_BULK_OPENS][id - 1];
        ProposeInput memory input = nextInput(bytes32(uint256(2)));
        (input.circuit, input.lengths) = (id, pack(1, opens + 1, 0, 0, 0));
        bytes memory words = abi.encodePacked(opens + 1, new bytes(32 * (opens + 1)));
        refused(input, words, abi.encodeWithSelector(WordLayout.SectionTooLong.selector, WordLayout.OPENS, opens + 1, opens));
    }

    function test_proposeAndVote_does_both_and_neither_when_one_is_refused() public {
        (ProposeInput memory input, bytes memory words) = mintBatch();
        bytes memory proof = proofOf(claimOf(input, words));
        vm.expectRevert(abi.encodeWithSelector(IRollup.NotProposer.selector, address(this), proposer));
        rollup.proposeAndVote(input, words, ZK, recipient, proof);
        vm.startPrank(proposer);
        vm.expectRevert(abi.encodeWithSelector(IRollup.LaneRefused.selector, ZK));
        rollup.proposeAndVote(input, words, ZK, address(this), proof);
        vm.expectRevert(abi.encodeWithSelector(IRollup.LaneUnknown.selector, 7));
        rollup.proposeAndVote(input, words, 7, recipient, proof);
        vm.assertEq(rollup.tip().number, 0, "nothing was proposed");
        rollup.proposeAndVote(input, words, ZK, recipient, proof);
        vm.assertEq(rollup.finalHead().root, input.newRoot, "final");
        vm.expectRevert(abi.encodeWithSelector(IRollup.BatchOutOfOrder.selector, 1, 2));
        rollup.proposeAndVote(input, words, ZK, recipient, proof);
    }

    function mintBatch() private view returns (ProposeInput memory input, bytes memory words) {
        input = nextInput(bytes32(uint256(rollup.tip().root) + 1));
        (words, input.lengths) = mintWords(4, 10);
    }

    function refused(ProposeInput memory input, bytes memory words, bytes memory reason) private {
        vm.prank(proposer);
        vm.expectRevert(reason);
        rollup.propose(input, words);
    }

    function setWord(bytes memory words, uint256 position, uint256 value) private pure {
        assembly {
            mstore(add(add(words, 0x20), mul(position, 0x20)), value)
        }
    }

    function wordOf(bytes memory words, uint256 position) private pure returns (uint256 value) {
        assembly {
            value := mload(add(add(words, 0x20), mul(position, 0x20)))
        }
    }
}
