/** The first pages: the firm for everybody, and what waits for the person who has signed in. */
@NullMarked
package coop.parasol.portal.start;

import org.jspecify.annotations.NullMarked;
