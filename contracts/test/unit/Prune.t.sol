// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {BatchStatus, Claim, Head, IRollup, ProposeInput} from "../../src/interfaces/IRollup.sol";
import {SlotTest} from "../support/SlotTest.sol";

contract PruneTest is SlotTest {
    function setUp() public {
        deploy(1, 0);
    }

    function test_refuses_before_the_deadline(uint64 wait) public {
        proposeMints(bytes32(uint256(2)), 1, 3);
        uint256 deadline = START + DEADLINE;
        vm.warp(START + bound(wait, 0, DEADLINE));
        vm.expectRevert(abi.encodeWithSelector(IRollup.DeadlineNotPassed.selector, 1, deadline));
        rollup.prune(1);
    }

    function test_refuses_what_is_not_the_first_open_batch() public {
        vm.expectRevert(abi.encodeWithSelector(IRollup.BatchNotOpen.selector, 1));
        rollup.prune(1);
        proposeMints(bytes32(uint256(2)), 1, 3);
        proposeMints(bytes32(uint256(3)), 1, 3);
        vm.warp(START + DEADLINE + 1);
        vm.expectRevert(abi.encodeWithSelector(IRollup.BatchOutOfOrder.selector, 2, 1));
        rollup.prune(2);
    }

    function test_refuses_a_batch_with_a_lane() public {
        deploy(2, 0);
        (Claim memory claim,) = proposeMints(bytes32(uint256(2)), 1, 3);
        voteFor(claim, ZK);
        vm.warp(START + DEADLINE + 1);
        vm.expectRevert(abi.encodeWithSelector(IRollup.BatchHasLane.selector, 1));
        rollup.prune(1);
    }

    function test_removes_the_batch_and_what_follows_and_gives_the_items_back() public {
        inbox.deposit{value: 5}(3, 0);
        (Claim memory first,) = proposeMints(bytes32(uint256(2)), 1, 3);
        voteFor(first, ZK);
        ProposeInput memory input = nextInput(bytes32(uint256(3)));
        bytes memory words;
        (words, input.lengths) = depositWords(1, 3, address(this), 5);
        input.effects = 1;
        Claim memory second = propose(input, words);
        (Claim memory third,) = proposeMints(bytes32(uint256(4)), 1, 3);
        vm.assertEq(rollup.tip().inboxIndex, 1, "consumed");

        vm.warp(START + DEADLINE + 1);
        rollup.prune(2);
        Head memory tip = rollup.tip();
        vm.assertEq(tip.number, 1, "back at the final batch");
        vm.assertEq(tip.root, first.newRoot, "its root");
        vm.assertEq(tip.inboxIndex, 0, "the item is free again");
        (BatchStatus status,,,,) = rollup.batch(3);
        vm.assertTrue(status == BatchStatus.Unknown, "descendants are gone");
        refusedVote(second);
        refusedVote(third);

        // The number gets a fresh input, and only that can be voted for.
        input = nextInput(bytes32(uint256(7)));
        (words, input.lengths) = depositWords(1, 3, address(this), 5);
        Claim memory fresh = propose(input, words);
        vm.expectRevert(abi.encodeWithSelector(IRollup.ClaimMismatch.selector, 2));
        rollup.vote(second, ZK, recipient, "");
        refusedVote(third);
        voteFor(fresh, ZK);
        vm.assertEq(rollup.finalHead().root, fresh.newRoot, "final");
    }

    /// @dev The stored remains of a pruned descendant must not come back to life when the chain reaches its number again.
    function test_a_lane_vote_does_not_survive_pruning() public {
        deploy(2, 0);
        proposeMints(bytes32(uint256(2)), 1, 3);
        (Claim memory second,) = proposeMints(bytes32(uint256(3)), 1, 3);
        voteFor(second, ZK);
        vm.warp(START + DEADLINE + 1);
        rollup.prune(1);
        proposeMints(bytes32(uint256(2)), 1, 3);
        proposeMints(bytes32(uint256(3)), 1, 3);
        (,,,, uint256 lanes) = rollup.batch(2);
        vm.assertEq(lanes, 0, "votes are gone");
    }

    function refusedVote(Claim memory claim) private {
        bytes memory proof = proofOf(claim);
        vm.expectRevert(abi.encodeWithSelector(IRollup.BatchNotOpen.selector, claim.number));
        rollup.vote(claim, ZK, recipient, proof);
    }
}
