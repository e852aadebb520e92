/** The REST border that all services share: who calls, what a refusal looks like, and how a repeated call is told. */
@NullMarked
package coop.parasol.web;

import org.jspecify.annotations.NullMarked;
