// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {SharedBridge} from "../../src/SharedBridge.sol";
import {ISharedBridge} from "../../src/interfaces/ISharedBridge.sol";
import {ForgeTest} from "../support/ForgeTest.sol";
import {BadToken} from "../support/Tokens.sol";

/// @notice This contract is the slot that pays; `accepts` says whether it takes money itself.
contract BridgeTest is ForgeTest {
    address private constant COIN = address(0);
    SharedBridge private bridge = new SharedBridge();
    BadToken private token = new BadToken();
    bool private accepts = true;
    bool private reenters;

    receive() external payable {
        require(accepts, "no");
        if (reenters) bridge.pay(COIN, address(0x1), 1);
    }

    function setUp() public {
        vm.deal(address(this), 100 ether);
        token.setToll(0, 0);
        token.mint(address(this), 1e24);
    }

    function test_a_slot_cannot_pay_more_than_it_has(uint256 amount) public {
        bridge.receiveFor{value: 9}(address(0x51));
        give(address(0x51), 9);
        amount = bound(amount, 1, type(uint256).max);
        vm.expectRevert(abi.encodeWithSelector(ISharedBridge.BalanceTooLow.selector, address(this), 0, amount));
        bridge.pay(COIN, address(this), amount);
        vm.expectRevert(abi.encodeWithSelector(ISharedBridge.BalanceTooLow.selector, address(this), 0, amount));
        bridge.pay(address(token), address(this), amount);
    }

    function test_tokens_are_credited_once_and_by_what_arrived(uint96 amount) public {
        amount = uint96(bound(amount, 1, 1e24));
        vm.assertEq(bridge.receiveToken(address(this), address(token)), 0, "nothing arrived");
        vm.expectRevert(ISharedBridge.TokenNeeded.selector);
        bridge.receiveToken(address(this), COIN);
        give(address(this), amount);
        vm.assertEq(bridge.receiveToken(address(0x51), address(token)), 0, "not again for another");
        vm.assertEq(bridge.balance(address(this), address(token)), amount, "balance");
        vm.assertEq(bridge.held(address(token)), amount, "held");
    }

    function test_pays_coins_and_tokens(uint96 amount) public {
        amount = uint96(bound(amount, 1, 1e24));
        vm.deal(address(this), amount);
        bridge.receiveFor{value: amount}(address(this));
        give(address(this), amount);
        bridge.pay(COIN, address(0xabc), amount);
        bridge.pay(address(token), address(0xabc), amount);
        vm.assertEq(address(0xabc).balance, amount, "coins");
        vm.assertEq(token.balanceOf(address(0xabc)), amount, "tokens");
        vm.assertEq(bridge.held(COIN) + bridge.held(address(token)), 0, "nothing held");
    }

    function test_what_a_recipient_refuses_is_kept_for_it() public {
        bridge.receiveFor{value: 7}(address(this));
        accepts = false;
        vm.expectEmit(true, true, true, true);
        emit ISharedBridge.Kept(address(this), COIN, 7);
        bridge.pay(COIN, address(this), 7);
        vm.assertEq(bridge.owed(address(this), COIN), 7, "owed");
        vm.assertEq(bridge.balance(address(this), COIN), 0, "paid all the same");
        vm.assertEq(bridge.held(COIN), 7, "still held");
        vm.expectRevert(abi.encodeWithSelector(ISharedBridge.PaymentRefused.selector, address(this)));
        bridge.collect(address(this), COIN);
        accepts = true;
        uint256 before = address(this).balance;
        vm.prank(address(0x99));
        bridge.collect(address(this), COIN);
        vm.assertEq(address(this).balance, before + 7, "collected");
        vm.expectRevert(abi.encodeWithSelector(ISharedBridge.NothingToCollect.selector, address(this), COIN));
        bridge.collect(address(this), COIN);
    }

    function test_who_is_owed_may_have_it_sent_elsewhere_and_nobody_else(address other) public {
        vm.assume(other != address(0xbad));
        give(address(this), 7);
        token.setBlocked(address(0xbad));
        bridge.pay(address(token), address(0xbad), 7);
        vm.assertEq(bridge.owed(address(0xbad), address(token)), 7, "owed");
        vm.prank(other);
        vm.expectRevert(abi.encodeWithSelector(ISharedBridge.NothingToCollect.selector, other, address(token)));
        bridge.collectTo(address(token), other);
        vm.prank(address(0xbad));
        bridge.collectTo(address(token), address(0x600d));
        vm.assertEq(token.balanceOf(address(0x600d)), 7, "elsewhere");
        vm.assertEq(bridge.held(address(token)), 0, "nothing held");
    }

    function test_nobody_can_make_a_payment_fail_by_sending_little_gas(uint256 gas_) public {
        bridge.receiveFor{value: 7}(address(this));
        gas_ = bound(gas_, 30_000, 300_000);
        try bridge.pay{gas: gas_}(COIN, address(0xabc), 7) {
            vm.assertEq(address(0xabc).balance, 7, "paid");
        } catch {
            vm.assertEq(bridge.balance(address(this), COIN), 7, "or nothing happened");
        }
        vm.assertEq(bridge.owed(address(0xabc), COIN), 0, "never kept");
    }

    function test_says_how_much_gas_a_payment_needs() public {
        bridge.receiveFor{value: 9}(address(this));
        try bridge.pay{gas: 120_000}(COIN, address(0xabc), 7) {
            revert("paid with too little gas");
        } catch (bytes memory reason) {
            vm.assertEq(bytes32(bytes4(reason)), bytes32(ISharedBridge.GasTooLow.selector), "reason");
        }
        vm.assertEq(bridge.balance(address(this), COIN), 9, "nothing happened");
    }

    function test_a_recipient_cannot_enter_again() public {
        bridge.receiveFor{value: 9}(address(this));
        reenters = true;
        bridge.pay(COIN, address(this), 5);
        vm.assertEq(bridge.owed(address(this), COIN), 5, "its call failed, so the payment is kept");
        vm.assertEq(bridge.balance(address(this), COIN), 4, "and paid once");
    }

    /// @dev Fees that a token takes from its sender must not come out of other slots' money.
    function test_a_token_that_takes_more_than_told_is_not_paid() public {
        give(address(this), 100);
        give(address(0x51), 100);
        token.setToll(0, 3);
        bridge.pay(address(token), address(0xabc), 100);
        vm.assertEq(token.balanceOf(address(0xabc)), 0, "refused");
        vm.assertEq(bridge.owed(address(0xabc), address(token)), 100, "kept");
        vm.assertEq(token.balanceOf(address(bridge)), 200, "nothing lost");
    }

    function test_only_the_bridge_sends_tokens(address stranger) public {
        vm.assume(stranger != address(bridge));
        give(address(this), 7);
        vm.prank(stranger);
        vm.expectRevert(ISharedBridge.OnlyItself.selector);
        bridge.sendToken(address(token), stranger, 7);
    }

    function give(address slot, uint256 amount) private {
        token.transfer(address(bridge), amount);
        bridge.receiveToken(slot, address(token));
    }
}
