/** What the border does without a server; the whole of it is tried behind a small service in {@code border-it}. */
@NullMarked
package coop.parasol.web;

import org.jspecify.annotations.NullMarked;
