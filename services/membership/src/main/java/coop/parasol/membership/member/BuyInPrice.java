package coop.parasol.membership.member;

import coop.parasol.contracts.Money;

/** What an admitted firm pays for its share at this moment. */
public interface BuyInPrice {

    Money buyInPrice();
}
