// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {BatchStatus, Claim, Head, IRollup, LaneConfig, Parameters, ProposeInput} from "./interfaces/IRollup.sol";
import {IInbox} from "./interfaces/IInbox.sol";
import {ILane, Statement} from "./interfaces/ILane.sol";
import {BatchIndex} from "./BatchIndex.sol";
import {FinalBatches} from "./FinalBatches.sol";
import {Payouts} from "./Payouts.sol";
import {ClaimHash} from "./libraries/ClaimHash.sol";
import {Constants} from "./libraries/Constants.sol";
import {Field} from "./libraries/Field.sol";
import {Counts, Sections, WordLayout} from "./libraries/WordLayout.sol";

/// @title One slot of the L3 on L2. See {IRollup}.
contract Rollup is BatchIndex, Payouts {
    using WordLayout for Sections;

    /// @dev `lanes` has bit c set when the lane of class c voted.
    struct Batch {
        bytes32 inputHash;
        bytes32 claimHash;
        uint64 proposedAt;
        uint192 lanes;
    }

    uint64 private constant MIN_PROOF_DEADLINE = 1 minutes;
    uint64 private constant MAX_PROOF_DEADLINE = 7 days;
    uint64 private constant MIN_INBOX_DEADLINE = 1 minutes;
    /// @dev Outside local chains items wait for the L2's own finality, which takes tens of minutes.
    uint64 private constant MIN_INBOX_DEADLINE_PUBLIC = 1 hours;
    uint64 private constant MAX_INBOX_DEADLINE = 7 days;
    /// @dev What a challenge of a claim may take beside the proof's own deadline.
    uint64 private constant DISPUTE_TIME_PUBLIC = 14 days;
    uint64 private constant MAX_ESCAPE_PERIOD = 365 days;

    address public immutable proposer;
    uint8 public immutable threshold;
    uint64 public immutable proofDeadline;
    uint64 public immutable inboxDeadline;
    uint64 public immutable escapePeriod;
    uint256 public immutable domain;

    mapping(uint8 class => ILane) public lane;

    Head internal _tip;
    uint64 internal _finalNumber;
    bool internal _frozen;
    mapping(uint256 number => Batch) internal _batches;
    /// @dev A ring: entry `number % ROOT_HISTORY` holds the newest final batch with that remainder.
    mapping(uint256 place => Head) private _finals;

    constructor(Parameters memory parameters) FinalBatches(parameters.inbox) Payouts(parameters.escape) {
        if (uint256(parameters.genesisRoot) >= Field.P) revert NotInField("genesisRoot");
        if (address(parameters.inbox) == address(0)) revert ParameterOutOfRange("inbox");
        if (parameters.proposer == address(0)) revert ParameterOutOfRange("proposer");
        if (parameters.escape == address(0)) revert ParameterOutOfRange("escape");
        bool local = Constants.isLocal(block.chainid);
        _requireTimes(parameters, local);
        uint256 lowest = local ? 1 : 2;
        if (parameters.threshold < lowest) revert ThresholdTooLow(parameters.threshold, lowest);
        if (parameters.lanes.length < parameters.threshold) revert ParameterOutOfRange("lanes");
        proposer = parameters.proposer;
        threshold = parameters.threshold;
        proofDeadline = parameters.proofDeadline;
        inboxDeadline = parameters.inboxDeadline;
        escapePeriod = parameters.escapePeriod;
        domain = Field.reduce(keccak256(abi.encode(block.chainid, address(this))));
        for (uint256 i; i < parameters.lanes.length; ++i) {
            LaneConfig memory config = parameters.lanes[i];
            bool known = config.class >= Constants.LANE_ZK && config.class <= Constants.LANE_OP;
            // Two lanes of one class would count as two: the class must be new.
            if (!known || address(config.lane).code.length == 0 || address(lane[config.class]) != address(0)) {
                revert ParameterOutOfRange("lanes");
            }
            lane[config.class] = config.lane;
        }
        Head memory genesis = Head(parameters.genesisRoot, 0, uint64(block.timestamp), 0);
        _tip = genesis;
        _finals[0] = genesis;
        emit BatchFinal(0, genesis.root, genesis.timestamp, 0);
    }

    /// @inheritdoc IRollup
    function propose(ProposeInput calldata input, bytes calldata words) external {
        _propose(input, words);
    }

    /// @inheritdoc IRollup
    function proposeAndVote(ProposeInput calldata input, bytes calldata words, uint8 class, address recipient, bytes calldata payload)
        external
    {
        (Claim memory claim, bytes32 inputHash) = _propose(input, words);
        _vote(claim, inputHash, class, recipient, payload);
    }

    /// @inheritdoc IRollup
    function vote(Claim calldata claim, uint8 class, address recipient, bytes calldata payload) external {
        (, bytes32 inputHash) = _open(claim);
        _vote(claim, inputHash, class, recipient, payload);
    }

    /// @inheritdoc IRollup
    function finalize(Claim calldata claim) external {
        (Batch storage stored,) = _open(claim);
        if (claim.number != _finalNumber + 1) revert BatchOutOfOrder(claim.number, _finalNumber + 1);
        uint256 found = _popCount(stored.lanes);
        if (found < threshold) revert LanesMissing(claim.number, found, threshold);
        _makeFinal(claim);
    }

    /// @inheritdoc IRollup
    function prune(uint64 number) external {
        uint64 last = _tip.number;
        if (number != _finalNumber + 1) revert BatchOutOfOrder(number, _finalNumber + 1);
        if (number > last) revert BatchNotOpen(number);
        Batch storage stored = _batches[number];
        if (stored.lanes != 0) revert BatchHasLane(number);
        uint256 deadline = uint256(stored.proposedAt) + proofDeadline;
        if (block.timestamp <= deadline) revert DeadlineNotPassed(number, deadline);

        // What lies past the tip is unreachable (`_open` compares with it) and the next propose writes over it.
        _tip = _finals[_finalNumber % Constants.ROOT_HISTORY];
        emit BatchesPruned(number, last);
    }

    /// @inheritdoc IRollup
    function freeze() external {
        if (_frozen) revert SlotIsFrozen();
        Head memory last = _finals[_finalNumber % Constants.ROOT_HISTORY];
        if (inbox.length() == last.inboxIndex) revert NothingWaits();
        uint256 freezableAfter = inbox.queuedAt(last.inboxIndex) + escapePeriod;
        if (block.timestamp <= freezableAfter) revert NotYetFreezable(last.inboxIndex, freezableAfter);

        _frozen = true;
        // Claims past the tip are unreachable, as after a prune; and nothing can be proposed any more.
        _tip = last;
        emit SlotFrozen(last.number, last.inboxIndex);
    }

    /// @inheritdoc IRollup
    function frozen() external view returns (bool) {
        return _frozen;
    }

    /// @inheritdoc IRollup
    function tip() external view returns (Head memory) {
        return _tip;
    }

    /// @inheritdoc IRollup
    function finalHead() external view returns (Head memory) {
        return _finals[_finalNumber % Constants.ROOT_HISTORY];
    }

    /// @inheritdoc IRollup
    function finalRoot(uint64 number) external view returns (bool known, bytes32 root, uint64 timestamp) {
        if (number > _finalNumber) return (false, 0, 0);
        Head memory found = _finals[number % Constants.ROOT_HISTORY];
        if (found.number != number) return (false, 0, 0);
        return (true, found.root, found.timestamp);
    }

    /// @inheritdoc IRollup
    function finalRootBatch(bytes32 root) external view returns (bool known, uint64 number, uint64 timestamp) {
        uint64 newest = _finalNumber;
        for (uint64 back; back < Constants.ROOT_HISTORY && back <= newest; ++back) {
            Head storage found = _finals[(newest - back) % Constants.ROOT_HISTORY];
            if (found.root == root) return (true, found.number, found.timestamp);
        }
    }

    /// @inheritdoc IRollup
    function batch(uint64 number)
        external
        view
        returns (BatchStatus status, bytes32 inputHash, bytes32 claimHash, uint64 proposedAt, uint256 lanes)
    {
        if (number == 0 || number > _tip.number) return (BatchStatus.Unknown, 0, 0, 0, 0);
        Batch storage stored = _batches[number];
        status = number <= _finalNumber ? BatchStatus.Final : BatchStatus.Proposed;
        return (status, stored.inputHash, stored.claimHash, stored.proposedAt, stored.lanes);
    }

    /// @inheritdoc IRollup
    function challenge(uint64 number, uint8 circuit, bytes32 dataCommit, bytes32 wordsHash) public view returns (uint256) {
        return Field.reduce(
            keccak256(abi.encode(domain, block.chainid, address(this), number, circuit, dataCommit, wordsHash))
        );
    }

    function _propose(ProposeInput calldata input, bytes calldata words) private returns (Claim memory claim, bytes32 inputHash) {
        if (msg.sender != proposer) revert NotProposer(msg.sender, proposer);
        if (_frozen) revert SlotIsFrozen();
        Head memory parent = _tip;
        _checkInput(input, parent);
        Sections memory sections = WordLayout.sectionsOf(input.circuit, input.lengths, words);
        uint64 inboxTo = _checkInbox(sections, words, input, parent.inboxIndex);

        bytes32 wordsHash = keccak256(words);
        claim = Claim({
            number: input.number,
            circuit: input.circuit,
            timestamp: input.timestamp,
            inboxFrom: parent.inboxIndex,
            inboxTo: inboxTo,
            oldRoot: input.oldRoot,
            newRoot: input.newRoot,
            wordsHash: wordsHash,
            dataCommit: input.dataCommit,
            effects: input.effects,
            lengths: input.lengths,
            evaluation: sections.evaluate(words, challenge(input.number, input.circuit, input.dataCommit, wordsHash))
        });
        inputHash = ClaimHash.input(claim);
        bytes32 claimHash = ClaimHash.full(claim, inputHash);

        _batches[input.number] = Batch(inputHash, claimHash, uint64(block.timestamp), 0);
        _tip = Head(input.newRoot, input.number, input.timestamp, inboxTo);
        emit BatchProposed(input.number, claimHash, claim);
    }

    /// @dev The claim is the stored one of an open batch, and its input's hash with it: computed once, which is cheaper than reading it.
    function _vote(Claim memory claim, bytes32 inputHash, uint8 class, address recipient, bytes calldata payload) private {
        Batch storage stored = _batches[claim.number];
        ILane asked = lane[class];
        if (address(asked) == address(0)) revert LaneUnknown(class);
        uint192 lanes = stored.lanes;
        if (lanes & (uint192(1) << class) != 0) revert LaneAlreadyVoted(claim.number, class);
        if (!_agrees(asked, claim, _statement(claim, inputHash, recipient), payload)) revert LaneRefused(class);

        lanes |= uint192(1) << class;
        stored.lanes = lanes;
        emit LaneVoted(claim.number, class, stored.claimHash, recipient);
        if (claim.number == _finalNumber + 1 && _popCount(lanes) >= threshold) _makeFinal(claim);
    }

    /// @dev What the lane says of the claim's statement.
    function _agrees(ILane asked, Claim memory, Statement memory statement, bytes calldata payload)
        internal
        view
        virtual
        returns (bool)
    {
        return asked.verify(statement, payload);
    }

    function _requireTimes(Parameters memory parameters, bool local) private pure {
        (uint64 proof, uint64 wait) = (parameters.proofDeadline, parameters.inboxDeadline);
        if (proof < MIN_PROOF_DEADLINE || proof > MAX_PROOF_DEADLINE) revert ParameterOutOfRange("proofDeadline");
        uint64 least = local ? MIN_INBOX_DEADLINE : MIN_INBOX_DEADLINE_PUBLIC;
        if (wait < least || wait > MAX_INBOX_DEADLINE) revert ParameterOutOfRange("inboxDeadline");
        // A slot that keeps its deadlines must never be one that anyone can freeze.
        uint64 longest = proof + wait + (local ? 0 : DISPUTE_TIME_PUBLIC);
        if (parameters.escapePeriod <= longest || parameters.escapePeriod > MAX_ESCAPE_PERIOD) {
            revert ParameterOutOfRange("escapePeriod");
        }
    }

    function _checkInput(ProposeInput calldata input, Head memory parent) internal view {
        if (input.number != parent.number + 1) revert BatchOutOfOrder(input.number, parent.number + 1);
        if (input.oldRoot != parent.root) revert WrongParentRoot(input.oldRoot, parent.root);
        uint64 latest = uint64(block.timestamp);
        uint64 earliest = latest - uint64(Constants.MAX_CLOCK_DRIFT_SECONDS);
        if (earliest < parent.timestamp) earliest = parent.timestamp;
        if (input.timestamp < earliest || input.timestamp > latest) {
            revert TimestampOutOfRange(input.timestamp, earliest, latest);
        }
        if (uint256(input.newRoot) >= Field.P) revert NotInField("newRoot");
        if (uint256(input.dataCommit) >= Field.P) revert NotInField("dataCommit");
    }

    /// @dev The words repeat the consumed items; the contract compares them, so the circuit need not know keccak.
    function _checkInbox(Sections memory sections, bytes calldata words, ProposeInput calldata input, uint64 from)
        internal
        view
        returns (uint64 to)
    {
        Counts memory counts = sections.counts(words);
        _checkOverdue(sections, counts.inbox, from, input.timestamp);
        uint256 effects = input.effects;
        to = from + uint64(counts.inbox);
        uint256 expected = uint256(from) | (uint256(to) << 64);
        uint256 found = sections.get(words, WordLayout.HEADER, 1);
        if (found != expected) revert InboxIndexMismatch(found, expected);
        if (effects >> counts.inbox != 0) revert EffectsOutOfRange(effects, counts.inbox);
        if (counts.inbox == 0) return to;
        bytes32[] memory hashes = inbox.itemHashes(from, counts.inbox);
        for (uint256 i; i < counts.inbox; ++i) {
            if (sections.entryHash(words, counts.ledger + i) != hashes[i]) revert InboxItemMismatch(from + i);
        }
    }

    /// @dev Counted at the batch's own time, which its maker knew; it may lie ten minutes back.
    function _checkOverdue(Sections memory sections, uint256 found, uint64 from, uint64 timestamp) private view {
        if (timestamp < inboxDeadline) return;
        uint256 room = sections.capacities[WordLayout.ENTRIES] / Constants.ENTRY_WORDS;
        uint256 overdue = inbox.queuedBefore(from, room, timestamp - inboxDeadline);
        if (found < overdue) revert InboxItemsOverdue(found, overdue);
    }

    /// @dev The stored batch of a claim that is proposed and not final.
    function _open(Claim calldata claim) internal view returns (Batch storage stored, bytes32 inputHash) {
        if (claim.number <= _finalNumber || claim.number > _tip.number) revert BatchNotOpen(claim.number);
        stored = _batches[claim.number];
        inputHash = ClaimHash.input(claim);
        if (ClaimHash.full(claim, inputHash) != stored.claimHash) revert ClaimMismatch(claim.number);
    }

    /// @inheritdoc FinalBatches
    function _requireFinal(Claim calldata claim) internal view override {
        if (claim.number == 0 || claim.number > _finalNumber) revert BatchNotFinal(claim.number);
        bytes32 found = ClaimHash.full(claim, ClaimHash.input(claim));
        if (found != _batches[claim.number].claimHash) revert ClaimMismatch(claim.number);
    }

    /// @inheritdoc Payouts
    function _isFrozen() internal view override returns (bool) {
        return _frozen;
    }

    /// @inheritdoc Payouts
    function _consumed() internal view override returns (uint256) {
        return _finals[_finalNumber % Constants.ROOT_HISTORY].inboxIndex;
    }

    function _statement(Claim memory claim, bytes32 inputHash, address recipient) private view returns (Statement memory) {
        return Statement({
            domain: domain,
            batch: claim.number,
            circuit: claim.circuit,
            oldRoot: claim.oldRoot,
            newRoot: claim.newRoot,
            timestamp: claim.timestamp,
            input: inputHash,
            dataCommit: claim.dataCommit,
            effects: claim.effects,
            challenge: challenge(claim.number, claim.circuit, claim.dataCommit, claim.wordsHash),
            evaluation: claim.evaluation,
            recipient: recipient
        });
    }

    function _makeFinal(Claim memory claim) private {
        _finalNumber = claim.number;
        _finals[claim.number % Constants.ROOT_HISTORY] = Head(claim.newRoot, claim.number, claim.timestamp, claim.inboxTo);
        emit BatchFinal(claim.number, claim.newRoot, claim.timestamp, claim.inboxTo);
    }

    function _popCount(uint256 bits) private pure returns (uint256 count) {
        for (; bits != 0; bits &= bits - 1) {
            ++count;
        }
    }
}
