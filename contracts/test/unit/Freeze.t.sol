// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IInbox} from "../../src/interfaces/IInbox.sol";
import {Claim, Head, IRollup, ProposeInput} from "../../src/interfaces/IRollup.sol";
import {SlotTest} from "../support/SlotTest.sol";

contract FreezeTest is SlotTest {
    receive() external payable {}

    function setUp() public {
        deploy(1, 0);
        vm.deal(address(this), 100 ether);
    }

    function test_propose_must_take_overdue_items_as_many_as_fit(uint8 queued, uint8 taken) public {
        queued = uint8(bound(queued, 1, 6));
        taken = uint8(bound(taken, 0, 2));
        for (uint256 i; i < queued; ++i) {
            inbox.deposit{value: 5}(3, 0);
        }
        uint256 due = queued < 3 ? queued : 3;
        vm.assume(taken < due);
        vm.warp(START + INBOX_DEADLINE + 1);
        ProposeInput memory input = nextInput(bytes32(uint256(2)));
        bytes memory words;
        (words, input.lengths) = taken == 0 ? mintWords(4, 3) : depositWords(taken, 3, address(this), 5);
        vm.prank(proposer);
        vm.expectRevert(abi.encodeWithSelector(IRollup.InboxItemsOverdue.selector, taken, due));
        rollup.propose(input, words);
        (words, input.lengths) = depositWords(due, 3, address(this), 5);
        propose(input, words);
    }

    function test_items_may_wait_until_the_deadline(uint64 wait) public {
        inbox.deposit{value: 5}(3, 0);
        vm.warp(START + bound(wait, 0, INBOX_DEADLINE));
        proposeMints(bytes32(uint256(2)), 4, 3);
    }

    function test_what_is_overdue_is_counted_at_the_time_of_the_batch() public {
        inbox.deposit{value: 5}(3, 0);
        vm.warp(START + INBOX_DEADLINE + 300);
        ProposeInput memory input = nextInput(bytes32(uint256(2)));
        bytes memory words;
        (words, input.lengths) = mintWords(4, 3);
        input.timestamp = START + INBOX_DEADLINE;
        propose(input, words);
    }

    function test_freeze_refuses_while_nothing_waits_too_long(uint64 wait) public {
        vm.expectRevert(IRollup.NothingWaits.selector);
        rollup.freeze();
        inbox.deposit{value: 5}(3, 0);
        vm.warp(START + bound(wait, 0, ESCAPE_PERIOD));
        vm.expectRevert(abi.encodeWithSelector(IRollup.NotYetFreezable.selector, 0, START + ESCAPE_PERIOD));
        rollup.freeze();
        // Consumed and final in time: it counts no more.
        ProposeInput memory input = nextInput(bytes32(uint256(2)));
        bytes memory words;
        (words, input.lengths) = depositWords(1, 3, address(this), 5);
        Claim memory claim = propose(input, words);
        voteFor(claim, ZK);
        vm.warp(START + 2 * ESCAPE_PERIOD);
        vm.expectRevert(IRollup.NothingWaits.selector);
        rollup.freeze();
    }

    function test_a_batch_that_is_only_proposed_does_not_prevent_it() public {
        (Claim memory first,) = proposeMints(bytes32(uint256(2)), 4, 3);
        voteFor(first, ZK);
        inbox.deposit{value: 5}(3, 0);
        (bytes memory words, uint256 lengths) = depositWords(1, 3, address(this), 5);
        Claim memory second = proposeWords(bytes32(uint256(3)), words, lengths);
        freeze();
        Head memory tip = rollup.tip();
        vm.assertEq(tip.number, 1, "back at the final batch");
        bytes memory proof = proofOf(second);
        vm.expectRevert(abi.encodeWithSelector(IRollup.BatchNotOpen.selector, 2));
        rollup.vote(second, ZK, recipient, proof);
        vm.expectRevert(abi.encodeWithSelector(IRollup.BatchNotOpen.selector, 2));
        rollup.finalize(second);
    }

    function test_a_frozen_slot_takes_nothing_and_stays_frozen() public {
        inbox.deposit{value: 5}(3, 0);
        vm.expectRevert(IRollup.SlotNotFrozen.selector);
        rollup.returnDeposit(0, depositItem(3, address(this), 5));
        freeze();
        vm.expectRevert(IRollup.SlotIsFrozen.selector);
        rollup.freeze();
        vm.expectRevert(IInbox.InboxFrozen.selector);
        inbox.deposit{value: 5}(3, 0);
        ProposeInput memory input = nextInput(bytes32(uint256(2)));
        bytes memory words;
        (words, input.lengths) = mintWords(4, 3);
        vm.prank(proposer);
        vm.expectRevert(IRollup.SlotIsFrozen.selector);
        rollup.propose(input, words);
        vm.prank(proposer);
        vm.expectRevert(IRollup.SlotIsFrozen.selector);
        rollup.proposeAndVote(input, words, ZK, recipient, "");
    }

    function test_deposits_that_no_batch_consumed_go_back_once() public {
        inbox.deposit{value: 5}(3, 0);
        (bytes memory words, uint256 lengths) = depositWords(1, 3, address(this), 5);
        voteFor(proposeWords(bytes32(uint256(2)), words, lengths), ZK);
        inbox.deposit{value: 6}(3, 0);
        inbox.activateKey(3);
        freeze();

        refused(0, depositItem(3, address(this), 5), abi.encodeWithSelector(IRollup.NothingToReturn.selector, 0));
        uint256[10] memory activate = [4 + 3 * uint256(256), 0, 0, 0, 0, 0, 0, 0, 0, uint160(address(this))];
        refused(2, activate, abi.encodeWithSelector(IRollup.NothingToReturn.selector, 2));
        refused(1, depositItem(3, address(this), 7), abi.encodeWithSelector(IRollup.InboxItemMismatch.selector, 1));
        refused(3, depositItem(3, address(this), 6), abi.encodeWithSelector(IInbox.ItemUnknown.selector, 3));
        uint256 before = address(this).balance;
        vm.prank(address(0x99));
        rollup.returnDeposit(1, depositItem(3, address(this), 6));
        vm.assertEq(address(this).balance, before + 6, "back");
        vm.assertTrue(rollup.returned(1), "bit");
        refused(1, depositItem(3, address(this), 6), abi.encodeWithSelector(IRollup.NothingToReturn.selector, 1));
    }

    function test_withdrawals_of_final_batches_stay_payable() public {
        inbox.deposit{value: 50}(3, 0);
        uint256[10][] memory entries = new uint256[10][](2);
        (entries[0], entries[1]) = (withdrawEntry(0, 20, address(0xABC)), depositItem(3, address(this), 50));
        (Claim memory claim, bytes memory words) = finalEntries(bytes32(uint256(2)), 1, entries, 1);
        inbox.deposit{value: 6}(3, 0);
        freeze();
        rollup.payWithdrawals(claim, words, one(0));
        vm.assertEq(address(0xABC).balance, 20, "paid");
        rollup.indexBatch(claim, words);
    }

    function freeze() private {
        vm.warp(START + ESCAPE_PERIOD + 1);
        Head memory last = rollup.finalHead();
        vm.expectEmit(true, true, true, true);
        emit IRollup.SlotFrozen(last.number, last.inboxIndex);
        vm.prank(address(0x99));
        rollup.freeze();
        vm.assertTrue(rollup.frozen(), "frozen");
    }

    function refused(uint256 item, uint256[10] memory words, bytes memory reason) private {
        vm.expectRevert(reason);
        rollup.returnDeposit(item, words);
    }
}
