package coop.parasol.membership.books.ledger;

import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One page of a statement. */
final class AccountStatementPage {

    private AccountStatementPage() {}

    static Response of(
            AccountStatements statements,
            Account account,
            @Nullable UUID memberId,
            PageQuery query,
            HttpHeaders headers) {
        String[] cursor = query.afterText().split("\\.", -1);
        long entry = Long.MAX_VALUE;
        int line = Short.MAX_VALUE;
        if (query.after != null) {
            try {
                entry = Long.parseLong(cursor[0]);
                line = cursor.length == 2 ? Short.parseShort(cursor[1]) : 0;
            } catch (NumberFormatException e) {
                throw Problem.invalid("after", "malformed-cursor", "Take the cursor `next` of the page before.");
            }
        }
        List<AccountStatements.Line> lines = statements.of(account, memberId, entry, line, query.fetch());
        Page<AccountStatements.Line> page = Page.of(lines, query.limit, AccountStatements.Line::cursor);
        return ReportFormat.of(headers, page, () -> AccountStatements.table(page.items()));
    }

    static Account find(String name) {
        for (Account account : Account.values()) {
            if (account.name().equals(name)) {
                return account;
            }
        }
        throw Problem.notFound("account", name);
    }
}
