// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// A dollar for local chains: OpenZeppelin's ERC-20 with six decimals that anyone may mint. Worth nothing, on purpose.
contract TestDollar is ERC20 {
    constructor() ERC20("Test Dollar", "tUSD") {}

    function decimals() public pure override returns (uint8) {
        return 6;
    }

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }
}
