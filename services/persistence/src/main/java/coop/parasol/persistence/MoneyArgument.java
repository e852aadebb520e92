package coop.parasol.persistence;

import coop.parasol.contracts.Money;
import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** Binds money as its minor units. */
final class MoneyArgument extends AbstractArgumentFactory<Money> {

    MoneyArgument() {
        super(Types.BIGINT);
    }

    @Override
    protected Argument build(Money money, ConfigRegistry config) {
        return (position, statement, context) -> statement.setLong(position, money.minor());
    }
}
