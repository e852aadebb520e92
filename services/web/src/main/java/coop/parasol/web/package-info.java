/** The REST conventions of all services: caller, problem documents, idempotency keys, ETags, paging, strict JSON. */
@NullMarked
package coop.parasol.web;

import org.jspecify.annotations.NullMarked;
