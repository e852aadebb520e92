/** A small service of the tests' own. */
@NullMarked
package coop.parasol.web;

import org.jspecify.annotations.NullMarked;
