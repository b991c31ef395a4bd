// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Approval} from "../../src/interfaces/IInbox.sol";

abstract contract NoApproval {
    /// @notice For settings without a linked wallet.
    function noApproval() internal pure returns (Approval memory approval) {}
}
