/** Members that leave: the firm buys their unsold goods, and distribution clears them when nothing of theirs is unsold. */
@NullMarked
package coop.parasol.distribution.exit;

import org.jspecify.annotations.NullMarked;
