package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.ServiceLauncher;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Production is killed again and again while it fixes what counts of commitments for weeks that have come inside the horizon: each
 * week is counted once, what counts is what was wanted, and distribution hears of all of it.
 */
class FreezeKilledTest {

    private static final RunningSystem SYSTEM = RunningSystem.afterASeason();
    private static final Installation INSTALLATION = SYSTEM.installation();
    private static final ServiceDatabases DATABASES = new ServiceDatabases(INSTALLATION);
    private static final int WEEKS = 80;

    /** How many weeks of goods are counted when production is killed. */
    private static final List<Integer> KILLED_AT = List.of(20, 70, 120);

    /** Weeks long before the season, in grades of their own, so that nothing else is planned or delivered for them. */
    private static final String GRADES = "array['KA', 'KB', 'KC']";

    private static final String OURS = " grade = any(" + GRADES + ")";
    private static final String WEEKS_AND_GRADES =
            " from (select to_char(date '2023-01-02' + 7 * n, 'IYYY-\"W\"IW') as period"
                    + " from generate_series(0, " + (WEEKS - 1) + ") n) weeks, unnest(" + GRADES + ") grade,"
                    + " (select code, unit from product order by code limit 1) product";

    private final ServiceLauncher services =
            new ServiceLauncher(INSTALLATION, Map.of("PARASOL_BYLAWS_NOTICE_PERIOD", "P0D"));

    @AfterEach
    void what_was_planned_is_gone() throws SQLException {
        DATABASES.execute("production", "delete from demand_outlook where" + OURS);
        services.launch(Component.PRODUCTION);
        services.await(Component.PRODUCTION);
    }

    @Test
    void after_kills_at_the_freeze_every_week_is_counted_once_and_told_once() throws SQLException {
        INSTALLATION.processes().kill(Component.PRODUCTION);
        commitMoreThanIsWanted();
        long lines = DATABASES.number("production", "select count(*) from commitment where" + OURS);

        for (int counted : KILLED_AT) {
            services.launch(Component.PRODUCTION);
            await("select count(*) >= " + counted + " from frozen_week where" + OURS, "production");
            INSTALLATION.processes().kill(Component.PRODUCTION);
            assertThat(DATABASES.number("production", "select count(*) from frozen_week where" + OURS))
                    .as("weeks and grades that were counted before the kill")
                    .isBetween((long) counted, WEEKS * 3L - 1);
        }
        services.launch(Component.PRODUCTION);
        services.await(Component.PRODUCTION);

        await("select counted_until = frozen_until from planning_freeze", "production");
        assertThat(DATABASES.number("production", "select count(*) from counted_commitment where" + OURS))
                .as("lines")
                .isEqualTo(lines);
        assertThat(DATABASES.number("production", """
                select count(*) from frozen_week f
                 where f.%s and f.wanted > 0 and f.wanted < f.committed
                   and f.wanted = (select sum(counts) from counted_commitment c
                                    where c.product = f.product and c.grade = f.grade and c.period = f.period)
                """.formatted(OURS.strip())))
                .as("weeks and grades of which as much counts as was wanted")
                .isEqualTo(WEEKS * 3L);
        String told = """
                from (select id, type, payload from outbox union all select id, type, payload from sent_event) e
                 where type like '%CommitmentCounted%' and cast(payload as jsonb) ->> 'grade' = any(""" + GRADES + ")";
        await("select count(*) = " + lines + " " + told, "production");
        assertThat(DATABASES.number("production", "select count(distinct cast(payload as jsonb) - 'counts') " + told))
                .as("each is told once")
                .isEqualTo(lines);
        await("select count(*) = " + lines + " from counted_commitment where" + OURS, "distribution");
        assertThat(DATABASES.number("distribution", "select sum(counts) from counted_commitment where" + OURS))
                .isEqualTo(DATABASES.number("production", "select sum(counts) from counted_commitment where" + OURS));
    }

    /** All members have committed 10 pieces for each week and grade, of which half are wanted. */
    private static void commitMoreThanIsWanted() throws SQLException {
        DATABASES.execute("production", """
                insert into commitment (id, member_id, product, grade, period, route, quantity, unit, reported, state, version)
                select gen_random_uuid(), member.id, product.code, grade, period, 'by hand', 10, product.unit, 10, 'FULFILLED', 0
                """ + WEEKS_AND_GRADES + ", member where member.state = 'ACTIVE'");
        DATABASES.execute("production", """
                insert into demand_outlook (product, grade, period, unit, open_orders)
                select product.code, grade, period, product.unit, 5 * (select count(*) from member where state = 'ACTIVE')
                """ + WEEKS_AND_GRADES);
        DATABASES.execute("production", "update planning_freeze set counted_until = '2022-W52'");
    }

    private static void await(String condition, String database) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> DATABASES.text(database, condition).equals("t"));
    }
}
