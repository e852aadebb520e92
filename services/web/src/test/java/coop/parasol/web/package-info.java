/** Tests of the REST conventions that need no server; {@code web-it} has the others. */
@NullMarked
package coop.parasol.web;

import org.jspecify.annotations.NullMarked;
