// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Custody of every slot's money.
/// @notice `balance[slot][token]` is what arrived for a slot and has not left. A slot can pay only out of its own balance, so a bad slot
/// drains only itself. Token `address(0)` is the chain's own coin.
/// A payment that its recipient refuses is kept for it and can be collected later, so nobody can block a payment to somebody else.
interface ISharedBridge {
    event Received(address indexed slot, address indexed token, address from, uint256 amount);
    event Paid(address indexed slot, address indexed token, address indexed to, uint256 amount);
    /// @notice The payment just made did not go through; it waits for `to`.
    event Kept(address indexed to, address indexed token, uint256 amount);
    event Collected(address indexed owner, address indexed token, address to, uint256 amount);

    error BalanceTooLow(address slot, uint256 found, uint256 asked);
    error PaymentRefused(address to);
    error NothingToCollect(address owner, address token);
    error TokenNeeded();
    error GasTooLow(uint256 found, uint256 expected);
    error OnlyItself();

    /// @notice Credits the value of the call to `slot`. Anyone may give to any slot.
    function receiveFor(address slot) external payable;

    /// @notice Credits `slot` with what arrived of an ERC-20 since the last call, whatever the sender said it sent. Call it in the
    /// transaction that moved the tokens: what lies here without an owner belongs to who asks first.
    /// @return amount What arrived; 0 when nothing did.
    function receiveToken(address slot, address token) external returns (uint256 amount);

    /// @notice Pays from the caller's own balance. A recipient that refuses is owed the amount instead.
    function pay(address token, address to, uint256 amount) external;

    /// @notice Sends `owner` what is kept for it. Anyone; reverts when it is refused again.
    function collect(address owner, address token) external;

    /// @notice Sends what is kept for the caller somewhere else.
    function collectTo(address token, address to) external;

    function balance(address slot, address token) external view returns (uint256);

    /// @notice What is kept for an address whose payment did not go through.
    function owed(address owner, address token) external view returns (uint256);

    /// @notice All of a token that belongs to somebody: every balance and all that is owed.
    function held(address token) external view returns (uint256);
}
