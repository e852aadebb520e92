package coop.parasol.persistence;

import coop.parasol.contracts.Period;
import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** Binds an ISO week as its text, such as {@code 2026-W48}. */
final class PeriodArgument extends AbstractArgumentFactory<Period> {

    PeriodArgument() {
        super(Types.VARCHAR);
    }

    @Override
    protected Argument build(Period period, ConfigRegistry config) {
        return (position, statement, context) -> statement.setString(position, period.toString());
    }
}
