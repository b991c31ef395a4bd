// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";

/// Makes the minimal proxies of OpenZeppelin, without and with arguments.
contract CloneMaker {
    event Made(address clone);

    function make(address logic) external {
        emit Made(Clones.clone(logic));
    }

    function makeWith(address logic, bytes calldata args) external {
        emit Made(Clones.cloneWithImmutableArgs(logic, args));
    }
}

/// A diamond (ERC-2535) with its facets given at once, and the loupe that says which they are.
contract SmallDiamond {
    struct Facet {
        address facetAddress;
        bytes4[] functionSelectors;
    }

    Facet[] private cut;
    mapping(bytes4 => address) private facetOf;

    constructor(Facet[] memory facets_) {
        for (uint256 i = 0; i < facets_.length; i++) {
            cut.push(facets_[i]);
            for (uint256 j = 0; j < facets_[i].functionSelectors.length; j++)
                facetOf[facets_[i].functionSelectors[j]] = facets_[i].facetAddress;
        }
    }

    function facets() external view returns (Facet[] memory) {
        return cut;
    }

    fallback() external payable {
        address facet = facetOf[msg.sig];
        require(facet != address(0), "no such function");
        assembly {
            calldatacopy(0, 0, calldatasize())
            let ok := delegatecall(gas(), facet, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            switch ok
            case 0 { revert(0, returndatasize()) }
            default { return(0, returndatasize()) }
        }
    }
}
