// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {BlobBlock} from "./BlobBlock.sol";
import {Constants} from "./Constants.sol";
import {Field} from "./Field.sol";
import {Sections, WordLayout} from "./WordLayout.sol";

/// @title What is sent beside a blob: three words that name it, then header and entries, the words that the contract reads.
library BlobLayout {
    using WordLayout for Sections;

    /// @notice The first word sent. It is no field element, so no words in calldata have the same hash as what is sent beside a blob.
    bytes32 internal constant MARK = bytes32(type(uint256).max);
    /// @notice Bit of `lengths`: the words are in a blob.
    uint256 internal constant IN_BLOB = 1 << 80;
    uint256 private constant PREFIX_WORDS = 3;
    uint256 private constant SENT_LENGTHS = 0xffff | (0xffff << 64);

    error NotForABlob(bytes32 mark, uint256 lengths);

    /// @notice The versioned hashes of the blob and of the quotient of its block 0.
    function hashes(bytes calldata sent) internal pure returns (bytes32 versionedHash, bytes32 quotientHash) {
        return (bytes32(sent[32:64]), bytes32(sent[64:96]));
    }

    /// @notice The places of header and entries in what was sent; the other sections have no word there.
    function sectionsOf(uint8 circuit, uint256 lengths, bytes calldata sent) internal pure returns (Sections memory result) {
        if (sent.length < 32 * PREFIX_WORDS || lengths & ~SENT_LENGTHS != IN_BLOB || bytes32(sent[:32]) != MARK) {
            revert NotForABlob(sent.length < 32 ? bytes32(0) : bytes32(sent[:32]), lengths);
        }
        result = WordLayout.sectionsOf(circuit, lengths ^ IN_BLOB, sent[32 * PREFIX_WORDS:]);
        for (uint256 section; section < WordLayout.SECTIONS; ++section) {
            result.starts[section] += PREFIX_WORDS;
        }
    }

    /// @notice Block 0 as a polynomial at z: header first, entries after it. Refuses a word that is not below the field's modulus.
    function evaluate(Sections memory self, bytes calldata sent, uint256 z) internal pure returns (uint256 value) {
        for (uint256 i = self.lengths[WordLayout.ENTRIES]; i != 0; --i) {
            value = step(value, z, self.get(sent, WordLayout.ENTRIES, i - 1));
        }
        for (uint256 i = Constants.HEADER_WORDS; i != 0; --i) {
            value = step(value, z, self.get(sent, WordLayout.HEADER, i - 1));
        }
    }

    function step(uint256 value, uint256 z, uint256 word) private pure returns (uint256) {
        if (word >= Field.P) revert WordLayout.WordNotInField(word);
        return addmod(mulmod(value, z, BlobBlock.R), word, BlobBlock.R);
    }
}
