// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {ISharedBridge} from "./interfaces/ISharedBridge.sol";

/// @title Custody of every slot's money. See {ISharedBridge}.
contract SharedBridge is ISharedBridge, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    address private constant NATIVE = address(0);
    /// @dev Enough for a smart account that receives the coin, and for a token with hooks; too little to make others pay for much.
    uint256 private constant NATIVE_GAS = 50_000;
    uint256 private constant TOKEN_GAS = 300_000;
    /// @dev What the call itself and keeping the payment cost.
    uint256 private constant GAS_BESIDE = 90_000;

    mapping(address slot => mapping(address token => uint256)) public balance;
    mapping(address owner => mapping(address token => uint256)) public owed;
    mapping(address token => uint256) public held;

    /// @inheritdoc ISharedBridge
    function receiveFor(address slot) external payable {
        balance[slot][NATIVE] += msg.value;
        held[NATIVE] += msg.value;
        emit Received(slot, NATIVE, msg.sender, msg.value);
    }

    /// @inheritdoc ISharedBridge
    function receiveToken(address slot, address token) external nonReentrant returns (uint256 amount) {
        if (token == NATIVE) revert TokenNeeded();
        uint256 before = held[token];
        uint256 found = IERC20(token).balanceOf(address(this));
        if (found <= before) return 0;
        amount = found - before;
        held[token] = found;
        balance[slot][token] += amount;
        emit Received(slot, token, msg.sender, amount);
    }

    /// @inheritdoc ISharedBridge
    function pay(address token, address to, uint256 amount) external nonReentrant {
        uint256 found = balance[msg.sender][token];
        if (found < amount) revert BalanceTooLow(msg.sender, found, amount);
        balance[msg.sender][token] = found - amount;
        held[token] -= amount;
        emit Paid(msg.sender, token, to, amount);
        if (!_send(token, to, amount)) {
            held[token] += amount;
            owed[to][token] += amount;
            emit Kept(to, token, amount);
        }
    }

    /// @inheritdoc ISharedBridge
    function collect(address owner, address token) external nonReentrant {
        _collect(owner, token, owner);
    }

    /// @inheritdoc ISharedBridge
    function collectTo(address token, address to) external nonReentrant {
        _collect(msg.sender, token, to);
    }

    /// @dev The part of a token payment that may fail as a whole: also refused when the token takes more than it was told to.
    function sendToken(address token, address to, uint256 amount) external {
        if (msg.sender != address(this)) revert OnlyItself();
        IERC20(token).safeTransfer(to, amount);
        if (IERC20(token).balanceOf(address(this)) < held[token]) revert PaymentRefused(to);
    }

    function _collect(address owner, address token, address to) private {
        uint256 amount = owed[owner][token];
        if (amount == 0) revert NothingToCollect(owner, token);
        owed[owner][token] = 0;
        held[token] -= amount;
        emit Collected(owner, token, to, amount);
        if (!_send(token, to, amount)) revert PaymentRefused(to);
    }

    function _send(address token, address to, uint256 amount) private returns (bool ok) {
        uint256 limit = token == NATIVE ? NATIVE_GAS : TOKEN_GAS;
        // Otherwise who calls could make a payment fail by sending too little gas along (a call gets 63 of 64 parts).
        uint256 needed = limit + limit / 63 + GAS_BESIDE;
        if (gasleft() < needed) revert GasTooLow(gasleft(), needed);
        if (token == NATIVE) {
            // No return data: a recipient could make it long.
            assembly ("memory-safe") {
                ok := call(limit, to, amount, 0, 0, 0, 0)
            }
        } else {
            try this.sendToken{gas: limit}(token, to, amount) {
                ok = true;
            } catch {}
        }
    }
}
