/** A small service of the tests' own behind the border. */
@NullMarked
package coop.parasol.web;

import org.jspecify.annotations.NullMarked;
