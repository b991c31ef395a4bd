// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IInbox} from "./interfaces/IInbox.sol";
import {Claim, IRollup} from "./interfaces/IRollup.sol";
import {Counts, Sections, WordLayout} from "./libraries/WordLayout.sol";

/// @title What everything that may be done with a final batch starts from.
abstract contract FinalBatches is IRollup {
    using WordLayout for Sections;

    IInbox public immutable inbox;

    constructor(IInbox inbox_) {
        inbox = inbox_;
    }

    /// @dev Reverts unless the claim is that of a final batch.
    function _requireFinal(Claim calldata claim) internal view virtual;

    /// @dev The sections and counts of a final batch; reverts unless `words` are its words.
    function _finalWords(Claim calldata claim, bytes calldata words)
        internal
        view
        virtual
        returns (Sections memory sections, Counts memory counts)
    {
        _requireFinal(claim);
        bytes32 found = keccak256(words);
        if (found != claim.wordsHash) revert WordsMismatch(found, claim.wordsHash);
        sections = WordLayout.sectionsOf(claim.circuit, claim.lengths, words);
        counts = sections.counts(words);
    }
}
