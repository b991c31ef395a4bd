// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Inbox} from "../../src/Inbox.sol";
import {Rollup} from "../../src/Rollup.sol";
import {SharedBridge} from "../../src/SharedBridge.sol";
import {BatchStatus, Claim} from "../../src/interfaces/IRollup.sol";
import {Constants} from "../../src/libraries/Constants.sol";
import {ForgeTest} from "../support/ForgeTest.sol";
import {GoodToken} from "../support/Tokens.sol";
import {SlotHandler} from "./SlotHandler.sol";

/// @notice What holds whatever anyone does.
contract SlotInvariants is ForgeTest {
    address private constant COIN = address(0);
    SlotHandler private handler;
    Rollup private rollup;
    Inbox private inbox;
    SharedBridge private bridge;
    address private refuser;

    function setUp() public {
        handler = new SlotHandler();
        (address a, address b, address c, address d) = handler.slot();
        (rollup, inbox, bridge, refuser) = (Rollup(a), Inbox(b), SharedBridge(c), d);
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

    /// @notice The cursor never skips an item and never takes one twice; pruning and freezing give back what was not final.
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

    function invariant_the_inbox_keeps_every_item_as_it_was_queued() public view {
        vm.assertEq(inbox.length(), handler.itemCount(), "items");
        uint256 before;
        for (uint256 i; i < handler.itemCount(); ++i) {
            vm.assertEq(inbox.itemHashes(i, 1)[0], keccak256(abi.encodePacked(handler.itemAt(i))), "hash");
            vm.assertTrue(inbox.queuedAt(i) >= before && inbox.queuedAt(i) <= block.timestamp, "time");
            before = inbox.queuedAt(i);
        }
    }

    /// @notice Payouts never exceed what came in, and custody is exactly the difference, token by token.
    function invariant_custody_is_what_came_minus_what_was_paid() public view {
        for (uint256 id; id <= 2; ++id) {
            vm.assertTrue(handler.paidOut(id) <= handler.received(id), "payouts");
            uint256 custody = bridge.balance(address(rollup), inbox.token(id));
            vm.assertEq(custody, handler.received(id) - handler.paidOut(id), "custody of the slot");
        }
    }

    /// @notice All that the bridge holds is somebody's, and the bridge has all of it.
    function invariant_the_bridge_can_pay_everybody() public view {
        uint256 others = bridge.balance(address(0x51), COIN);
        uint256 coins = bridge.balance(address(rollup), COIN) + others + bridge.owed(refuser, COIN);
        vm.assertEq(bridge.held(COIN), coins, "coins");
        vm.assertEq(address(bridge).balance, coins, "and they are there");
        for (uint256 id = 1; id <= 2; ++id) {
            address token = inbox.token(id);
            uint256 owned = bridge.balance(address(rollup), token) + bridge.owed(refuser, token);
            vm.assertEq(bridge.held(token), owned, "tokens");
            vm.assertTrue(GoodToken(token).balanceOf(address(bridge)) >= owned, "and they are there");
        }
    }

    function invariant_another_slots_money_is_never_touched() public view {
        vm.assertTrue(bridge.balance(address(0x51), COIN) <= address(bridge).balance, "there");
        vm.assertEq(bridge.balance(address(0x51), inbox.token(1)) + bridge.balance(address(0x51), inbox.token(2)), 0, "no tokens");
    }

    /// @notice Everything is paid at most once, and exactly when the bit says so.
    function invariant_everything_is_paid_at_most_once() public view {
        for (uint64 number = 1; number <= rollup.tip().number; ++number) {
            for (uint256 entry; entry < handler.entryCount(number); ++entry) {
                uint256 count = handler.payments(keccak256(abi.encode(number, entry)));
                vm.assertTrue(count <= 1, "once");
                vm.assertTrue(rollup.paid(number, entry) == (count == 1), "bit");
                if (count == 1) vm.assertTrue(number <= handler.highestFinal() && handler.kindOf(number, entry) != 0, "owed");
            }
        }
        for (uint256 i; i < handler.itemCount(); ++i) {
            uint256 count = handler.payments(keccak256(abi.encode("returned", i)));
            vm.assertTrue(count <= 1 && rollup.returned(i) == (count == 1), "returned once");
        }
        vm.assertTrue(handler.payments("vault") <= 1 && handler.payments("reward") <= 1 && handler.payments("pool") <= 1, "exits");
    }

    /// @notice Each deposit is in a vault, owed back, paid back, or still waits: never two of these, never none.
    function invariant_no_deposit_is_lost() public view {
        for (uint64 number = 1; number <= handler.highestFinal(); ++number) {
            Claim memory claim = handler.claimAt(number);
            uint256 ledger = handler.entryCount(number) - (claim.inboxTo - claim.inboxFrom);
            for (uint256 i = claim.inboxFrom; i < claim.inboxTo; ++i) {
                uint256 entry = ledger + i - claim.inboxFrom;
                uint256[10] memory words = handler.entryOf(number, entry);
                vm.assertEq(keccak256(abi.encode(words)), keccak256(abi.encode(handler.itemAt(i))), "the item itself");
                if (words[0] & 0xff != Constants.KIND_DEPOSIT) continue;
                bool applied = (claim.effects >> (i - claim.inboxFrom)) & 1 == 1;
                vm.assertTrue(applied != (handler.kindOf(number, entry) == 2), "in a vault or owed back");
                vm.assertTrue(!rollup.returned(i), "not also as one that nobody consumed");
            }
        }
    }

    /// @notice Nothing that is owed ever failed, also not because a recipient refused it; nothing that is not owed was paid.
    function invariant_nothing_owed_is_blocked_and_nothing_else_paid() public view {
        vm.assertEq(handler.blocked(), 0, "payments");
    }

    function invariant_no_batch_leaves_out_what_is_overdue() public view {
        vm.assertEq(handler.overdueMissed(), 0, "batches");
    }

    function invariant_frozen_is_one_way() public view {
        vm.assertTrue(rollup.frozen() == handler.frozenOnce(), "frozen");
        if (!rollup.frozen()) return;
        vm.assertEq(rollup.tip().number, rollup.finalHead().number, "no open claim");
        vm.assertTrue(rollup.tip().inboxIndex < inbox.length(), "an item waited");
    }

    function invariant_fees_are_kept_for_the_proposer() public view {
        vm.assertEq(address(inbox).balance + rollup.proposer().balance, handler.feesPaid(), "fees");
        vm.assertEq(inbox.fee(), 1e9 + 1e9 * inbox.pending() / 50, "price");
        vm.assertTrue(inbox.pending() <= 4096, "bounded");
    }

    function invariant_the_token_list_only_grows() public view {
        address[] memory listed = handler.listed();
        vm.assertEq(inbox.tokenCount(), listed.length, "count");
        for (uint256 i; i < listed.length; ++i) {
            vm.assertEq(inbox.token(i + 1), listed[i], "the same token for ever");
        }
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
