// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ILane} from "./ILane.sol";
import {IInbox} from "./IInbox.sol";

/// @notice A batch as the proposer sends it, beside its words.
/// @param lengths Words sent of each section, 16 bits each from the lowest: header, opens, groups, accounts, entries.
struct ProposeInput {
    uint64 number;
    uint8 circuit;
    bytes32 oldRoot;
    bytes32 newRoot;
    uint64 timestamp;
    bytes32 dataCommit;
    uint256 effects;
    uint256 lengths;
}

/// @notice What a batch claims; the rollup stores its hash, the event carries it in full.
/// @param inboxFrom First inbox item of the batch.
/// @param inboxTo One past the last inbox item of the batch.
/// @param wordsHash keccak of the words as sent.
/// @param evaluation y, made by the rollup from the words.
struct Claim {
    uint64 number;
    uint8 circuit;
    uint64 timestamp;
    uint64 inboxFrom;
    uint64 inboxTo;
    bytes32 oldRoot;
    bytes32 newRoot;
    bytes32 wordsHash;
    bytes32 dataCommit;
    uint256 effects;
    uint256 lengths;
    uint256 evaluation;
}

/// @notice A lane of the rollup and the class it counts as.
struct LaneConfig {
    uint8 class;
    ILane lane;
}

/// @notice Fixed at deployment. Nobody can change any of it afterwards.
/// @param threshold Lanes of different classes that make a claim final; 1 only on a local chain.
/// @param escape The contract that pays exits of a frozen slot.
/// @param proofDeadline Seconds after propose without any lane until anyone may prune.
/// @param inboxDeadline Seconds after which a queued item must be in the next batch.
/// @param escapePeriod Seconds after which anyone may freeze the slot when an item is still in no final batch.
struct Parameters {
    bytes32 genesisRoot;
    IInbox inbox;
    address escape;
    address proposer;
    uint8 threshold;
    uint64 proofDeadline;
    uint64 inboxDeadline;
    uint64 escapePeriod;
    LaneConfig[] lanes;
}

/// @notice A point of the chain of batches.
/// @param inboxIndex Inbox items consumed up to and including this batch.
struct Head {
    bytes32 root;
    uint64 number;
    uint64 timestamp;
    uint64 inboxIndex;
}

enum BatchStatus {
    Unknown,
    Proposed,
    Final
}

/// @title One slot of the L3 on L2.
/// @notice The proposer fixes a batch's input; lanes show the claim; lanes of `threshold` different classes make it final, strictly in
/// order of batches. No key can make a batch final or move money.
interface IRollup {
    event BatchProposed(uint64 indexed number, bytes32 indexed claimHash, Claim claim);
    event LaneVoted(uint64 indexed number, uint8 indexed lane, bytes32 indexed claimHash, address recipient);
    event BatchFinal(uint64 indexed number, bytes32 indexed root, uint64 timestamp, uint64 inboxIndex);
    event BatchesPruned(uint64 indexed from, uint64 indexed to);
    event BatchIndexed(uint64 indexed number, bytes32 credentialsHash, uint256 firstIndex, uint256 count);
    event WithdrawalPaid(uint64 indexed number, uint256 indexed entry, address indexed to, address token, uint256 amount);
    event DepositRefunded(uint64 indexed number, uint256 indexed entry, address indexed to, address token, uint256 amount);
    /// @notice A deposit that no final batch consumed went back after the freeze.
    event DepositReturned(uint256 indexed inboxIndex, address indexed to, address token, uint256 amount);
    /// @notice The slot stopped for good at batch `number`: inbox item `inboxIndex` waited too long.
    event SlotFrozen(uint64 indexed number, uint256 indexed inboxIndex);

    error ThresholdTooLow(uint256 found, uint256 expected);
    error ParameterOutOfRange(bytes32 name);
    error NotProposer(address found, address expected);
    error BatchOutOfOrder(uint64 found, uint64 expected);
    error WrongParentRoot(bytes32 found, bytes32 expected);
    error TimestampOutOfRange(uint64 found, uint64 earliest, uint64 latest);
    error NotInField(bytes32 name);
    error EffectsOutOfRange(uint256 effects, uint256 items);
    error InboxIndexMismatch(uint256 found, uint256 expected);
    error InboxItemMismatch(uint256 index);
    error BatchNotOpen(uint64 number);
    error BatchNotFinal(uint64 number);
    error ClaimMismatch(uint64 number);
    error LaneUnknown(uint8 lane);
    error LaneAlreadyVoted(uint64 number, uint8 lane);
    error LaneRefused(uint8 lane);
    error LanesMissing(uint64 number, uint256 found, uint256 expected);
    error DeadlineNotPassed(uint64 number, uint256 deadline);
    error BatchHasLane(uint64 number);
    error WordsMismatch(bytes32 found, bytes32 expected);
    error InboxItemsOverdue(uint256 found, uint256 expected);
    error EntryNotPayable(uint64 number, uint256 entry);
    error EntryPaid(uint64 number, uint256 entry);
    error NothingToReturn(uint256 inboxIndex);
    error SlotIsFrozen();
    error SlotNotFrozen();
    error NothingWaits();
    error NotYetFreezable(uint256 inboxIndex, uint256 freezableAfter);
    error NotEscape(address found, address expected);

    /// @notice Puts the next batch on the chain. Only the proposer. It must take the inbox items that were overdue at its timestamp, as
    /// many as its circuit holds.
    /// @param words Each section without its trailing zero words, 32 bytes a word.
    function propose(ProposeInput calldata input, bytes calldata words) external;

    /// @notice `propose` and `vote` in one transaction: cheaper where calldata alone would set the price (EIP-7623). Only the proposer.
    function proposeAndVote(ProposeInput calldata input, bytes calldata words, uint8 lane, address recipient, bytes calldata payload)
        external;

    /// @notice Brings one lane's answer for a claim; with enough lanes and a final parent the batch is final in this call. Anyone.
    /// @param lane Class of the lane (1 = ZK).
    /// @param recipient Where the lane's reward goes; bound by the proof.
    function vote(Claim calldata claim, uint8 lane, address recipient, bytes calldata payload) external;

    /// @notice Makes a batch final whose lanes came before its parent was final. Anyone.
    function finalize(Claim calldata claim) external;

    /// @notice Removes the first batch that is not final, and all after it, when no lane came by the deadline. Anyone.
    /// Its inbox items are free again and its number gets a fresh input.
    function prune(uint64 number) external;

    /// @notice Stores one keccak root over a final batch's credentials and marks what it revoked, in batch order. Whoever wants cheap reads pays for it.
    /// Leaf: keccak(index, account, quest, serial, issuedAt), pairs sorted, an odd node moves up unchanged; 0 for a batch without mints.
    function indexBatch(Claim calldata claim, bytes calldata words) external;

    /// @notice Pays withdrawals of a final batch: its `withdraw` entries and the `forcedWithdraw` items that it applied. Anyone; each once.
    /// A recipient that refuses the payment is owed it by the bridge.
    /// @param entries Places among the batch's entries, ledger txs first.
    function payWithdrawals(Claim calldata claim, bytes calldata words, uint256[] calldata entries) external;

    /// @notice Pays back deposits that a final batch refused, to the wallets that made them. Anyone; each once.
    /// @param entries Places among the batch's entries, as in `payWithdrawals`.
    function refundDeposits(Claim calldata claim, bytes calldata words, uint256[] calldata entries) external;

    /// @notice Stops the slot for good when an inbox item waited for `escapePeriod`. Anyone. Claims that are not final are void.
    function freeze() external;

    /// @notice Pays a deposit back that no batch will consume any more. Anyone; only of a frozen slot.
    /// @param inboxIndex The item.
    /// @param words Its ten words.
    function returnDeposit(uint256 inboxIndex, uint256[10] calldata words) external;

    /// @notice Pays an exit. Only the escape contract, only of a frozen slot.
    /// @param token Token id of the slot.
    function payExit(uint256 token, address to, uint256 amount) external;

    /// @notice The newest proposed batch (the genesis before the first).
    function tip() external view returns (Head memory);

    /// @notice The newest final batch (the genesis before the first).
    function finalHead() external view returns (Head memory);

    /// @notice The state root after a final batch, while it is among the last 256.
    function finalRoot(uint64 number) external view returns (bool known, bytes32 root, uint64 timestamp);

    /// @notice The newest final batch that ended with `root`, among the last 256. For reads off chain; contracts use `finalRoot`.
    function finalRootBatch(bytes32 root) external view returns (bool known, uint64 number, uint64 timestamp);

    /// @notice What is stored about a batch. `lanes` has bit c set when the lane of class c voted.
    function batch(uint64 number)
        external
        view
        returns (BatchStatus status, bytes32 inputHash, bytes32 claimHash, uint64 proposedAt, uint256 lanes);

    /// @notice Root over the credentials of an indexed batch.
    function credentialsHash(uint64 number) external view returns (bytes32);

    /// @notice Batches `1 .. indexedThrough` are indexed.
    function indexedThrough() external view returns (uint64);

    /// @notice Timestamp of batch `indexedThrough`.
    function indexedTimestamp() external view returns (uint64);

    /// @notice Credentials of a quest in the indexed batches.
    function minted(uint256 quest) external view returns (uint256);

    /// @notice True when an indexed batch revoked the credential.
    function revoked(uint256 credential) external view returns (bool);

    /// @notice True when an entry of a final batch was paid, as a withdrawal or as a refund.
    function paid(uint64 number, uint256 entry) external view returns (bool);

    /// @notice True when a deposit went back after the freeze.
    function returned(uint256 inboxIndex) external view returns (bool);

    /// @notice True once the slot has stopped; it never starts again.
    function frozen() external view returns (bool);

    function escape() external view returns (address);
    function inboxDeadline() external view returns (uint64);
    function escapePeriod() external view returns (uint64);
    function lane(uint8 class) external view returns (ILane);
    function inbox() external view returns (IInbox);
    function proposer() external view returns (address);
    function threshold() external view returns (uint8);
    function proofDeadline() external view returns (uint64);

    /// @notice keccak(chain id, rollup) mod p.
    function domain() external view returns (uint256);

    /// @notice r of a batch: keccak(domain, chain id, rollup, batch, circuit, dataCommit, wordsHash) mod p.
    function challenge(uint64 number, uint8 circuit, bytes32 dataCommit, bytes32 wordsHash) external view returns (uint256);
}
