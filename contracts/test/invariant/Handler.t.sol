// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Rollup} from "../../src/Rollup.sol";
import {ForgeTest} from "../support/ForgeTest.sol";
import {SlotHandler} from "./SlotHandler.sol";

/// @notice The invariants would hold of a handler that does nothing: this one does everything.
contract HandlerTest is ForgeTest {
    function test_the_handler_reaches_every_kind_of_payment() public {
        SlotHandler handler = new SlotHandler();
        (address a,,,) = handler.slot();
        Rollup rollup = Rollup(a);
        handler.deposit(5);
        handler.depositToken(true, 1000);
        handler.forcedWithdraw(7, true);
        handler.proposeMintBatch(27);
        // One withdrawal of the ledger, one applied and one refused deposit.
        handler.proposeEntries(1, 2, 1, 99);
        handler.proveNext();
        handler.proveNext();
        // Numbers are brought into the range of final batches: 1 is batch 2 of two, 2 is batch 3 of three.
        handler.payOut(1);
        handler.payOut(1);
        vm.assertTrue(rollup.paid(2, 0) && !rollup.paid(2, 1) && rollup.paid(2, 2), "withdrawal and refund");
        handler.index();
        handler.index();
        vm.assertEq(rollup.indexedThrough(), 2, "indexed");

        handler.wait(7199);
        handler.wait(7199);
        handler.wait(7199);
        handler.proposeMintBatch(1);
        vm.assertEq(rollup.tip().number, 2, "the overdue item was left out");
        handler.proposeEntries(0, 0, 1, 0);
        handler.proveNext();
        handler.payOut(2);
        vm.assertTrue(rollup.paid(3, 0), "forced withdrawal");
        handler.collect();

        handler.deposit(11);
        handler.proposeEntries(0, 1, 1, 0);
        handler.wait(7199);
        handler.wait(7199);
        handler.prune();
        vm.assertEq(rollup.tip().number, 3, "pruned");
        handler.proposeEntries(0, 1, 1, 0);
        handler.freeze(0);
        vm.assertTrue(rollup.frozen() && rollup.tip().number == 3, "frozen");
        handler.returnDeposits(3);
        handler.exit();
        handler.exit();
        vm.assertTrue(rollup.returned(3), "returned");
        vm.assertEq(handler.payments("vault") + handler.payments("reward") + handler.payments("pool"), 3, "exits, each once");
        vm.assertEq(handler.blocked() + handler.overdueMissed(), 0, "nothing went wrong");
    }
}
