// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IEd25519} from "./interfaces/IEd25519.sol";

/// @title ed25519. See {IEd25519}.
contract Ed25519 is IEd25519 {
    /// @inheritdoc IEd25519
    function verify(bytes32, bytes calldata, bytes calldata) external pure returns (bool) {
        return false;
    }
}
