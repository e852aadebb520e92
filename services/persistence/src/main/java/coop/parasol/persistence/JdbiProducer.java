package coop.parasol.persistence;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.firm.FirmCurrency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.array.SqlArrayTypes;
import org.jdbi.v3.core.mapper.ColumnMappers;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * Jdbi on the service's database, for SQL over sets of rows; what is loaded, changed and stored as one is a Panache entity.
 *
 * <ul>
 *   <li>A statement runs on the connection of the present transaction, and sees what Hibernate has not yet written, because
 *       that is flushed first. It does not refresh entities that are already loaded.
 *   <li>A row becomes a record by the names of its columns ({@code on_hand} to {@code onHand}): {@code mapTo(Row.class)}.
 *   <li>A {@code bigint} of minor units is {@link Money} of the firm's currency, a text such as {@code 2026-W48} is a
 *       {@link Period}; both are bound alike, and enums are bound and read by name.
 *   <li>Arrays of uuid, text, numeric, int8, int4, bool, date and timestamptz are bound with {@code bindArray}, for {@code unnest} and
 *       {@code = any(:ids)}.
 * </ul>
 */
@ApplicationScoped
class JdbiProducer {

    @Produces
    @Singleton
    Jdbi jdbi(
            DataSource database,
            Session session,
            TransactionSynchronizationRegistry transactions,
            FirmCurrency currency) {
        return configured(Jdbi.create(database), currency)
                .configure(
                        SqlStatements.class,
                        statements -> statements.addCustomizer(new FlushBeforeStatement(session, transactions)));
    }

    /** What holds without a container too. */
    static Jdbi configured(Jdbi jdbi, FirmCurrency currency) {
        jdbi.installPlugin(new PostgresPlugin());
        // a statement's text is what is written: no template language in it
        jdbi.configure(SqlStatements.class, statements -> statements.setTemplateEngine(TemplateEngine.NOP));
        jdbi.configure(
                SqlArrayTypes.class,
                arrays -> arrays.register(UUID.class, "uuid")
                        .register(String.class, "text")
                        .register(BigDecimal.class, "numeric")
                        .register(Long.class, "int8")
                        .register(Integer.class, "int4")
                        .register(Boolean.class, "bool")
                        .register(LocalDate.class, "date")
                        .register(Instant.class, "timestamptz"));
        jdbi.registerRowMapper(recordsByColumnName());
        jdbi.registerColumnMapper(Money.class, (row, column, context) -> {
            long minorUnits = row.getLong(column);
            return row.wasNull() ? null : currency.money(minorUnits);
        });
        jdbi.registerColumnMapper(Period.class, (row, column, context) -> {
            String week = row.getString(column);
            return week == null ? null : Period.parse(week);
        });
        jdbi.registerArgument(new MoneyArgument());
        jdbi.registerArgument(new PeriodArgument());
        return jdbi;
    }

    /** A record is a row, unless it is the value of one column. */
    private static RowMapperFactory recordsByColumnName() {
        return (type, config) -> type instanceof Class<?> wanted
                        && wanted.isRecord()
                        && config.get(ColumnMappers.class).findFor(wanted).isEmpty()
                ? Optional.of(ConstructorMapper.of(wanted))
                : Optional.empty();
    }
}
