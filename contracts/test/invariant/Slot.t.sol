// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Inbox} from "../../src/Inbox.sol";
import {Rollup} from "../../src/Rollup.sol";
import {SharedBridge} from "../../src/SharedBridge.sol";
import {BatchStatus, Claim, Head} from "../../src/interfaces/IRollup.sol";
import {Constants} from "../../src/libraries/Constants.sol";
import {ForgeTest} from "../support/ForgeTest.sol";
import {SlotHandler} from "./SlotHandler.sol";

/// @notice What holds whatever anyone does.
contract SlotInvariants is ForgeTest {
    SlotHandler private handler;
    Rollup private rollup;
    Inbox private inbox;
    SharedBridge private bridge;

    function setUp() public {
        handler = new SlotHandler();
        (address a, address b, address c) = handler.slot();
        (rollup, inbox, bridge) = (Rollup(a), Inbox(b), SharedBridge(c));
    }

    /// @notice forge calls nobody but the handler.
    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function invariant_a_final_batch_never_changes() public view {
        vm.assertEq(rollup.finalHead().number, handler.highestFinal(), "finality never goes back");
        for (uint64 number; number <= handler.highestFinal(); ++number) {
            (bool known, bytes32 root,) = rollup.finalRoot(number);
            vm.assertTrue(known, "known");
            vm.assertEq(root, handler.finalRootOnce(number), "the same root for ever");
        }
    }

    function invariant_roots_chain() public view {
        bytes32 root = handler.finalRootOnce(0);
        for (uint64 number = 1; number <= rollup.tip().number; ++number) {
            Claim memory claim = handler.claimAt(number);
            vm.assertEq(claim.oldRoot, root, "starts where its parent ended");
            root = claim.newRoot;
        }
        vm.assertEq(rollup.tip().root, root, "the tip is the last one");
    }

    function invariant_inbox_items_are_consumed_once_and_in_order() public view {
        uint64 index;
        for (uint64 number = 1; number <= rollup.tip().number; ++number) {
            Claim memory claim = handler.claimAt(number);
            vm.assertEq(claim.inboxFrom, index, "no gap, no repeat");
            vm.assertTrue(claim.inboxTo >= index && claim.inboxTo <= inbox.length(), "range");
            index = claim.inboxTo;
        }
        vm.assertEq(rollup.tip().inboxIndex, index, "cursor of the tip");
        vm.assertTrue(rollup.finalHead().inboxIndex <= index, "final is behind");
        vm.assertEq(inbox.pending(), inbox.length() - rollup.finalHead().inboxIndex, "pending");
    }

    function invariant_custody_covers_deposits() public view {
        uint256 custody = bridge.balance(address(rollup), address(0));
        vm.assertEq(custody, handler.deposited() - handler.refunds(), "custody of the slot");
        uint256 others = bridge.balance(address(0x51), address(0));
        vm.assertEq(address(bridge).balance, custody + others, "all the money is somebody's");
    }

    function invariant_no_final_batch_without_two_lanes() public view {
        for (uint64 number = 1; number <= rollup.finalHead().number; ++number) {
            (BatchStatus status,,,, uint256 lanes) = rollup.batch(number);
            vm.assertTrue(status == BatchStatus.Final, "status");
            vm.assertEq(lanes, (1 << Constants.LANE_ZK) | (1 << Constants.LANE_TEE), "lanes");
        }
    }

    function invariant_time_runs_forward() public view {
        uint64 timestamp;
        for (uint64 number = 1; number <= rollup.tip().number; ++number) {
            Claim memory claim = handler.claimAt(number);
            vm.assertTrue(claim.timestamp >= timestamp && claim.timestamp <= block.timestamp, "timestamp");
            timestamp = claim.timestamp;
        }
    }

    function invariant_only_final_batches_are_indexed() public view {
        vm.assertTrue(rollup.indexedThrough() <= rollup.finalHead().number, "indexed");
        uint256 count;
        for (uint64 number = 1; number <= rollup.indexedThrough(); ++number) {
            Claim memory claim = handler.claimAt(number);
            bool mints = (claim.lengths >> 48) & 0xffff != 0;
            vm.assertTrue((rollup.credentialsHash(number) != 0) == mints, "a root exactly when there are credentials");
            if (mints) ++count;
        }
        vm.assertTrue(rollup.minted(5) >= count, "each of them minted");
    }
}
