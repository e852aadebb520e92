@NullMarked
package coop.parasol.local.ledger;

import org.jspecify.annotations.NullMarked;
