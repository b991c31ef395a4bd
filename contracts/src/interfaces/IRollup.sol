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
/// @param proofDeadline Seconds after propose without any lane until anyone may prune.
struct Parameters {
    bytes32 genesisRoot;
    IInbox inbox;
    address proposer;
    uint8 threshold;
    uint64 proofDeadline;
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
    event DepositRefunded(uint64 indexed number, uint256 indexed inboxIndex, address indexed to, uint256 amount);

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
    error NothingToRefund(uint256 inboxIndex);

    /// @notice Puts the next batch on the chain. Only the proposer.
    /// @param words Each section without its trailing zero words, 32 bytes a word.
    function propose(ProposeInput calldata input, bytes calldata words) external;

    /// @notice Brings one lane's answer for a claim; with enough lanes and a final parent the batch is final in this call. Anyone.
    /// @param lane Class of the lane (1 = ZK).
    /// @param recipient Where the lane's reward goes; bound by the proof.
    function vote(Claim calldata claim, uint8 lane, address recipient, bytes calldata payload) external;

    /// @notice Makes a batch final whose lanes came before its parent was final. Anyone.
    function finalize(Claim calldata claim) external;

    /// @notice Removes the first batch that is not final, and all after it, when no lane came by the deadline. Anyone.
    /// Its inbox items are free again and its number gets a fresh input.
    function prune(uint64 number) external;

    /// @notice Stores one keccak root over a final batch's credentials, in batch order. Whoever wants cheap reads pays for it.
    /// Leaf: keccak(index, account, quest, serial, issuedAt), pairs sorted, an odd node moves up unchanged; 0 for a batch without mints.
    function indexBatch(Claim calldata claim, bytes calldata words) external;

    /// @notice Pays a deposit back that a final batch refused. Anyone; it goes to the sender of the deposit.
    /// @param inboxIndex The item.
    /// @param words Its ten words.
    function refundDeposit(Claim calldata claim, uint256 inboxIndex, uint256[10] calldata words) external;

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

    function refunded(uint256 inboxIndex) external view returns (bool);
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
