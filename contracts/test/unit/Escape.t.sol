// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IEscape, Payee} from "../../src/interfaces/IEscape.sol";
import {Claim} from "../../src/interfaces/IRollup.sol";
import {Constants} from "../../src/libraries/Constants.sol";
import {SlotTest} from "../support/SlotTest.sol";
import {Shown, StateFixture} from "../support/StateFixture.sol";
import {GoodToken} from "../support/Tokens.sol";

contract EscapeTest is SlotTest {
    address private constant MEMBER = address(0xABC);
    address private constant CHOSEN = address(0xC405E);
    bytes32 private constant SOLANA_KEY = bytes32(uint256(0x50_1A_4A));
    /// @dev Of `StateFixture.SECRET`.
    uint256 private constant KEY_X = 0x2ef9f7f09867fd6ec6ba3660bb1f0c0b5d77b35d1830fa3e01071e9a23e0f7ed;
    uint256 private constant KEY_Y = 0x1a69be0ff3344594667649380eecf5cbcabdaedd770a5c5fa0ae6d00632f4e8f;

    GoodToken private token;
    Shown private shown;

    function setUp() public {
        deploy(1, 0);
        token = new GoodToken();
        vm.prank(proposer);
        inbox.listToken(address(token));
        token.mint(address(bridge), 1000);
        bridge.receiveToken(address(rollup), address(token));
        bridge.receiveFor{value: 1000}(address(rollup));

        shown.account.index = 77;
        shown.account.evm = uint160(MEMBER);
        (shown.account.keyX, shown.account.keyY, shown.account.nonce) = (KEY_X, KEY_Y, 5);
        (shown.account.linksDigest, shown.account.identity) = (9, 10);
        (shown.token, shown.amount) = (1, 60);
        shown.quest.index = 5;
        shown.quest.owner = 77 + 4 * 2 ** 26;
        shown.quest.prices = 1 + 30 * 2 ** 8 + 2 * 2 ** 104;
        shown.quest.pools = 200 + 100 * 2 ** 112;
        (shown.quest.schedule, shown.quest.rulesHash, shown.quest.counters) = (11, 12, 3);
        (shown.quest.issuerKeyX, shown.quest.issuerKeyY) = (13, 14);
        shown.credential.index = 123;
        shown.credential.packed = 5 + 8 * 2 ** 21 + uint256(START) * 2 ** 53;
        shown.credential.evidenceRoot = 15;
    }

    function test_refuses_while_the_slot_lives() public {
        Shown memory s = shown;
        bytes32 root = StateFixture.build(s, 1);
        finalRoot(root);
        vm.expectRevert(IEscape.NotFrozen.selector);
        escape.exitVault(s.state, s.account, evm(), s.token, s.amount, s.vaultPath);
    }

    /// forge-config: default.fuzz.runs = 24
    function test_refuses_any_root_but_the_last_final_one(uint256 seed) public {
        Shown memory s = frozen(seed);
        s.state.inboxIndex++;
        bytes32 found = StateFixture.stateRoot(s.state);
        vm.expectRevert(abi.encodeWithSelector(IEscape.RootMismatch.selector, found, rollup.finalHead().root));
        escape.exitVault(s.state, s.account, evm(), s.token, s.amount, s.vaultPath);
    }

    /// forge-config: default.fuzz.runs = 24
    function test_refuses_any_change_of_the_account(uint256 seed, uint8 field) public {
        Shown memory s = frozen(seed);
        field = uint8(bound(field, 0, 13));
        if (field == 0) s.account.index++;
        if (field == 1) s.account.evm++;
        if (field == 2) s.account.solanaDigest++;
        if (field == 3) s.account.linksDigest++;
        if (field == 4) s.account.keyX++;
        if (field == 5) s.account.keyY++;
        if (field == 6) s.account.nonce++;
        if (field == 7) s.account.pendingKeyX++;
        if (field == 8) s.account.pendingKeyY++;
        if (field == 9) s.account.pendingAt++;
        if (field == 10) s.account.identity++;
        if (field == 11) s.account.movedTo++;
        if (field == 12) s.account.path[seed % 16][seed % 2] ^= 1;
        // The same leaf as another number of the same digits.
        if (field == 13) s.account.index += Constants.CAPACITY_ACCOUNTS;
        vm.expectRevert(
            field == 13
                ? abi.encodeWithSelector(IEscape.IndexOutOfRange.selector, bytes32("accounts"), s.account.index)
                : abi.encodeWithSelector(IEscape.PathMismatch.selector, bytes32("accounts"), s.account.index)
        );
        escape.exitVault(s.state, s.account, evm(), s.token, s.amount, s.vaultPath);
    }

    /// forge-config: default.fuzz.runs = 24
    function test_refuses_another_balance_token_or_path(uint256 seed, uint96 amount, uint8 other) public {
        Shown memory s = frozen(seed);
        vm.assume(amount != s.amount && amount != 0);
        pathRefused("vaults", 77 * 81 + 1);
        escape.exitVault(s.state, s.account, evm(), s.token, amount, s.vaultPath);
        vm.expectRevert(abi.encodeWithSelector(IEscape.NothingToExit.selector, bytes32("vault"), 77 * 81 + 1));
        escape.exitVault(s.state, s.account, evm(), s.token, 0, s.vaultPath);
        other = uint8(bound(other, 2, 80));
        pathRefused("vaults", 77 * 81 + other);
        escape.exitVault(s.state, s.account, evm(), other, s.amount, s.vaultPath);
        // Token 82 of account 76 would be token 1 of account 77.
        vm.expectRevert(abi.encodeWithSelector(IEscape.IndexOutOfRange.selector, bytes32("token"), 81 + other));
        escape.exitVault(s.state, s.account, evm(), 81 + uint256(other), s.amount, s.vaultPath);
        s.vaultPath[seed % 20][seed % 2] ^= 1;
        pathRefused("vaults", 77 * 81 + 1);
        escape.exitVault(s.state, s.account, evm(), s.token, s.amount, s.vaultPath);
    }

    /// forge-config: default.fuzz.runs = 24
    function test_pays_a_vault_once(uint256 seed, address stranger) public {
        Shown memory s = frozen(seed);
        vm.prank(stranger);
        escape.exitVault(s.state, s.account, evm(), s.token, s.amount, s.vaultPath);
        vm.assertEq(token.balanceOf(MEMBER), 60, "paid");
        vm.assertTrue(escape.vaultExited(77 * 81 + 1), "bit");
        vm.expectRevert(abi.encodeWithSelector(IEscape.ExitedAlready.selector, bytes32("vault"), 77 * 81 + 1));
        escape.exitVault(s.state, s.account, evm(), s.token, s.amount, s.vaultPath);
    }

    /// forge-config: default.fuzz.runs = 24
    function test_only_the_account_chooses_who_is_paid(address thief) public {
        vm.assume(thief != MEMBER && thief != CHOSEN);
        Shown memory s = frozen(1);
        payeeRefused(s, Payee(thief, 0, ""));
        payeeRefused(s, Payee(address(0), 0, ""));
        payeeRefused(s, Payee(thief, SOLANA_KEY, solanaSignature(thief)));
        payeeRefused(s, Payee(thief, 0, StateFixture.sign(s.account, escape.payeeMessage(77, CHOSEN))));
        payeeRefused(s, Payee(CHOSEN, 0, StateFixture.sign(s.account, escape.payeeMessage(78, CHOSEN))));
        payeeRefused(s, Payee(CHOSEN, 0, new bytes(64)));
        payeeRefused(s, Payee(CHOSEN, 0, new bytes(65)));
    }

    function test_a_spend_key_chooses_the_payee() public {
        Shown memory s = frozen(1);
        Payee memory payee = Payee(CHOSEN, 0, StateFixture.sign(s.account, escape.payeeMessage(77, CHOSEN)));
        escape.exitVault(s.state, s.account, payee, s.token, s.amount, s.vaultPath);
        vm.assertEq(token.balanceOf(CHOSEN), 60, "paid");
    }

    /// forge-config: default.fuzz.runs = 24
    function test_a_replaced_spend_key_chooses_no_more_and_its_successor_once_it_may(uint32 wait) public {
        (shown.account.pendingKeyX, shown.account.pendingKeyY) = (KEY_X, KEY_Y);
        (shown.account.keyX, shown.account.keyY) = (1, 0x2cf135e7506a45d632d270d45f1181294833fc48d823f272c);
        shown.account.pendingAt = uint256(START) + ESCAPE_PERIOD + 1000;
        Shown memory s = frozen(1);
        uint256 message = escape.payeeMessage(77, CHOSEN);
        (s.account.keyX, s.account.keyY, shown.account.keyX, shown.account.keyY) =
            (KEY_X, KEY_Y, s.account.keyX, s.account.keyY);
        Payee memory payee = Payee(CHOSEN, 0, StateFixture.sign(s.account, message));
        (s.account.keyX, s.account.keyY) = (shown.account.keyX, shown.account.keyY);
        vm.warp(bound(wait, block.timestamp, s.account.pendingAt - 1));
        payeeRefused(s, payee);
        vm.warp(s.account.pendingAt);
        escape.exitVault(s.state, s.account, payee, s.token, s.amount, s.vaultPath);
        vm.assertEq(token.balanceOf(CHOSEN), 60, "paid");
    }

    function test_a_solana_wallet_chooses_the_payee() public {
        (shown.account.evm, shown.account.keyX, shown.account.keyY) = (0, 0, 0);
        shown.account.solanaDigest = uint256(keccak256(abi.encodePacked(SOLANA_KEY))) >> 8;
        Shown memory s = frozen(1);
        payeeRefused(s, Payee(CHOSEN, SOLANA_KEY, solanaSignature(MEMBER)));
        payeeRefused(s, Payee(CHOSEN, bytes32(uint256(1)), ed25519.sign(bytes32(uint256(1)), bytes(escape.payeeText(77, CHOSEN)))));
        escape.exitVault(s.state, s.account, Payee(CHOSEN, SOLANA_KEY, solanaSignature(CHOSEN)), s.token, s.amount, s.vaultPath);
        vm.assertEq(token.balanceOf(CHOSEN), 60, "paid");
    }

    function test_pays_an_unclaimed_reward_once() public {
        Shown memory s = frozen(1);
        escape.exitReward(s.state, s.account, evm(), s.credential, s.quest);
        vm.assertEq(token.balanceOf(MEMBER), 30, "paid");
        vm.expectRevert(abi.encodeWithSelector(IEscape.ExitedAlready.selector, bytes32("reward"), 123));
        escape.exitReward(s.state, s.account, evm(), s.credential, s.quest);
    }

    function test_refuses_rewards_that_were_claimed_and_quests_without_any() public {
        shown.credential.packed += 2 ** 93;
        Shown memory s = frozen(1);
        vm.expectRevert(abi.encodeWithSelector(IEscape.NothingToExit.selector, bytes32("reward"), 123));
        escape.exitReward(s.state, s.account, evm(), s.credential, s.quest);
        setUp();
        shown.quest.prices = 1;
        s = frozen(2);
        vm.expectRevert(abi.encodeWithSelector(IEscape.NothingToExit.selector, bytes32("reward"), 123));
        escape.exitReward(s.state, s.account, evm(), s.credential, s.quest);
    }

    /// forge-config: default.fuzz.runs = 24
    function test_refuses_another_credential_or_quest(uint256 seed, uint8 field) public {
        Shown memory s = frozen(seed);
        field = uint8(bound(field, 0, 6));
        if (field == 0) s.credential.index++;
        if (field == 1) s.credential.packed ^= 2 ** 93;
        if (field == 2) s.credential.evidenceRoot++;
        if (field == 3) s.credential.path[seed % 20][seed % 2] ^= 1;
        if (field < 4) pathRefused("credentials", s.credential.index);
        if (field == 4) s.quest.prices += 2 ** 8;
        if (field == 5) s.quest.index++;
        if (field == 6) s.quest.path[seed % 13][seed % 2] ^= 1;
        if (field >= 4) pathRefused("quests", s.quest.index);
        escape.exitReward(s.state, s.account, evm(), s.credential, s.quest);
    }

    function test_a_reward_needs_the_credentials_own_quest() public {
        shown.credential.packed++;
        Shown memory s = frozen(1);
        vm.expectRevert(abi.encodeWithSelector(IEscape.NotTheQuest.selector, 5, 6));
        escape.exitReward(s.state, s.account, evm(), s.credential, s.quest);
    }

    function test_pays_both_pools_to_the_owner_once() public {
        Shown memory s = frozen(1);
        escape.exitPool(s.state, s.account, evm(), s.quest);
        vm.assertEq(token.balanceOf(MEMBER), 200, "pool");
        vm.assertEq(MEMBER.balance, 100, "fee pool");
        vm.expectRevert(abi.encodeWithSelector(IEscape.ExitedAlready.selector, bytes32("pool"), 5));
        escape.exitPool(s.state, s.account, evm(), s.quest);
    }

    function test_refuses_pools_of_others_and_empty_ones() public {
        shown.quest.owner++;
        Shown memory s = frozen(1);
        vm.expectRevert(abi.encodeWithSelector(IEscape.NotTheOwner.selector, 77, 78));
        escape.exitPool(s.state, s.account, evm(), s.quest);
        setUp();
        shown.quest.pools = 0;
        s = frozen(2);
        vm.expectRevert(abi.encodeWithSelector(IEscape.NothingToExit.selector, bytes32("pool"), 5));
        escape.exitPool(s.state, s.account, evm(), s.quest);
    }

    function test_a_payee_that_refuses_blocks_nobody() public {
        shown.account.evm = uint160(address(ed25519));
        (shown.token, shown.amount) = (0, 60);
        Shown memory s = frozen(1);
        escape.exitVault(s.state, s.account, Payee(address(ed25519), 0, ""), 0, 60, s.vaultPath);
        vm.assertEq(bridge.owed(address(ed25519), address(0)), 60, "kept");
    }

    function test_gas_of_exits() public {
        Shown memory s = frozen(1);
        bytes memory signature = StateFixture.sign(s.account, escape.payeeMessage(77, CHOSEN));
        escape.exitVault(s.state, s.account, Payee(CHOSEN, 0, signature), s.token, s.amount, s.vaultPath);
        vm.snapshotGasLastCall("exit of a vault, spend key");
        escape.exitReward(s.state, s.account, evm(), s.credential, s.quest);
        vm.snapshotGasLastCall("exit of a reward");
        escape.exitPool(s.state, s.account, evm(), s.quest);
        vm.snapshotGasLastCall("exit of a pool");
    }

    function frozen(uint256 seed) private returns (Shown memory s) {
        s = shown;
        finalRoot(StateFixture.build(s, seed));
        inbox.activateKey(1);
        vm.warp(block.timestamp + ESCAPE_PERIOD + 1);
        rollup.freeze();
    }

    function finalRoot(bytes32 root) private {
        (Claim memory claim,) = proposeMints(root, 5, 1);
        voteFor(claim, ZK);
    }

    function evm() private view returns (Payee memory) {
        return Payee(address(uint160(shown.account.evm)), 0, "");
    }

    function solanaSignature(address to) private view returns (bytes memory) {
        return ed25519.sign(SOLANA_KEY, bytes(escape.payeeText(77, to)));
    }

    function pathRefused(bytes32 tree, uint256 index) private {
        vm.expectRevert(abi.encodeWithSelector(IEscape.PathMismatch.selector, tree, index));
    }

    function payeeRefused(Shown memory s, Payee memory payee) private {
        vm.expectRevert(abi.encodeWithSelector(IEscape.PayeeRefused.selector, 77, payee.to));
        escape.exitVault(s.state, s.account, payee, s.token, s.amount, s.vaultPath);
    }
}
