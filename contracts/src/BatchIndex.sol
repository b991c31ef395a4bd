// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Claim, IRollup} from "./interfaces/IRollup.sol";
import {ISharedBridge} from "./interfaces/ISharedBridge.sol";
import {Constants} from "./libraries/Constants.sol";
import {KeccakTree} from "./libraries/KeccakTree.sol";
import {Capacity, Counts, Sections, WordLayout} from "./libraries/WordLayout.sol";

/// @title What may be done with a final batch: index its credentials, pay back a deposit that it refused.
abstract contract BatchIndex is IRollup {
    using WordLayout for Sections;

    uint64 public indexedThrough;
    uint64 public indexedTimestamp;
    /// @dev The slot's `credentialCount` after batch `indexedThrough`.
    uint64 private _credentialCount;

    mapping(uint64 number => bytes32) public credentialsHash;
    mapping(uint256 quest => uint256) public minted;
    mapping(uint256 inboxIndex => bool) public refunded;

    /// @dev Where the next leaf of the batch goes while its groups are walked.
    struct Cursor {
        uint256 firstIndex;
        uint256 accountWord;
        uint256 count;
        uint256 timestamp;
    }

    /// @inheritdoc IRollup
    function indexBatch(Claim calldata claim, bytes calldata words) external {
        if (claim.number != indexedThrough + 1) revert BatchOutOfOrder(claim.number, indexedThrough + 1);
        _requireFinal(claim);
        bytes32 found = keccak256(words);
        if (found != claim.wordsHash) revert WordsMismatch(found, claim.wordsHash);

        Sections memory sections = WordLayout.sectionsOf(claim.circuit, claim.lengths, words);
        Counts memory counts = sections.counts(words);
        Capacity memory room = WordLayout.capacity(claim.circuit);
        uint256 start = (_credentialCount + room.mints - 1) / room.mints * room.mints;
        bytes32[] memory leaves = new bytes32[](room.mints);
        Cursor memory cursor = Cursor({firstIndex: start, accountWord: 0, count: 0, timestamp: claim.timestamp});
        for (uint256 group; group < counts.groups; ++group) {
            _indexGroup(sections, words, group, cursor, leaves);
        }
        bytes32 root = KeccakTree.root(leaves, cursor.count);

        if (counts.accountWords != 0) {
            _credentialCount = uint64(start + counts.accountWords * Constants.ACCOUNTS_PER_WORD);
            credentialsHash[claim.number] = root;
        }
        indexedThrough = claim.number;
        indexedTimestamp = claim.timestamp;
        emit BatchIndexed(claim.number, root, start, cursor.count);
    }

    /// @inheritdoc IRollup
    function refundDeposit(Claim calldata claim, uint256 inboxIndex, uint256[10] calldata words) external {
        _requireFinal(claim);
        if (inboxIndex < claim.inboxFrom || inboxIndex >= claim.inboxTo || refunded[inboxIndex]) revert NothingToRefund(inboxIndex);
        bool applied = (claim.effects >> (inboxIndex - claim.inboxFrom)) & 1 == 1;
        if (applied || words[0] & 0xff != Constants.KIND_DEPOSIT) revert NothingToRefund(inboxIndex);
        if (keccak256(abi.encodePacked(words)) != this.inbox().itemHashes(inboxIndex, 1)[0]) revert InboxItemMismatch(inboxIndex);
        address sender = address(uint160(words[0] >> (8 + Constants.BITS_ACCOUNT)));
        uint256 amount = words[1] >> Constants.BITS_TOKEN;

        refunded[inboxIndex] = true;
        emit DepositRefunded(claim.number, inboxIndex, sender, amount);
        this.inbox().bridge().pay(sender, amount);
    }

    /// @dev Reverts unless the claim is that of a final batch.
    function _requireFinal(Claim calldata claim) internal view virtual;

    /// @dev A group takes whole account words: slot j of the batch is word j / 9, lane j % 9, leaf `firstIndex + j`.
    function _indexGroup(
        Sections memory sections,
        bytes calldata words,
        uint256 group,
        Cursor memory cursor,
        bytes32[] memory leaves
    ) private {
        uint256 head = sections.get(words, WordLayout.GROUPS, group * Constants.GROUP_WORDS);
        uint256 quest = head & ((1 << Constants.BITS_QUEST) - 1);
        uint256 size = (head >> Constants.BITS_QUEST) & ((1 << Constants.BITS_SERIAL) - 1);
        uint256 serial = minted[quest];
        uint256 mask = (1 << Constants.BITS_ACCOUNT) - 1;
        for (uint256 member; member < size; ++member) {
            uint256 position = cursor.accountWord + member / Constants.ACCOUNTS_PER_WORD;
            uint256 inWord = member % Constants.ACCOUNTS_PER_WORD;
            uint256 word = sections.get(words, WordLayout.ACCOUNTS, position);
            uint256 index = cursor.firstIndex + position * Constants.ACCOUNTS_PER_WORD + inWord;
            uint256 account = (word >> (inWord * Constants.BITS_ACCOUNT)) & mask;
            leaves[cursor.count++] = keccak256(abi.encode(index, account, quest, serial + member, cursor.timestamp));
        }
        cursor.accountWord += (size + Constants.ACCOUNTS_PER_WORD - 1) / Constants.ACCOUNTS_PER_WORD;
        minted[quest] = serial + size;
    }
}
