/** How a decided event reaches the other services exactly as decided: outbox, relay, inbox and dead letters. */
@NullMarked
package coop.parasol.messaging;

import org.jspecify.annotations.NullMarked;
