/** Tests of the whole: how the code is built up, and how the five services behave together. */
@NullMarked
package coop.parasol.acceptance;

import org.jspecify.annotations.NullMarked;
