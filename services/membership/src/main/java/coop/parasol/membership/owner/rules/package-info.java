/** How firms are put together and taken apart that have one owner. */
@NullMarked
package coop.parasol.membership.owner.rules;

import org.jspecify.annotations.NullMarked;
