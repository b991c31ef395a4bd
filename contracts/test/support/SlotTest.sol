// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {CubeReader} from "../../src/CubeReader.sol";
import {Escape} from "../../src/Escape.sol";
import {Inbox} from "../../src/Inbox.sol";
import {Rollup} from "../../src/Rollup.sol";
import {SharedBridge} from "../../src/SharedBridge.sol";
import {QuestOpening} from "../../src/interfaces/IInbox.sol";
import {Statement} from "../../src/interfaces/ILane.sol";
import {Claim, Head, LaneConfig, Parameters, ProposeInput} from "../../src/interfaces/IRollup.sol";
import {ClaimHash} from "../../src/libraries/ClaimHash.sol";
import {Constants} from "../../src/libraries/Constants.sol";
import {Field} from "../../src/libraries/Field.sol";
import {ForgeTest} from "./ForgeTest.sol";
import {MockEd25519} from "./MockEd25519.sol";
import {MockLane} from "./MockLane.sol";

/// @notice A slot with two mock lanes, and batches written the way a proposer writes them.
abstract contract SlotTest is ForgeTest {
    uint8 internal constant CIRCUIT = uint8(Constants.CIRCUIT_SMALL_ID);
    uint8 internal constant ZK = uint8(Constants.LANE_ZK);
    uint8 internal constant TEE = uint8(Constants.LANE_TEE);
    uint64 internal constant DEADLINE = 1 hours;
    uint64 internal constant INBOX_DEADLINE = 2 hours;
    uint64 internal constant ESCAPE_PERIOD = 30 days;
    /// @dev Tests count from here: the compiler may read `block.timestamp` again after a warp.
    uint64 internal constant START = 1_800_000_000;
    bytes32 internal constant GENESIS = bytes32(uint256(1));

    address internal proposer = address(0xB0B);
    address internal recipient = address(0xCAFE);
    SharedBridge internal bridge;
    Inbox internal inbox;
    Rollup internal rollup;
    Escape internal escape;
    MockEd25519 internal ed25519;
    CubeReader internal reader;

    function deploy(uint8 threshold, uint256 baseFee) internal {
        vm.chainId(31338);
        vm.warp(START);
        bridge = new SharedBridge();
        ed25519 = new MockEd25519();
        // The inbox names the rollup, which is created three creations later: after the inbox itself and two lanes.
        inbox = new Inbox(bridge, Rollup(addressOf(3)), ed25519, baseFee);
        rollup = newRollup(parameters(threshold));
        escape = new Escape(rollup, ed25519);
        require(address(inbox.rollup()) == address(rollup) && rollup.escape() == address(escape), "addresses");
        reader = new CubeReader(rollup);
    }

    function newRollup(Parameters memory settings) internal virtual returns (Rollup) {
        return new Rollup(settings);
    }

    /// @notice The address of the creation after `ahead` others.
    function addressOf(uint256 ahead) internal view returns (address) {
        return vm.computeCreateAddress(address(this), vm.getNonce(address(this)) + ahead);
    }

    function parameters(uint8 threshold) internal returns (Parameters memory result) {
        LaneConfig[] memory lanes = new LaneConfig[](2);
        lanes[0] = LaneConfig(ZK, new MockLane());
        lanes[1] = LaneConfig(TEE, new MockLane());
        return Parameters({
            genesisRoot: GENESIS,
            inbox: inbox,
            escape: addressOf(1),
            proposer: proposer,
            threshold: threshold,
            proofDeadline: DEADLINE,
            inboxDeadline: INBOX_DEADLINE,
            escapePeriod: ESCAPE_PERIOD,
            lanes: lanes
        });
    }

    /// @notice The next batch on the tip, without words; `newRoot` is a stand-in.
    function nextInput(bytes32 newRoot) internal view returns (ProposeInput memory input) {
        Head memory tip = rollup.tip();
        input.number = tip.number + 1;
        input.circuit = CIRCUIT;
        input.oldRoot = tip.root;
        input.newRoot = newRoot;
        input.timestamp = uint64(block.timestamp);
        input.dataCommit = bytes32(uint256(keccak256(abi.encode(newRoot))) >> 8);
    }

    /// @notice Lengths as `propose` takes them.
    function pack(uint256 header, uint256 opens, uint256 groups, uint256 accounts, uint256 entries) internal pure returns (uint256) {
        return header | (opens << 16) | (groups << 32) | (accounts << 48) | (entries << 64);
    }

    function indices(uint256 from, uint256 count) internal pure returns (uint256) {
        return from | ((from + count) << 64);
    }

    /// @notice A batch that mints to accounts 1..`members` of `quest`, with one word of nine accounts a group word.
    function mintWords(uint256 quest, uint256 members) internal view returns (bytes memory words, uint256 lengths) {
        uint256 from = rollup.tip().inboxIndex;
        uint256 accountWords = (members + 8) / 9;
        uint256 header = (1 << 16) | (accountWords << 32);
        uint256 second = indices(from, 0);
        words = second == 0 ? abi.encode(header) : abi.encode(header, second);
        words = abi.encodePacked(words, quest | (members << 21) | (uint256(block.timestamp + 1 days) << 53), uint256(7), uint256(8), uint256(9));
        for (uint256 w; w < accountWords; ++w) {
            uint256 word;
            for (uint256 i; i < 9 && w * 9 + i < members; ++i) {
                word |= (w * 9 + i + 1) << (26 * i);
            }
            words = abi.encodePacked(words, word);
        }
        lengths = pack(second == 0 ? 1 : 2, 0, 4, accountWords, 0);
    }

    /// @notice A batch of deposits: `count` items queued as `deposit(account, 0)` of `amount` by `sender`.
    function depositWords(uint256 count, uint256 account, address sender, uint256 amount)
        internal
        view
        returns (bytes memory words, uint256 lengths)
    {
        uint256[10][] memory items = new uint256[10][](count);
        for (uint256 i; i < count; ++i) {
            items[i] = depositItem(account, sender, amount);
        }
        return entryWords(0, items);
    }

    /// @notice A batch of entries alone, the first `ledger` of them ledger txs.
    function entryWords(uint256 ledger, uint256[10][] memory entries) internal view returns (bytes memory words, uint256 lengths) {
        uint256 from = rollup.tip().inboxIndex;
        uint256 items = entries.length - ledger;
        uint256 range = indices(from, items);
        uint256 header = (ledger << 48) | (items << 64);
        words = range == 0 ? abi.encode(header) : abi.encode(header, range);
        for (uint256 i; i < entries.length; ++i) {
            words = abi.encodePacked(words, entries[i]);
        }
        uint256 trimmed;
        while (entries[entries.length - 1][9 - trimmed] == 0) ++trimmed;
        uint256 size = words.length - 32 * trimmed;
        assembly ("memory-safe") {
            mstore(words, size)
        }
        lengths = pack(range == 0 ? 1 : 2, 0, 0, 0, entries.length * 10 - trimmed);
    }

    function depositItem(uint256 account, address sender, uint256 amount) internal pure returns (uint256[10] memory item) {
        item[0] = Constants.KIND_DEPOSIT | (account << 8);
        item[1] = amount << 8;
        item[9] = uint256(uint160(sender));
    }

    /// @notice A `withdraw` of the ledger, signed by nobody.
    function withdrawEntry(uint256 token, uint256 amount, address to) internal pure returns (uint256[10] memory entry) {
        entry[0] = Constants.KIND_WITHDRAW | (uint256(3) << 8);
        entry[1] = token | (amount << 8);
        entry[2] = uint256(uint160(to));
        (entry[8], entry[9]) = (7, 8);
    }

    function openingOf(uint32 account, uint32 quest) internal view returns (QuestOpening memory opening) {
        opening.account = account;
        opening.quest = quest;
        opening.issuerKeyX = 5;
        opening.issuerKeyY = 6;
        opening.opensAt = uint40(block.timestamp);
        opening.closesAt = uint40(block.timestamp + 30 days);
        opening.supply = 1000;
        opening.points = 10;
        opening.rulesHash = 99;
    }

    /// @notice Proposes as the proposer and answers the claim as the event carries it.
    function propose(ProposeInput memory input, bytes memory words) internal returns (Claim memory claim) {
        claim = claimOf(input, words);
        vm.prank(proposer);
        rollup.propose(input, words);
        (,, bytes32 stored,,) = rollup.batch(input.number);
        vm.assertEq(stored, ClaimHash.full(claim, ClaimHash.input(claim)), "claim hash");
    }

    /// @notice The claim that follows from a proposal, computed apart from the contract: y by powers, on the padded words.
    function claimOf(ProposeInput memory input, bytes memory words) internal view returns (Claim memory claim) {
        Head memory tip = rollup.tip();
        uint256[] memory padded = pad(input.circuit, words, input.lengths);
        claim.number = input.number;
        claim.circuit = input.circuit;
        claim.timestamp = input.timestamp;
        claim.inboxFrom = tip.inboxIndex;
        claim.inboxTo = tip.inboxIndex + uint64((padded[0] >> 64) & 0xffff);
        claim.oldRoot = input.oldRoot;
        claim.newRoot = input.newRoot;
        claim.wordsHash = keccak256(words);
        claim.dataCommit = input.dataCommit;
        claim.effects = input.effects;
        claim.lengths = input.lengths;
        uint256 r = challengeOf(claim);
        uint256 power = 1;
        for (uint256 i; i < padded.length; ++i) {
            claim.evaluation = addmod(claim.evaluation, mulmod(padded[i], power, Field.P), Field.P);
            power = mulmod(power, r, Field.P);
        }
    }

    function challengeOf(Claim memory claim) internal view returns (uint256) {
        uint256 domain = uint256(keccak256(abi.encode(uint256(31338), address(rollup)))) % Field.P;
        bytes memory seed = abi.encode(domain, uint256(31338), address(rollup), claim.number, claim.circuit, claim.dataCommit, claim.wordsHash);
        return uint256(keccak256(seed)) % Field.P;
    }

    function pad(uint8 circuit, bytes memory words, uint256 lengths) internal pure returns (uint256[] memory padded) {
        uint256[6] memory offsets = offsetsOf(circuit);
        padded = new uint256[](offsets[5]);
        uint256 position;
        for (uint256 section; section < 5; ++section) {
            uint256 length = (lengths >> (16 * section)) & 0xffff;
            for (uint256 i; i < length; ++i) {
                uint256 word;
                uint256 place = 32 * ++position;
                assembly {
                    word := mload(add(words, place))
                }
                padded[offsets[section] + i] = word;
            }
        }
    }

    /// @dev Where the sections begin, and the end.
    function offsetsOf(uint8 circuit) private pure returns (uint256[6] memory) {
        if (circuit == Constants.CIRCUIT_SMALL_ID) {
            return [
                0,
                Constants.CIRCUIT_SMALL_OFFSET_OPENS,
                Constants.CIRCUIT_SMALL_OFFSET_GROUPS,
                Constants.CIRCUIT_SMALL_OFFSET_ACCOUNTS,
                Constants.CIRCUIT_SMALL_OFFSET_ENTRIES,
                Constants.CIRCUIT_SMALL_OFFSET_TOTAL
            ];
        }
        if (circuit == Constants.CIRCUIT_LARGE_ID) {
            return [
                0,
                Constants.CIRCUIT_LARGE_OFFSET_OPENS,
                Constants.CIRCUIT_LARGE_OFFSET_GROUPS,
                Constants.CIRCUIT_LARGE_OFFSET_ACCOUNTS,
                Constants.CIRCUIT_LARGE_OFFSET_ENTRIES,
                Constants.CIRCUIT_LARGE_OFFSET_TOTAL
            ];
        }
        return [
            0,
            Constants.CIRCUIT_BULK_OFFSET_OPENS,
            Constants.CIRCUIT_BULK_OFFSET_GROUPS,
            Constants.CIRCUIT_BULK_OFFSET_ACCOUNTS,
            Constants.CIRCUIT_BULK_OFFSET_ENTRIES,
            Constants.CIRCUIT_BULK_OFFSET_TOTAL
        ];
    }

    /// @notice What makes a mock lane say yes.
    function proofOf(Claim memory claim) internal view returns (bytes memory) {
        return abi.encode(keccak256(abi.encode(statementOf(claim))));
    }

    function statementOf(Claim memory claim) internal view returns (Statement memory) {
        return Statement({
            domain: rollup.domain(),
            batch: claim.number,
            circuit: claim.circuit,
            oldRoot: claim.oldRoot,
            newRoot: claim.newRoot,
            timestamp: claim.timestamp,
            input: ClaimHash.input(claim),
            dataCommit: claim.dataCommit,
            effects: claim.effects,
            challenge: challengeOf(claim),
            evaluation: claim.evaluation,
            recipient: recipient
        });
    }

    /// @notice Proposes a mint batch on the tip.
    function proposeMints(bytes32 newRoot, uint256 quest, uint256 members) internal returns (Claim memory claim, bytes memory words) {
        ProposeInput memory input = nextInput(newRoot);
        (words, input.lengths) = mintWords(quest, members);
        claim = propose(input, words);
    }

    /// @notice Proposes given words on the tip.
    function proposeWords(bytes32 newRoot, bytes memory words, uint256 lengths) internal returns (Claim memory) {
        ProposeInput memory input = nextInput(newRoot);
        input.lengths = lengths;
        return propose(input, words);
    }

    /// @notice Makes a batch of entries final.
    function finalEntries(bytes32 newRoot, uint256 ledger, uint256[10][] memory entries, uint256 effects)
        internal
        returns (Claim memory claim, bytes memory words)
    {
        ProposeInput memory input = nextInput(newRoot);
        (words, input.lengths) = entryWords(ledger, entries);
        input.effects = effects;
        claim = propose(input, words);
        voteFor(claim, ZK);
    }

    function one(uint256 value) internal pure returns (uint256[] memory list) {
        list = new uint256[](1);
        list[0] = value;
    }

    function voteFor(Claim memory claim, uint8 lane) internal {
        rollup.vote(claim, lane, recipient, proofOf(claim));
    }
}
