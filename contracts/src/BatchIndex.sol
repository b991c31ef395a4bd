// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import {FinalBatches} from "./FinalBatches.sol";
import {Claim, IRollup} from "./interfaces/IRollup.sol";
import {Constants} from "./libraries/Constants.sol";
import {KeccakTree} from "./libraries/KeccakTree.sol";
import {Capacity, Counts, Sections, WordLayout} from "./libraries/WordLayout.sol";

/// @title A cheap index of final batches for contracts: what was minted and what was revoked.
abstract contract BatchIndex is FinalBatches {
    using BitMaps for BitMaps.BitMap;
    using WordLayout for Sections;

    uint64 public indexedThrough;
    uint64 public indexedTimestamp;
    /// @dev The slot's `credentialCount` after batch `indexedThrough`.
    uint64 private _credentialCount;

    mapping(uint64 number => bytes32) public credentialsHash;
    mapping(uint256 quest => uint256) public minted;
    BitMaps.BitMap private _revoked;

    /// @dev Where the next leaf of the batch goes while its groups are walked.
    struct Cursor {
        uint256 firstIndex;
        uint256 accountWord;
        uint256 count;
        uint256 timestamp;
    }

    /// @inheritdoc IRollup
    function indexBatch(Claim calldata claim, bytes calldata words) public virtual {
        if (claim.number != indexedThrough + 1) revert BatchOutOfOrder(claim.number, indexedThrough + 1);
        (Sections memory sections, Counts memory counts) = _finalWords(claim, words);
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
        _indexRevokes(sections, words, counts.ledger);
        indexedThrough = claim.number;
        indexedTimestamp = claim.timestamp;
        emit BatchIndexed(claim.number, root, start, cursor.count);
    }

    /// @inheritdoc IRollup
    function revoked(uint256 credential) external view returns (bool) {
        return _revoked.get(credential);
    }

    function _indexRevokes(Sections memory sections, bytes calldata words, uint256 ledger) private {
        for (uint256 entry; entry < ledger; ++entry) {
            uint256 head = sections.get(words, WordLayout.ENTRIES, entry * Constants.ENTRY_WORDS);
            if (head & 0xff != Constants.KIND_REVOKE) continue;
            uint256 word = sections.get(words, WordLayout.ENTRIES, entry * Constants.ENTRY_WORDS + 1);
            // The reason lies above the credential's index.
            _revoked.set(uint32(word));
        }
    }

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
