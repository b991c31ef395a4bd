// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Constants} from "./Constants.sol";
import {Field} from "./Field.sol";

/// @notice How many of each thing one circuit takes.
struct Capacity {
    uint256 mints;
    uint256 opens;
    uint256 groups;
    uint256 entries;
}

/// @notice A batch's words with the place of each section in the calldata. Offsets and lengths count words.
struct Sections {
    uint256[5] capacities;
    uint256[5] starts;
    uint256[5] lengths;
}

/// @notice The counts of the header's first word.
struct Counts {
    uint256 opens;
    uint256 groups;
    uint256 accountWords;
    uint256 ledger;
    uint256 inbox;
}

/// @title Reads the words of a batch.
/// @notice Sections in order: header, opens, groups, accounts, entries. One batch has exactly one encoding: a section ends with a
/// word that is not zero, and nothing lies past the header's counts.
library WordLayout {
    uint256 internal constant HEADER = 0;
    uint256 internal constant OPENS = 1;
    uint256 internal constant GROUPS = 2;
    uint256 internal constant ACCOUNTS = 3;
    uint256 internal constant ENTRIES = 4;
    uint256 internal constant SECTIONS = 5;

    error CircuitUnknown(uint8 circuit);
    error LengthsMismatch(uint256 lengths, uint256 bytesFound);
    error SectionTooLong(uint256 section, uint256 found, uint256 capacity);
    error SectionNotTrimmed(uint256 section);
    error CountOutOfRange(uint256 section, uint256 found, uint256 capacity);
    error UnusedWord(uint256 section, uint256 found, uint256 used);
    error WordNotInField(uint256 position);

    /// @notice The capacities of a circuit; reverts for an id that the protocol does not name.
    function capacity(uint8 circuit) internal pure returns (Capacity memory) {
        if (circuit == Constants.CIRCUIT_SMALL_ID) {
            return Capacity({
                mints: Constants.CIRCUIT_SMALL_MINTS,
                opens: Constants.CIRCUIT_SMALL_OPENS,
                groups: Constants.CIRCUIT_SMALL_GROUPS,
                entries: Constants.CIRCUIT_SMALL_ENTRIES
            });
        }
        if (circuit == Constants.CIRCUIT_LARGE_ID) {
            return Capacity({
                mints: Constants.CIRCUIT_LARGE_MINTS,
                opens: Constants.CIRCUIT_LARGE_OPENS,
                groups: Constants.CIRCUIT_LARGE_GROUPS,
                entries: Constants.CIRCUIT_LARGE_ENTRIES
            });
        }
        if (circuit == Constants.CIRCUIT_BULK_ID) {
            return Capacity({
                mints: Constants.CIRCUIT_BULK_MINTS,
                opens: Constants.CIRCUIT_BULK_OPENS,
                groups: Constants.CIRCUIT_BULK_GROUPS,
                entries: Constants.CIRCUIT_BULK_ENTRIES
            });
        }
        revert CircuitUnknown(circuit);
    }

    /// @notice Checks the packed lengths against the circuit and the calldata, and finds the sections.
    function sectionsOf(uint8 circuit, uint256 lengths, bytes calldata words) internal pure returns (Sections memory result) {
        Capacity memory room = capacity(circuit);
        result.capacities[HEADER] = Constants.HEADER_WORDS;
        result.capacities[OPENS] = room.opens;
        result.capacities[GROUPS] = room.groups * Constants.GROUP_WORDS;
        result.capacities[ACCOUNTS] = room.mints / Constants.ACCOUNTS_PER_WORD;
        result.capacities[ENTRIES] = room.entries * Constants.ENTRY_WORDS;
        uint256 total;
        for (uint256 section; section < SECTIONS; ++section) {
            uint256 length = (lengths >> (16 * section)) & 0xffff;
            if (length > result.capacities[section]) revert SectionTooLong(section, length, result.capacities[section]);
            result.starts[section] = total;
            result.lengths[section] = length;
            total += length;
        }
        if (lengths >> (16 * SECTIONS) != 0 || total * 32 != words.length) revert LengthsMismatch(lengths, words.length);
        for (uint256 section; section < SECTIONS; ++section) {
            uint256 length = result.lengths[section];
            if (length != 0 && wordAt(words, result.starts[section] + length - 1) == 0) revert SectionNotTrimmed(section);
        }
    }

    /// @notice The header's counts, each within the circuit, with no word past them.
    function counts(Sections memory self, bytes calldata words) internal pure returns (Counts memory result) {
        uint256 header = get(self, words, HEADER, 0);
        result.opens = header & 0xffff;
        result.groups = (header >> 16) & 0xffff;
        result.accountWords = (header >> 32) & 0xffff;
        result.ledger = (header >> 48) & 0xffff;
        result.inbox = (header >> 64) & 0xffff;
        requireUsed(self, OPENS, result.opens);
        requireUsed(self, GROUPS, result.groups * Constants.GROUP_WORDS);
        requireUsed(self, ACCOUNTS, result.accountWords);
        requireUsed(self, ENTRIES, (result.ledger + result.inbox) * Constants.ENTRY_WORDS);
    }

    /// @notice `y = sum of w_i * r^i` over the padded layout; refuses a word that is not below the field's modulus.
    function evaluate(Sections memory self, bytes calldata words, uint256 r) internal pure returns (uint256 y) {
        uint256 cursor = words.length;
        for (uint256 section = SECTIONS; section != 0;) {
            unchecked {
                --section;
            }
            uint256 gap = self.capacities[section] - self.lengths[section];
            if (y != 0) {
                for (; gap != 0; --gap) {
                    y = mulmod(y, r, Field.P);
                }
            }
            uint256 last = self.starts[section] * 32;
            while (cursor != last) {
                uint256 word;
                unchecked {
                    cursor -= 32;
                }
                // `sectionsOf` showed that the words end at `words.length`.
                assembly ("memory-safe") {
                    word := calldataload(add(words.offset, cursor))
                }
                if (word >= Field.P) revert WordNotInField(cursor / 32);
                y = addmod(mulmod(y, r, Field.P), word, Field.P);
            }
        }
    }

    /// @notice keccak of one entry's ten words, the trimmed ones as zero.
    function entryHash(Sections memory self, bytes calldata words, uint256 entry) internal pure returns (bytes32) {
        uint256[10] memory item;
        for (uint256 i; i < Constants.ENTRY_WORDS; ++i) {
            item[i] = get(self, words, ENTRIES, entry * Constants.ENTRY_WORDS + i);
        }
        return keccak256(abi.encodePacked(item));
    }

    /// @notice Word `index` of a section; zero past its trimmed end.
    function get(Sections memory self, bytes calldata words, uint256 section, uint256 index) internal pure returns (uint256) {
        return index < self.lengths[section] ? wordAt(words, self.starts[section] + index) : 0;
    }

    function wordAt(bytes calldata words, uint256 position) private pure returns (uint256) {
        return uint256(bytes32(words[position * 32:position * 32 + 32]));
    }

    function requireUsed(Sections memory self, uint256 section, uint256 used) private pure {
        if (used > self.capacities[section]) revert CountOutOfRange(section, used, self.capacities[section]);
        if (self.lengths[section] > used) revert UnusedWord(section, self.lengths[section], used);
    }
}
