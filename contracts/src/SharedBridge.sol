// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ISharedBridge} from "./interfaces/ISharedBridge.sol";

/// @title Custody of every slot's money. See {ISharedBridge}.
contract SharedBridge is ISharedBridge {
    mapping(address slot => mapping(address token => uint256)) public balance;

    /// @inheritdoc ISharedBridge
    function receiveFor(address slot) external payable {
        balance[slot][address(0)] += msg.value;
        emit Received(slot, address(0), msg.sender, msg.value);
    }

    /// @inheritdoc ISharedBridge
    function pay(address to, uint256 amount) external {
        uint256 found = balance[msg.sender][address(0)];
        if (found < amount) revert BalanceTooLow(msg.sender, found, amount);
        balance[msg.sender][address(0)] = found - amount;
        emit Paid(msg.sender, address(0), to, amount);
        (bool ok,) = to.call{value: amount}("");
        if (!ok) revert PaymentRefused(to);
    }
}
