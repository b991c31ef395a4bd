// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ForcedWithdrawal} from "../../src/interfaces/IInbox.sol";
import {Payee} from "../../src/interfaces/IEscape.sol";
import {Claim, Head, ProposeInput} from "../../src/interfaces/IRollup.sol";
import {Constants} from "../../src/libraries/Constants.sol";
import {Shown} from "../support/StateFixture.sol";
import {BadToken, GoodToken} from "../support/Tokens.sol";
import {SlotModel} from "./SlotModel.sol";

/// @notice Everyone who acts on a slot, in any order: depositors, the proposer, two lanes, pruners, those who are paid, time.
contract SlotHandler is SlotModel {
    address private constant MEMBER = address(0xABC);

    function deposit(uint96 amount) external {
        amount = uint96(bound(amount, 1, 1e18));
        if (frozenOnce) return;
        uint256 cost = inbox.fee();
        inbox.deposit{value: amount + cost}(3, 0);
        _queued(depositItem(3, address(this), amount), cost);
        received[0] += amount;
    }

    /// @dev Token 2 keeps a hundredth of what is sent.
    function depositToken(bool bad, uint96 amount) external {
        amount = uint96(bound(amount, 100, 1e18));
        if (frozenOnce) return;
        (uint8 id, uint256 cost) = (bad ? 2 : 1, inbox.fee());
        GoodToken(_listed[id - 1]).mint(address(this), amount);
        GoodToken(_listed[id - 1]).approve(address(inbox), amount);
        inbox.depositToken{value: cost + 5}(id, amount, 3, 0);
        uint256 arrives = bad ? amount - amount / 100 : amount;
        uint256[10] memory item = depositItem(3, address(this), arrives);
        item[1] |= id;
        _queued(item, cost);
        received[id] += arrives;
    }

    /// @dev Half of the recipients refuse the coin.
    function forcedWithdraw(uint8 amount, bool refuses) external {
        if (frozenOnce) return;
        amount = uint8(bound(amount, 1, 255));
        address to = refuses ? address(ed25519) : MEMBER;
        uint256 cost = inbox.fee();
        inbox.forcedWithdraw{value: cost}(ForcedWithdrawal(3, 0, amount, to));
        uint256[10] memory item;
        (item[0], item[1], item[2], item[9]) = (6 + 3 * 256, uint256(amount) << 8, uint160(to), uint160(address(this)));
        _queued(item, cost);
    }

    function activateKey() external {
        if (frozenOnce) return;
        uint256 cost = inbox.fee();
        inbox.activateKey{value: cost}(3);
        uint256[10] memory item;
        (item[0], item[9]) = (4 + 3 * 256, uint160(address(this)));
        _queued(item, cost);
    }

    function give(uint96 amount) external {
        bridge.receiveFor{value: bound(amount, 0, 1e18)}(address(0x51));
    }

    function listToken() external {
        if (_listed.length < 10) _list(address(new BadToken()));
    }

    function takeFees() external {
        inbox.takeFees();
    }

    function proposeMintBatch(uint8 members) external {
        if (frozenOnce) return;
        uint256 due = _overdue(3);
        ProposeInput memory input = nextInput(_nextRoot());
        bytes memory words;
        (words, input.lengths) = mintWords(5, bound(members, 1, 27));
        Claim memory claim = claimOf(input, words);
        vm.prank(proposer);
        try rollup.propose(input, words) {
            if (due != 0) ++overdueMissed;
            _keep(claim, words, 0, new uint256[10][](0));
        } catch {
            require(due != 0, "a good batch was refused");
        }
    }

    function proposeEntries(uint8 ledger, uint8 taken, uint8 effects, uint96 amount) external {
        if (frozenOnce) return;
        uint256 from = rollup.tip().inboxIndex;
        uint256 waiting = _items.length - from;
        uint256 due = _overdue(3);
        uint256 items = bound(taken, due, waiting < 3 ? waiting : 3);
        ledger = uint8(bound(ledger, 0, 3 - items));
        if (ledger + items == 0) return;
        uint256[10][] memory entries = new uint256[10][](ledger + items);
        for (uint256 i; i < ledger; ++i) {
            // Withdrawals of coins and of the good token; every third to one who refuses.
            address to = amount % 3 == 0 ? address(ed25519) : MEMBER;
            entries[i] = withdrawEntry(amount % 2, bound(amount, 1, 1e18), to);
        }
        for (uint256 i; i < items; ++i) {
            entries[ledger + i] = _items[from + i];
        }
        ProposeInput memory input = nextInput(_nextRoot());
        bytes memory words;
        (words, input.lengths) = entryWords(ledger, entries);
        input.effects = effects & ((1 << items) - 1);
        _keep(propose(input, words), words, ledger, entries);
    }

    function vote(uint64 number, bool tee) external {
        (Head memory last, uint64 tip) = (rollup.finalHead(), rollup.tip().number);
        if (last.number == tip) return;
        Claim memory claim = _claims[uint64(bound(number, last.number + 1, tip))];
        (,,,, uint256 lanes) = rollup.batch(claim.number);
        uint8 lane = tee ? TEE : ZK;
        if (lanes & (1 << lane) != 0) return;
        voteFor(claim, lane);
        _remember();
    }

    /// @dev Random votes alone seldom finish a batch.
    function proveNext() external {
        uint64 number = rollup.finalHead().number + 1;
        if (number > rollup.tip().number) return;
        (,,,, uint256 lanes) = rollup.batch(number);
        if (lanes & (1 << ZK) == 0) voteFor(_claims[number], ZK);
        if (lanes & (1 << TEE) == 0) voteFor(_claims[number], TEE);
        _remember();
    }

    function finalize() external {
        Head memory last = rollup.finalHead();
        if (last.number == rollup.tip().number) return;
        (,,,, uint256 lanes) = rollup.batch(last.number + 1);
        if (lanes != (1 << ZK) | (1 << TEE)) return;
        rollup.finalize(_claims[last.number + 1]);
        _remember();
    }

    function prune() external {
        Head memory last = rollup.finalHead();
        if (last.number == rollup.tip().number) return;
        (,,, uint64 proposedAt, uint256 lanes) = rollup.batch(last.number + 1);
        if (lanes != 0 || block.timestamp <= proposedAt + DEADLINE) return;
        rollup.prune(last.number + 1);
    }

    /// @dev Rarely: it ends the slot's life.
    function freeze(uint8 chance) external {
        if (chance % 6 != 0 || frozenOnce || inbox.pending() == 0) return;
        vm.warp(block.timestamp + ESCAPE_PERIOD + 1);
        rollup.freeze();
        frozenOnce = true;
    }

    function index() external {
        uint64 next = rollup.indexedThrough() + 1;
        if (next > rollup.finalHead().number) return;
        rollup.indexBatch(_claims[next], _wordsOf[next]);
    }

    /// @dev Asks for every entry, as both kinds and as often as it comes: only what is owed may pay, and once.
    function payOut(uint64 number) external {
        uint64 last = rollup.finalHead().number;
        if (last == 0) return;
        number = uint64(bound(number, 1, last));
        for (uint256 entry; entry < entryCount(number); ++entry) {
            bytes32 what = keccak256(abi.encode(number, entry));
            uint256 kind = kindOf(number, entry);
            uint256 money = _entries[number].words[entry][1];
            try rollup.payWithdrawals(_claims[number], _wordsOf[number], one(entry)) {
                _paidFor(what, money);
                if (kind != 1) ++blocked;
            } catch {
                if (kind == 1 && payments[what] == 0) ++blocked;
            }
            try rollup.refundDeposits(_claims[number], _wordsOf[number], one(entry)) {
                _paidFor(what, money);
                if (kind != 2) ++blocked;
            } catch {
                if (kind == 2 && payments[what] == 0) ++blocked;
            }
        }
    }

    function returnDeposits(uint8 place) external {
        if (_items.length == 0) return;
        uint256 item = bound(place, 0, _items.length - 1);
        bytes32 what = keccak256(abi.encode("returned", item));
        bool owed = frozenOnce && item >= rollup.finalHead().inboxIndex && _items[item][0] & 0xff == Constants.KIND_DEPOSIT;
        try rollup.returnDeposit(item, _items[item]) {
            _paidFor(what, _items[item][1]);
            if (!owed) ++blocked;
        } catch {
            if (owed && payments[what] == 0) ++blocked;
        }
    }

    /// @dev The payee refuses the coin: an exit must go through all the same, and once.
    function exit() external {
        if (highestFinal == 0) return;
        Shown memory s = _shown;
        Payee memory payee = Payee(address(ed25519), 0, "");
        // The trees are those of every final root; the last field tells the roots apart.
        s.state.inboxIndex = _rootNumber();
        try escape.exitVault(s.state, s.account, payee, 0, 60, s.vaultPath) {
            _paidFor("vault", 60 << 8);
        } catch {
            if (frozenOnce && payments["vault"] == 0) ++blocked;
        }
        try escape.exitReward(s.state, s.account, payee, s.credential, s.quest) {
            _paidFor("reward", 1 | (30 << 8));
        } catch {
            if (frozenOnce && payments["reward"] == 0) ++blocked;
        }
        try escape.exitPool(s.state, s.account, payee, s.quest) {
            _paidFor("pool", 1 | (200 << 8));
            paidOut[0] += 100;
        } catch {
            if (frozenOnce && payments["pool"] == 0) ++blocked;
        }
    }

    function collect() external {
        if (bridge.owed(address(ed25519), address(0)) == 0) return;
        vm.prank(address(ed25519));
        bridge.collectTo(address(0), MEMBER);
    }

    function wait(uint16 time) external {
        vm.warp(block.timestamp + bound(time, 1, 2 * DEADLINE));
    }

    function slot() external view returns (address, address, address, address) {
        return (address(rollup), address(inbox), address(bridge), address(ed25519));
    }

    function _queued(uint256[10] memory item, uint256 cost) private {
        _items.push(item);
        feesPaid += cost;
    }

    function _rootNumber() private view returns (uint256) {
        return _rootNumbers[rollup.finalHead().root];
    }
}
