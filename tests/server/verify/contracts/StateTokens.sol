// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {ERC20Votes} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Votes.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {ERC721Enumerable} from "@openzeppelin/contracts/token/ERC721/extensions/ERC721Enumerable.sol";
import {ERC1155} from "@openzeppelin/contracts/token/ERC1155/ERC1155.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";

/// A governance token as OpenZeppelin's wizard writes it.
contract VoteToken is ERC20, ERC20Permit, ERC20Votes {
    constructor() ERC20("Vote", "VOTE") ERC20Permit("Vote") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function _update(address from, address to, uint256 value) internal override(ERC20, ERC20Votes) {
        super._update(from, to, value);
    }

    function nonces(address owner) public view override(ERC20Permit, Nonces) returns (uint256) {
        return super.nonces(owner);
    }
}

/// An enumerable collection whose tokens have a rarity.
contract RareCards is ERC721Enumerable {
    mapping(uint256 => uint8) private rarities;

    constructor() ERC721("Rare cards", "CARD") {}

    function mint(address to, uint256 tokenId, uint8 rarity) external {
        rarities[tokenId] = rarity;
        _mint(to, tokenId);
    }

    function traitsOf(uint256 tokenId) external view returns (uint8 rarity, string memory set) {
        _requireOwned(tokenId);
        return (rarities[tokenId], "first");
    }
}

contract Goods is ERC1155 {
    constructor() ERC1155("") {}

    function mint(address to, uint256 id, uint256 amount) external {
        _mint(to, id, amount, "");
    }
}

/// A token whose balances grow without transfers, as stETH's do.
contract RebasingToken is ERC20 {
    uint256 private factor = 1;

    constructor() ERC20("Rebasing", "REB") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function rebase() external {
        factor *= 2;
    }

    function balanceOf(address account) public view override returns (uint256) {
        return super.balanceOf(account) * factor;
    }
}

/// What a contract may do to who reads it: take all gas, or send the reader to a server (EIP-3668).
contract Hostile {
    error OffchainLookup(address sender, string[] urls, bytes callData, bytes4 callbackFunction, bytes extraData);

    string private url;

    constructor(string memory url_) {
        url = url_;
    }

    function balanceOf(address) external view returns (uint256) {
        while (gasleft() > 0) {}
        return 0;
    }

    function lookUp(address) external view returns (uint256) {
        string[] memory urls = new string[](1);
        urls[0] = url;
        revert OffchainLookup(address(this), urls, "", this.lookUp.selector, "");
    }
}
