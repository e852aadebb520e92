/** Jdbi beside Hibernate ORM, and retries after a deadlock, on a real PostgreSQL. */
@NullMarked
package coop.parasol.persistence;

import org.jspecify.annotations.NullMarked;
