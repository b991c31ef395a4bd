// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Claim, Head} from "../../src/interfaces/IRollup.sol";
import {Constants} from "../../src/libraries/Constants.sol";
import {SlotTest} from "../support/SlotTest.sol";
import {Shown, StateFixture} from "../support/StateFixture.sol";
import {BadToken, GoodToken} from "../support/Tokens.sol";

/// @notice What was promised, kept apart from the contracts: every item, every claim of the chain of batches, all money that came and went.
abstract contract SlotModel is SlotTest {
    struct Entries {
        uint256 ledger;
        uint256[10][] words;
    }

    uint256 internal constant BASE_FEE = 1e9;
    /// @dev Given to the slot at the start, so that withdrawals of the ledger are backed: their vaults are not modelled.
    uint256 internal constant RESERVE = 1e30;

    uint256[10][] internal _items;
    mapping(uint64 number => Claim) internal _claims;
    mapping(uint64 number => bytes) internal _wordsOf;
    mapping(uint64 number => Entries) internal _entries;
    /// @notice Roots that were final once; the slot must never answer another one.
    mapping(uint64 number => bytes32) public finalRootOnce;
    uint64 public highestFinal;

    mapping(uint256 token => uint256) public received;
    mapping(uint256 token => uint256) public paidOut;
    mapping(bytes32 what => uint256) public payments;
    uint256 public feesPaid;
    bool public frozenOnce;
    /// @notice Batches that left out an item they had to take; must stay 0.
    uint256 public overdueMissed;
    /// @notice Payments and exits that were owed and failed; must stay 0.
    uint256 public blocked;
    address[] internal _listed;

    Shown internal _shown;
    uint256 private _roots = 1;
    mapping(bytes32 root => uint256) internal _rootNumbers;

    constructor() {
        deploy(2, BASE_FEE);
        vm.deal(address(this), 1e36);
        _list(address(new GoodToken()));
        _list(address(new BadToken()));
        bridge.receiveFor{value: RESERVE}(address(rollup));
        received[0] = RESERVE;
        GoodToken(_listed[0]).mint(address(bridge), RESERVE);
        bridge.receiveToken(address(rollup), _listed[0]);
        received[1] = RESERVE;
        finalRootOnce[0] = GENESIS;

        // One account whose wallet refuses payments, with a vault, a quest and a credential.
        _shown.account.index = 77;
        _shown.account.evm = uint160(address(ed25519));
        (_shown.token, _shown.amount) = (0, 60);
        (_shown.quest.index, _shown.quest.owner) = (5, 77);
        (_shown.quest.prices, _shown.quest.pools) = (1 + 30 * 2 ** 8, 200 + 100 * 2 ** 112);
        (_shown.credential.index, _shown.credential.packed) = (123, 5);
        Shown memory shown = _shown;
        StateFixture.build(shown, 1);
        _shown = shown;
    }

    receive() external payable {}

    function _list(address token) internal {
        vm.prank(proposer);
        inbox.listToken(token);
        _listed.push(token);
    }

    /// @dev A new root over the same trees.
    function _nextRoot() internal returns (bytes32 root) {
        _shown.state.inboxIndex = ++_roots;
        root = StateFixture.stateRoot(_shown.state);
        _rootNumbers[root] = _roots;
    }

    function _overdue(uint256 limit) internal view returns (uint256 count) {
        uint256 from = rollup.tip().inboxIndex;
        while (count < limit && from + count < _items.length) {
            if (inbox.queuedAt(from + count) + INBOX_DEADLINE >= block.timestamp) break;
            ++count;
        }
    }

    function _keep(Claim memory claim, bytes memory words, uint256 ledger, uint256[10][] memory entries) internal {
        _claims[claim.number] = claim;
        _wordsOf[claim.number] = words;
        _entries[claim.number].ledger = ledger;
        delete _entries[claim.number].words;
        for (uint256 i; i < entries.length; ++i) {
            _entries[claim.number].words.push(entries[i]);
        }
    }

    function _remember() internal {
        Head memory head = rollup.finalHead();
        for (uint64 number = highestFinal + 1; number <= head.number; ++number) {
            finalRootOnce[number] = _claims[number].newRoot;
        }
        highestFinal = head.number;
    }

    /// @dev Counts a payment that went through: `what` names what was paid for.
    function _paidFor(bytes32 what, uint256 word) internal {
        ++payments[what];
        paidOut[word & 0xff] += word >> 8;
    }

    /// @notice What an entry of a batch on the tip's chain is: 0 nothing to pay, 1 a withdrawal, 2 a refused deposit.
    function kindOf(uint64 number, uint256 entry) public view returns (uint256) {
        uint256 ledger = _entries[number].ledger;
        uint256 kind = _entries[number].words[entry][0] & 0xff;
        if (entry < ledger) return kind == Constants.KIND_WITHDRAW ? 1 : 0;
        bool applied = (_claims[number].effects >> (entry - ledger)) & 1 == 1;
        if (kind == Constants.KIND_FORCED_WITHDRAW && applied) return 1;
        return kind == Constants.KIND_DEPOSIT && !applied ? 2 : 0;
    }

    function entryOf(uint64 number, uint256 entry) external view returns (uint256[10] memory) {
        return _entries[number].words[entry];
    }

    function entryCount(uint64 number) public view returns (uint256) {
        return _entries[number].words.length;
    }

    function itemCount() external view returns (uint256) {
        return _items.length;
    }

    function itemAt(uint256 index) external view returns (uint256[10] memory) {
        return _items[index];
    }

    function claimAt(uint64 number) external view returns (Claim memory) {
        return _claims[number];
    }

    function listed() external view returns (address[] memory) {
        return _listed;
    }
}
