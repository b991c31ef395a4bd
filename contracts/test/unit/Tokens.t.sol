// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IInbox, Permit, TokenAuthorization} from "../../src/interfaces/IInbox.sol";
import {BadToken, GoodToken} from "../support/Tokens.sol";
import {SlotTest} from "../support/SlotTest.sol";

contract TokensTest is SlotTest {
    uint256 private constant KEY = 0xA11CE;
    address private holder = vm.addr(KEY);
    GoodToken private good;
    BadToken private bad;

    receive() external payable {}

    function setUp() public {
        deploy(1, 0);
        (good, bad) = (new GoodToken(), new BadToken());
        vm.startPrank(proposer);
        inbox.listToken(address(good));
        inbox.listToken(address(bad));
        vm.stopPrank();
        good.mint(holder, 1e24);
        bad.mint(holder, 1e24);
    }

    function test_listToken_refuses_strangers_repeats_and_what_is_no_contract(address stranger) public {
        vm.assume(stranger != proposer);
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(IInbox.NotProposer.selector, stranger, proposer));
        inbox.listToken(address(this));
        vm.startPrank(proposer);
        vm.expectRevert(abi.encodeWithSelector(IInbox.TokenRefused.selector, address(good)));
        inbox.listToken(address(good));
        vm.expectRevert(abi.encodeWithSelector(IInbox.TokenRefused.selector, address(0)));
        inbox.listToken(address(0));
        vm.expectRevert(abi.encodeWithSelector(IInbox.TokenRefused.selector, address(0x1234)));
        inbox.listToken(address(0x1234));
    }

    function test_lists_eighty_tokens_and_never_another_for_an_id() public {
        vm.startPrank(proposer);
        address[] memory tokens = new address[](81);
        (tokens[1], tokens[2]) = (address(good), address(bad));
        for (uint256 id = 3; id <= 80; ++id) {
            tokens[id] = address(new BadToken());
            vm.assertEq(inbox.listToken(tokens[id]), id, "next id");
        }
        for (uint256 id; id <= 80; ++id) {
            vm.assertEq(inbox.token(id), tokens[id], "as listed");
        }
        address another = address(new BadToken());
        vm.expectRevert(abi.encodeWithSelector(IInbox.TokenRefused.selector, another));
        inbox.listToken(another);
        vm.expectRevert(abi.encodeWithSelector(IInbox.TokenUnknown.selector, 81));
        inbox.token(81);
    }

    function test_depositToken_refuses_unlisted_tokens_the_coin_and_nothing() public {
        vm.expectRevert(abi.encodeWithSelector(IInbox.TokenUnknown.selector, 3));
        inbox.depositToken(3, 5, 1, 0);
        vm.expectRevert(abi.encodeWithSelector(IInbox.TokenUnknown.selector, 0));
        inbox.depositToken(0, 5, 1, 0);
        vm.expectRevert(abi.encodeWithSelector(IInbox.AmountOutOfRange.selector, 0));
        inbox.depositToken(1, 0, 1, 0);
        good.mint(holder, 2 ** 97);
        vm.startPrank(holder);
        good.approve(address(inbox), type(uint256).max);
        vm.expectRevert(abi.encodeWithSelector(IInbox.AmountOutOfRange.selector, 2 ** 96));
        inbox.depositToken(1, 2 ** 96, 1, 0);
    }

    function test_depositToken_credits_what_arrives(uint96 amount, uint8 toll) public {
        amount = uint96(bound(amount, 200, 1e24));
        bad.setToll(bound(toll, 2, 200), 0);
        uint256 arrives = amount - amount / bad.toll();
        vm.startPrank(holder);
        bad.approve(address(inbox), amount);
        inbox.depositToken(2, amount, 7, 0);
        queued(0, 2, arrives, 7, holder);
        vm.assertEq(bridge.balance(address(rollup), address(bad)), arrives, "custody");
        vm.assertEq(bad.balanceOf(address(bridge)), arrives, "money");
        vm.assertEq(bad.balanceOf(address(inbox)), 0, "nothing stays");
    }

    function test_depositToken_cannot_be_entered_again_from_the_token() public {
        bytes memory again = abi.encodeCall(inbox.depositToken, (2, 5, 1, 0));
        bad.setHook(address(inbox), again);
        vm.startPrank(holder);
        bad.approve(address(inbox), 1e18);
        vm.expectRevert(abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector));
        inbox.depositToken(2, 1e18, 1, 0);
    }

    /// @dev A token that calls back in the middle could have what arrived booked for another slot; then nothing is left to queue.
    function test_what_arrived_is_never_booked_twice() public {
        bad.setToll(0, 0);
        bad.setHook(address(bridge), abi.encodeCall(bridge.receiveToken, (address(0x51), address(bad))));
        vm.startPrank(holder);
        bad.approve(address(inbox), 1e18);
        vm.expectRevert(abi.encodeWithSelector(IInbox.AmountOutOfRange.selector, 0));
        inbox.depositToken(2, 1e18, 1, 0);
    }

    function test_depositWithPermit_takes_the_senders_tokens_also_when_the_permit_was_used_before(uint96 amount) public {
        amount = uint96(bound(amount, 1, 1e24));
        uint256 deadline = block.timestamp + 60;
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(KEY, permitDigest(amount, 0, deadline));
        vm.expectRevert(); // somebody else's permit: the allowance is missing
        inbox.depositWithPermit(1, amount, 7, 0, Permit(deadline, v, r, s));
        good.permit(holder, address(inbox), amount, deadline, v, r, s);
        vm.prank(holder);
        inbox.depositWithPermit(1, amount, 7, 0, Permit(deadline, v, r, s));
        queued(0, 1, amount, 7, holder);
    }

    function test_depositWithPermit_uses_the_permit(uint96 amount) public {
        amount = uint96(bound(amount, 1, 1e24));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(KEY, permitDigest(amount, 0, block.timestamp));
        vm.prank(holder);
        inbox.depositWithPermit(1, amount, 7, 0, Permit(block.timestamp, v, r, s));
        queued(0, 1, amount, 7, holder);
        vm.warp(block.timestamp + 1);
        vm.prank(holder);
        vm.expectRevert(); // spent, and past its deadline
        inbox.depositWithPermit(1, amount, 7, 0, Permit(block.timestamp - 1, v, r, s));
    }

    function test_depositWithAuthorization_serves_the_holder_whoever_brings_it(uint96 amount, address relayer) public {
        vm.assume(relayer.code.length == 0);
        TokenAuthorization memory a = authorization(bound(amount, 1, 1e24), 7, 0);
        vm.prank(relayer);
        inbox.depositWithAuthorization(1, 7, 0, a);
        queued(0, 1, a.value, 7, holder);
        vm.assertEq(good.balanceOf(address(bridge)), a.value, "money");
        vm.expectRevert(bytes("nonce"));
        inbox.depositWithAuthorization(1, 7, 0, a);
    }

    function test_depositWithAuthorization_refuses_another_vault_and_a_passed_time(uint32 account) public {
        vm.assume(account != 7);
        TokenAuthorization memory a = authorization(5, 7, 0);
        vm.expectRevert(bytes("signature"));
        inbox.depositWithAuthorization(1, account, 0, a);
        a.salt ^= bytes32(uint256(1));
        vm.expectRevert(bytes("signature"));
        inbox.depositWithAuthorization(1, 7, 0, a);
        a.salt ^= bytes32(uint256(1));
        vm.warp(a.validBefore);
        vm.expectRevert(bytes("time"));
        inbox.depositWithAuthorization(1, 7, 0, a);
    }

    function queued(uint256 index, uint256 token, uint256 amount, uint256 account, address payer) private view {
        uint256[10] memory words = depositItem(account, payer, amount);
        words[1] |= token;
        vm.assertEq(inbox.itemHashes(index, 1)[0], keccak256(abi.encodePacked(words)), "item");
    }

    function authorization(uint256 value, uint32 account, uint256 walletWord) private view returns (TokenAuthorization memory a) {
        (a.from, a.value, a.validBefore, a.salt) = (holder, value, block.timestamp + 60, "salt");
        bytes32 nonce = keccak256(abi.encode(account, walletWord, a.salt));
        (a.v, a.r, a.s) = vm.sign(KEY, good.authorizationDigest(holder, address(inbox), value, 0, a.validBefore, nonce));
    }

    function permitDigest(uint256 amount, uint256 nonce, uint256 deadline) private view returns (bytes32) {
        bytes32 permitType = keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
        bytes32 content = keccak256(abi.encode(permitType, holder, address(inbox), amount, nonce, deadline));
        return keccak256(abi.encodePacked("\x19\x01", good.DOMAIN_SEPARATOR(), content));
    }
}
