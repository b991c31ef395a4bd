// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Custody of every slot's money.
/// @notice `balance[slot][token]` is what arrived for a slot and has not left. A slot can pay only out of its own balance, so a bad slot
/// drains only itself. Token `address(0)` is the chain's own coin, the only one in this version.
interface ISharedBridge {
    event Received(address indexed slot, address indexed token, address from, uint256 amount);
    event Paid(address indexed slot, address indexed token, address indexed to, uint256 amount);

    error BalanceTooLow(address slot, uint256 found, uint256 asked);
    error PaymentRefused(address to);

    /// @notice Credits the value of the call to `slot`. Anyone may give to any slot.
    function receiveFor(address slot) external payable;

    /// @notice Pays from the caller's own balance.
    function pay(address to, uint256 amount) external;

    function balance(address slot, address token) external view returns (uint256);
}
